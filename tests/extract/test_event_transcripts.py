"""Engagements told in speech that was written down, with a label before each speaker."""

from __future__ import annotations

import pytest

from tests.extract.reading import read, who

HEAD = "Foreign Minister of Norway Kari Hansen"
OWN = "Minister of Foreign Affairs of Kazakhstan Aigul Omarova"
TITLE = "Minister Aigul Omarova and Norwegian Foreign Minister Kari Hansen Before Their Meeting"


def kinds(*paragraphs: str) -> list[str]:
    """The kinds of the engagements that some paragraphs tell."""
    return [event.kind for event in read(*paragraphs).events]


def test_speech_is_believed_where_its_own_sentence_dates_an_engagement_and_names_everybody() -> None:
    told = f"{OWN} met {HEAD} in Oslo yesterday."
    assert kinds(f"MS ROE: {told}") == ["meeting"]
    undated = f"{OWN} met {HEAD} in Oslo."
    assert kinds(f"MS ROE: {undated}") == []
    assert kinds(undated) == ["meeting"]


def test_people_whom_only_a_pronoun_means_are_not_believed_in_speech() -> None:
    told = f"{OWN} spoke. On 3 May she met {HEAD} in Oslo."
    assert kinds(told) == ["meeting"]
    assert kinds(f"MODERATOR: {told}") == []


def test_talks_in_speech_are_of_two() -> None:
    assert kinds(f"MODERATOR: {OWN} met many officials yesterday.") == []
    assert kinds(f"MODERATOR: {OWN} met Norwegian officials yesterday.") == ["meeting"]


@pytest.mark.parametrize("label", ["QUESTION:", "Question:", "Q", "JOURNALIST:"])
def test_a_question_tells_nothing(label: str) -> None:
    told = f"{OWN} met {HEAD} in Oslo yesterday."
    assert kinds("MS ROE: Good morning.", f"{label} Thank you. {told}") == []
    assert kinds("MS ROE: Good morning.", f"{label} Thank you.", "How was it?", told) == []
    assert kinds(f"{label} Thank you. Why?", f"MS ROE: {told}") == ["meeting"]


def test_a_heading_in_capitals_is_no_speaker() -> None:
    told = f"{OWN} met {HEAD} in Oslo."
    assert kinds(f"OSLO: {told}") == ["meeting"]
    assert kinds(f"FOR THE PRESS: {told}") == ["meeting"]


def test_a_transcript_is_of_the_engagement_that_its_title_names() -> None:
    facts = read(OWN, HEAD, "MINISTER OMAROVA: Good morning. We met the Prime Minister of Peru.", title=TITLE)
    assert [(event.kind, event.is_main, who(facts, event)) for event in facts.events] == [
        ("meeting", True, ["Aigul Omarova", "Kari Hansen"])
    ]


def test_a_call_with_the_press_is_no_engagement() -> None:
    facts = read(f"{OWN} answered.", title="Background Press Call on Trade with Norway")
    assert facts.events == ()
