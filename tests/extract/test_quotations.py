# ruff: noqa: RUF001 - releases are set with typographic marks
from __future__ import annotations

import pytest

from tests.extract.reading import read

OPENING = "Foreign Minister Aigul Omarova met Foreign Minister of Norway Erik Hansen in Oslo."


def told(*paragraphs: str) -> list[tuple[str, str | None]]:
    """The words and the speaker of each quotation."""
    facts = read(*paragraphs)
    names = {person.person_no: person.name for person in facts.persons}
    return [(row.text, names.get(row.person_no or 0)) for row in facts.quotations]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("“We shall build the bridge together,” Aigul Omarova said.", "We shall build the bridge together",
         "Aigul Omarova"),
        ("“We shall build the bridge together,” noted A. Omarova.", "We shall build the bridge together",
         "Aigul Omarova"),
        ('Erik Hansen said: "The north is open to all."', "The north is open to all.", "Erik Hansen"),
        ("«Our ports are open to our friends», said the Norwegian minister.", "Our ports are open to our friends",
         "Erik Hansen"),
        ("“We shall build the bridge together,” the Minister added.", "We shall build the bridge together",
         "Aigul Omarova"),
        ("Erik Hansen praised the talks. “They were long and good,” he said.", "They were long and good",
         "Erik Hansen"),
    ],
)  # fmt: skip
def test_speech_has_its_speaker_before_or_after(text: str, words: str, speaker: str) -> None:
    assert told(OPENING, text) == [(words, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "Aigul Omarova said that the “green corridor” is open.",
        "He noted the exhibition “Treasures of the Northern Steppe and Sea”.",
        "They said the conference on “Water and Peace for All Our Peoples,” was useful.",
        "The company “Northern Lights Shipping” said nothing.",
        "A letter was read. It spoke of friendship.",
    ],
)
def test_titles_and_single_terms_in_marks_are_not_speech(text: str) -> None:
    assert told(OPENING, text) == []


def test_speech_may_run_through_paragraphs() -> None:
    found = told(OPENING, "Erik Hansen said: “The sea is wide and it is cold.", "“We sail it together.”")
    assert len(found) == 1
    assert found[0][0].startswith("The sea is wide")
    assert found[0][1] == "Erik Hansen"


def test_speech_goes_on_after_the_words_that_name_the_speaker() -> None:
    found = told(OPENING, "“The sea is wide and it is cold,” Erik Hansen said. “We shall always sail it together.”")
    assert [speaker for _, speaker in found] == ["Erik Hansen", "Erik Hansen"]


def test_a_paragraph_may_be_speech_without_marks() -> None:
    found = told(OPENING, "We want our ports to be open to all ships said Foreign Minister Erik Hansen.")
    assert found == [("We want our ports to be open to all ships", "Erik Hansen")]


def test_a_paragraph_may_be_led_into() -> None:
    found = told("Foreign Minister Erik Hansen said:", "The north is open to all who come in peace.")
    assert found == [("The north is open to all who come in peace.", "Erik Hansen")]


def test_a_signature_names_the_speaker() -> None:
    found = told("They said much.", "“The north is open to all who come in peace.”", "– Erik Hansen, 4 May 2024")
    assert found == [("The north is open to all who come in peace.", "Erik Hansen")]


def test_a_statement_given_whole_is_no_quotation() -> None:
    assert told("The following is attributable to the Spokesperson:", "We welcome the truce. It is a good day.") == []
