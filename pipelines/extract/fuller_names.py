"""Names that only a later sentence tells in full: `Minister Zyrova … Alba Zyrova said`.

What belongs here: an unknown word before a surname that the release has told by an office or by courtesy. What does
not: names that an office, courtesy or a known given name anchors (`persons`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.courtesy import courtesy_size
from pipelines.extract.name_words import is_office_word
from pipelines.extract.naming import Naming
from pipelines.extract.vocabulary import is_common, is_given

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipelines.extract.joining import Bearer
    from pipelines.extract.vocabulary import Marked


def find_fuller_namings(lines: Sequence[Marked], bearers: Sequence[Bearer]) -> Iterator[Naming]:
    """The namings that add a given name to persons told by their surname alone, in the order of the text."""
    surnames = {bearer.parts[0] for bearer in bearers if len(bearer.parts) == 1}
    if not surnames:
        return
    taken = {
        (naming.line_no, step)
        for bearer in bearers
        for naming in bearer.namings
        for step in range(naming.first, naming.last)
    }
    for line_no, marked in enumerate(lines):
        for index in marked.capitals:
            if marked.tokens[index].low not in surnames or (line_no, index) in taken:
                continue
            if is_given_here(marked, index - 1) and not runs_on(marked, index + 1):
                yield Naming(line_no, index - 1, index + 1, "fuller_name")


def is_given_here(marked: Marked, index: int) -> bool:
    """Whether the word at an index can be a given name that begins right there."""
    token = marked.at(index)
    if token is None or not token.capital or token.acronym or not token.text.isalpha() or index in marked.countries:
        return False
    if not marked.adjacent(index + 1) or (is_common(token) and not is_given(token)):
        return False
    return not is_office_word(token) and courtesy_size(marked, index) == 0 and not runs_on(marked, index - 1)


def runs_on(marked: Marked, index: int) -> bool:
    """Whether a further capital stands at an index, so that the words are part of something longer."""
    token = marked.at(index)
    return token is not None and token.capital and token.word
