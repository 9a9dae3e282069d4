"""Subjects and bodies of events, and since when a dialogue has met: derived from what releases say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipelines.model import (
    Agreement,
    Event,
    EventPerson,
    Facts,
    Organization,
    Person,
    Position,
    TopicWords,
)
from tests.load.engagements import told
from tests.load.hand_made import Archive, Look

TEXT = """\
The Minister received Rector Ada Quill of Lakeside College.

They spoke of student exchange.

In the evening he received an envoy of the Union of Rivers.

They spoke of shared lakes, and signed a Plan of Work with the Dam Board."""


def received(event_no: int, sentence_no: int, **more: object) -> Event:
    """A main meeting of this release."""
    event = Event(event_no, sentence_no, "meeting", is_main=True, status="held", rule="by_hand", sides=("KZ",))
    return replace(event, **more)  # type: ignore[arg-type]


def day_of_talks() -> Facts:
    """Two meetings of one day: one with a rector, one with a body, where a plan is signed."""
    plan = TEXT.index("Plan of Work")
    return told(
        TEXT,
        persons=(Person(1, "Ada Quill", "KZ"),),
        organizations=(
            Organization(1, "Lakeside College", "university", "KZ"),
            Organization(2, "Union of Rivers", "international", None, "UR"),
            Organization(3, "Dam Board", "agency", "KZ"),
        ),
        positions=(Position(1, 1, "Rector", "director", "KZ", "by_hand", 1),),
        events=(
            received(1, 1, persons=(EventPerson(1, "guest", "KZ"),)),
            received(2, 3, sides=("KZ", "UR"), start_on=date(2025, 3, 1), date_precision="day"),
        ),
        agreements=(
            replace(
                Agreement(1, 4, plan, plan + 12, "Plan of Work", "programme", "signed", "by_hand"),
                signatories=(3,),
                event_no=2,
            ),
        ),
        topics=(TopicWords("education", 2, "by_hand"), TopicWords("water", 4, "by_hand")),
    )


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """A release about two meetings."""
    archive = Archive(tmp_path_factory.mktemp("talks"))
    archive.add("a", [Look("https://kz.example/talks", 1, TEXT, facts=day_of_talks())])
    archive.build()
    return archive


def test_a_subject_belongs_to_the_event_told_last_before_it(talks: Archive) -> None:
    rows = talks.query(
        "select event_report.event_no, topic_id, event_topic.sentence_no, event_topic.rule"
        " from event_topic join event_report using (event_id) order by all"
    )
    assert rows == [(1, "education", 2, "release_topic"), (2, "water", 4, "release_topic")]


def test_what_a_release_says_of_the_event_itself_comes_first(eventful: Archive) -> None:
    rows = eventful.query("select distinct rule from event_topic join event using (event_id) where kind = 'dialogue'")
    assert rows == [("event_topic",)]


def test_a_body_takes_part_by_its_office_holder_as_a_side_or_by_signing(talks: Archive) -> None:
    rows = talks.query(
        "select event_report.event_no, name, role, event_organization.rule, event_organization.sentence_no"
        " from event_organization join organization using (organization_id) join event_report using (event_id)"
        " order by all"
    )
    assert rows == [
        (1, "Lakeside College", "guest", "office", 1),
        (2, "Dam Board", "signatory", "signatory", 4),
        (2, "Union of Rivers", "participant", "side", 3),
    ]


def test_a_body_that_only_its_release_names_took_no_part(eventful: Archive) -> None:
    assert eventful.query("select count(*) from event_organization") == [(1,)]


@pytest.mark.parametrize(
    ("sessions", "since"),
    [
        ([(1, "held", 2019), (2, "held", 2021)], 2019),
        ([(2, "held", 2021), (3, "held", 2022)], None),
        ([(1, "planned", 2031)], None),
        ([(1, "held", 2019), (1, "held", 2020)], None),
    ],
)
def test_a_dialogue_has_met_since_the_year_of_its_first_session(
    tmp_path: Path, sessions: list[tuple[int, str, int]], since: int | None
) -> None:
    archive = Archive(tmp_path)
    for minute, (number, status, year) in enumerate(sessions):
        text = f"Session {number} of the River Dialogue."
        event = Event(1, 1, "dialogue", is_main=True, status=status, rule="by_hand", session_no=number)
        event = replace(
            event, start_on=date(year, 1, 1), date_precision="year", date_edtf=str(year), sides=("KZ", "GB")
        )
        event = replace(event, mechanism="Kazakhstan-UK River Dialogue", mechanism_kind="dialogue", date_basis="stated")
        archive.add(
            f"p{minute}", [Look(f"https://kz.example/{minute}", minute, text, facts=told(text, events=(event,)))]
        )
    archive.build()
    assert archive.query("select since_year from mechanism") == [(since,)]
