"""What engagements told side by side share: days, places, and the conference on whose margins they were.

What belongs here: one sentence, and what was told right before it. What does not: reading the days and places
themselves (`event_dates`, `event_places`).
"""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from pipelines.extract.clauses import is_purpose
from pipelines.extract.event_dates import day_later, days_later
from pipelines.extract.event_places import spots
from pipelines.extract.event_status import is_past
from pipelines.extract.lexicons import word_class

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.event_scene import Row, Scene
    from pipelines.extract.mechanisms import Mechanism
    from pipelines.extract.telling import Candidate

NEAR = 6
INCLUSION = frozenset({("these", "include"), ("these", "included"), ("they", "include"), ("this", "includes")})
MARGINS = frozenset({"sidelines", "margins", "margin", "fringes"})


def share_dates(here: Sequence[Candidate]) -> None:
    """Verbs of one sentence with one subject have one date: `called on A this morning and met B`."""
    for before, candidate in pairwise(here):
        both = candidate.trigger.is_verb and (before.trigger.is_verb or before.trigger.governed)
        both = both and before.status == candidate.status
        known = before.when is not None and before.when.end_on is None and candidate.when is None
        if both and known and before.roles.keys() & candidate.roles.keys():
            candidate.when = before.when
        late = before.when is None and candidate.when is not None and candidate.when.end_on is None
        if (
            both
            and late
            and before.kind == candidate.kind == "meeting"
            and before.roles.keys() & candidate.roles.keys()
        ):
            before.when = candidate.when
        alone = before.where is None or (candidate.where is not None and before.where.place is None)
        shared = bool(before.roles.keys() & candidate.roles.keys())
        talks = before.kind == candidate.kind == "meeting" and shared and before.when == candidate.when
        if talks and alone and candidate.where is not None and before.status == candidate.status:
            before.where = candidate.where


def share_plans(here: Sequence[Candidate]) -> None:
    """Engagements listed with a dated plan are planned for the same day: `when A meets B and meets C next month`."""
    for before, candidate in combinations(here, 2):
        if is_listed_plan(before, candidate):
            before.when, before.status = candidate.when, candidate.status


def is_listed_plan(before: Candidate, candidate: Candidate) -> bool:
    """Whether one told right before a dated plan is planned with it: `when A meets B and meets C next month`."""
    if candidate.status != "planned" or candidate.when is None or before.when is not None or before.status != "held":
        return False
    verbs = candidate.trigger.is_verb and before.trigger.is_verb and not is_past(before.trigger)
    sessions = before.trigger.form == candidate.trigger.form == "mechanism"
    shared = before.roles.keys() & candidate.roles.keys() or not (before.roles or candidate.roles)
    return (
        bool(shared)
        and before.kind == candidate.kind
        and (verbs or sessions)
        and candidate.trigger.first - before.trigger.last <= NEAR * 2
    )


def narrow_purposes(row: Row, here: Sequence[Candidate]) -> None:
    """What somebody goes for, or does on a stay, is on some day of it: `will visit Oslo from 3 to 5 May to attend`."""
    stays = [other for other in here if other.kind == "visit" and other.when is not None and other.when.end_on]
    for candidate in here:
        if candidate.kind == "visit" or candidate.when is None:
            continue
        purpose = is_purpose(row.marked.tokens, candidate.trigger)
        for stay in stays:
            during = not stay.trigger.is_verb and stay.trigger.first < candidate.trigger.first
            during = during or "where" in row.marked.lows[stay.trigger.last : candidate.trigger.first]
            if candidate.when == stay.when and (purpose or during):
                candidate.when = candidate.when.month


def go_on(scene: Scene, row_no: int, found: Sequence[Candidate], here: Sequence[Candidate]) -> None:
    """Give what a sentence tells the day, the place, the plan or the people of the one before that it goes on with."""
    row = scene.rows[row_no]
    if found and (days := days_later(row)) is not None:
        date_after(found[-1], here, days)
    if found and found[-1].row_no == row_no - 1 and row.marked.lows[:2] in INCLUSION:
        for candidate in here:
            take_up(found[-1], candidate)
    if row_no > 1 and row.marked.lows[:2] == ("there", ","):
        place = next((spot.where for spot in spots(scene.rows[row_no - 1]) if spot.led_by in {"in", "to", "at"}), None)
        for candidate in here:
            candidate.where = candidate.where or place


def take_up(whole: Candidate, part: Candidate) -> None:
    """What talks told before include is planned as they are, and with their people: `These include calls on A`."""
    if whole.status == "planned":
        part.status = "planned"
    for number, role in whole.roles.items():
        part.roles.setdefault(number, role)
    for side in whole.sides:
        part.sides.setdefault(side, None)


def date_after(before: Candidate, here: Sequence[Candidate], days: int) -> None:
    """Give what a sentence tells without a date the day that it counts from what was told before."""
    for candidate in here:
        if candidate.when is None and not candidate.background and not before.background:
            candidate.when = day_later(before.when, days)


def told_frame(row: Row, found: Sequence[Candidate]) -> Mechanism | None:
    """The conference told before on whose margins something is: `on the sidelines of the meeting`."""
    lows = row.marked.lows
    for index in row.marked.standing(MARGINS):
        behind = [low for low in lows[index + 1 : index + NEAR] if low not in {"of", "the", "this", "that"}]
        told = [
            one for one in found if one.mechanism is not None and one.kind == "conference" and one.status != "cancelled"
        ]
        if told and behind and word_class("gathering").intersection(behind[:2]):
            return told[-1].mechanism
    return None


def is_joined(row: Row, one: Candidate, other: Candidate) -> bool:
    """Whether nothing but a link stands between two sessions, so that the day behind the last is of both."""
    between = row.marked.lows[one.trigger.last : other.trigger.first]
    return all(low in {"and", ",", "the", "(", ")", "as", "well"} or low.isupper() for low in between)


def share_places(row: Row, here: Sequence[Candidate]) -> None:
    """Conferences told in one list share the city and the day that close it: `the A Forum and the B Summit in Oslo`."""
    for before, candidate in pairwise(reversed(here)):
        sessions = before.trigger.form == candidate.trigger.form == "mechanism" and before.kind == candidate.kind
        alike = sessions and before.status == candidate.status and before.roles.keys() == candidate.roles.keys()
        if alike and candidate.where is None and before.where is not None:
            candidate.where = before.where
        if alike and candidate.when is None and is_joined(row, candidate, before):
            candidate.when = before.when
