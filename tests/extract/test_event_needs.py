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


def test_a_message_goes_to_somebody() -> None:
    facts = read(f"{MINISTER} sent a message to {GUEST} on 3 May.")
    assert [event.kind for event in facts.events] == ["letter"]
    assert read(f"{MINISTER} said that the vote sent a clear message.").events == ()


def test_an_undated_letter_beside_the_news_bears_its_month() -> None:
    facts = read(
        f"{MINISTER} sent a telegram of condolence to {GUEST} yesterday.",
        "Deputy Minister of Kazakhstan Ivan Serov has written to Deputy Minister of Norway Olav Berg.",
    )
    assert [event.date_edtf for event in of_kind(facts, "letter")] == ["2024-05-14", "2024-05"]


def test_aid_summed_up_over_years_is_no_delivery() -> None:
    assert [event.kind for event in read("Norway sent 40 tonnes of humanitarian aid to Chile.").events] == ["aid"]
    for sum_of_years in ("To date, Norway has", "Since 2014, Norway has", "Norway, the largest donor, has"):
        assert read(f"{sum_of_years} provided $40 million in humanitarian aid to Chile.").events == ()


def test_to_be_named_in_honour_of_somebody_is_no_post() -> None:
    [event] = read("Ivan Serov was named Ambassador of Kazakhstan to Norway.").events
    assert event.kind == "appointment"
    assert read(f"A new rose was named in honour of {GUEST}.").events == ()


def test_negotiations_on_a_treaty_are_no_meeting() -> None:
    assert [event.kind for event in read(f"{MINISTER} held negotiations with {GUEST}.").events] == ["meeting"]
    assert read(f"{MINISTER} of Norway and Chile concluded negotiations on a Fisheries Agreement.").events == ()


def test_earlier_in_the_day_is_the_day_told_before() -> None:
    first = "Minister of Norway Kari Hansen attended the 3rd Sea States Forum yesterday."
    facts = read(first, "Earlier in the day, Minister Hansen held talks with Minister of Chile Pedro Soto.")
    assert [event.date_edtf for event in of_kind(facts, "meeting")] == ["2024-05-14"]
    facts = read(first, "Minister Hansen had met Minister of Chile Pedro Soto.")
    assert [event.date_edtf for event in of_kind(facts, "meeting")] == [None]


def test_a_new_ambassador_can_recall_a_dated_meeting_and_no_old_posts() -> None:
    title = "Ambassador Aigul Omarova Presents Credentials"
    first = f"Ambassador of Kazakhstan Aigul Omarova presented her credentials to {GUEST} today."
    facts = read(first, "She recalled the meeting with President of Norway Olav Berg in April 2022.", title=title)
    assert [event.date_edtf for event in of_kind(facts, "meeting")] == ["2022-04"]
    facts = read(first, "She was appointed Deputy Minister of Kazakhstan in 2008.", title=title)
    assert of_kind(facts, "appointment") == []
