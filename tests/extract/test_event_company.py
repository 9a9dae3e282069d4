"""Who took part in an engagement, where the words that say so stand behind a link or mean somebody told before."""

from __future__ import annotations

from tests.extract.reading import of_kind, read, who

MINISTER = "Minister of Foreign Affairs of Kazakhstan Aigul Omarova"
COLLEAGUE = "Minister of Trade of Kazakhstan Erlan Sadykov"
GUEST = "Foreign Minister of Norway Kari Hansen"
CHILEAN = "Foreign Minister of Chile Pedro Soto"


def test_those_behind_as_well_as_were_met_too() -> None:
    facts = read(f"{MINISTER} met with fishermen of Norway, as well as with {GUEST}.")
    assert who(facts, facts.events[0]) == ["Aigul Omarova", "Kari Hansen"]
    facts = read(f"{MINISTER} met with fishermen of Norway as part of a programme of {GUEST}.")
    assert who(facts, facts.events[0]) == ["Aigul Omarova"]


def test_to_have_had_talks_is_news_and_to_have_met_before_is_not() -> None:
    facts = read(f"{MINISTER} had talks with {GUEST}.")
    assert facts.events[0].date_edtf == "2024-05"
    facts = read(f"{MINISTER} met with {GUEST} today.", f"President of Norway Olav Berg had met {CHILEAN}.")
    assert facts.events[-1].date_edtf is None


def test_they_who_act_are_those_named_together_before() -> None:
    visit = f"{MINISTER} and {COLLEAGUE} visited Norway on 3 May."
    facts = read(visit, f"They held talks with {GUEST}.")
    assert who(facts, of_kind(facts, "meeting")[0]) == ["Aigul Omarova", "Erlan Sadykov", "Kari Hansen"]
    facts = read(visit, f"They discussed the meeting with {GUEST}.")
    assert "Erlan Sadykov" not in who(facts, of_kind(facts, "meeting")[0])


def test_their_talks_at_the_head_are_those_of_the_two_named_next() -> None:
    first = f"{MINISTER} received {CHILEAN}."
    facts = read(first, f"In their talks in Almaty, President of Chile Ana Lopez and {GUEST} agreed on a roadmap.")
    assert who(facts, facts.events[-1]) == ["Ana Lopez", "Kari Hansen"]
    facts = read(first, "In their talks in Almaty, trade was discussed.")
    assert [who(facts, event) for event in facts.events] == [["Aigul Omarova", "Pedro Soto"]]


def test_a_meeting_with_somebody_is_of_the_one_who_recalls_it() -> None:
    facts = read(f"{MINISTER} received {CHILEAN}.", f"She recalled the meeting with {GUEST} in Bergen.")
    assert who(facts, facts.events[-1]) == ["Aigul Omarova", "Kari Hansen"]
    facts = read(f"{MINISTER} spoke.", f"She recalled the meeting between {GUEST} and {CHILEAN} in Bergen.")
    assert who(facts, facts.events[-1]) == ["Kari Hansen", "Pedro Soto"]


def test_calls_with_two_respectively_are_two_and_those_of_the_title() -> None:
    title = "Aigul Omarova's Calls with Kari Hansen and Pedro Soto"
    facts = read(f"{MINISTER} had calls with {GUEST} and {CHILEAN} respectively on 3 May.", title=title)
    assert [(who(facts, event), event.is_main) for event in facts.events] == [
        (["Aigul Omarova", "Kari Hansen"], True),
        (["Aigul Omarova", "Pedro Soto"], True),
    ]
    facts = read(f"{MINISTER} had a call with {GUEST} and {CHILEAN} on 3 May.")
    assert [who(facts, event) for event in facts.events] == [["Aigul Omarova", "Kari Hansen", "Pedro Soto"]]


def test_an_office_without_an_article_opens_a_sentence() -> None:
    first = "Prime Minister of Norway Olav Berg arrived in Almaty on 3 May."
    facts = read(first, f"Prime Minister also met {MINISTER}.")
    assert who(facts, of_kind(facts, "meeting")[0]) == ["Aigul Omarova", "Olav Berg"]
    facts = read(first, f"Prime Minister and cabinet alike praised {MINISTER} who met {GUEST}.")
    assert who(facts, of_kind(facts, "meeting")[0]) == ["Aigul Omarova", "Kari Hansen"]


def test_who_comes_along_to_the_meeting_makes_no_other() -> None:
    for telling in (
        f"Minister Omarova was accompanied at the meeting by {COLLEAGUE}.",
        f"{COLLEAGUE} attended the meeting.",
    ):
        facts = read(f"{MINISTER} met with {GUEST}.", telling)
        assert [who(facts, event) for event in facts.events] == [["Aigul Omarova", "Erlan Sadykov", "Kari Hansen"]]
    facts = read(f"{MINISTER} met with {GUEST}.", f"{COLLEAGUE} attended the Bergen Forum.")
    assert [event.kind for event in facts.events] == ["meeting", "conference"]


def test_consultations_on_a_visit_are_the_visitors() -> None:
    visit = f"{MINISTER} visited Oslo on 3 May."
    facts = read(visit, "Political Consultations were held in the morning with Deputy Minister of Norway Kari Hansen.")
    [dialogue] = of_kind(facts, "dialogue")
    assert who(facts, dialogue) == ["Aigul Omarova", "Kari Hansen"]
    facts = read(visit, "Political Consultations were held in Lima with Deputy Minister of Chile Pedro Soto.")
    assert who(facts, of_kind(facts, "dialogue")[0]) == ["Pedro Soto"]


def test_their_meeting_right_behind_is_no_other() -> None:
    facts = read(f"{MINISTER} met {GUEST} today.", "During their meeting, trade was discussed.")
    assert [who(facts, event) for event in facts.events] == [["Aigul Omarova", "Kari Hansen"]]
    facts = read(f"{MINISTER} met {GUEST} today.", "They advance a roadmap agreed at their March meeting.")
    assert len(facts.events) == 2


def test_he_is_not_whose_words_follow_a_label() -> None:
    first = f"{MINISTER} received {CHILEAN}."
    facts = read(first, "Spokesman Ivan Serov: Good morning to all.", "He then met fishermen of Norway.")
    assert "Serov" not in str([who(facts, event) for event in facts.events])
    facts = read(first, "Spokesman Ivan Serov arrived in Oslo.", "He then met fishermen of Norway.")
    assert ["Ivan Serov"] in [who(facts, event) for event in of_kind(facts, "meeting")]
