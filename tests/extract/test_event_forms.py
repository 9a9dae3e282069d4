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


def test_who_came_along_to_meetings_did_not_meet_the_traveller() -> None:
    facts = read(f"{OWN} visited Norway on 3 May, and was joined in her meetings by Ambassador Erlan Sadykov.")
    assert of_kind(facts, "meeting") == []
    facts = read(f"{OWN} visited Norway on 3 May, and held meetings with {GUEST}.")
    assert len(of_kind(facts, "meeting")) == 1


def test_a_meeting_held_virtually_is_a_call() -> None:
    assert [event.kind for event in read(f"{OWN} met virtually with {GUEST}.").events] == ["call"]
    assert [event.kind for event in read(f"{OWN} met privately with {GUEST}.").events] == ["meeting"]


def test_the_state_of_an_office_or_of_talk_is_no_side_of_a_visit() -> None:
    facts = read("Special Envoy for Peru of Kazakhstan Aigul Omarova will travel to Oslo on 20 May.")
    assert of_kind(facts, "visit")[0].sides == ("KZ", "NO")
    facts = read("A Peruvian delegation will travel to Oslo on 20 May.")
    assert sorted(of_kind(facts, "visit")[0].sides) == ["NO", "PE"]


def test_a_state_named_for_its_war_gives_and_gets_no_aid() -> None:
    aid = "Norway provided $5 million in humanitarian assistance to Kazakhstan"
    assert sorted(of_kind(read(f"{aid} after Chad's unprovoked invasion."), "aid")[0].sides) == ["KZ", "NO"]
    assert sorted(of_kind(read(f"{aid} and for Chad's schools."), "aid")[0].sides) == ["KZ", "NO", "TD"]


def test_a_spokesperson_who_gives_a_release_out_takes_no_part_in_what_it_tells() -> None:
    title = "Visit of Minister Aigul Omarova to Norway"
    facts = read("Ana Roe, Ministry Spokesperson", f"{OWN} toured Bergen.", title=title)
    assert who(facts, of_kind(facts, "visit")[0]) == ["Aigul Omarova"]


def test_who_asked_for_a_visit_did_not_travel() -> None:
    facts = read(f"{OWN} will visit Oslo on 20 May at the request of President of Kazakhstan Erlan Sadykov.")
    assert who(facts, of_kind(facts, "visit")[0]) == ["Aigul Omarova"]


def test_the_day_of_a_clause_with_since_is_of_what_it_tells() -> None:
    told = (
        f"On 13 May {OWN} met {GUEST} for the second ministers' meeting since their kings met in Bergen in August 2023."
    )
    first = of_kind(read(told), "meeting")[0]
    assert (who(read(told), first), first.date_edtf) == (["Aigul Omarova", "Kari Hansen"], "2024-05-13")


def test_what_follows_on_a_journey_is_where_the_text_spoke_of_last() -> None:
    facts = read(
        f"{OWN} will travel to Oslo, Norway, May 19-21, and Lima, Peru, May 22-23.",
        "While in Oslo, she will meet senior officials.",
        "She will also meet with members of the business community.",
        title="Minister Omarova's Travel to Norway and Peru",
    )
    assert [event.country_code for event in of_kind(facts, "meeting")] == ["NO", "NO"]


@pytest.mark.parametrize(
    "told", ["is ready to meet new threats in Norway", "said that attacks on Norway must be met with unity"]
)
def test_what_is_met_without_meeting_anybody(told: str) -> None:
    assert read(f"{OWN} {told}.").events == ()


def test_a_roundtable_of_the_title_is_what_the_opening_convenes() -> None:
    told = f"Today, {OWN} and Minister of Health of Kazakhstan Erlan Sadykov convened leaders of clinics."
    facts = read(told, title="Readout of Ministry Roundtable on Towns Affected by Storms")
    [roundtable] = facts.events
    assert (roundtable.kind, roundtable.mechanism) == ("conference", "Ministry Roundtable on Towns Affected by Storms")
    assert who(facts, roundtable) == ["Aigul Omarova", "Erlan Sadykov"]


def test_a_meeting_of_the_title_may_have_been_held_by_line() -> None:
    facts = read(
        "Office of the Ministry", "News", f"{OWN} met virtually with {GUEST}.", title="Omarova's Meeting with Hansen"
    )
    assert [(event.kind, event.is_main) for event in facts.events] == [("call", True)]


def test_a_country_in_a_compound_is_no_place() -> None:
    facts = read(f"{OWN} will travel to Lima, Peru, to participate in the Kazakhstan-Norway Energy Dialogue.")
    assert [event.country_code for event in of_kind(facts, "dialogue")] == ["PE"]


def test_an_anniversary_that_two_celebrate_in_talks_is_no_ceremony() -> None:
    title = "Minister Omarova's Meeting with Minister Hansen"
    told = f"{OWN} and {GUEST} celebrated the 30th anniversary of relations."
    assert of_kind(read(f"{OWN} met {GUEST} in Oslo.", told, title=title), "ceremony") == []
    assert len(of_kind(read(f"President of Peru Ana Diaz met {GUEST} in Oslo.", told), "ceremony")) == 1
