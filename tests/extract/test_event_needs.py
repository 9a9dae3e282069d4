"""What makes words that can tell an engagement believed, and when and where they set it."""

from __future__ import annotations

import pytest

from tests.extract.reading import of_kind, read

MINISTER = "Minister of Foreign Affairs of Kazakhstan Aigul Omarova"
GUEST = "Foreign Minister of Norway Kari Hansen"


def test_officials_travel_and_people_in_general_do_not() -> None:
    assert [event.kind for event in read("A Kazakh delegation travelled to Oslo on 3 May.").events] == ["visit"]
    assert read("Kazakhs travelling to Norway should register.").events == ()


def test_to_speak_of_somebody_is_no_call() -> None:
    assert [event.kind for event in read(f"{MINISTER} spoke with {GUEST}.").events] == ["call"]
    assert read(f"{MINISTER} spoke warmly of {GUEST} to her students.").events == ()


def test_an_exchange_of_views_is_talks_and_one_of_things_is_not() -> None:
    assert [event.kind for event in read(f"{MINISTER} and {GUEST} had an exchange of views.").events] == ["meeting"]
    title = "Exchange of gifts between Norway and Kazakhstan"
    assert read("Norway and Kazakhstan are friends.", title=title).events == ()


@pytest.mark.parametrize("rite", ["cut the ribbon", "signed the book of condolence"])
def test_a_rite_is_a_ceremony_of_somebody(rite: str) -> None:
    assert [event.kind for event in read(f"{MINISTER} {rite} in Bergen on 3 May.").events] == ["ceremony"]
    assert read(f"It was then that people {rite} in Bergen.").events == ()


def test_what_is_conferred_may_stand_far_behind() -> None:
    [event] = read(
        f"President of Norway Olav Berg conferred on {GUEST} the highest and oldest of all the kingdom's awards."
    ).events
    assert event.kind == "ceremony"
    assert read(f"President of Norway Olav Berg conferred on {GUEST} the right to speak.").events == ()


def test_whom_somebody_has_not_yet_met_was_not_met() -> None:
    assert [event.kind for event in read(f"{MINISTER} has met {GUEST}.").events] == ["meeting"]
    assert read(f"{MINISTER} hasn't yet met {GUEST}.").events == ()


def test_a_reappointment_is_congratulated_on() -> None:
    facts = read(f"{MINISTER} met {GUEST} and congratulated her on her reappointment.")
    assert [event.kind for event in facts.events] == ["meeting", "appointment"]
    assert [event.kind for event in read(f"{MINISTER} met {GUEST} after a reappointment.").events] == ["meeting"]


def test_a_meal_behind_a_plan_is_planned() -> None:
    host = "President of Norway Olav Berg"
    facts = read(f"{MINISTER} will call on {GUEST}, and be hosted to lunch by {host}.")
    assert [event.status for event in facts.events] == ["planned", "planned"]
    facts = read(f"{MINISTER} called on {GUEST}, and was hosted to lunch by {host}.")
    assert [event.status for event in facts.events] == ["held", "held"]


def test_the_number_and_day_of_a_release_date_no_engagement() -> None:
    title = "No: 31, 12 May 2024, Press Release Regarding the Visit of the Minister of Foreign Affairs to Norway"
    [visit] = read(f"{MINISTER} will visit Norway.", title=title).events
    assert visit.date_edtf is None
    [visit] = read(f"{MINISTER} visited Norway.", title="Visit of the Minister to Norway, 12 May 2024").events
    assert visit.date_edtf == "2024-05-12"


def test_an_invitation_for_half_a_year_is_a_plan() -> None:
    [visit] = read(f"{GUEST} accepted the invitation to visit Kazakhstan in the second half of 2024.").events
    assert (visit.status, visit.date_edtf) == ("planned", "2024-07/2024-12")
    assert read(f"{GUEST} accepted the invitation to visit Kazakhstan.").events == ()


def test_the_place_of_a_meeting_may_stand_behind_many_offices() -> None:
    many = (
        "the Deputy Head of the Office of the Royal Household of Norway and Chamberlain of the Royal Court, the "
        "Permanent Secretary of the Ministry of Fisheries and Coastal Affairs, the Director of the Institute of Coasts "
    )
    facts = read(f"{MINISTER} met with {many} and {GUEST} in Bergen.")
    assert facts.events[0].place_id is not None
    facts = read(f"{MINISTER} met with {many} and {GUEST} and visited Chile in May.")
    assert of_kind(facts, "meeting")[0].place_id is None


def test_who_will_succeed_somebody_is_appointed() -> None:
    [event] = read("Ambassador of Kazakhstan Aigul Omarova will succeed Ivan Serov as Special Envoy for Coasts.").events
    assert (event.kind, event.status) == ("appointment", "planned")
    assert read("The plan of Norway will succeed.").events == ()


def test_a_visit_that_will_include_something_is_planned() -> None:
    first = f"{GUEST} is known in Kazakhstan."
    facts = read(first, "Minister Hansen's visit to Almaty will include talks.")
    assert [event.status for event in of_kind(facts, "visit")] == ["planned"]
    facts = read(first, "Minister Hansen's visit to Almaty included talks.")
    assert [event.status for event in of_kind(facts, "visit")] == ["held"]
