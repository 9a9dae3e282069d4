"""Words that were spoken and written down with a label before each speaker: `MS ROE: Thank you.`, `QUESTION: When?`.

What belongs here: which lines of a release are such speech and which are questions, and what speech must hold for an
engagement told in it to be believed. What does not: who is quoted (`quotations`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pipelines.extract.lexicons import word_class

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipelines.extract.event_scene import Row
    from pipelines.extract.telling import Candidate
    from pipelines.extract.vocabulary import Marked

LABEL = re.compile(r"(?P<who>[A-Z][A-Z\u2019'.\-]*(?: [A-Z(][A-Z\u2019'.\-)]*){0,6}) ?:\s")
ASKED = re.compile(
    r"(?:QUESTION|Question|REPORTER|Reporter|JOURNALIST|Journalist|Q)(?: \d+)?(?: ?[:.]|\s)\s*[A-Z\u2019'\"(]"
)
TALKS = frozenset({"meeting", "call"})


class Spoken(NamedTuple):
    """The numbers of the rows of a scene that are speech, and of those among them that ask."""

    rows: frozenset[int]
    asked: frozenset[int]


def find_speech(lines: Sequence[Marked]) -> Spoken:
    """The rows from the first label of a speaker on, the title apart; a question goes on up to the next label."""
    spoken: set[int] = set()
    asked: set[int] = set()
    asking, paragraph = False, -1
    for number, marked in enumerate(lines[1:], 1):
        sentence = marked.line.sentence
        if sentence.paragraph_no != paragraph:
            paragraph = sentence.paragraph_no
            question = ASKED.match(sentence.text) is not None
            asking = question or (asking and not is_label(sentence.text))
            if question or spoken or is_label(sentence.text):
                spoken.add(number)
        elif spoken:
            spoken.add(number)
        if asking:
            asked.add(number)
    return Spoken(frozenset(spoken), frozenset(asked))


def is_label(text: str) -> bool:
    """Whether a paragraph begins with a speaker in capitals: a courtesy or an office, and a colon behind the name."""
    label = LABEL.match(text)
    return label is not None and not word_class("speaker_label").isdisjoint(words_of(label["who"]))


def words_of(label: str) -> Iterable[str]:
    """The words of a label, in small letters, without stops."""
    return (word.strip(".()").lower() for word in label.split())


def is_news(row: Row, candidate: Candidate) -> bool:
    """Whether speech tells an engagement in full: dated by its own sentence, and everybody in it by name."""
    when = candidate.when
    if when is None or when.basis == "publication" or when.precision == "year":
        return False
    named = {item.person_no for item in row.items if item.form == "person"}
    if not candidate.roles.keys() <= named:
        return False
    paired = len(candidate.roles) > 1 or len(candidate.sides) > 1
    return bool(candidate.roles) and (paired or candidate.kind not in TALKS)
