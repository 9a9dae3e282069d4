from __future__ import annotations

from datetime import date

import pytest

from pipelines.extract.plover import TYPES
from pipelines.model import Event, Facts
from tests.extract.reading import read, who


def main_event(facts: Facts) -> Event:
    """The engagement that a release is about."""
    return next(event for event in facts.events if event.is_main)


def kinds(facts: Facts) -> list[str]:
    """The kinds of a release's engagements, in the order of the text."""
    return [event.kind for event in facts.events]


HELD = [
    ("Foreign Minister of Kazakhstan Aigul Omarova met with Foreign Minister of Norway Kari Hansen.", "meeting"),
    ("Foreign Minister of Kazakhstan Aigul Omarova received Ambassador of Norway Kari Hansen.", "meeting"),
    ("Talks between Minister Aigul Omarova and Norwegian Foreign Minister Kari Hansen took place today.", "meeting"),
    ("Minister Aigul Omarova spoke today with Foreign Minister of Norway Kari Hansen.", "call"),
    ("Minister Aigul Omarova held a telephone conversation with Norwegian Foreign Minister Kari Hansen.", "call"),
    ("Minister Aigul Omarova met with Norwegian Foreign Minister Kari Hansen by videoconference.", "call"),
    ("Foreign Minister of Kazakhstan Aigul Omarova visited Norway on May 12.", "visit"),
    ("Foreign Minister Aigul Omarova is in Oslo on a working visit.", "visit"),
    ("Kazakhstan and Norway held the third round of political consultations in Oslo.", "dialogue"),
    ("Minister Aigul Omarova attended the 5th Oslo Energy Forum.", "conference"),
    ("Ambassador of Norway Kari Hansen presented her credentials to President Aigul Omarova.", "credentials"),
    ("President Aigul Omarova attended the opening ceremony of the Norwegian exhibition in Oslo.", "ceremony"),
    ("President Aigul Omarova has written to President of Norway Kari Hansen.", "letter"),
    ("The President has appointed Aigul Omarova as Ambassador to Norway.", "appointment"),
    ("Kazakhstan sent 40 tonnes of humanitarian aid to Norway.", "aid"),
]


@pytest.mark.parametrize(("sentence", "kind"), HELD)
def test_each_kind_is_told_by_its_own_words(sentence: str, kind: str) -> None:
    event = main_event(read(sentence))
    assert (event.kind, event.status) == (kind, "held")
    assert event.rule.split("_")[0] in {kind, "meeting"}


NOTHING = [
    "The ministers discussed trade and hope for good results.",
    "The two countries share a bilateral strategic dialogue and cooperation.",
    "The project met the needs of Norway.",
    "Minister Aigul Omarova did not meet with Foreign Minister of Norway Kari Hansen.",
    "Minister Aigul Omarova expressed hope to visit Norway.",
    "Minister Aigul Omarova called on President Kari Hansen to release the prisoners.",
    "The newly appointed Ambassador of Norway thanked the ministry.",
    "Foreign Minister Aigul Omarova held a press conference.",
    "Assistance is important.",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_is_denied_hoped_for_or_no_engagement_makes_no_event(sentence: str) -> None:
    assert read(sentence).events == ()


def test_both_parties_their_roles_and_sides_are_read() -> None:
    facts = read("Minister of Foreign Affairs of Kazakhstan Aigul Omarova received Ambassador of Norway Kari Hansen.")
    event = main_event(facts)
    assert who(facts, event) == ["Aigul Omarova", "Kari Hansen"]
    assert [person.role for person in event.persons] == ["host", "guest"]
    assert set(event.sides) == {"KZ", "NO"}


def test_the_passive_turns_host_and_guest() -> None:
    facts = read("Norwegian Foreign Minister Kari Hansen was received by President of Kazakhstan Aigul Omarova.")
    assert [person.role for person in main_event(facts).persons] == ["guest", "host"]


def test_one_engagement_told_often_is_one_row() -> None:
    facts = read(
        "Foreign Minister of Kazakhstan Aigul Omarova met with Foreign Minister of Norway Kari Hansen.",
        "The meeting focused on trade. During the talks the ministers discussed water.",
        "The meeting took place in Oslo on May 10.",
        title="Aigul Omarova Meets Norwegian Foreign Minister",
    )
    assert kinds(facts) == ["meeting"]
    assert main_event(facts).start_on == date(2024, 5, 10)


def test_those_met_separately_are_met_one_by_one() -> None:
    facts = read(
        "Foreign Minister of Kazakhstan Aigul Omarova met separately with Foreign Minister of Norway Kari Hansen "
        "and Foreign Minister of Chile Pedro Soto."
    )
    assert kinds(facts) == ["meeting", "meeting"]
    together = read(
        "Foreign Minister of Kazakhstan Aigul Omarova met with Foreign Minister of Norway Kari Hansen "
        "and Foreign Minister of Chile Pedro Soto."
    )
    assert kinds(together) == ["meeting"]


def test_an_omitted_subject_is_that_of_the_verb_before() -> None:
    facts = read(
        "Foreign Minister of Kazakhstan Aigul Omarova visited Norway on May 10 and met with Minister Kari Hansen."
    )
    meeting = next(event for event in facts.events if event.kind == "meeting")
    assert who(facts, meeting) == ["Aigul Omarova", "Kari Hansen"]


def test_a_visit_has_the_traveller_and_both_countries() -> None:
    facts = read("Foreign Minister of Norway Kari Hansen will make an official visit to Kazakhstan from 20 to 22 May.")
    event = main_event(facts)
    assert (event.kind, event.status, event.country_code) == ("visit", "planned", "KZ")
    assert (event.start_on, event.end_on) == (date(2024, 5, 20), date(2024, 5, 22))
    assert set(event.sides) == {"KZ", "NO"}


def test_a_pronoun_means_who_was_spoken_of() -> None:
    facts = read(
        "Foreign Minister of Kazakhstan Aigul Omarova is in Oslo on a working visit.",
        "She met with Foreign Minister of Norway Kari Hansen.",
    )
    meeting = next(event for event in facts.events if event.kind == "meeting")
    assert who(facts, meeting) == ["Aigul Omarova", "Kari Hansen"]


def test_news_without_a_date_bears_the_month_of_publication_and_plans_none() -> None:
    facts = read("Minister Aigul Omarova met with Foreign Minister of Norway Kari Hansen.")
    event = main_event(facts)
    assert (event.start_on, event.date_precision, event.date_basis) == (date(2024, 5, 1), "month", "publication")
    assert event.date_edtf == "2024-05"
    planned = main_event(read("Minister Aigul Omarova will meet with Foreign Minister of Norway Kari Hansen."))
    assert (planned.status, planned.start_on) == ("planned", None)


def test_a_date_of_something_else_is_not_the_date_of_the_meeting() -> None:
    facts = read(
        "Minister Aigul Omarova met with Norwegian Minister Kari Hansen to review the Agreement of 3 March 2019."
    )
    assert main_event(facts).date_basis == "publication"


def test_the_dateline_is_the_place_of_the_main_meeting_but_not_of_a_call() -> None:
    met = read("OSLO. Minister Aigul Omarova met with Foreign Minister of Norway Kari Hansen.")
    assert main_event(met).country_code == "NO"
    spoke = read("OSLO. Minister Aigul Omarova spoke by phone with Foreign Minister of Norway Kari Hansen.")
    assert main_event(spoke).country_code is None


def test_meetings_on_a_visit_take_its_place_and_month() -> None:
    facts = read(
        "Foreign Minister of Kazakhstan Aigul Omarova visited Oslo, Norway, from 8 to 10 May.",
        "She met with Foreign Minister of Norway Kari Hansen.",
    )
    meeting = next(event for event in facts.events if event.kind == "meeting")
    assert (meeting.country_code, meeting.date_edtf) == ("NO", "2024-05")


def test_what_the_release_only_recalls_has_no_date_of_its_own() -> None:
    facts = read(
        "Minister Aigul Omarova met with Foreign Minister of Norway Kari Hansen today.",
        "She recalled the meeting between President Pedro Soto of Chile and President Ana Lopez of Peru.",
    )
    recalled = facts.events[-1]
    assert who(facts, recalled) == ["Ana Lopez", "Pedro Soto"]
    assert recalled.start_on is None


def test_the_title_says_which_engagement_is_the_main_one() -> None:
    facts = read(
        "Foreign Minister of Kazakhstan Aigul Omarova met with Foreign Minister of Norway Kari Hansen.",
        "Earlier she visited Chile.",
        title="Aigul Omarova visits Chile",
    )
    assert [event.kind for event in facts.events if event.is_main] == ["visit"]


def test_credentials_in_separate_ceremonies_are_one_event_for_each_who_presents() -> None:
    heads = "The following Ambassadors presented their credentials to President Aigul Omarova"
    items = ("- Kari Hansen (Kingdom of Norway);", "- Pedro Soto (Republic of Chile).")
    apart = read(f"{heads} in separate ceremonies today:", *items)
    assert [who(apart, event) for event in apart.events] == [
        ["Aigul Omarova", "Kari Hansen"],
        ["Aigul Omarova", "Pedro Soto"],
    ]
    together = read(f"{heads} today:", *items)
    assert [who(together, event) for event in together.events] == [["Aigul Omarova", "Kari Hansen", "Pedro Soto"]]


def test_each_person_appointed_is_an_event_with_the_country_of_the_post() -> None:
    facts = read(
        "The Government has appointed Ms Kari Hansen as Ambassador to Norway, and Mr Pedro Soto as Ambassador to Chile."
    )
    assert [(who(facts, event), event.kind) for event in facts.events] == [
        (["Kari Hansen"], "appointment"),
        (["Pedro Soto"], "appointment"),
    ]
    assert "NO" in facts.events[0].sides
    assert "CL" in facts.events[1].sides


def test_a_cancelled_engagement_says_so() -> None:
    facts = read("The visit of Foreign Minister of Norway Kari Hansen to Kazakhstan has been cancelled.")
    assert main_event(facts).status == "cancelled"


def test_a_greeting_from_the_one_who_speaks_is_a_letter() -> None:
    facts = read(
        "Aigul Omarova, Minister of Foreign Affairs",
        "On behalf of Kazakhstan, I extend best wishes to the people of Norway.",
        title="Norway Constitution Day",
    )
    event = main_event(facts)
    assert (event.kind, set(event.sides)) == ("letter", {"KZ", "NO"})


def test_heads_of_delegations_told_afterwards_chair_the_dialogue() -> None:
    facts = read(
        "Kazakhstan and Norway held the second round of political consultations in Oslo.",
        "The Kazakh delegation was led by Deputy Minister Aigul Omarova, the Norwegian side by State Secretary of "
        "Norway Kari Hansen.",
    )
    event = main_event(facts)
    assert who(facts, event) == ["Aigul Omarova", "Kari Hansen"]


def test_every_event_has_a_plover_type_of_the_sixteen_or_none() -> None:
    for sentence, _ in HELD:
        for event in read(sentence).events:
            assert event.plover_type is None or event.plover_type in TYPES
    call = main_event(read(HELD[3][0]))
    assert (call.plover_type, call.plover_mode) == ("CONSULT", "phone")


def test_every_event_points_at_a_sentence_and_at_known_persons() -> None:
    facts = read(*[sentence for sentence, _ in HELD])
    sentences = {sentence.sentence_no for sentence in facts.sentences}
    numbers = {person.person_no for person in facts.persons}
    assert [event.event_no for event in facts.events] == list(range(1, len(facts.events) + 1))
    for event in facts.events:
        assert event.sentence_no in sentences
        assert {person.person_no for person in event.persons} <= numbers
        assert event.rule


def test_thousands_of_meetings_are_read_in_good_time() -> None:
    read("Aigul Omarova met Kari Hansen and met Pedro Soto and visited Norway. " * 1500)
    read("met with and visited " * 4000)


def test_a_visit_told_again_without_its_goal_is_the_same_visit() -> None:
    facts = read(
        "Minister of Foreign Affairs of Kazakhstan Aigul Omarova will travel to Oslo on May 20-22.",
        "During her visit, Minister Omarova will meet with Foreign Minister of Norway Kari Hansen.",
    )
    assert kinds(facts) == ["visit", "meeting"]


def test_the_country_of_an_office_is_no_side_of_the_visit() -> None:
    facts = read("Special Representative for Chile Aigul Omarova will travel to Oslo on May 20.")
    assert "CL" not in main_event(facts).sides


def test_a_session_told_as_a_meeting_of_the_mechanism_is_one_engagement() -> None:
    facts = read(
        "On May 12, Minister of Kazakhstan Aigul Omarova hosted Foreign Minister of Norway Kari Hansen "
        "for the second session of the Kazakhstan-Norway Strategic Dialogue."
    )
    assert kinds(facts) == ["dialogue"]


def test_his_behind_a_thanked_person_is_that_person() -> None:
    facts = read(
        "Minister of Kazakhstan Aigul Omarova met with Foreign Minister of Norway Kari Hansen on May 12.",
        "Minister Omarova thanked Minister Hansen for her visit to Chile in April.",
    )
    visit = next(event for event in facts.events if event.kind == "visit")
    assert who(facts, visit) == ["Kari Hansen"]


def test_a_date_right_behind_another_noun_is_not_taken_from_it() -> None:
    facts = read(
        "Minister of Kazakhstan Aigul Omarova discussed with Foreign Minister of Norway Kari Hansen her recent trip to "
        "Chile, as well as the meetings in July."
    )
    assert all(event.start_on is None or event.start_on.month != 7 for event in facts.events if event.kind == "visit")


def test_what_will_be_on_the_day_of_publication_or_later_in_its_year_is_planned() -> None:
    today = "Minister Ann Harrow will deliver remarks on 15 May 2024, at the 12th Lima Conference on Reeds."
    later = "Later this year the 12th Lima Conference on Reeds in Peru will aim to save them."
    assert [read(text).events[0].status for text in (today, later)] == ["planned", "planned"]
    assert (
        read("Minister Ann Harrow spoke on 15 May 2024 at the 12th Lima Conference on Reeds.").events[0].status
        == "held"
    )
