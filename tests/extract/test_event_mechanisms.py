from __future__ import annotations

import pytest

from tests.extract.reading import of_kind, read

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


COMMISSION = "Intergovernmental Commission on Trade"


def test_the_name_of_a_commission_holds_all_its_fields() -> None:
    facts = read(f"The 3rd meeting of the {COMMISSION}, Scientific and Technical Cooperation was held in Oslo.")
    assert facts.events[0].mechanism == f"{COMMISSION}, Scientific and Technical Cooperation"
    facts = read(f"The 3rd meeting of the {COMMISSION}, which Norway set up for cooperation, was held in Oslo.")
    assert facts.events[0].mechanism == COMMISSION


def test_a_commission_that_held_its_session_met() -> None:
    [event] = read(f"The {COMMISSION} held its 3rd meeting in Oslo on 3 May.").events
    assert (event.kind, event.session_no, event.date_edtf) == ("dialogue", 3, "2024-05-03")
    assert read(f"The {COMMISSION} held high hopes.").events == ()


def test_a_shared_committee_that_is_convened_is_a_mechanism() -> None:
    [event] = read("The Joint Fisheries Committee (JFC) will be convened in Bergen in June 2024.").events
    assert (event.kind, event.status, event.mechanism) == ("dialogue", "planned", "Joint Fisheries Committee")
    assert read("The Fisheries Committee will be convened in Bergen in June 2024.").events == ()


def test_initials_mean_the_commission_told_before() -> None:
    first = "The 5th meeting of the Kazakh-Norwegian Joint Trade Commission was held in Oslo on 3 May."
    facts = read(first, "They reviewed what was agreed at the 4th meeting of the KTC, held in Almaty in June 2022.")
    assert [(event.session_no, event.date_edtf) for event in facts.events] == [(5, "2024-05-03"), (4, "2022-06")]
    assert len(read(first, "They reviewed the 4th meeting of the WHO, held in Almaty in June 2022.").events) == 1


def test_a_name_with_its_initials_and_the_initials_are_one_conference() -> None:
    first = "Minister Aigul Omarova attended the 7th Northern Council (NC) Ministerial Meeting on 3 May."
    assert len(read(first, "Kazakhstan had never attended the NC Ministerial Meeting.").events) == 1
    assert len(read(first, "Kazakhstan also attended the Fisheries Forum on 4 May.").events) == 2


def test_a_counted_summit_at_which_something_was_adopted_was_held() -> None:
    [event] = read("The report was adopted in June 2023 by Norway and Chile, at the 3rd Sea States Summit.").events
    assert (event.kind, event.session_no, event.date_edtf) == ("conference", 3, "2023-06")
    assert read("Norway looks forward to progress at the 3rd Sea States Summit.").events == ()


def test_a_counted_summit_at_which_two_met_is_only_where_they_met() -> None:
    minister, guest = "Minister of Kazakhstan Aigul Omarova", "Minister of Norway Kari Hansen"
    [event] = read(f"{minister} met {guest} at the 3rd Sea States Summit.").events
    assert (event.kind, event.mechanism, event.session_no) == ("meeting", "Sea States Summit", 3)
    facts = read(f"Within the framework of participation in the Bergen Forum, {minister} met with {guest}.")
    assert [(event.kind, event.mechanism) for event in facts.events] == [("meeting", "Bergen Forum")]


def test_a_programme_is_not_the_subject_of_what_follows_and() -> None:
    facts = read("Minister of Kazakhstan Aigul Omarova addressed the Young Leaders Forum and met fishermen of Norway.")
    assert [event.kind for event in facts.events] == ["conference", "meeting"]
    facts = read("The Young Leaders Forum met in Oslo on 3 May.")
    assert [event.kind for event in facts.events] == ["conference"]


def test_a_panel_of_experts_is_a_body() -> None:
    assert read("The Panel of Experts convened in Oslo on 3 May.").events == ()
    assert [event.kind for event in read("The Energy Panel convened in Oslo on 3 May.").events] == ["conference"]


def test_a_trade_council_is_a_mechanism_where_two_chair_it() -> None:
    telling = (
        "Minister of Kazakhstan Aigul Omarova and Minister of Norway Kari Hansen {} the Coastal Trade Council today."
    )
    [event] = read(telling.format("co-chaired")).events
    assert (event.kind, event.mechanism) == ("dialogue", "Coastal Trade Council")
    assert of_kind(read(telling.format("praised")), "dialogue") == []


def test_annual_is_no_part_of_a_name() -> None:
    [event] = read("Minister Aigul Omarova attended the sixth annual Bergen Forum on 3 May.").events
    assert (event.mechanism, event.session_no) == ("Bergen Forum", 6)
    [event] = read("Minister Aigul Omarova attended the Annual Bergen Forum on 3 May.").events
    assert event.mechanism == "Annual Bergen Forum"


def test_an_international_body_is_no_session_of_it() -> None:
    assert read("Norway welcomed the Gulf Cooperation Council's report, which was released on 3 May.").events == ()
    facts = read("The 5th meeting of the Gulf Cooperation Council was held in Oslo on 3 May.")
    assert [event.session_no for event in facts.events] == [5]


def test_a_body_of_one_state_in_a_title_is_none_either() -> None:
    text = "Minister of Norway Kari Hansen and Minister of Chile Pedro Soto met on 3 May."
    facts = read(text, title="Meeting of Kari Hansen at the National Security Council of Chile")
    assert [event.kind for event in facts.events] == ["meeting"]
    facts = read(text, title="Kari Hansen at the Bergen Security Council Session")
    assert "conference" in [event.kind for event in facts.events]


def test_the_states_of_consultations_are_listed_in_their_name() -> None:
    [event] = read("The consultations between Norway, Chile and Peru were held in Oslo on 3 May.").events
    assert set(event.sides) >= {"NO", "CL", "PE"}
    facts = read("The Fisheries Consultations among Norway, Chile and Peru were held in Oslo on 3 May.")
    assert facts.events[0].mechanism == "Fisheries Consultations among Norway, Chile and Peru"
    facts = read("The Fisheries Consultations of Norway, the second this year, were held in Oslo on 3 May.")
    assert facts.events[0].mechanism == "Fisheries Consultations of Norway"


def test_a_meeting_behind_participation_in_a_forum_is_no_conference() -> None:
    people = "Minister of Norway Kari Hansen and Minister of Chile Pedro Soto"
    facts = read(f"During participation in the Bergen Forum, a meeting was held between {people}.")
    assert "meeting" in [event.kind for event in facts.events]
    facts = read("Minister of Norway Kari Hansen attended the ministers' meeting in Oslo on 3 May.")
    assert [event.kind for event in facts.events] == ["conference"]


def test_an_audience_is_not_the_dialogue_of_the_title() -> None:
    told = "Minister of Kazakhstan Aigul Omarova held {} with Minister of Norway Kari Hansen today."
    title = "3rd Kazakh-Norwegian Strategic Dialogue"
    facts = read(told.format("an audience"), title=title)
    assert sorted(event.kind for event in facts.events) == ["dialogue", "meeting"]
    facts = read(told.format("talks"), title=title)
    assert [event.kind for event in facts.events] == ["dialogue"]


def test_a_clause_without_a_word_that_opens_it_is_no_part_of_a_name() -> None:
    (event,) = read("They look to the Ninth Summit of the Isles the United States will host in June.").events
    assert (event.mechanism, event.session_no) == ("Summit of the Isles", 9)
