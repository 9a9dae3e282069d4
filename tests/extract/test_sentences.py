from __future__ import annotations

import pytest

from pipelines.extract.sentences import split_sentences
from tests.extract.reading import release


def texts(*paragraphs: str) -> list[str]:
    return [sentence.text for sentence in split_sentences(release(*paragraphs))]


@pytest.mark.parametrize(
    "text",
    [
        "The guest was received by H.E. Anna Berg, who thanked him.",
        "Mr. Otto Lind and Dr. Ida Holm signed the act.",
        "M. Saparov met with J. K. Meyer in Oslo.",
        "Trade grew by 4.5 percent to $1.2 billion.",
        "The U.S. delegation arrived early.",
        "Resolution No. 1540 was recalled.",
        "Lt. Gen. Peter Hahn commands the base.",
        "The ministers met on Sept. 23 in Oslo.",
    ],
)
def test_a_stop_inside_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert texts(text) == [text]


def test_sentences_end_at_stops_question_marks_and_closing_quotes() -> None:
    assert texts("“We agreed.” Talks go on! Will they last? Yes.") == [
        "“We agreed.”",
        "Talks go on!",
        "Will they last?",
        "Yes.",
    ]


def test_a_sentence_may_end_in_an_abbreviated_country_before_an_article() -> None:
    assert texts("They flew to the U.S. The talks begin today.") == ["They flew to the U.S.", "The talks begin today."]


def test_lines_of_a_list_are_sentences_of_their_own() -> None:
    assert texts("Signed were:\n• a treaty on water\n• a plan for roads") == [
        "Signed were:", "• a treaty on water", "• a plan for roads",
    ]  # fmt: skip


def test_sentences_are_numbered_through_the_release_and_know_their_paragraph() -> None:
    found = split_sentences(release("One. Two.", "Three."))
    assert [(sentence.sentence_no, sentence.paragraph_no) for sentence in found] == [(1, 1), (2, 1), (3, 2)]


def test_what_is_too_long_for_prose_is_cut_at_a_space() -> None:
    found = texts("word " * 2000)
    assert len(found) > 1
    assert all(len(text) <= 2500 and set(text.split()) == {"word"} for text in found)


def test_captions_that_a_site_runs_on_are_sentences_of_their_own() -> None:
    text = "A met B.Photo Credit: The Ministry, BergenPhoto Caption: A with B in OsloPhoto Caption: B with C"
    assert [one.text for one in split_sentences(release(text))] == [
        "A met B.",
        "Photo Credit: The Ministry, Bergen",
        "Photo Caption: A with B in Oslo",
        "Photo Caption: B with C",
    ]
    assert [one.text for one in split_sentences(release("A Photo Credit Union met B."))] == [
        "A Photo Credit Union met B."
    ]


def test_sentences_that_a_site_runs_together_are_parted() -> None:
    text = (
        "They will meet later this year.Separately, the Minister had lunch. See www.State.Example or clause iii.Ports."
    )
    assert texts(text) == [
        "They will meet later this year.",
        "Separately, the Minister had lunch.",
        "See www.State.Example or clause iii.Ports.",
    ]
