"""Engagements that a release reports or announces: who met whom, when, where, in what form.

What belongs here: the order of the steps, and the row of an event. What does not: any rule about prose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.candidates import find_candidates
from pipelines.extract.event_merging import merge
from pipelines.extract.event_scene import lay_out
from pipelines.extract.event_setting import settle
from pipelines.extract.plover import plover_mode, plover_type
from pipelines.model import Event, EventPerson, Place

if TYPE_CHECKING:
    from pipelines.extract.context import Context
    from pipelines.extract.event_scene import Scene
    from pipelines.extract.telling import Candidate


def read_events(context: Context) -> tuple[tuple[Event, ...], tuple[Place, ...]]:
    """Every engagement of a release, one row for one engagement however often it is told, and where they were."""
    if not context.lines:
        return (), ()
    scene = lay_out(context)
    found = settle(scene, merge(find_candidates(scene)))
    found.sort(key=lambda candidate: (candidate.row_no, candidate.trigger.first))
    events = tuple(event_row(number, scene, candidate) for number, candidate in enumerate(found, 1))
    return events, tuple(one.where.place for one in found if one.where is not None and one.where.place is not None)


def event_row(number: int, scene: Scene, candidate: Candidate) -> Event:
    """The row of an engagement."""
    when, where, mechanism = candidate.when, candidate.where, candidate.mechanism
    sides = tuple(candidate.sides)
    country = where.country_code if where else None
    row = scene.rows[max(candidate.row_no, 1)]
    return Event(
        event_no=number,
        sentence_no=row.sentence.sentence_no,
        kind=candidate.kind,
        is_main=candidate.main,
        status=candidate.status,
        rule=candidate.rule,
        start_on=when.start_on if when else None,
        end_on=when.end_on if when else None,
        date_precision=when.precision if when else None,
        date_edtf=when.edtf if when else None,
        date_basis=when.basis if when else None,
        place_id=where.place.place_id if where and where.place else None,
        country_code=country,
        mechanism=mechanism.name if mechanism else None,
        mechanism_kind=mechanism.mechanism_kind if mechanism and mechanism.name else None,
        session_no=mechanism.session_no if mechanism else None,
        title=title_of(scene, candidate),
        plover_type=plover_type(candidate.kind, candidate.status),
        plover_mode=plover_mode(candidate.kind, candidate.status, sides, country),
        persons=tuple(EventPerson(person, role, scene.sides.get(person)) for person, role in candidate.roles.items()),
        sides=sides,
    )


def title_of(scene: Scene, candidate: Candidate) -> str:
    """What the engagement is called: the release's title for the main one, else its words with those who took part."""
    if candidate.main:
        return scene.context.document.title
    if candidate.mechanism is not None and candidate.mechanism.name and candidate.kind in {"dialogue", "conference"}:
        return candidate.mechanism.name
    names = {person.person_no: person.name for person in scene.context.people.persons}
    who = [names[number] for number in candidate.roles if number in names] or list(candidate.sides)
    return f"{candidate.kind.capitalize()}: {', '.join(who)}" if who else candidate.kind.capitalize()
