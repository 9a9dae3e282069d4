"""Engagements as news agencies and other ministries tell them: hosts in the headline, sittings, officers unnamed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pipelines.extract.reader import read_facts
from tests.extract.reading import of_kind, read, release, who

MINISTER = "Minister of Foreign Affairs of Kazakhstan Aigul Omarova"
GUEST = "Foreign Minister of Norway Kari Hansen"
ENVOY = "Special Envoy of Peru Juan Lopez"


def test_a_day_that_opens_the_sentence_does_not_end_the_list_of_those_who_were_met() -> None:
    facts = read(f"On 7 May, {MINISTER} held separate meetings with {GUEST}, {ENVOY} and Ambassador Dana Serik.")
    assert [set(who(facts, event)) - {"Aigul Omarova"} for event in facts.events] == [
        {"Kari Hansen"}, {"Juan Lopez"}, {"Dana Serik"},
    ]  # fmt: skip


def test_who_chaired_a_sitting_is_its_chair() -> None:
    [session] = read(
        f"The 3rd meeting of the Kazakhstan-Norway Working Group was held, co-chaired by {MINISTER} and {GUEST}."
    ).events
    assert {person.role for person in session.persons} == {"chair"}
    [other] = read(f"{MINISTER} and {GUEST} attended the 3rd meeting of the Kazakhstan-Norway Working Group.").events
    assert {person.role for person in other.persons} == {"participant"}


def test_the_city_that_hosts_is_the_place_and_not_the_dateline() -> None:
    facts = read(
        "ASTANA. AGENCY On Friday, Istanbul hosted the 13th session of the Kazakhstan-Norway Joint Commission."
    )
    [session] = facts.events
    assert session.country_code == "TR"


def test_an_officer_without_a_name_acts_for_the_state() -> None:
    facts = read(f"The head of Kazakh diplomacy received in Almaty {GUEST}.")
    [meeting] = facts.events
    assert (meeting.sides, meeting.country_code) == (("KZ", "NO"), "KZ")
    assert read(f"The Kazakh team received {GUEST}.").events == ()


def test_who_is_received_by_an_officer_without_a_name_meets_the_state_that_speaks() -> None:
    [meeting] = read("Envoy of Peru Juan Lopez was formally received by the Minister for Trade.").events
    assert set(meeting.sides) == {"KZ", "PE"}


def test_the_post_of_an_envoy_is_not_the_place_of_the_talks() -> None:
    [meeting] = read(f"{MINISTER} met in Almaty with Juan Lopez, Special Representative of the OSCE in Oslo.").events
    assert meeting.country_code == "KZ"


def test_he_who_follows_a_journey_is_the_traveller_without_a_name() -> None:
    facts = read(
        "The head of Kazakh diplomacy will pay a visit to Budapest on 20 May, where he will meet with the foreign"
        " ministers of Norway and Peru."
    )
    [meeting] = of_kind(facts, "meeting")
    assert (meeting.status, set(meeting.sides)) == ("planned", {"KZ", "NO", "PE"})


def test_the_main_item_of_an_agenda_is_a_sitting() -> None:
    facts = read(
        f"{MINISTER} visited Oslo on 7 May.",
        "The main item on the agenda was political consultations with Kari Hansen, State Secretary of the Ministry of"
        " Foreign Affairs, European Union and Trade of Norway.",
    )
    [session] = of_kind(facts, "dialogue")
    assert (set(session.sides), who(facts, session)) == ({"KZ", "NO"}, ["Aigul Omarova", "Kari Hansen"])


def test_his_visit_to_the_country_of_the_host_is_the_guests() -> None:
    facts = read(f"{MINISTER} received Foreign Minister of Norway Olav Berg during his first visit to Kazakhstan.")
    [visit] = of_kind(facts, "visit")
    assert who(facts, visit) == ["Olav Berg"]


def test_a_stay_for_talks_is_a_visit_behind_an_office_between_commas() -> None:
    facts = read("Juan Lopez, Deputy Minister of Trade of Peru, was in Astana on 7 May for consultations.")
    [visit] = of_kind(facts, "visit")
    assert (who(facts, visit), visit.date_edtf) == (["Juan Lopez"], "2024-05-07")
    assert read("Juan Lopez, Deputy Minister of Trade of Peru, was in Astana in his youth.").events == ()


def test_who_says_what_will_be_does_not_take_part() -> None:
    facts = read(
        f"{ENVOY} will visit Astana on 20 May.",
        f"He said the first opening meeting of the Board of the Steppe Fund with the participation of {MINISTER} will"
        " take place on 22-23 May in Istanbul.",
    )
    [meeting] = of_kind(facts, "meeting")
    assert (who(facts, meeting), meeting.country_code, meeting.date_edtf) == (
        ["Aigul Omarova"], "TR", "2024-05-22/2024-05-23",
    )  # fmt: skip


def test_a_meeting_called_by_two_states_alone_is_a_meeting() -> None:
    facts = read(f"{MINISTER} held a meeting over lunch with {GUEST}.", title="Kazakhstan-Norway Ministers' Meeting")
    assert [event.kind for event in facts.events] == ["meeting"]


def test_what_two_states_are_to_discuss_is_planned() -> None:
    facts = read(
        "Norway and Kazakhstan will discuss a roadmap during a meeting of the intergovernmental commission in Almaty on"
        " 22 May.",
        title="Norway, Kazakhstan to discuss a roadmap",
    )
    [session] = facts.events
    assert (session.kind, session.status, session.date_edtf, session.mechanism) == (
        "dialogue", "planned", "2024-05-22", "intergovernmental commission",
    )  # fmt: skip


def test_a_name_goes_on_behind_the_possessive_of_a_state() -> None:
    facts = read(
        "They spoke of the results of the Fourth Ministerial Meeting of Norway's Neighbouring Countries held today."
    )
    assert [event.mechanism for event in facts.events] == ["Ministerial Meeting of Norway's Neighbouring Countries"]


def test_the_commonwealth_of_independent_states_is_not_the_commonwealth() -> None:
    facts = read(
        f"{MINISTER} attended a regular meeting of the Council of Ministers of the Commonwealth of Independent States."
    )
    assert [event.sides for event in facts.events] == [("KZ", "CIS")]


def test_today_is_read_from_the_day_of_publication() -> None:
    document = replace(
        release("Today, India-Norway Foreign Office Consultations were held in Oslo."), issuer_country="IN"
    )
    [session] = read_facts(replace(document, published_on=date(2024, 3, 5))).events
    assert session.date_edtf == "2024-03-05"


def test_several_meetings_are_those_that_follow() -> None:
    facts = read(
        f"{MINISTER} held several meetings with diplomats.", f"{MINISTER} met {GUEST}.", f"{MINISTER} met {ENVOY}."
    )
    assert [set(who(facts, event)) for event in facts.events] == [
        {"Aigul Omarova", "Kari Hansen"},
        {"Aigul Omarova", "Juan Lopez"},
    ]


def test_a_diplomat_is_no_head_of_state() -> None:
    facts = read(
        f"{MINISTER} met {GUEST}.",
        "She recalled the words of President of Kazakhstan Dana Serik.",
        f"During a meeting with {ENVOY}, the Kazakh diplomat spoke of trade.",
    )
    assert who(facts, facts.events[1]) == ["Aigul Omarova", "Juan Lopez"]


def test_ministers_of_many_states_meet_where_the_headline_says_so() -> None:
    facts = read(
        "The Ministers of Foreign Affairs of Kazakhstan, Norway and Peru discussed preparations for the summit.",
        title="Foreign ministers meet in Lima",
    )
    [meeting] = facts.events
    assert (set(meeting.sides), meeting.country_code) == ({"KZ", "NO", "PE"}, "PE")


def test_talks_of_one_with_another_have_both() -> None:
    [call] = read(f"A telephone conversation of {MINISTER} with {GUEST} took place.").events
    assert set(call.sides) == {"KZ", "NO"}


def test_who_congratulates_a_colleague_took_no_post() -> None:
    facts = read(
        f"{MINISTER} received Foreign Minister of Norway Olav Berg.",
        "Omarova congratulated her colleague on his appointment.",
    )
    [post] = of_kind(facts, "appointment")
    assert who(facts, post) == ["Olav Berg"]


def test_what_was_spoken_of_in_talks_does_not_date_them() -> None:
    facts = read(
        f"{MINISTER} had a telephone conversation with {GUEST}.",
        "During the telephone talk, the sides discussed the issues of upcoming meetings in June 2024.",
    )
    assert [(event.status, event.date_edtf) for event in facts.events] == [("held", "2024-05")]


def test_the_day_of_a_briefing_is_not_that_of_the_talks() -> None:
    facts = read(f"{MINISTER} on Tuesday briefed reporters on her meeting with {GUEST}.", f"She met {GUEST} on Monday.")
    assert [event.date_edtf for event in facts.events] == ["2024-05-13"]


def test_the_states_before_a_number_are_part_of_the_name() -> None:
    facts = read(f"{MINISTER} attended the Central Asia - Norway third ministerial conference.")
    [conference] = facts.events
    assert (conference.mechanism, conference.session_no) == ("Central Asia - Norway ministerial conference", 3)


def test_a_sitting_for_which_somebody_will_come_is_planned() -> None:
    facts = read(
        f"{MINISTER} will be on a visit to Norway from 20 to 22 May.",
        f"The visit will be at the invitation of {GUEST} for co-chairing the 7th meeting of the Kazakhstan-Norway Joint"
        " Commission in Oslo.",
    )
    assert {event.status for event in facts.events} == {"planned"}


def test_a_tour_does_not_swallow_the_leg_that_has_days() -> None:
    facts = read(
        f"{GUEST} will arrive in Kazakhstan on 24-25 May.", "She will travel to Kazakhstan, Kenya and Mongolia."
    )  # fmt: skip
    assert facts.events[0].sides == ("NO", "KZ")


def test_his_visit_is_no_queens() -> None:
    facts = read(
        "Foreign Secretary of the United Kingdom John Roe will visit Kazakhstan on 17-18 May.",
        "A square named after the late British Queen Mary Doe will be opened during his visit.",
    )
    assert {name for event in of_kind(facts, "visit") for name in who(facts, event)} == {"John Roe"}


def test_who_spoke_at_an_opening_took_part_in_it() -> None:
    facts = read(
        "A ceremony to mark the opening of the Honorary Consulate of Kazakhstan was held in Oslo, Norway.",
        "In her speech, Mayor of Oslo Kari Hansen welcomed it.",
    )
    [opening] = facts.events
    assert (set(opening.sides), who(facts, opening)) == ({"KZ", "NO"}, ["Kari Hansen"])


def test_a_call_on_an_officer_without_a_name_is_a_meeting_and_a_demand_is_none() -> None:
    [meeting] = read(f"{MINISTER} called on the President of Norway.").events
    assert set(meeting.sides) == {"KZ", "NO"}
    assert read(f"{MINISTER} called on the President of Norway to release the sailors.").events == ()


def test_who_is_going_to_travel_has_not_yet() -> None:
    facts = read(
        f"{MINISTER} is going to Norway on her first visit.",
        "On 20 May Minister Omarova is going to make a trip to Norway with an official visit, the spokesman said at a"
        " press briefing today.",
    )
    assert {(event.kind, event.status) for event in facts.events} == {("visit", "planned")}
    assert read(f"{MINISTER} is not going to have a joint meeting with {GUEST}.").events == ()


def test_what_is_planned_is_told_by_plans_to() -> None:
    facts = read(f"{MINISTER} plans to hold a meeting with {GUEST} and pay a courtesy call to the President.")
    assert {(event.kind, event.status) for event in facts.events} == {("meeting", "planned")}


def test_a_summit_by_telephone_is_a_call() -> None:
    facts = read(
        f"{MINISTER} held a summit telephone talk with {GUEST}.", title="Kazakhstan-Norway Summit Telephone Talk"
    )
    assert [(event.kind, event.mechanism) for event in facts.events] == [("call", None)]


def test_a_span_of_days_goes_on_behind_a_weekday() -> None:
    [visit] = read(f"{MINISTER} visited Norway from Friday, May 3, to Wednesday, May 8.").events
    assert visit.date_edtf == "2024-05-03/2024-05-08"


def test_ministerial_consultations_are_a_dialogue() -> None:
    facts = read(f"{MINISTER} held ministerial consultations on transport with {GUEST}.")
    assert [event.kind for event in facts.events] == ["dialogue"]


def test_who_discusses_the_results_of_a_session_did_not_sit_in_it() -> None:
    facts = read(
        f"{MINISTER} met {GUEST}.",
        "The ministers discussed the results of the meeting of the Council of Heads of States of the Northern League,"
        " which was held on 2 May in Bergen.",
    )
    assert [who(facts, event) for event in of_kind(facts, "conference")] == [[]]


def test_a_summit_is_called_by_the_officers_who_sit_in_it() -> None:
    facts = read(f"{MINISTER} attended the first Silver Triangle presidents' summit on 2 May.")
    assert [event.mechanism for event in facts.events] == ["Silver Triangle presidents' summit"]


def test_a_stay_gives_occasion_to_meet() -> None:
    facts = read(
        f"{MINISTER} visited Norway.",
        "The visit was also an opportunity to meet with Prime Minister of Norway Olav Berg.",
    )
    [meeting] = of_kind(facts, "meeting")
    assert (meeting.status, who(facts, meeting)) == ("held", ["Aigul Omarova", "Olav Berg"])


def test_a_briefing_is_held_for_several_parties_and_not_for_the_press() -> None:
    facts = read("A briefing by Deputy Minister Dana Serik for heads of diplomatic missions took place in Astana.")
    assert [(event.kind, who(facts, event)) for event in facts.events] == [("conference", ["Dana Serik"])]
    assert read("A press briefing by Deputy Minister Dana Serik took place in Astana.").events == ()


def test_who_stresses_talks_that_were_held_did_not_hold_them() -> None:
    facts = read(
        "Minister Dana Serik stressed the importance of the consultative meeting of the leaders of the northern states"
        " that was held on March 15 in Oslo."
    )
    assert [who(facts, event) for event in facts.events] in ([], [[]])


def test_an_officer_of_a_country_is_who_holds_the_office() -> None:
    facts = read(
        "The delegation headed by Minister of Foreign Affairs of Kazakhstan Aigul Omarova takes part in the session.",
        "On the margins of the event, the Kazakh Foreign Minister held meetings with Foreign Ministers of Norway Kari"
        " Hansen and Germany Juan Lopez.",
    )
    assert [who(facts, event) for event in of_kind(facts, "meeting")] == [
        ["Aigul Omarova", "Kari Hansen"],
        ["Aigul Omarova", "Juan Lopez"],
    ]


def test_an_office_that_goes_on_has_a_holder_of_its_own() -> None:
    facts = read(
        f"{MINISTER} met Deputy Prime Minister of Norway Olav Berg on 2 May.",
        "The Minister met the Norwegian Deputy Prime Minister and Minister of Trade Kari Hansen on 3 May.",
    )
    assert who(facts, facts.events[1]) == ["Aigul Omarova", "Kari Hansen"]


def test_a_day_behind_a_visit_is_the_visits() -> None:
    facts = read(
        f"{MINISTER} visited Norway on 13 May.",
        f"The results of the visit of President Dana Serik to Peru in March were noted during the talks with {GUEST}.",
    )
    assert {event.date_edtf for event in of_kind(facts, "meeting")} != {"2024-03"}


def test_i_am_of_the_country_that_speaks() -> None:
    facts = read("During my visit to Lima on 2 and 3 May, I met with President of Peru Ana Roe.", issuer="NO")
    assert [(event.kind, set(event.sides)) for event in facts.events] == [
        ("visit", {"NO", "PE"}), ("meeting", {"NO", "PE"}),
    ]  # fmt: skip


def test_a_source_takes_no_part() -> None:
    facts = read(
        "Director Dana Serik spoke at a press briefing.",
        "According to him, political consultations of Kazakhstan and Norway will begin tomorrow.",
    )
    assert [who(facts, event) for event in of_kind(facts, "dialogue")] == [[]]


def test_meeting_somebody_opens_a_sentence() -> None:
    facts = read(f"After meeting {GUEST}, {MINISTER} met {ENVOY} on 2 May.")
    assert [(event.status, set(event.sides)) for event in facts.events] == [
        ("held", {"KZ", "NO"}), ("held", {"KZ", "PE"}),
    ]  # fmt: skip


def test_what_a_session_is_scheduled_for_is_its_day() -> None:
    facts = read(f"{MINISTER} spoke of the 3rd Northern Summit, scheduled for June 5.")
    assert [event.date_edtf for event in facts.events] == ["2024-06-05"]


def test_negotiations_of_others_are_only_spoken_of() -> None:
    facts = read(f"{MINISTER} met {GUEST} and exchanged views on negotiations between Peru and Kenya.")
    assert [set(event.sides) for event in facts.events] == [{"KZ", "NO"}]
