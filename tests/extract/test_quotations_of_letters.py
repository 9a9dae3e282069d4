from __future__ import annotations

import pytest

from pipelines.extract.unmarked_speech import closed_speech
from tests.extract.reading import read

OPENING = "President Kairat Omarov of Kazakhstan sent a telegram of sympathy to President Anja Berg of Norway."
WORDS = "The pain of the families of the north is ours"


def speakers(*paragraphs: str) -> list[str | None]:
    """The speakers of the quotations of some paragraphs, in the order of the text."""
    facts = read(*paragraphs)
    names = {person.person_no: person.name for person in facts.persons}
    return [names[row.person_no] if row.person_no is not None else None for row in facts.quotations]


@pytest.mark.parametrize(
    ("tag", "speaker"),
    [
        ("it says", "Kairat Omarov"),
        ("the telegram reads", "Kairat Omarov"),
        ("the newspaper says", None),
    ],
)
def test_the_words_of_a_letter_are_those_of_its_sender(tag: str, speaker: str | None) -> None:
    assert speakers(f"{OPENING} \u201c{WORDS},\u201d {tag}.") == [speaker]
    assert speakers(OPENING, f"\u201c{WORDS},\u201d {tag}.") == [speaker]


def test_words_of_a_letter_that_nobody_sent_have_no_speaker() -> None:
    met = "President Kairat Omarov of Kazakhstan met President Anja Berg of Norway."
    assert speakers(f"{met} \u201c{WORDS},\u201d it says.") == [None]


def test_a_leader_is_the_head_of_the_state_that_is_named() -> None:
    assert speakers(f"{OPENING} \u201c{WORDS},\u201d the Norwegian leader said.") == ["Anja Berg"]
    assert speakers(f"{OPENING} \u201c{WORDS},\u201d the Kazakh leader said.") == ["Kairat Omarov"]
    assert speakers(f"{OPENING} \u201c{WORDS},\u201d the Norwegian poet said.") == [None]


def test_an_adverb_does_not_part_a_verb_from_its_subject() -> None:
    assert closed_speech("Norway is a partner of old. He warmly recalled the meeting held in Oslo.", 0) is None
    assert closed_speech("Norway is a partner of old. We trade in fish recalled the Minister.", 0) is not None
