"""Journeys through several countries: which visits are their legs, who came along on which, who stood in at home.

What belongs here: parting a journey. What does not: reading where a visit goes (`event_places`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.extract.event_dates import from_span, token_at
from pipelines.extract.event_places import spots
from pipelines.extract.event_scene import TITLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.event_dates import When
    from pipelines.extract.event_places import Where
    from pipelines.extract.event_scene import Row, Scene
    from pipelines.extract.event_triggers import Trigger
    from pipelines.extract.telling import Candidate

LEG = 6  # tokens between the goal of a leg and its days
LEADS_TO = frozenset({"to", "and", "visit", "visits", "visited", "visiting", "then", ","})
OPENING = 3  # tokens at the head of a sentence in which it says where


def part_journeys(scene: Scene, candidates: list[Candidate], mains: list[Candidate]) -> None:
    """Put the legs of a journey in its place where each is told, and mark those that the title names as main ones."""
    for whole in [one for one in candidates if one.kind == "visit" and one.where is not None and one.where.goals]:
        legs = legs_of(whole, candidates, frozenset(whole.where.goals if whole.where else ()))
        if {leg.where.country_code for leg in legs if leg.where} < set(whole.where.goals if whole.where else ()):
            told = [leg for leg in legs if leg.row_no == whole.row_no]
            candidates[:] = [one for one in candidates if one not in told]
            continue
        for leg in legs:
            leg.status = whole.status if whole.status == "planned" else leg.status
        candidates.remove(whole)
        if whole in mains:
            mains[:] = [*legs, *(one for one in mains if one is not whole and one not in legs)]
    titled = next((one for one in mains if one.kind == "visit" and one.trigger.row_no == TITLE), None)
    if titled is not None and titled.where is not None and not titled.where.goals:
        goals = frozenset(item.side or "" for item in scene.rows[TITLE].items if item.form == "name")
        mains += [one for one in legs_of(titled, candidates, goals) if one not in mains]
    for candidate in mains:
        candidate.main = True


def told_legs(row: Row, trigger: Trigger) -> list[tuple[Where, When]]:
    """The legs that one sentence tells with their days: `will visit Oslo from 3 to 5 May and Lima from 6 to 8 May`."""
    if trigger.kind != "visit" or trigger.row_no == TITLE:
        return []
    found: list[tuple[Where, When]] = []
    begin = trigger.last
    for words in row.dates:
        index = token_at(row, words.start)
        if words.span is None or words.span.precision != "day" or index < begin:
            continue
        goals = [spot for spot in spots(row) if begin <= spot.first < index and spot.led_by in LEADS_TO]
        if (
            not goals
            or index - goals[-1].first > LEG
            or any(token.text == ";" for token in row.marked.tokens[begin:index])
        ):
            return []
        named = [spot for spot in goals if spot.where.place is not None] or goals
        found.append((named[-1].where, from_span(words.span)))
        begin = index + 1
    return found if len({where.country_code for where, _ in found}) == len(found) > 1 else []


def legs_of(whole: Candidate, candidates: Sequence[Candidate], goals: frozenset[str]) -> list[Candidate]:
    """The visits of the same travellers to single countries of a journey."""
    return [
        one for one in candidates
        if one.kind == "visit" and one is not whole and not one.background and one.row_no != TITLE
        and one.where is not None and not one.where.goals and one.where.country_code in goals
        and one.roles.keys() & whole.roles.keys() and one.when is not None and one.when.precision == "day"
    ]  # fmt: skip


def elsewhere(row: Row, candidate: Candidate) -> bool:
    """Whether a sentence opens by saying that it speaks of another country: `In Norway, the Minister …`."""
    here = candidate.where.country_code if candidate.where else None
    if here is None or not row.marked.tokens or row.marked.tokens[0].low not in {"in", "while"}:
        return False
    countries = [name.code for index, name in row.marked.countries.items() if index <= OPENING]
    countries += [name.place.country_code for name in row.places if name.first <= OPENING]
    return bool(countries) and here not in countries


def stand_in(candidates: Sequence[Candidate], mains: Sequence[Candidate]) -> None:
    """Who acts for somebody abroad does so for the whole journey."""
    days = [one.when for one in mains if one.kind == "visit" and one.when is not None and one.when.precision == "day"]
    if not days:
        return
    for candidate in candidates:
        if candidate.kind == "appointment" and "acting" in candidate.trigger.words and candidate.when is None:
            candidate.when = whole_time(days)


def whole_time(days: Sequence[When]) -> When:
    """From the first to the last of some days."""
    first = min(one.start_on for one in days)
    last = max(one.end_on or one.start_on for one in days)
    if first == last:
        return days[0]
    return replace(days[0], start_on=first, end_on=last, edtf=f"{first.isoformat()}/{last.isoformat()}")
