"""Forms in which releases tell engagements: programmes of a day, talks by line, names that break off."""

from __future__ import annotations

import pytest

from tests.extract.reading import of_kind, read, who

OWN = "Minister of Foreign Affairs of Kazakhstan Aigul Omarova"
GUEST = "Foreign Minister of Norway Kari Hansen"


def test_a_schedule_dates_all_that_it_lists() -> None:
    lines = f"{OWN} meets with {GUEST}.", f"{OWN} meets with President of Peru Ana Diaz."
    facts = read(*lines, title="Public Schedule - May 14, 2024")
    assert [event.date_edtf for event in facts.events] == ["2024-05-14", "2024-05-14"]
    facts = read(*lines, title="Public Remarks - May 14, 2024")
    assert [event.date_edtf for event in facts.events] != ["2024-05-14", "2024-05-14"]


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        (f"held a virtual bilateral meeting with {GUEST}", "call"),
        (f"held a bilateral meeting with {GUEST}", "meeting"),
        (f"convened a call with {GUEST}", "call"),
        (f"hosted a conference call with {GUEST}", "call"),
    ],
)
def test_talks_by_line_are_a_call(told: str, kind: str) -> None:
    assert [event.kind for event in read(f"{OWN} {told}.").events] == [kind]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Arctic Energy Summit with Norwegian shipping lines", "Arctic Energy Summit"),
        ("Arctic Energy Summit with Coastal towns", "Arctic Energy Summit"),
        ("Arctic Energy Summit on Clean Shipping", "Arctic Energy Summit on Clean Shipping"),
        ("Arctic Energy Summit with Norway", "Arctic Energy Summit with Norway"),
    ],
)
def test_a_name_ends_before_people_who_are_not_part_of_it(told: str, name: str) -> None:
    assert [event.mechanism for event in read(f"{OWN} attended the {told} in Bergen.").events] == [name]


def test_he_behind_a_place_is_who_was_spoken_of_before() -> None:
    president = "President of Norway Olav Berg"
    facts = read(f"{OWN} will visit Norway.", f"In Oslo, she will meet {president}, {GUEST} and other officials.")
    assert who(facts, of_kind(facts, "meeting")[0]) == ["Aigul Omarova", "Kari Hansen", "Olav Berg"]


def test_an_earlier_meeting_that_talks_build_on_does_not_date_them() -> None:
    facts = read(
        f"{OWN} met {GUEST} in Oslo.", "This builds on their September 2022 meeting in Bergen.", title="Meeting"
    )
    assert str(of_kind(facts, "meeting")[0].start_on) == "2024-05-01"
