"""A name in a sentence and the office told with it: what the readers of persons hand to one another.

What belongs here: the shape of a naming, and questions that all of those readers ask. What does not: finding one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipelines.extract.gazetteer import places
from pipelines.extract.vocabulary import is_common, is_given

if TYPE_CHECKING:
    from pipelines.extract.names import Name
    from pipelines.extract.offices import Office
    from pipelines.extract.vocabulary import Marked

TOWN = 100_000  # a single word that only smaller places bear is rather a name


class Naming(NamedTuple):
    """A name in a sentence, with the office that the sentence gives to its bearer, if any."""

    line_no: int  # index of the sentence, from 0
    first: int  # tokens from `first` up to `last`
    last: int
    rule: str
    office: Office | None = None
    country: str | None = None  # of a counterpart, whose office is told only by that word


def in_offices(name: Name, offices: list[Office]) -> bool:
    """Whether the name lies within the words of an office."""
    return any(office.first < name.last and name.first < office.last for office in offices)


def is_place(marked: Marked, name: Name) -> bool:
    """Whether the gazetteer knows the whole name."""
    text = " ".join(token.low for token in marked.tokens[name.first : name.last])
    found = places().get(text)
    return found is not None and not (name.size == 1 and found[0].population < TOWN)


def follows_capital(marked: Marked, index: int) -> bool:
    """Whether a capital that may belong to the same name stands right before; the first word of a sentence need not."""
    before = marked.at(index - 1)
    if before is None or not before.capital or not before.word or not marked.adjacent(index):
        return False
    return not (index == 1 and is_common(before) and not is_given(before))
