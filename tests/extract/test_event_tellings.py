# ruff: noqa: RUF001 - releases are set with typographic marks
"""How engagements are told in the releases of many ministries: each test is one way of telling, with its contrary."""

from __future__ import annotations

from datetime import date

import pytest

from tests.extract.reading import of_kind, read, who

MINISTER = "Minister of Foreign Affairs of Kazakhstan Aigul Omarova"
GUEST = "Foreign Minister of Norway Kari Hansen"


def test_what_somebody_travels_for_is_planned_with_the_journey_on_some_day_of_it() -> None:
    facts = read(
        f"{MINISTER} will visit Oslo from 20 to 22 May to attend the 5th Arctic Energy Forum, at the invitation of "
        f"{GUEST}."
    )
    [forum] = of_kind(facts, "conference")
    assert (forum.status, forum.date_edtf, who(facts, forum)) == ("planned", "2024-05", ["Aigul Omarova"])


def test_a_plan_goes_on_behind_and() -> None:
    facts = read(
        f"{MINISTER} will call on President of Norway Olav Berg and meet {GUEST}, who will also host a dinner."
    )
    assert [event.status for event in of_kind(facts, "meeting")][:2] == ["planned", "planned"]
    assert ["Aigul Omarova", "Kari Hansen"] in [who(facts, event) for event in facts.events]


def test_what_has_been_held_is_not_planned_behind_and() -> None:
    facts = read(f"{MINISTER} met with {GUEST} and held talks with Foreign Minister of Chile Pedro Soto.")
    assert {event.status for event in facts.events} == {"held"}


def test_an_office_in_initials_means_its_holder() -> None:
    facts = read(
        "Deputy Prime Minister of Kazakhstan Aigul Omarova arrived in Oslo.", f"DPM met {GUEST}. The WTO met its goals."
    )
    assert who(facts, of_kind(facts, "meeting")[0]) == ["Aigul Omarova", "Kari Hansen"]


def test_a_style_alone_means_its_bearer() -> None:
    facts = read(
        "Her Royal Highness Princess Kari Hansen of Norway will visit Kazakhstan on 20 May.",
        f"Her Royal Highness will meet {MINISTER}.",
    )
    assert who(facts, of_kind(facts, "meeting")[0]) == ["Aigul Omarova", "Kari Hansen"]


def test_his_at_the_head_of_a_sentence_means_the_one_named_next() -> None:
    facts = read(
        f"{MINISTER} spoke about trade.", f"During her visit to Chile, {GUEST} met with President of Chile Pedro Soto."
    )
    [visit] = of_kind(facts, "visit")
    assert who(facts, visit) == ["Kari Hansen"]


def test_their_meeting_is_of_the_two_named_before() -> None:
    facts = read(f"{MINISTER} met with {GUEST} today to advance a roadmap agreed at their March meeting in Oslo.")
    earlier = next(event for event in facts.events if not event.is_main)
    assert (earlier.date_edtf, who(facts, earlier)) == ("2024-03", ["Aigul Omarova", "Kari Hansen"])


def test_separate_calls_are_one_by_one() -> None:
    facts = read(f"{MINISTER} held separate calls today with {GUEST} and Foreign Minister of Chile Pedro Soto.")
    assert [who(facts, event) for event in facts.events] == [
        ["Aigul Omarova", "Kari Hansen"],
        ["Aigul Omarova", "Pedro Soto"],
    ]


def test_a_call_on_somebody_is_a_meeting_and_a_call_for_something_is_none() -> None:
    facts = read(f"{MINISTER} will have a courtesy call on {GUEST}.")
    assert [event.kind for event in facts.events] == ["meeting"]
    assert read(f"{MINISTER} reiterated her call for peace in Norway.").events == ()


def test_somebodys_audience_or_dinner_with_somebody_is_a_meeting() -> None:
    facts = read(f"{MINISTER}’s audience with {GUEST} on 12 May.")
    assert [event.kind for event in facts.events] == ["meeting"]
    assert read("Members of the Exchange Fellowship have an audience of millions.").events == ()


def test_people_convened_are_met() -> None:
    facts = read(f"{MINISTER} convened business leaders on 12 May. {MINISTER} convened her courage.")
    assert [event.date_edtf for event in facts.events] == ["2024-05-12"]


def test_those_met_without_names_are_met_apart_where_the_words_for_them_differ() -> None:
    facts = read(f"{MINISTER} met with students in Oslo.", f"{MINISTER} met with business leaders in Bergen.")
    assert len(of_kind(facts, "meeting")) == len(("students", "leaders"))


def test_a_journey_through_several_countries_is_one_visit_without_a_place() -> None:
    facts = read(f"{MINISTER} will travel to Norway, Chile, and Peru on May 20-26.")
    [visit] = facts.events
    assert (visit.country_code, set(visit.sides), visit.date_edtf) == (
        None,
        {"KZ", "NO", "CL", "PE"},
        "2024-05-20/2024-05-26",
    )


def test_a_region_in_the_title_and_its_city_in_the_text_are_one_visit() -> None:
    facts = read(
        f"{MINISTER} visited Bergen, Norway, from 8 to 10 May 2024.",
        title="Visit of Aigul Omarova to Norway, 8 to 10 May",
    )
    assert len(of_kind(facts, "visit")) == 1


def test_the_days_told_in_the_text_reach_further_than_the_day_of_the_title() -> None:
    facts = read(
        f"{MINISTER} is on an official visit to Norway from 13 to 17 May 2024.",
        title="Official Visit of Aigul Omarova to Norway, 15 May 2024",
    )
    assert facts.events[0].date_edtf == "2024-05-13/2024-05-17"


def test_names_of_mechanisms_hold_apostrophes_formats_and_quotations() -> None:
    facts = read(
        f"{MINISTER} attended the 7th Nordic Foreign Ministers’ Meeting in Oslo.",
        f"{MINISTER} attended the C5+1 Trade Ministerial in Bergen on 2 May.",
        f"{MINISTER} took part in the Arctic Conference on “Water for All” in Tromsø on 3 May.",
    )
    assert [(event.mechanism, event.session_no) for event in facts.events] == [
        ("Nordic Foreign Ministers’ Meeting", 7),
        ("C5+1 Trade Ministerial", None),
        ("Arctic Conference on “Water for All”", None),
    ]


def test_a_council_is_a_mechanism_by_the_two_states_in_its_name() -> None:
    facts = read("The Kazakhstan-Norway Cooperation Committee was convened in Oslo on 3 May.")
    assert [(event.kind, event.mechanism) for event in facts.events] == [
        ("dialogue", "Kazakhstan-Norway Cooperation Committee")
    ]
    assert read("The Senate Budget Committee was convened on 3 May.").events == ()


def test_sessions_in_one_list_are_all_told() -> None:
    facts = read(f"{MINISTER} will attend the Arctic Forum, the Oslo Water Summit, and the Bergen Security Conference.")
    assert [event.mechanism for event in facts.events] == [
        "Arctic Forum",
        "Oslo Water Summit",
        "Bergen Security Conference",
    ]


def test_a_short_form_in_brackets_is_no_second_session() -> None:
    facts = read(f"{MINISTER} will attend the 79th session of the United Nations General Assembly (UNGA) on 20 May.")
    assert [(event.mechanism, event.session_no) for event in facts.events] == [("United Nations General Assembly", 79)]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The roadmap was agreed at the Kazakh-Norwegian Political Consultations.", "held"),
        ("At the 5th Arctic Forum, Minister Aigul Omarova announced new aid.", "held"),
        ("The ministers discussed preparations for this year’s Arctic Summit in Oslo.", "planned"),
        ("On the eve of the Arctic Conference, Kazakhstan calls for peace.", "planned"),
    ],
)
def test_a_session_is_told_by_what_came_about_there_or_is_prepared(sentence: str, status: str) -> None:
    assert read(sentence).events[0].status == status


def test_a_summit_of_just_two_is_a_meeting() -> None:
    facts = read(f"They discussed measures to follow up on the summit between {MINISTER} and {GUEST}.")
    assert [event.kind for event in facts.events] == ["meeting"]


def test_a_question_in_parliament_tells_no_engagement() -> None:
    question = "Ms Kari Hansen: To ask the Minister whether President Olav Berg met Minister Aigul Omarova in Oslo."
    assert read(question).events == ()


def test_a_subject_somewhere_is_no_setting() -> None:
    facts = read(f"{MINISTER} met with {GUEST} to discuss the situation in Peru.")
    assert facts.events[0].country_code != "PE"


def test_captions_date_nothing_that_the_text_tells() -> None:
    facts = read(
        f"{MINISTER} met with {GUEST} in Oslo today.",
        f"Photo Caption: Minister Aigul Omarova’s meeting with {GUEST}, 15 February 2024",
    )
    assert [event.date_edtf for event in facts.events] == ["2024-05-15"]


def test_a_ceremony_within_a_visit_is_for_the_visitor_in_the_country_visited() -> None:
    facts = read(
        f"{GUEST} will make an official visit to Kazakhstan from 20 to 22 May.",
        "President of Kazakhstan Aigul Omarova will host a state banquet.",
    )
    [banquet] = of_kind(facts, "ceremony")
    assert (set(banquet.sides), who(facts, banquet)) == ({"KZ", "NO"}, ["Aigul Omarova", "Kari Hansen"])


def test_a_welcome_and_a_banquet_are_two_ceremonies() -> None:
    facts = read(f"{GUEST} received a ceremonial welcome.", f"{GUEST} attended a state banquet.")
    assert len(of_kind(facts, "ceremony")) == len(("welcome", "banquet"))


def test_those_listed_as_present_took_part() -> None:
    facts = read(
        f"{MINISTER} held a roundtable on water today.",
        "Participants included:",
        "- Kari Hansen, President, Water Institute - Pedro Soto, Director, River Bank",
        title="Readout of the Water Roundtable",
    )
    assert who(facts, facts.events[0]) == ["Aigul Omarova", "Kari Hansen", "Pedro Soto"]


def test_what_a_person_is_congratulated_on_is_an_appointment() -> None:
    facts = read(f"{MINISTER} spoke with {GUEST} and congratulated Minister Hansen on her election.")
    assert [who(facts, event) for event in of_kind(facts, "appointment")] == [["Kari Hansen"]]
    assert of_kind(read("The ministers discussed the election in Norway."), "appointment") == []


def test_a_letter_on_your_election_is_an_appointment_of_its_reader() -> None:
    facts = read(
        "President Aigul Omarova has written a congratulatory letter to President-elect of Norway Kari Hansen.",
        "Please accept my congratulations on your election as President.",
    )
    assert [who(facts, event) for event in of_kind(facts, "appointment")] == [["Kari Hansen"]]


def test_letters_of_two_are_two_letters() -> None:
    facts = read(
        "President Aigul Omarova and Prime Minister Dana Serik have written congratulatory letters to President of "
        "Norway Kari Hansen.",
        title="Congratulatory Letters to President of Norway Kari Hansen",
    )
    assert [who(facts, event) for event in of_kind(facts, "letter")] == [
        ["Aigul Omarova", "Kari Hansen"],
        ["Dana Serik", "Kari Hansen"],
    ]


def test_announced_as_the_new_holder_is_an_appointment_and_announced_aid_is_none() -> None:
    facts = read("The Ministry is pleased to announce Kari Hansen as the new Special Envoy.")
    assert [event.kind for event in facts.events] == ["appointment"]
    assert of_kind(read("Minister Aigul Omarova announced aid as a first step."), "appointment") == []


def test_an_acting_head_is_appointed_for_the_absence() -> None:
    facts = read("Deputy Prime Minister Kari Hansen will be the Acting Prime Minister in May 2024.")
    assert [(event.kind, event.status) for event in facts.events] == [("appointment", "planned")]


def test_plans_for_a_visit_under_way_have_its_month() -> None:
    facts = read(
        f"{GUEST} is visiting Kazakhstan from 14 to 16 May 2024.", f"Minister Hansen will meet {MINISTER}.",
    )  # fmt: skip
    assert of_kind(facts, "meeting")[0].date_edtf == "2024-05"


def test_seven_days_of_travel_are_no_week_of_the_month() -> None:
    facts = read(f"{MINISTER} will travel to Norway May 20-26.")
    assert (facts.events[0].start_on, facts.events[0].date_precision) == (date(2024, 5, 20), "day")
    assert read(f"{MINISTER} met with {GUEST} this week.").events[0].date_precision == "month"


def test_talks_that_the_title_tells_by_their_subject_are_a_meeting_of_its_two_sides() -> None:
    facts = read(
        "The ministers assessed relations. “We will go on,” said Minister Aigul Omarova.",
        title="Kazakh and Norwegian foreign ministers discuss trade and the UN",
    )
    assert [(event.kind, set(event.sides), event.is_main) for event in facts.events] == [
        ("meeting", {"KZ", "NO"}, True)
    ]


def test_a_session_of_the_title_told_as_a_virtual_meeting_of_all_its_sides_is_a_call() -> None:
    facts = read(
        "The foreign ministers of Kazakhstan, Norway and Chile held a virtual meeting today.",
        title="Statement on the Kazakhstan-Norway-Chile Ministerial",
    )
    assert [event.kind for event in facts.events] == ["call"]


def test_some_visit_in_general_is_not_the_one_told_before() -> None:
    facts = read(
        f"{MINISTER} visited Norway on May 10-12.",
        "Last year saw a busy calendar of visits, and a visit of the ministry’s delegation in Bergen in December 2023.",
    )
    assert facts.events[0].date_edtf == "2024-05-10/2024-05-12"


def test_what_a_sentence_tells_of_years_ago_is_no_news() -> None:
    facts = read(
        f"{MINISTER} visited Norway on May 10-12, 2024.",
        "Relations go back to 1933, when the consulate of Kazakhstan was opened by Minister Olav Berg.",
    )
    assert all(event.start_on is None for event in of_kind(facts, "ceremony"))


def test_a_meeting_told_as_news_without_a_date_has_the_month_of_publication() -> None:
    facts = read(f"{GUEST} opened a school in Bergen on May 3.", f"{MINISTER} met with {GUEST}.")
    assert [event.date_edtf for event in of_kind(facts, "meeting")] == ["2024-05"]


def test_its_third_meeting_is_a_session_of_the_mechanism_with_its_own_day() -> None:
    facts = read(
        f"{MINISTER} met with {GUEST} on May 14.",
        "They welcomed the Kazakhstan-Norway Joint Committee, which held its third meeting in Oslo on May 2.",
    )
    assert [(event.kind, event.session_no, event.date_edtf) for event in facts.events] == [
        ("meeting", None, "2024-05-14"),
        ("dialogue", 3, "2024-05-02"),
    ]


def test_an_invitation_to_make_a_visit_is_no_visit() -> None:
    facts = read(f"{MINISTER} met with {GUEST} and reiterated the invitation for her to make a visit to Kazakhstan.")
    assert [event.kind for event in facts.events] == ["meeting"]
    facts = read(f"{MINISTER} plans to make a visit to Norway on 20 May 2024.")
    assert [(event.kind, event.status) for event in facts.events] == [("visit", "planned")]


def test_what_somebody_travelled_for_was_held_with_the_journey() -> None:
    facts = read(f"{MINISTER} visited Oslo on 12 May 2024 to attend the 5th Arctic Energy Forum.")
    assert {event.status for event in facts.events} == {"held"}


def test_a_plan_goes_on_behind_as_well_as() -> None:
    facts = read(f"{GUEST} will call on President of Kazakhstan Olav Berg, as well as meet {MINISTER}.")
    assert ["Aigul Omarova", "Kari Hansen"] in [who(facts, event) for event in facts.events]


def test_the_country_of_the_place_is_no_side() -> None:
    facts = read(f"{MINISTER} met today with {GUEST} in Lima, Peru.")
    assert set(facts.events[0].sides) == {"KZ", "NO"}


def test_what_will_be_made_easier_is_no_plan() -> None:
    assert read("Kazakhstan will make it easier for families to visit Norway.").events == ()


def test_a_council_that_met_had_a_session() -> None:
    facts = read("They spoke of the Kazakhstan-Norway Trade Council, which met in Oslo on May 2.")
    assert [(event.kind, event.mechanism) for event in facts.events] == [
        ("dialogue", "Kazakhstan-Norway Trade Council")
    ]


def test_a_conference_at_the_head_of_the_sentence_is_where_they_met() -> None:
    facts = read(f"At the Arctic Summit, {MINISTER} met with {GUEST}.")
    assert [(event.kind, event.mechanism) for event in facts.events] == [("meeting", "Arctic Summit")]


def test_congratulations_in_a_call_are_no_letter() -> None:
    facts = read(
        f"{MINISTER} made a telephone call to {GUEST} to congratulate her on her appointment.",
        title=f"Congratulatory Telephone Call to {GUEST}",
    )
    assert of_kind(facts, "letter") == []


def test_him_is_not_the_subject_of_the_sentence() -> None:
    facts = read(
        f"{MINISTER} spoke with Foreign Minister of Norway Olav Berg.",
        "Minister Omarova congratulated him on his election.",
    )
    assert [who(facts, event) for event in of_kind(facts, "appointment")] == [["Olav Berg"]]


def test_a_task_force_that_met_is_one_engagement() -> None:
    facts = read("The Kazakhstan-Norway Energy Task Force met on May 2 in Oslo.")
    assert [event.kind for event in facts.events] == ["dialogue"]


def test_the_legs_of_a_journey_lend_their_own_place_and_days() -> None:
    facts = read(
        f"{MINISTER} will visit Oslo from May 20 to 21, where she will meet with {GUEST}.",
        "Minister Omarova will then travel to Santiago from May 23 to 24 to meet with President of Chile Pedro Soto.",
    )
    meetings = of_kind(facts, "meeting")
    assert [event.country_code for event in meetings] == ["NO", "CL"]


def test_a_conference_without_any_party_is_left_out() -> None:
    assert (
        read(f"{MINISTER} met with {GUEST}.", "They welcomed the pledges made at the Arctic Summit.").events[1:] == ()
    )


def test_two_ministers_who_discussed_something_met_unless_it_is_told_already() -> None:
    facts = read(f"{MINISTER} and {GUEST} discussed trade.")
    assert [(event.kind, who(facts, event)) for event in facts.events] == [
        ("meeting", ["Aigul Omarova", "Kari Hansen"])
    ]
    facts = read(f"{MINISTER} spoke by phone with {GUEST} today.", f"{MINISTER} and {GUEST} discussed trade.")
    assert [event.kind for event in facts.events] == ["call"]


def test_the_ministers_visit_to_the_others_country_is_not_the_others() -> None:
    facts = read(
        f"{MINISTER} spoke by phone today to her Norwegian counterpart, Minister Kari Hansen.",
        "The conversation was an opportunity to follow up on the Minister’s visit to Norway in March.",
    )
    assert [who(facts, event) for event in of_kind(facts, "visit")] == [["Aigul Omarova"]]


def test_a_day_is_no_session() -> None:
    facts = read("At the March 16th Arctic Council meeting held in Oslo, member states adopted a plan.")
    assert [event.session_no for event in facts.events] == [None]


def test_what_is_said_after_that_dates_nothing_before_it() -> None:
    facts = read(f"{MINISTER} met with {GUEST}, pointing out that the opening of talks on 2 April must be followed up.")
    assert facts.events[0].date_edtf == "2024-05"


def test_an_exhibition_opened_is_one_ceremony() -> None:
    assert len(of_kind(read(f"{MINISTER} opened an exhibition in Oslo."), "ceremony")) == 1


def test_an_appointed_mediator_is_no_appointment() -> None:
    assert of_kind(read("The AU -appointed Mediator Kari Hansen spoke."), "appointment") == []


def test_a_stay_told_again_without_date_is_the_plan_itself() -> None:
    plan = "Foreign Minister of Norway Kari Hansen will travel to Tallinn, Estonia."
    facts = read(plan, "Throughout her visit, Minister Hansen will speak of trade.", issuer="NO")
    assert [event.status for event in of_kind(facts, "visit")] == ["planned"]
    other = read(plan, "During her visit to Riga in April, Minister Hansen spoke of trade.", issuer="NO")
    assert [event.status for event in of_kind(other, "visit")] == ["planned", "held"]


def test_a_conference_named_again_without_date_is_the_planned_one() -> None:
    plan = "Foreign Minister of Norway Kari Hansen will attend the 3rd Northern Forum"
    facts = read(f"{plan} and deliver a statement at the 3rd Northern Forum.", issuer="NO")
    assert [event.status for event in of_kind(facts, "conference")] == ["planned"]
    other = read(f"{plan}.", "She attended the 2nd Southern Forum in April.", issuer="NO")
    assert [event.status for event in of_kind(other, "conference")] == ["planned", "held"]


def test_meetings_on_the_margins_are_no_part_of_the_conference() -> None:
    plan = "Foreign Minister of Norway Kari Hansen will attend the 3rd Northern Forum."
    facts = read(plan, "Minister Hansen will also hold bilateral meetings with her counterparts.", issuer="NO")
    assert [event.kind for event in facts.events] == ["conference", "meeting"]
    talked = read(plan, "The meeting will focus on trade.", issuer="NO")
    assert [event.kind for event in talked.events] == ["conference"]


def test_a_call_between_two_is_one_call_whatever_other_days_are_named() -> None:
    facts = read(
        "Advisor of Norway Kari Hansen spoke today with Advisor of Chile Pedro Soto to follow up on yesterday's call "
        "between President Olav Berg and President Ana Diaz."
    )
    call = of_kind(facts, "call")[-1]
    assert who(facts, call) == ["Ana Diaz", "Olav Berg"]
    apart = read("Minister of Norway Kari Hansen met Minister Pedro Soto on 3 May and Minister Ana Diaz on 4 May.")
    assert len(of_kind(apart, "meeting")) > 1


def test_who_stands_before_the_verb_does_not_own_the_visit() -> None:
    facts = read(
        "Foreign Minister of Norway Kari Hansen and Foreign Minister of Chile Pedro Soto met.",
        "Minister Hansen and Minister Soto discussed Minister Hansen's visit to Latvia in April.",
        issuer="NO",
    )
    assert who(facts, of_kind(facts, "visit")[0]) == ["Kari Hansen"]
    both = read("They recalled President Olav Berg and Minister Kari Hansen's visit to Latvia in April.", issuer="NO")
    assert who(both, of_kind(both, "visit")[0]) == ["Kari Hansen", "Olav Berg"]


def test_a_relative_clause_says_whose_visit_it_was() -> None:
    talks = f"{MINISTER} met with {GUEST}."
    facts = read(talks, "They recalled the state visit that President Olav Berg of Norway made to Chile last November.")
    visit = of_kind(facts, "visit")[0]
    assert (who(facts, visit), visit.country_code, visit.date_edtf) == (["Olav Berg"], "CL", "2023-11")
    facts = read(
        talks, "Great importance is given to the visit which Olav Berg, President of Norway, is soon to make to Astana."
    )
    assert [event.status for event in of_kind(facts, "visit")] == ["planned"]
    facts = read(talks, "They recalled the meetings which Olav Berg had with President of Chile Ana Diaz.")
    assert who(facts, of_kind(facts, "meeting")[1]) == ["Ana Diaz", "Olav Berg"]
    assert of_kind(read(talks, "The visit that is hoped for has no date."), "visit") == []


def test_what_was_discussed_with_whom_is_a_meeting() -> None:
    stay = f"{MINISTER} visited Norway."
    facts = read(stay, "With Minister of Trade of Norway Olav Berg she discussed grain.")
    assert who(facts, of_kind(facts, "meeting")[0]) == ["Aigul Omarova", "Olav Berg"]
    assert of_kind(read(stay, "She discussed grain and the ties that Norway has with Chile."), "meeting") == []


def test_who_talked_with_somebody_on_a_visit_did_so_in_person() -> None:
    stay = f"{MINISTER} visited Norway."
    assert len(of_kind(read(stay, "She talked with Minister of Norway Olav Berg about trade."), "meeting")) == 1
    by_phone = read(stay, "She talked by phone with Minister of Chile Pedro Soto about trade.")
    assert len(of_kind(by_phone, "call")) == 1


def test_a_videoconference_is_a_call_unless_it_is_only_the_way() -> None:
    assert of_kind(read(f"{MINISTER} had a videoconference with {GUEST}."), "call")
    facts = read(f"{MINISTER} attended the 28th Northern Forum via videoconference.")
    assert [event.kind for event in facts.events] == ["conference"]


def test_somebody_who_is_in_a_country_for_a_visit_is_the_visitor() -> None:
    facts = read(f"{MINISTER} met with {GUEST}, who is in Kazakhstan for a one-day visit.")
    assert who(facts, of_kind(facts, "visit")[0]) == ["Kari Hansen"]
    assert of_kind(read(f"{MINISTER} thanked {GUEST} for the plan of a visit."), "visit") == []


def test_a_participle_at_the_head_has_the_subject_behind_the_comma() -> None:
    facts = read(f"Visiting Oslo for two days, {MINISTER} met {GUEST}.")
    assert who(facts, of_kind(facts, "visit")[0]) == ["Aigul Omarova"]
    assert of_kind(read(f"Visiting hours in Oslo were long, and {MINISTER} met {GUEST}."), "visit") == []


def test_who_is_expected_is_on_a_planned_visit() -> None:
    facts = read(f"{GUEST} is expected in Kazakhstan on 28-30 May.")
    assert [(event.status, event.country_code) for event in of_kind(facts, "visit")] == [("planned", "KZ")]
    assert read(f"{GUEST} said that growth is expected in all regions.").events == ()


def test_who_becomes_or_is_made_something_takes_a_post() -> None:
    assert of_kind(read("Aigul Omarova becomes Ambassador of Kazakhstan to Norway."), "appointment")
    assert of_kind(read("Consul Aigul Omarova has been made Consul General in Hamburg."), "appointment")
    assert read("With Minister Aigul Omarova trade becomes easier in Norway.").events == ()


def test_a_bare_office_means_its_own_holder_of_the_country_that_speaks() -> None:
    facts = read(
        "Under Secretary for Trade Liv Dahl met with Deputy Secretary General of NATO Pedro Soto.",
        "The Under Secretary also met with Minister of Chile Ana Diaz.",
        issuer="NO",
    )
    assert who(facts, of_kind(facts, "meeting")[1]) == ["Ana Diaz", "Liv Dahl"]
    facts = read(
        "Minister of Foreign Affairs of Norway Kari Hansen met with Minister of Trade of Chile Pedro Soto.",
        "The Minister also met with President of Chile Ana Diaz.",
        issuer="NO",
    )
    assert who(facts, of_kind(facts, "meeting")[1]) == ["Ana Diaz", "Kari Hansen"]
    facts = read(
        "Minister of Foreign Affairs of Norway Kari Hansen met with President of Chile Pedro Soto.",
        "The President also met with Ambassador of Latvia Ana Diaz.",
        issuer="NO",
    )
    assert who(facts, of_kind(facts, "meeting")[1]) == ["Ana Diaz", "Pedro Soto"]


def test_the_two_who_had_spoken_by_phone_had_a_call() -> None:
    told = f"{MINISTER} met with {GUEST}."
    assert len(of_kind(read(told, "The two had spoken by telephone on 3 May."), "call")) == 1
    assert of_kind(read(told, "The two had agreed on two points."), "call") == []


def test_the_visit_that_frames_talks_abroad_is_an_engagement() -> None:
    talks = "Kazakhstan and Norway held political consultations in Oslo on 13 May."
    led = f"The delegation of Kazakhstan was led by {MINISTER} and that of Norway by Deputy Minister Olav Berg."
    title = "Political Consultations between Kazakhstan and Norway in Oslo"
    facts = read(talks, led, "Within the framework of the visit the diplomats saw a port.", title=title)
    assert [event.country_code for event in of_kind(facts, "visit")] == ["NO"]
    assert of_kind(read(talks, led, "They spoke of the visit of a choir.", title=title), "visit") == []


def test_an_opening_that_is_only_welcomed_is_no_ceremony() -> None:
    talks = f"{MINISTER} met with {GUEST}."
    assert of_kind(read(talks, "Minister Omarova welcomed the opening of an embassy in Oslo."), "ceremony") == []
    assert of_kind(read(talks, "Minister Omarova attended the opening of an embassy in Oslo."), "ceremony")


def test_meetings_with_nobody_are_none() -> None:
    assert read(f"{MINISTER} attends meetings and briefings.").events == ()
    assert read(f"{MINISTER} held meetings with {GUEST}.").events


def test_the_following_day_counts_from_what_was_told_before() -> None:
    told = f"{MINISTER} met with {GUEST} in Oslo on 13 May."
    later = read(told, "On the following day the Minister was received by King of Norway Olav Berg.")
    assert of_kind(later, "meeting")[1].start_on == date(2024, 5, 14)
    same = read(told, "The same evening the Minister met with Minister of Trade of Norway Liv Dahl.")
    assert of_kind(same, "meeting")[1].start_on == date(2024, 5, 13)
    other = read(told, "The first day of spring brought Minister Omarova to Minister of Trade of Norway Liv Dahl.")
    assert len(of_kind(other, "meeting")) == 1


def test_an_office_inside_another_means_nobody() -> None:
    facts = read(
        f"{MINISTER} met with King of Norway Olav Berg.",
        "She also met with Adviser to the King Liv Dahl and Minister in the Prime Minister’s Office Nils Foss.",
    )
    assert who(facts, of_kind(facts, "meeting")[1]) == ["Aigul Omarova", "Liv Dahl", "Nils Foss"]
    plain = read(
        f"{MINISTER} met with King of Norway Olav Berg.", "The King also met with Minister of Chile Pedro Soto."
    )
    assert who(plain, of_kind(plain, "meeting")[1]) == ["Olav Berg", "Pedro Soto"]


def test_the_margins_of_the_meeting_are_those_of_the_conference_told_before() -> None:
    plan = f"{GUEST} will visit Riga to attend the Northern Foreign Ministers’ Meeting."
    facts = read(plan, "She will meet Minister of Chile Pedro Soto on the sidelines of the meeting.", issuer="NO")
    assert of_kind(facts, "meeting")[0].mechanism == "Northern Foreign Ministers’ Meeting"
    facts = read(plan, "She will meet Minister of Chile Pedro Soto on the margins of her holiday.", issuer="NO")
    assert of_kind(facts, "meeting")[0].mechanism is None


def test_an_acronym_in_brackets_is_within_the_name_of_a_conference() -> None:
    facts = read(f"{GUEST} attended the 30th Northern Economic Council (NEC) Leaders’ Meeting in Oslo.")
    event = of_kind(facts, "conference")[0]
    assert (event.mechanism, event.session_no) == ("Northern Economic Council (NEC) Leaders’ Meeting", 30)
    facts = read(f"{GUEST} (KH) attended the Leaders’ Meeting of the Northern Council in Oslo.")
    assert of_kind(facts, "conference")[0].mechanism == "Leaders’ Meeting of the Northern Council"


def test_who_hosts_is_no_setting_where_an_office_follows() -> None:
    facts = read(f"{MINISTER} visited Tallinn and attended a dinner hosted by Chile Ambassador Pedro Soto.")
    assert all(event.country_code != "CL" for event in facts.events)


def test_a_journey_within_the_own_country_is_a_visit_unless_it_leads_home() -> None:
    talks = "Minister of Norway Kari Hansen met Minister of Chile Pedro Soto."
    facts = read(talks, "Minister Hansen will travel to Tromsø on 20 May.", issuer="NO")
    assert len(of_kind(facts, "visit")) == 1
    assert of_kind(read(talks, "Minister Hansen travelled to Oslo.", issuer="NO"), "visit") == []


def test_who_also_took_part_is_of_the_same_call() -> None:
    told = f"{MINISTER} had a videoconference with {GUEST}."
    facts = read(told, "Ambassador of Kazakhstan Daniyar Seitov also participated in the videoconference.")
    assert [who(facts, event) for event in of_kind(facts, "call")] == [
        ["Aigul Omarova", "Daniyar Seitov", "Kari Hansen"]
    ]
    other = read(
        told, "Ambassador of Kazakhstan Daniyar Seitov had a videoconference with Minister of Chile Pedro Soto."
    )
    assert len(of_kind(other, "call")) == 2


def test_consultations_of_title_and_opening_are_one() -> None:
    facts = read(
        "On 13 May inter-MFA political consultations between the two were held in Riga, and Norway was satisfied.",
        title="Political Consultations between Norway and Latvia Take Place in Riga",
        issuer="NO",
    )
    assert len(of_kind(facts, "dialogue")) == 1
    facts = read(
        "On 13 May a working group of Norway and Chile met in Riga.",
        title="Political Consultations between Norway and Latvia Take Place in Riga",
        issuer="NO",
    )
    assert all("CL" not in event.sides or "LV" not in event.sides for event in of_kind(facts, "dialogue"))


def test_several_meetings_without_names_are_not_the_one_with_a_name() -> None:
    facts = read(
        f"{MINISTER} visited Norway.",
        "In a series of meetings with Norwegian ministers Minister Omarova spoke of trade.",
        f"Minister Omarova met {GUEST}.",
    )
    assert [who(facts, event) for event in of_kind(facts, "meeting")][-1] == ["Aigul Omarova", "Kari Hansen"]


def test_a_country_in_the_name_of_a_conference_is_not_where_it_is() -> None:
    facts = read(f"{MINISTER} took part in the Yemen Donor Forum.")
    assert of_kind(facts, "conference")[0].country_code is None
    assert of_kind(read(f"{MINISTER} took part in the Donor Forum in Yemen."), "conference")[0].country_code == "YE"


def test_the_guest_of_honour_of_a_reception_was_there() -> None:
    facts = read(f"{MINISTER} will be the Guest-of-Honour at the National Day reception in Oslo on 20 May.")
    assert [who(facts, event) for event in of_kind(facts, "ceremony")] == [["Aigul Omarova"]]
    assert of_kind(read(f"{MINISTER} praised the National Day reception rooms."), "ceremony") == []


def test_what_is_on_the_programme_is_planned() -> None:
    facts = read(
        f"{GUEST} is expected in Kazakhstan on 28-30 May. Talks with {MINISTER} and a forum are on the programme."
    )
    assert [event.status for event in of_kind(facts, "meeting")] == ["planned"]
    facts = read(f"{GUEST} arrived in Kazakhstan. Talks with {MINISTER} dealt with the programme.")
    assert [event.status for event in of_kind(facts, "meeting")] == ["held"]


def test_the_career_of_a_new_ambassador_is_no_news() -> None:
    title = "Presentation of Credentials"
    now = f"Ambassador of Norway Kari Hansen presented her credentials to {MINISTER} today."
    facts = read(
        now, "Ambassador Hansen was appointed Head of Division in 2008 and awarded a medal in 2010.", title=title
    )
    assert [event.kind for event in facts.events] == ["credentials"]
    news = read(f"{MINISTER} met with {GUEST}.", "Minister Hansen was appointed to her post on 3 May.")
    assert [event.kind for event in news.events] == ["meeting", "appointment"]


def test_a_day_behind_following_is_of_what_went_before() -> None:
    facts = read(f"{MINISTER} attended the Northern Forum, following the accession of Kazakhstan in January 2023.")
    assert of_kind(facts, "conference")[0].date_edtf == "2024-05"
    assert (
        of_kind(read(f"{MINISTER} attended the Northern Forum in January 2023."), "conference")[0].date_edtf
        == "2023-01"
    )


def test_those_gathered_or_elected_are_no_engagement() -> None:
    assert read(f"{MINISTER} thanked Minister of Norway Kari Hansen and all those gathered in Oslo.").events == ()
    assert read(f"{MINISTER} and Minister of Norway Kari Hansen gathered in Oslo with officials.").events
    facts = read(f"{MINISTER} met with county elected officials and {GUEST}.")
    assert [event.kind for event in facts.events] == ["meeting"]


def test_conferences_of_one_list_share_the_city_that_closes_it() -> None:
    facts = read(f"{MINISTER} will attend the 5th Northern Forum and the 3rd Arctic Summit in Oslo on 20 May.")
    assert [event.place_id is not None for event in of_kind(facts, "conference")] == [True, True]
    apart = read(
        f"{MINISTER} will attend the 5th Northern Forum on 20 May.",
        f"{MINISTER} attended the 3rd Arctic Summit in Oslo.",
    )
    assert of_kind(apart, "conference")[0].place_id is None


def test_who_signs_a_heading_does_not_come_along_on_the_visit() -> None:
    title = "Minister Hansen's Travel to Chile"
    head = "Nils Foss, Spokesperson"
    body = "Minister of Foreign Affairs of Norway Kari Hansen will travel to Chile on 20 May."
    facts = read(head, body, title=title, issuer="NO")
    assert who(facts, of_kind(facts, "visit")[0]) == ["Kari Hansen"]


def test_an_occasion_used_to_meet_was_a_meeting() -> None:
    told = f"{MINISTER} used her stay in Oslo to meet {GUEST}."
    assert [event.status for event in of_kind(read(told), "meeting")] == ["held"]
    assert of_kind(read(f"{MINISTER} hopes for an opportunity to meet {GUEST}."), "meeting") == []


def test_every_post_of_a_release_on_posts_is_its_subject() -> None:
    facts = read(
        "Daniyar Seitov has been appointed Ambassador of Kazakhstan to Norway.",
        "Aigul Omarova has been appointed Ambassador of Kazakhstan to Chile.",
        title="New Heads of Missions",
    )
    assert [event.is_main for event in of_kind(facts, "appointment")] == [True, True]
    talks = read(
        f"{MINISTER} met with {GUEST}.", "Daniyar Seitov has been appointed Ambassador of Kazakhstan to Norway."
    )
    assert [event.is_main for event in of_kind(talks, "appointment")] == [False]


def test_a_day_told_for_a_series_of_talks_is_that_of_each() -> None:
    lead = "Deputy Foreign Minister Aigul Omarova is in Geneva on a working visit. Yesterday she was in meetings."
    told = "Separate talks were held with Director of the Tide Board Anna Lindholm and with Mayor of Geneva Luc Perrin."
    days = {event.date_edtf for event in of_kind(read(lead, "Trade prevailed.", told), "meeting")}
    assert days == {"2024-05-14"}


def test_a_day_told_for_one_meeting_is_not_that_of_others() -> None:
    lead = "Deputy Foreign Minister Aigul Omarova is in Geneva on a working visit. Yesterday she opened a school there."
    told = "Separate talks were held with Director of the Tide Board Anna Lindholm and with Mayor of Geneva Luc Perrin."
    days = {event.date_edtf for event in of_kind(read(lead, "Trade prevailed.", told), "meeting")}
    assert "2024-05-14" not in days
