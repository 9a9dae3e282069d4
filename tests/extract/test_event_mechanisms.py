from __future__ import annotations

import pytest

from tests.extract.reading import read

NAMED = [
    (
        "Kazakhstan and Norway held the 8th meeting of the Kazakhstan-Norway Strategic Dialogue in Oslo.",
        "dialogue", "Kazakhstan-Norway Strategic Dialogue", 8,
    ),
    ("The third round of political consultations of Kazakhstan and Norway was held in Oslo.", "dialogue", None, 3),
    (
        "The 12th session of the Kazakh-Norwegian Intergovernmental Commission was held in Oslo.",
        "dialogue", "Kazakh-Norwegian Intergovernmental Commission", 12,
    ),
    ("Minister Aigul Omarova attended the XV Oslo Energy Forum.", "conference", "Oslo Energy Forum", 15),
    ("Minister Aigul Omarova is taking part in the 79th session of the UN General Assembly.", "conference",
     "UN General Assembly", 79),
    ("Minister Aigul Omarova addressed the twenty-first Arctic Security Conference.", "conference",
     "Arctic Security Conference", 21),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "kind", "name", "session"), NAMED)
def test_a_session_of_a_mechanism_bears_its_name_and_number(
    sentence: str, kind: str, name: str | None, session: int
) -> None:
    event = next(event for event in read(sentence).events if event.is_main)
    assert (event.kind, event.session_no) == (kind, session)
    assert name is None or event.mechanism == name


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministers discussed the agenda of the Kazakh-Norwegian Intergovernmental Commission.",
        "The Strategic Dialogue is a mechanism of cooperation.",
        "A spokesperson answered questions at the daily press conference.",
    ],
)
def test_a_mechanism_that_is_only_spoken_of_did_not_meet(sentence: str) -> None:
    assert read(sentence).events == ()


def test_a_conference_is_the_mechanism_of_a_meeting_on_its_sidelines() -> None:
    facts = read(
        "On the sidelines of the Oslo Energy Forum, Minister of Kazakhstan Aigul Omarova met with Foreign Minister of "
        "Chile Pedro Soto."
    )
    assert [(event.kind, event.mechanism) for event in facts.events] == [("meeting", "Oslo Energy Forum")]


def test_a_short_name_takes_the_full_one_told_before() -> None:
    facts = read(
        "The ministers discussed preparations for the 6th Arctic Nations Summit.",
        "The Summit will be held in Oslo in October 2024.",
    )
    assert [(event.mechanism, event.session_no, event.status) for event in facts.events] == [
        ("Arctic Nations Summit", 6, "planned")
    ]


def test_the_date_behind_a_name_is_no_part_of_it() -> None:
    facts = read("Kazakhstan and Norway held the Second Kazakhstan-Norway Energy Dialogue on May 8.")
    assert facts.events[0].mechanism == "Kazakhstan-Norway Energy Dialogue"
    assert facts.events[0].date_edtf == "2024-05-08"
