# ruff: noqa: RUF001 - releases are set with typographic marks
"""Journeys, delegations and stand-ins: each test is one way of telling, with its contrary."""

from __future__ import annotations

from tests.extract.reading import of_kind, read, who

MINISTER = "Minister of Foreign Affairs of Kazakhstan Aigul Omarova"
GUEST = "Foreign Minister of Norway Kari Hansen"
JOURNEY = f"{MINISTER} will pay an official visit to Norway and Chile from 20 to 26 May 2024."


def test_legs_with_days_of_their_own_stand_for_the_journey() -> None:
    facts = read(
        JOURNEY,
        f"During her visit to Norway from 20 to 22 May 2024, Minister Omarova will meet {GUEST}.",
        "During her visit to Chile from 24 to 26 May 2024, Minister Omarova will meet with Minister Pedro Soto.",
        "In Norway, Minister Omarova will be accompanied by Deputy Minister Marat Aliyev.",
        title="Official Visit by Minister Omarova to Norway and Chile",
    )
    visits = of_kind(facts, "visit")
    assert [(one.country_code, one.date_edtf, one.is_main, one.status) for one in visits] == [
        ("NO", "2024-05-20/2024-05-22", True, "planned"),
        ("CL", "2024-05-24/2024-05-26", True, "planned"),
    ]
    assert [who(facts, one) for one in visits] == [["Aigul Omarova", "Marat Aliyev"], ["Aigul Omarova"]]
    assert {one.date_edtf for one in of_kind(facts, "meeting")} == {"2024-05"}


def test_a_journey_whose_legs_are_not_told_is_one_visit() -> None:
    [visit] = of_kind(read(JOURNEY), "visit")
    assert (visit.country_code, set(visit.sides)) == (None, {"KZ", "NO", "CL"})


def test_the_goals_of_a_title_are_main_visits_and_no_sides_of_each_other() -> None:
    facts = read(
        f"{MINISTER} travelled to Norway on 10 May 2024.",
        "Minister Omarova will travel to Santiago, Chile on 20 May 2024.",
        title="Minister Omarova’s Travel to Norway and Chile",
    )
    assert [(one.country_code, one.is_main, set(one.sides)) for one in of_kind(facts, "visit")] == [
        ("NO", True, {"KZ", "NO"}),
        ("CL", True, {"KZ", "CL"}),
    ]


def test_being_somewhere_on_some_days_is_a_visit() -> None:
    [visit] = of_kind(read(f"{GUEST} is in Astana from 12 to 14 May 2024 to attend a forum."), "visit")
    assert (visit.country_code, visit.date_edtf) == ("KZ", "2024-05-12/2024-05-14")
    assert of_kind(read(f"{GUEST} said that the centre is in Astana."), "visit") == []


def test_the_day_of_a_visit_is_not_lost_to_the_words_before_it() -> None:
    [visit] = of_kind(read(f"{GUEST} was in Astana yesterday on an official visit."), "visit")
    assert visit.date_precision == "day"


def test_the_delegation_means_its_members() -> None:
    facts = read(
        "A Norwegian parliamentary delegation is visiting Kazakhstan from 12 to 16 May 2024.",
        "The delegation comprises Senator Kari Hansen and Senator Olav Berg of Norway.",
        f"{MINISTER} hosted the delegation to dinner on 13 May.",
    )
    [dinner] = of_kind(facts, "meeting")
    assert (dinner.date_edtf, who(facts, dinner)) == ("2024-05-13", ["Aigul Omarova", "Kari Hansen", "Olav Berg"])


def test_they_after_a_delegation_are_its_members() -> None:
    facts = read(
        "The delegation comprises Senator Kari Hansen and Senator Olav Berg of Norway.",
        f"The delegation called on {MINISTER}.",
        "They also met Deputy Minister of Kazakhstan Marat Aliyev.",
    )
    assert ["Kari Hansen", "Marat Aliyev", "Olav Berg"] in [who(facts, one) for one in of_kind(facts, "meeting")]


def test_meeting_as_a_verb_of_the_present_is_planned() -> None:
    facts = read("Minister of Norway Kari Hansen is also meeting Deputy Minister of Kazakhstan Marat Aliyev.")
    assert [(one.status, who(facts, one)) for one in of_kind(facts, "meeting")] == [
        ("planned", ["Kari Hansen", "Marat Aliyev"])
    ]
    assert of_kind(read(f"{MINISTER} said that aid is meeting the needs of Norway."), "meeting") == []


def test_who_is_away_is_not_appointed() -> None:
    facts = read("During Minister Omarova’s absence, Deputy Minister Marat Aliyev will be Acting Minister.")
    assert who(facts, of_kind(facts, "appointment")[0]) == ["Marat Aliyev"]


def test_who_is_congratulated_took_the_post() -> None:
    facts = read(
        f"{MINISTER} has written to {GUEST} to congratulate her on her appointment as Foreign Minister.",
    )
    assert who(facts, of_kind(facts, "appointment")[0]) == ["Kari Hansen"]
    facts = read(
        "Minister of Kazakhstan Marat Aliyev spoke with Minister of Norway Olav Berg by phone to congratulate him on "
        "his party’s victory in the recent vote as well as his appointment as Foreign Minister."
    )
    assert who(facts, of_kind(facts, "appointment")[0]) == ["Olav Berg"]


def test_a_caption_dates_what_the_text_leaves_undated_but_not_ahead_of_the_release() -> None:
    text = f"{MINISTER} arrived in Oslo on 10 May 2024. Minister Omarova also had a meeting with {GUEST}."
    told = read(text, f"Photo caption: Meeting between Minister Omarova and {GUEST}, 13 May 2024")
    assert of_kind(told, "meeting")[0].date_edtf == "2024-05-13"
    ahead = read(text, f"Photo caption: Meeting between Minister Omarova and {GUEST}, 13 June 2024")
    assert of_kind(ahead, "meeting")[0].date_edtf == "2024-05"


def test_what_is_looked_forward_to_this_year_is_planned() -> None:
    facts = read(f"{MINISTER} looked forward to co-chairing the 4th Arctic Energy Forum in Astana this year.")
    assert [(one.kind, one.status) for one in facts.events] == [("conference", "planned")]
    assert read(f"{MINISTER} looked forward to meeting {GUEST}.").events == ()


def test_a_place_that_closes_a_long_sentence_is_where_it_was() -> None:
    company = ", ".join(f"Deputy Minister {name}" for name in ("Marat Aliyev", "Dana Sadykova", "Oleg Kim", "Anna Li"))
    facts = read(
        f"{MINISTER} met {GUEST}, and her advisers, including {company}, and senior officials, in Oslo, Norway."
    )
    assert facts.events[0].country_code == "NO"


def test_several_letters_have_the_dates_of_their_own_texts() -> None:
    facts = read(
        "President of Kazakhstan Aigul Omarova and Prime Minister of Kazakhstan Marat Aliyev have written "
        "congratulatory letters to President of Norway Olav Berg.",
        "Congratulatory Letter from President Aigul Omarova to President Olav Berg",
        "15 May 2024",
        "Dear President Berg, I congratulate you.",
        "Congratulatory Letter from Prime Minister Marat Aliyev to President Olav Berg",
        "14 May 2024",
        "Dear President Berg, I congratulate you too.",
        title="Congratulatory Letters to President of Norway Olav Berg",
    )
    letters = of_kind(facts, "letter")
    assert [(who(facts, one)[0], one.date_edtf, one.is_main) for one in letters] == [
        ("Aigul Omarova", "2024-05-15", True),
        ("Marat Aliyev", "2024-05-14", True),
    ]


def test_who_chaired_is_told_of_the_session_before() -> None:
    facts = read(
        f"{MINISTER} took part in the Special Arctic Foreign Ministers’ Meeting on 14 May 2024.",
        f"The Meeting was co-chaired by {GUEST} and Foreign Minister of Chile Pedro Soto.",
        title="Minister Omarova’s Participation in the Special Arctic Foreign Ministers’ Meeting",
    )
    [session] = facts.events
    assert who(facts, session) == ["Aigul Omarova", "Kari Hansen", "Pedro Soto"]


def test_a_session_that_only_dates_something_else_has_nobody() -> None:
    facts = read(f"On 20 May, following the conclusion of the Summit for Peace, {MINISTER} will host {GUEST}.")
    [meeting] = of_kind(facts, "meeting")
    assert who(facts, meeting) == ["Aigul Omarova", "Kari Hansen"]


def test_convening_a_session_is_no_meeting_beside_it() -> None:
    facts = read("On May 14, Kazakhstan and Norway convened the second meeting of the Fisheries Working Group.")
    assert [(one.kind, one.session_no) for one in facts.events] == [("dialogue", 2)]


def test_the_day_at_the_end_is_that_of_both_meetings() -> None:
    facts = read(f"{GUEST} called on President of Kazakhstan Marat Aliyev and met {MINISTER} on 14 May 2024.")
    assert [one.date_edtf for one in of_kind(facts, "meeting")] == ["2024-05-14", "2024-05-14"]


def test_separate_calls_on_two_are_two_meetings() -> None:
    facts = read(f"{GUEST} had separate calls on President of Kazakhstan Marat Aliyev and {MINISTER}.")
    assert [(one.kind, len(one.persons)) for one in facts.events] == [("meeting", 2), ("meeting", 2)]


def test_engaging_people_is_a_meeting_and_engaging_in_talks_of_none_is_not() -> None:
    assert [one.kind for one in read(f"{MINISTER} engaged business leaders in Oslo.").events] == ["meeting"]
    assert read(f"{MINISTER} engaged in efforts for peace.").events == ()


def test_a_package_announced_is_aid() -> None:
    facts = read(f"{MINISTER} announced a new package of humanitarian assistance for Chile.")
    assert [(one.kind, one.status) for one in facts.events] == [("aid", "planned")]
    assert of_kind(read(f"{MINISTER} spoke of humanitarian assistance for Chile."), "aid") == []


def test_talks_of_ones_own_are_others_than_those_before() -> None:
    facts = read(f"{MINISTER} spoke of the Prime Minister’s call with President Olav Berg and her talks with {GUEST}.")
    assert all("Kari Hansen" not in who(facts, one) for one in of_kind(facts, "call"))


def test_days_that_close_a_sentence_are_those_of_the_visit() -> None:
    facts = read(
        f"{MINISTER} will visit Oslo, Norway to attend the 5th Arctic Energy Forum (AEF), the Special Session of "
        "Ministers for Fisheries (SSMF), and the 3rd Conference on Ports and Harbours of the North, from 20 to 22 May "
        "2024."
    )
    assert of_kind(facts, "visit")[0].date_edtf == "2024-05-20/2024-05-22"


def test_on_some_day_of_a_stay_in_two_months_only_the_year_is_known() -> None:
    facts = read(f"{MINISTER} will visit Oslo from 30 May to 2 June 2024 to attend the 5th Arctic Energy Forum.")
    assert of_kind(facts, "conference")[0].date_edtf == "2024"


def test_what_a_visit_under_way_is_for_is_still_to_come() -> None:
    facts = read(f"{MINISTER} is visiting Oslo from 14 to 18 May 2024 to attend the 5th Arctic Energy Forum.")
    assert [(one.kind, one.status) for one in facts.events] == [("visit", "held"), ("conference", "planned")]


def test_a_courtesy_call_is_a_meeting() -> None:
    facts = read(f"{GUEST} will receive a courtesy call from {MINISTER}.")
    assert [one.kind for one in facts.events] == ["meeting"]
    assert [one.kind for one in read(f"{MINISTER} had a call with {GUEST}.").events] == ["call"]


def test_welcoming_somebody_to_a_place_is_a_meeting_and_welcoming_what_they_did_is_not() -> None:
    facts = read(f"{MINISTER} welcomed {GUEST} to Astana on 14 May 2024.")
    assert [who(facts, one) for one in of_kind(facts, "meeting")] == [["Aigul Omarova", "Kari Hansen"]]
    assert read(f"{MINISTER} welcomed {GUEST}’s efforts to reform.").events == ()


def test_a_partner_of_a_forum_tells_no_session_of_it() -> None:
    assert read("Kazakhstan is glad.", title="Kazakhstan Admitted as Dialogue Partner of the Arctic Forum").events == ()


def test_officiating_an_opening_is_a_ceremony() -> None:
    facts = read(f"{MINISTER} and {GUEST} officiated the opening of Norway’s Embassy in Astana on 14 May 2024.")
    assert [(one.kind, len(one.persons)) for one in facts.events] == [("ceremony", 2)]


def test_a_series_of_talks_is_one_with_each() -> None:
    facts = read(f"{MINISTER} held a series of talks, including with {GUEST} and Foreign Minister of Chile Pedro Soto.")
    assert [len(one.persons) for one in of_kind(facts, "meeting")] == [2, 2]


def test_an_office_in_a_title_is_not_somebody_of_that_name() -> None:
    facts = read(
        "Sultan of Oman His Majesty Tarik Al Said will make a State Visit to Kazakhstan from 20 to 22 May 2024.",
        "He will be accompanied by Minister of Royal Office General Sultan Bin Mohammed Al Nomani.",
        title="State Visit of Sultan of Oman His Majesty Tarik Al Said, 20 to 22 May 2024",
    )
    assert [(one.status, one.date_edtf) for one in of_kind(facts, "visit")] == [("planned", "2024-05-20/2024-05-22")]


def test_what_will_convene_today_is_planned() -> None:
    facts = read("The first session of the Ad Hoc Committee on Seas will convene on 15 May 2024 in Oslo.")
    assert [one.status for one in facts.events] == ["planned"]


def test_a_series_of_meetings_goes_on_with_a_plan() -> None:
    facts = read(f"{MINISTER} will attend the 5th Arctic Energy Forum, and have a series of meetings with ministers.")
    assert {one.status for one in facts.events} == {"planned"}


def test_a_visit_that_is_urged_and_fora_in_general_are_no_events() -> None:
    assert (
        read("We urge the authorities to keep their word, including by facilitating the Envoy’s visit to Chile.").events
        == ()
    )
    assert read("Kazakhstan and Norway cooperate closely at multilateral fora.").events == ()


def test_the_spokesman_of_a_council_tells_no_session_of_it() -> None:
    facts = read(
        f"{MINISTER} spoke by phone with {GUEST} on 14 May 2024.",
        title="Statement by Energy Council Spokesperson Dana Li on Minister Omarova’s Call with Minister Hansen",
    )
    assert [one.kind for one in facts.events] == ["call"]


def test_each_of_two_who_have_written_has_a_letter_and_the_day_of_what_it_mourns_is_not_its_day() -> None:
    facts = read(
        "President of Kazakhstan Aigul Omarova and Prime Minister of Kazakhstan Marat Aliyev have written to President "
        "of Norway Olav Berg to convey their condolences over the crash on 13 May 2024.",
        "15 May 2024",
        title="Condolences on the Crash in Norway",
    )
    assert [(one.date_edtf, len(one.persons)) for one in of_kind(facts, "letter")] == [("2024-05-15", 2)] * 2


def test_a_new_holder_may_be_being_announced_and_welcomed_back() -> None:
    facts = read("Today we are announcing Kari Hansen as our Envoy. I welcome Kari back to the Department.")
    assert [one.kind for one in facts.events] == ["appointment"]


def test_one_sentence_can_tell_the_legs_with_their_days() -> None:
    title = "Official Visit by Minister Omarova to Norway and Chile, 20 to 26 May 2024"
    facts = read(
        f"{MINISTER} will visit Oslo, Norway from 20 to 22 May 2024 and Chile from 24 to 26 May 2024.",
        "Minister Omarova will attend a reception in honour of Chilean poets.",
        title=title,
    )
    visits = of_kind(facts, "visit")
    assert [(one.country_code, one.date_edtf, one.is_main, set(one.sides)) for one in visits] == [
        ("NO", "2024-05-20/2024-05-22", True, {"KZ", "NO"}),
        ("CL", "2024-05-24/2024-05-26", True, {"KZ", "CL"}),
    ]
    assert [one.country_code for one in of_kind(facts, "ceremony")] == ["CL"]
    [visit] = of_kind(read(f"{MINISTER} will visit Norway and Chile from 20 to 26 May 2024.", title=title), "visit")
    assert visit.date_edtf == "2024-05-20/2024-05-26"
