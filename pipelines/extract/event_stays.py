"""Where an engagement was whose own words do not say: at the goal of the visit that it is told with, or of the title.

What belongs here: places that a visit, the title or a line of the heading gives. What does not: places behind `in` and
`at` in the same clause (`event_places`), what engagements within a main visit inherit (`event_setting`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.gazetteer import is_capital

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.context import Context
    from pipelines.extract.event_scene import Scene
    from pipelines.extract.telling import Candidate
    from pipelines.extract.vocabulary import Marked
    from pipelines.model import Place

PLACELESS = frozenset({"call", "letter", "appointment", "aid", "visit"})
HEADING = 6  # lines in which the place of a transcript stands alone
OPENING = 2  # paragraphs in which a stay under way is told


def at_goal(here: Sequence[Candidate], issuer: str) -> None:
    """What a sentence tells behind a visit was at its goal: `will go to Oslo to attend …`, `visited Oslo and met …`."""
    stay: Candidate | None = None
    for candidate in here:
        if candidate.kind == "visit":
            where = candidate.where
            abroad = where is not None and (where.place is not None or where.country_code not in {None, issuer})
            stay = candidate if abroad and where is not None and not where.goals else None
        elif stay is not None and candidate.where is None and candidate.kind not in PLACELESS:
            alike = candidate.status == stay.status and not candidate.background and not stay.background
            if alike and (not candidate.roles or stay.roles.keys() & candidate.roles.keys()):
                candidate.where = stay.where


def on_stay(scene: Scene, candidate: Candidate, candidates: Sequence[Candidate]) -> None:
    """A main engagement of somebody who is on a visit, as the opening says: `A is on a visit to Oslo. A met B.`."""
    if candidate.where is not None or candidate.kind in PLACELESS or candidate.background:
        return
    for stay in candidates:
        early = scene.rows[stay.row_no].sentence.paragraph_no <= OPENING
        alike = stay.kind == "visit" and stay.status == candidate.status and not stay.background
        if early and alike and stay.where is not None and stay.roles.keys() & candidate.roles.keys():
            if not stay.where.goals:
                candidate.where = stay.where
            return


def leg_before(scene: Scene, candidate: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    """The leg of a journey during which something happened: the last visit told before it, if there are several."""
    legs = [one for one in candidates if one.kind == "visit" and not one.background and one.when is not None]
    legs = [one for one in legs if one.status == candidate.status and one.where is not None]
    before = [one for one in legs if one.row_no <= candidate.row_no and related(one, candidate)]
    if len(legs) <= 1 or not before or candidate.kind == "visit":
        return None
    together = [one for one in before if one.row_no == before[-1].row_no]
    return before[-1] if len(together) == 1 else leg_spoken_of(scene, candidate, together)


def leg_spoken_of(scene: Scene, candidate: Candidate, legs: Sequence[Candidate]) -> Candidate | None:
    """The one of several legs told in one sentence whose country was named last, up to an engagement."""
    for row_no in range(candidate.row_no, legs[0].row_no, -1):
        row = scene.rows[row_no]
        codes = {name.place.country_code for name in row.places} | {item.side for item in row.items}
        named = [leg for leg in legs if leg.where is not None and leg.where.country_code in codes]
        if named:
            return named[0] if len(named) == 1 else None
    return None


def stay_before(
    scene: Scene, candidate: Candidate, candidates: Sequence[Candidate], lead: Candidate | None
) -> Candidate | None:
    """The visit told before in the same paragraph, in a release about something else, or else the lead."""
    paragraph = scene.rows[candidate.row_no].sentence.paragraph_no
    for one in reversed(candidates if lead is not None and lead.kind == "conference" else ()):
        near = scene.rows[one.row_no].sentence.paragraph_no == paragraph and one.row_no < candidate.row_no
        fresh = one.kind == "visit" and not one.background and one.status == candidate.status
        if near and fresh and not lead_has(lead, candidate):
            return one
    return lead


def lead_has(lead: Candidate | None, candidate: Candidate) -> bool:
    """Whether somebody of an engagement takes part in the main one too."""
    return lead is not None and bool(lead.roles.keys() & candidate.roles.keys())


def related(lead: Candidate, candidate: Candidate) -> bool:
    """Whether an engagement shares a person or a side with the main one."""
    return bool(lead.roles.keys() & candidate.roles.keys() or lead.sides.keys() & candidate.sides.keys())


def goes_home(candidate: Candidate) -> bool:
    """Whether a visit only leads back: its goal is the traveller's own country."""
    goal = candidate.where.country_code if candidate.where else None
    if candidate.kind != "visit" or goal is None or candidate.main:
        return False
    city = candidate.where.place if candidate.where else None
    if city is not None and not is_capital(city):
        return False
    return bool(candidate.roles) and set(candidate.sides) == {goal}


def find_heading_place(context: Context) -> Place | None:
    """The place that stands alone in a line of the heading: `Washington, D.C.`, `Geneva, Switzerland`."""
    for name in context.places:
        if name.line_no >= HEADING:
            return None
        if name.first == 0 and is_alone(context.lines[name.line_no], name.last):
            return name.place
    return None


def is_alone(marked: Marked, last: int) -> bool:
    """Whether behind a place nothing but its country, region or district stands in the line."""
    rest = marked.tokens[last:]
    return all(token.text in {",", "."} or token.capital for token in rest) and len(rest) <= HEADING
