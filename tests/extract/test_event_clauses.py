"""Whose an engagement is and when it was, where its sentence tells of several, or only speaks of one."""

from __future__ import annotations

import pytest

from pipelines.extract.lexicons import rows
from tests.extract.reading import of_kind, read, who

MINISTER = "Minister of Foreign Affairs of Kazakhstan Aigul Omarova"
GUEST = "Foreign Minister of Norway Kari Hansen"
ENVOY = "Special Envoy of Peru Juan Lopez"


def test_opening_words_have_their_own_people_and_day() -> None:
    facts = read(f"Following {MINISTER}'s talks with {ENVOY} on 2 May, Ambassador Dana Serik met {GUEST} on 7 May.")
    first, second = facts.events
    assert (first.date_edtf, who(facts, first)) == ("2024-05-02", ["Aigul Omarova", "Juan Lopez"])
    assert (second.date_edtf, who(facts, second)) == ("2024-05-07", ["Dana Serik", "Kari Hansen"])


def test_opening_words_go_on_behind_a_comma_of_place() -> None:
    facts = read(f"After talks with {ENVOY} in Lima, Peru, on 2 May, {MINISTER} met {GUEST} in Oslo on 7 May.")
    assert [event.date_edtf for event in facts.events] == ["2024-05-02", "2024-05-07"]


def test_a_day_before_after_is_of_what_came_after() -> None:
    facts = read(f"{MINISTER} met {GUEST} in Oslo on 7 May after talks with {ENVOY} in Lima on 2 May.")
    assert {event.date_edtf: who(facts, event)[0] for event in facts.events} == {
        "2024-05-07": "Aigul Omarova",
        "2024-05-02": "Aigul Omarova",
    }


def test_the_subject_of_a_clause_with_as_goes_alone() -> None:
    facts = read(f"{MINISTER} sent her wishes to {GUEST} as President of Norway Olav Berg travels to Peru.")
    [visit] = of_kind(facts, "visit")
    assert who(facts, visit) == ["Olav Berg"]


def test_the_day_of_what_is_congratulated_on_is_not_that_of_the_talks() -> None:
    [meeting] = read(f"{MINISTER} met {GUEST}, and congratulated Norway on the elections on 9 January 2024.").events
    assert meeting.date_edtf == "2024-05"


def test_an_award_is_received_and_no_guest() -> None:
    assert read(f"{MINISTER} received the Order of the Northern Star from {GUEST}.").events == ()
    assert [event.kind for event in read(f"{MINISTER} received a delegation from Oslo led by {GUEST}.").events] == [
        "meeting"
    ]


@pytest.mark.parametrize("often", ["on many occasions", "several times"])
def test_who_met_time_and_again_did_not_meet_once(often: str) -> None:
    assert read(f"{MINISTER} and her friends met {GUEST} {often}.").events == ()


def test_to_be_open_to_talks_is_no_talk() -> None:
    assert read(f"{MINISTER} said that she was open to further talks with {GUEST}.").events == ()


def test_families_that_may_visit_are_no_visit() -> None:
    assert read("Kazakhstan makes it easier for families to visit their relatives in Norway.").events == ()


def test_a_congress_that_a_traveller_leads_a_delegation_to_is_still_to_come() -> None:
    facts = read(
        f"{MINISTER} will travel to Kenya from 20 to 23 May as head of the delegation to the Third Session of the "
        "United Nations Environment Assembly."
    )
    assert [event.status for event in facts.events] == ["planned", "planned"]


def test_a_feast_that_a_letter_greets_is_no_ceremony() -> None:
    facts = read(
        "On behalf of Kazakhstan, I extend best wishes to the people of Norway on the occasion of the New Year.",
        title="Norway New Year 2024 \u2013 Winter Festival",
    )
    assert [event.kind for event in facts.events] == ["letter"]


def test_a_conference_months_after_a_visit_is_not_where_the_visit_was() -> None:
    facts = read(
        f"{GUEST} visited Kazakhstan from 10 to 17 May 2024. The Ministers spoke of her invitation to attend the "
        "Third Northern Summit in November 2024."
    )
    [summit] = of_kind(facts, "conference")
    assert (summit.date_edtf, summit.country_code) == ("2024-11", None)


def test_a_noun_with_a_capital_is_no_name() -> None:
    [meeting] = read(f"{MINISTER} met {GUEST} on the sidelines of the Forum.").events
    assert meeting.mechanism is None


def test_the_acronym_in_a_name_shows_where_it_begins() -> None:
    [meeting] = read(
        f"{MINISTER} took part in the Alliance of Small Harbour States (ASHS) Leaders\u2019 Meeting."
    ).events
    assert meeting.mechanism == "Alliance of Small Harbour States (ASHS) Leaders\u2019 Meeting"


def test_an_envoy_behind_with_is_no_part_of_the_name() -> None:
    [meeting] = read(f"{MINISTER} opened the Kazakhstan-Norway Consultative Mechanism with {ENVOY}.").events
    assert meeting.mechanism == "Kazakhstan-Norway Consultative Mechanism"


def test_heads_of_state_are_placed_by_the_years_of_their_term() -> None:
    sample = {row["family"]: row["country"] for row in rows("leaders") if row["from"] == "2017" and not row["to"]}
    text = [f"President {family} agreed." for family in sample]
    facts = read(*text, "Former President Yeltsin wrote. President Yeltsin wrote too.", issuer="VA")
    found = {person.name: person.country_code for person in facts.persons}
    assert {family: found[family] for family in sample if family in found} == {
        family: country for family, country in sample.items() if family in found
    }
    assert len(sample.keys() & found.keys()) > 3
    assert found["Yeltsin"] == "RU"


def test_a_leader_of_other_years_or_another_given_name_is_not_placed() -> None:
    facts = read("President Yeltsin agreed with Marta Putin.", issuer="KZ")
    assert {person.name: person.country_code for person in facts.persons} == {"Yeltsin": "KZ", "Marta Putin": None}
