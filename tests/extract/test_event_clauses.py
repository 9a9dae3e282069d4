"""Whose an engagement is and when it was, where its sentence tells of several, or only speaks of one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pipelines.extract.lexicons import rows
from pipelines.extract.reader import read_facts
from tests.extract.reading import of_kind, read, release, who

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


def test_the_day_of_a_thing_is_not_that_of_the_talks() -> None:
    [call] = read(f"On 10 May, {MINISTER} called {GUEST} to discuss Peru's April 26 rocket launches.").events
    assert call.date_edtf == "2024-05-10"
    facts = read(f"{MINISTER} attended Norway's May 26 meeting with {GUEST}.")
    assert [event.date_edtf for event in facts.events] == ["2024-05-26"]


def test_dialogues_with_different_states_are_two() -> None:
    facts = read(
        f"{MINISTER} will travel to Oslo on 20 May to lead the delegation to the Kazakhstan-Norway Strategic Dialogue.",
        f"On 23 May, {MINISTER} will lead the delegation for the fifth Kazakhstan-Peru Strategic Dialogue in Lima.",
    )
    assert [(one.session_no, one.country_code, one.sides) for one in of_kind(facts, "dialogue")] == [
        (None, "NO", ("KZ", "NO")),
        (5, "PE", ("KZ", "PE")),
    ]


def test_a_mechanism_that_met_is_no_meeting_beside_it() -> None:
    facts = read("The Kazakhstan-Norway Trade Council (KNTC) met for the first time in Oslo on 2 May.")
    assert [(event.kind, event.mechanism) for event in facts.events] == [
        ("dialogue", "Kazakhstan-Norway Trade Council")
    ]


def test_what_is_dated_ahead_is_planned_whatever_the_title_says() -> None:
    facts = read(
        f"{MINISTER} looks forward to welcoming {GUEST} to Astana on 30 May 2024.",
        title="On the Meeting between Minister Aigul Omarova and Foreign Minister of Norway Kari Hansen",
    )
    assert [(event.status, event.date_edtf) for event in of_kind(facts, "meeting")] == [("planned", "2024-05-30")]


def test_a_programme_includes_what_is_to_come() -> None:
    [meeting] = read(f"Her programme includes a call on {GUEST}.").events
    assert meeting.status == "planned"


def test_a_treaty_signed_long_ago_is_no_signing_today() -> None:
    assert read("The two build upon the Kazakhstan-Norway Treaty of Amity, signed in 1996.").events == ()


def test_aid_since_an_event_is_not_of_its_day() -> None:
    [aid] = read(
        "Kazakhstan has sent $2 million in humanitarian assistance since the flood in Peru in February."
    ).events
    assert aid.date_edtf != "2024-02"


def test_a_title_in_quotation_marks_belongs_to_the_conference() -> None:
    [event] = read(f"{MINISTER} took part in the \u201cRoad to Bergen\u201d Conference on 3 May.").events
    assert event.mechanism == "\u201cRoad to Bergen\u201d Conference"


def test_summits_in_plain_words_have_no_name() -> None:
    facts = read(f"{MINISTER} thanked Norway for hosting successful high-level summits on trade.")
    assert [event.mechanism for event in facts.events if event.mechanism] == []


def test_co_host_is_a_verb_in_a_title() -> None:
    facts = read(
        "Minister Aigul Omarova and Minister Kari Hansen will co-host the forum on 20 May.",
        title="Ministers Omarova and Hansen Co-Host Supply Chain Ministerial",
    )
    assert [event.mechanism for event in facts.events] == ["Supply Chain Ministerial"]


def test_a_summit_that_is_looked_to_is_not_where_the_visit_is() -> None:
    facts = read(
        f"{GUEST} visited Kazakhstan on 14 May 2024.",
        "Looking ahead to the Northern Summit in 2025, they work together.",
        "They spoke ahead of the Southern Leaders\u2019 Summit.",
    )
    assert all(event.country_code is None for event in of_kind(facts, "conference"))


def test_sessions_with_one_number_and_no_word_in_common_are_two() -> None:
    facts = read(
        f"{MINISTER} will attend the second Summit for Fisheries on 20 May.",
        f"{MINISTER} will attend the second Northern Trade Ministerial on 21 May.",
    )
    assert len(of_kind(facts, "conference")) == 2


def test_there_is_where_the_sentence_before_led() -> None:
    facts = read(
        f"{MINISTER} will travel to Norway, Peru, and Chad from 20 to 25 May 2024.",
        "She will start her journey in Norway.",
        f"There, she will meet with {GUEST}.",
    )
    [meeting] = of_kind(facts, "meeting")
    assert meeting.country_code == "NO"


def test_what_planned_talks_include_is_planned_with_their_people() -> None:
    facts = read(
        f"{MINISTER} will meet several leaders of Norway.",
        f"These include meetings with {GUEST} and President of Norway Olav Berg.",
    )
    found = of_kind(facts, "meeting")
    assert {event.status for event in found} == {"planned"}
    assert all("Aigul Omarova" in who(facts, event) for event in found)


def test_a_ministerial_meeting_of_two_states_with_somebody_is_a_session() -> None:
    facts = read(f"{MINISTER} co-chaired the Kazakhstan-Norway Working Groups Ministerial Meeting with {GUEST}.")
    assert [event.mechanism for event in facts.events] == ["Kazakhstan-Norway Working Groups Ministerial Meeting"]


def test_preparations_for_a_dated_summit() -> None:
    [event] = read("They noted preparations for the June 29-30 Northern Summit in Oslo.").events
    assert (event.status, event.date_edtf) == ("planned", "2024-06-29/2024-06-30")


def test_encouragement_for_talks_is_no_talk() -> None:
    assert read(f"{MINISTER} expressed her encouragement for peace negotiations between Norway and Peru.").events == ()


def test_a_field_of_a_roundtable_goes_on_behind_in_and_a_place_does_not() -> None:
    [event] = read(f"{MINISTER} attended the Roundtable on Innovation in Rural Health on 3 May.").events
    assert event.mechanism == "Roundtable on Innovation in Rural Health"
    [event] = read(f"{MINISTER} attended the Roundtable on Innovation in Bergen on 3 May.").events
    assert event.mechanism == "Roundtable on Innovation"


def test_the_sides_of_a_title_are_those_of_its_session() -> None:
    facts = read(
        "The fourth Ministerial meeting of the Trade Council took place in Oslo on 2 May 2024.",
        title="Kazakhstan-Norway Joint Statement of the Trade Council",
    )
    assert [set(event.sides) for event in of_kind(facts, "conference")] == [{"KZ", "NO"}]


def test_idioms_tell_nothing() -> None:
    assert read("We agree with Norway when it comes to Bergen.").events == ()
    assert read(f"{GUEST} attended various site visits in Astana.").events == ()
    facts = read(f"{MINISTER} will receive calls by {GUEST} and {ENVOY}.")
    assert {event.kind for event in facts.events} == {"meeting"}


def test_a_letter_reaches_whom_a_small_word_describes() -> None:
    [letter] = read(f"{MINISTER} wrote a letter to outgoing {GUEST}.").events
    assert who(read(f"{MINISTER} wrote a letter to outgoing {GUEST}."), letter) == ["Aigul Omarova", "Kari Hansen"]


def test_opening_words_before_a_question_keep_its_people_out() -> None:
    facts = read(f"Following {MINISTER}'s meeting with {GUEST}, is Minister Serik hopeful?")
    assert [who(facts, event) for event in facts.events] == [["Aigul Omarova", "Kari Hansen"]]


def test_a_leader_with_a_particle_in_the_name_is_placed() -> None:
    known = next(row for row in rows("leaders") if row["family"].startswith("De "))
    [person] = read_facts(
        replace(release(f"Prime Minister {known['family']} agreed."), published_on=date(int(known["from"]), 6, 1))
    ).persons
    assert (person.name, person.country_code) == (known["family"], known["country"])


def test_later_today_is_still_to_come() -> None:
    facts = read(f"{MINISTER} met {ENVOY} earlier today. Her meeting later today with {GUEST} will be held in Astana.")
    assert [event.status for event in facts.events] == ["held", "planned"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{MINISTER} will visit Norway in December.", "2024-12"),
        (f"{MINISTER} will visit Norway on 5 February.", "2025-02-05"),
        (f"{MINISTER} spoke of the Northern Trade Summit to be held in December.", "2024-12"),
    ],
)
def test_a_plan_without_a_year_is_for_the_next_such_day(text: str, day: str) -> None:
    [event] = read(text).events
    assert (event.status, event.date_edtf) == ("planned", day)


def test_what_was_done_in_a_month_without_a_year_lies_behind() -> None:
    [visit] = read(f"{MINISTER} visited Norway in December.").events
    assert (visit.status, visit.date_edtf) == ("held", "2023-12")


def test_engagements_listed_with_a_plan_are_planned() -> None:
    facts = read(f"It will be raised when {MINISTER} meets {ENVOY} and meets {GUEST} in Oslo next month.")
    assert [(event.status, event.date_edtf) for event in facts.events] == [("planned", "2024-06")] * 2


def test_a_visit_put_off_is_cancelled() -> None:
    [visit] = read(f"She understood the reasons for the postponement of {GUEST}'s visit to Kazakhstan.").events
    assert visit.status == "cancelled"


def test_a_message_that_a_deed_sends_is_no_letter() -> None:
    assert read("Yesterday, Norway sent a clear message of support for the people of Peru.").events == ()
    told = read(f"Yesterday, {MINISTER} sent a message of condolence to {GUEST}.").events
    assert [event.kind for event in told] == ["letter"]


def test_the_first_elected_president_is_not_elected_now() -> None:
    assert read("As the first popularly elected President of Norway, Mr Olav Berg led wisely.").events == ()
    told = read("Mr Olav Berg has been elected President of Norway.").events
    assert [event.kind for event in told] == ["appointment"]


def test_aid_since_an_invasion_is_not_the_invaders() -> None:
    [aid] = read("Kazakhstan has sent 20 tonnes of humanitarian aid to Peru since the Norwegian invasion.").events
    assert sorted(aid.sides) == ["KZ", "PE"]


def test_who_praises_a_host_did_not_take_part() -> None:
    [forum] = read(f"{MINISTER} commended Norway for hosting the Oslo Energy Forum.").events
    assert (who(read(f"{MINISTER} commended Norway for hosting the Oslo Energy Forum."), forum), forum.sides) == (
        [],
        ("NO",),
    )


def test_an_anniversary_that_is_welcomed_is_no_ceremony() -> None:
    assert read(f"{MINISTER} and {GUEST} welcomed the commemoration of the 30th anniversary of relations.").events == ()


def test_ministerial_positions_are_no_conference() -> None:
    assert read(f"{GUEST} held various Ministerial positions in Oslo.").events == ()


def test_the_ministers_are_those_who_hold_the_office() -> None:
    facts = read(
        f"{MINISTER} and {GUEST} opened the Embassy. They welcomed the arrival of Ambassador of Norway Nils Dahl. "
        "At their meeting on 2 May, the Ministers discussed trade."
    )
    [meeting] = of_kind(facts, "meeting")
    assert sorted(who(facts, meeting)) == ["Aigul Omarova", "Kari Hansen"]


def test_a_royal_style_means_the_one_who_wears_the_crown() -> None:
    facts = read(
        f"Crown Prince of Norway Nils Dahl came to Astana. {MINISTER} welcomed the guests. "
        "Prime Minister of Kazakhstan Arman Bek will host lunch for His Royal Highness."
    )
    lunch = of_kind(facts, "meeting")[-1]
    assert sorted(who(facts, lunch)) == ["Arman Bek", "Nils Dahl"]


def test_talks_told_as_separate_at_the_end_are_one_each() -> None:
    facts = read(f"{ENVOY} called on {MINISTER} and Prime Minister of Kazakhstan Arman Bek separately.")
    assert [len(who(facts, event)) for event in of_kind(facts, "meeting")] == [2, 2]


def test_the_name_of_a_conference_holds_the_whole_name_of_its_body() -> None:
    [summit] = read(f"{MINISTER} attended the Group of 77 and China Summit in Oslo.").events
    assert summit.mechanism == "Group of 77 and China Summit"


def test_who_asked_for_a_workshop_did_not_take_part() -> None:
    text = f"At {ENVOY}'s request, the Institute of Kazakhstan hosted a workshop on trade in March 2024."
    facts = read(text)
    assert [who(facts, event) for event in facts.events] in ([], [[]])


def test_what_was_attended_is_held_though_its_day_is_of_another_zone() -> None:
    [retreat] = read(f"{MINISTER} participated in the Northern Leaders' Retreat in Oslo on 8 May 2024.").events
    assert retreat.status == "held"


def test_the_first_of_some_is_no_first_session() -> None:
    [council] = read(
        f"{MINISTER} attended the first meeting of the Kazakhstan-Norway Business Council since 2019 in Oslo on 2 May."
    ).events
    assert council.session_no is None
    [council] = read(f"{MINISTER} attended the first meeting of the Kazakhstan-Norway Business Council in Oslo.").events
    assert council.session_no == 1


def test_summits_in_one_list_share_their_days() -> None:
    facts = read(f"{MINISTER} will attend the 8th Islands Summit and the Coastal Forum from 26 to 28 October 2024.")
    assert {event.date_edtf for event in of_kind(facts, "conference")} == {"2024-10-26/2024-10-28"}


def test_what_is_done_under_a_forum_is_no_session_of_it() -> None:
    facts = read("Kazakhstan will host a study visit by envoys of Norway under the 10th Islands Forum.")
    assert of_kind(facts, "conference") == []


def test_him_is_the_guest_where_another_hosted_him() -> None:
    facts = read(
        f"{ENVOY} met {MINISTER} this morning. He also met Prime Minister of Kazakhstan Arman Bek, who hosted him to "
        "an official lunch."
    )
    assert [sorted(who(facts, event)) for event in of_kind(facts, "meeting")] == [
        ["Aigul Omarova", "Juan Lopez"],
        ["Arman Bek", "Juan Lopez"],
    ]


def test_what_talks_prepare_lends_them_neither_day_nor_place() -> None:
    facts = read(
        f"{MINISTER} travelled to Lima, Peru, on 19 April to meet {GUEST} in advance of the Ninth Islands Summit this "
        "June in Oslo."
    )
    [meeting] = of_kind(facts, "meeting")
    assert (meeting.date_edtf, meeting.country_code) == ("2024-04-19", "PE")


def test_talks_about_elections_are_not_on_the_day_of_the_vote() -> None:
    [meeting] = read(f"{MINISTER} met {GUEST} to speak of the elections on 13 May 2024.").events
    assert meeting.date_edtf == "2024-05"


def test_a_list_of_places_is_no_list_of_sides() -> None:
    [meeting] = read(f"{MINISTER} met {GUEST} on aid to Peru, Chad, and Kenya.").events
    assert sorted(meeting.sides) == ["KZ", "NO"]
    [meeting] = read(f"{MINISTER} met with senior officials from Peru, Chad, and Kenya.").events
    assert sorted(meeting.sides) == ["KE", "KZ", "PE", "TD"]


def test_citizens_of_foreign_descent_are_of_their_own_state() -> None:
    [meeting] = read("Senior Advisor Dana Reed met Peruvian American leaders today.", issuer="US").events
    assert meeting.sides == ("US",)


def test_what_a_dialogue_is_about_takes_no_part() -> None:
    [dialogue] = read(
        f"{MINISTER} attended the third high level meeting of the Kazakhstan-Norway Dialogue on Chad."
    ).events
    assert (sorted(dialogue.sides), dialogue.session_no) == (["KZ", "NO"], 3)


def test_a_group_that_is_set_up_did_not_meet() -> None:
    assert read("We have set up a working group with Norway to ease travel.").events == ()


def test_a_dialogue_to_be_launched_is_planned() -> None:
    [dialogue] = read("Kazakhstan and Norway committed to launching a Dialogue on Energy Security this year.").events
    assert dialogue.status == "planned"


def test_who_is_congratulated_by_a_surname_that_is_a_word_is_the_one_appointed() -> None:
    facts = read(
        f"{MINISTER} called Minister of Foreign Affairs of Norway Bui Thanh Son on 1 May 2024 and congratulated "
        "Minister Son on his appointment."
    )
    [post] = of_kind(facts, "appointment")
    assert who(facts, post) == ["Bui Thanh Son"]


def test_a_visit_asked_for_is_none() -> None:
    assert read("Visit our Together with Norway website.").events == ()


def test_today_of_the_verb_before_is_not_that_of_the_next() -> None:
    facts = read(f"{ENVOY} called on Prime Minister of Kazakhstan Arman Bek earlier today and met {GUEST} on 12 May.")
    assert [event.date_edtf for event in facts.events] == ["2024-05-15", "2024-05-12"]


def test_a_letter_before_each_item_does_not_end_a_list_of_envoys() -> None:
    facts = read(
        "The following envoys presented their credentials to President of Kazakhstan Arman Bek in separate ceremonies:",
        "a.",
        "The Ambassador of the Republic of Peru",
        "His Excellency Juan Lopez",
        "b.",
        "The Ambassador of the Kingdom of Norway",
        "Her Excellency Kari Hansen",
    )
    assert [who(facts, event) for event in of_kind(facts, "credentials")] == [
        ["Arman Bek", "Juan Lopez"],
        ["Arman Bek", "Kari Hansen"],
    ]


def test_the_day_of_an_announcement_is_not_that_of_what_it_follows() -> None:
    text = "Today's announcement follows the Kazakhstan-Norway Strategic Dialogue, which was held in Oslo in March."
    [dialogue] = read(text).events
    assert dialogue.date_edtf == "2024-03"


def test_a_year_before_the_name_of_talks_is_when_they_were() -> None:
    [summit] = read("Recalling our commitment from the 2022 Northern Leaders Summit, we will act.").events
    assert (summit.status, summit.date_edtf) == ("held", "2022")


def test_a_report_of_a_mechanism_is_no_session_of_it() -> None:
    assert read("An expert mission will build upon the first Oslo Dialogue report, released on 13 April.").events == ()


def test_a_conference_may_be_called_ours() -> None:
    [conference] = read("Norway will host the 10th Our Ocean Conference in 2025.").events
    assert (conference.mechanism, conference.session_no) == ("Our Ocean Conference", 10)


def test_who_hosts_those_that_attend_does_not_attend() -> None:
    facts = read(f"{MINISTER} will give a lunch for the leaders attending the Islands Annual Conference.")
    assert [who(facts, event) for event in of_kind(facts, "conference")] in ([], [[]])


def test_the_dead_write_no_letters() -> None:
    facts = read(
        "We offer our condolences to Olav Berg's family and all Norwegians.",
        title="Condolences on the Passing of Olav Berg",
    )
    assert [who(facts, letter) for letter in of_kind(facts, "letter")] == [[]]


def test_ministers_who_met_for_a_session_held_that_session() -> None:
    facts = read(
        "The Kazakhstan and Norway Ministers met in Oslo for the 13th meeting of the Kazakhstan-Norway Joint Council "
        "on 2 May."
    )
    assert [(event.kind, event.session_no, event.date_edtf) for event in facts.events] == [
        ("dialogue", 13, "2024-05-02")
    ]


def test_the_president_of_a_session_is_no_session() -> None:
    facts = read(
        f"{MINISTER} called on the President (PGA) of the 76th Session of the UN General Assembly Omar Diallo."
    )
    assert of_kind(facts, "conference") == []


def test_a_trip_that_is_a_continuation_of_something_goes_nowhere_by_it() -> None:
    facts = read(
        "Minister Omarova's trip is a continuation of the talks undertaken in support of an answer to Norway's plans."
    )
    assert all("NO" not in event.sides for event in of_kind(facts, "visit"))


def test_a_visit_that_is_hosted_goes_to_the_host() -> None:
    [visit] = of_kind(read("Kazakhstan will host a study visit by envoys to the United Nations in New York."), "visit")
    assert visit.country_code == "KZ"


def test_those_who_joined_a_call_took_part() -> None:
    facts = read(f"Joining President of Kazakhstan Arman Bek on the call were {GUEST} and {ENVOY}.")
    assert [who(facts, call)[-2:] for call in of_kind(facts, "call")] == [["Juan Lopez", "Kari Hansen"]]


def test_hosts_and_guests_come_together_for_a_session() -> None:
    facts = read(
        f"On 20 May, {MINISTER} and Minister of Defence Arman Bek will welcome {GUEST} to Astana for the fourth "
        "Kazakhstan-Norway Ministerial Dialogue."
    )
    assert [who(facts, event) for event in facts.events] == [["Aigul Omarova", "Arman Bek", "Kari Hansen"]]


def test_a_retreat_of_a_ministers_meeting_is_a_conference() -> None:
    [meeting] = read(f"At the 56th ASEAN Foreign Ministers' Meeting (AMM) Retreat, {MINISTER} spoke of trade.").events
    assert meeting.kind == "conference"


def test_an_officer_without_a_name_goes_for_the_country_that_speaks() -> None:
    [visit] = read("When the Home Secretary visited Norway in November, progress was made.").events
    assert (visit.kind, sorted(visit.sides)) == ("visit", ["KZ", "NO"])


def test_a_consulate_opens_its_doors_with_ceremony_and_people_do_not() -> None:
    [opening] = read("An Honorary Consulate of Kazakhstan has opened its doors in Oslo.").events
    assert (opening.kind, opening.country_code) == ("ceremony", "NO")
    assert read("Families across Norway have opened their doors to refugees.").events == ()


def test_the_diplomats_of_a_country_are_the_one_spoken_of() -> None:
    facts = read(f"{MINISTER} is in Oslo. The Kazakh diplomats also sat down together with Nils Dahl and {GUEST}.")
    [meeting] = of_kind(facts, "meeting")
    assert "Aigul Omarova" in who(facts, meeting)


def test_a_forum_that_is_called_held_somewhen_was_held() -> None:
    [forum] = read(f"{MINISTER} noted the outcomes of the Oslo Youth Forum held in April 2023 in Bergen.").events
    assert (forum.status, forum.date_edtf) == ("held", "2023-04")


def test_who_is_congratulated_by_initial_and_surname_is_the_one_elected() -> None:
    facts = read(
        "Ambassador of Kazakhstan Dana Serik was received by King of Norway Olav Berg. On behalf of the President, the "
        "Ambassador congratulated O. Berg on his election as head of the League."
    )
    [post] = of_kind(facts, "appointment")
    assert who(facts, post) == ["Olav Berg"]


def test_scholars_who_travel_are_no_visit() -> None:
    assert read("Norwegian scholars and students have traveled to Peru for research.").events == ()


def test_negotiations_on_joining_a_union_are_no_meeting_of_those_who_join() -> None:
    assert (
        read("She reaffirmed the support for the formal opening of accession negotiations with Norway and Peru.").events
        == ()
    )


def test_a_letter_of_condolence_is_written_to_the_living() -> None:
    facts = read(
        "President of Kazakhstan Arman Bek has written to His Highness Sheikh Zayed Al Amin, Ruler of Abu Dhabi, to "
        "convey his condolences on the passing of His Highness Sheikh Khalifa Al Amin.",
        title="Condolence letter from President of Kazakhstan Arman Bek on the passing of Sheikh Khalifa Al Amin",
    )
    assert [who(facts, letter) for letter in of_kind(facts, "letter")] == [["Arman Bek", "Zayed Al Amin"]]


def test_a_retreat_that_convened_online_is_told_once() -> None:
    facts = read(
        f"{MINISTER} participated in the Northern Ministers' Retreat in Oslo on 2 May.",
        f"The Retreat was chaired by {GUEST}, and convened in a hybrid modality.",
    )
    assert of_kind(facts, "meeting") == []


def test_a_trip_that_had_to_be_postponed_was_not_made() -> None:
    [trip] = read("President of Norway Olav Berg had to postpone his trip to Kazakhstan.").events
    assert trip.status == "cancelled"
