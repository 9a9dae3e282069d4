"""The heads of bodies' names: Ministry, University, Chamber of Commerce.

What belongs here: the lexicon of heads and finding one in a sentence. What does not: the rest of the name
(`body_phrases`), and whether the whole is a body (`body_checks`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipelines.extract.lexicons import rows
from pipelines.extract.vocabulary import title_case

if TYPE_CHECKING:
    from pipelines.extract.vocabulary import Marked


@dataclass(frozen=True, slots=True)
class Head:
    """A line of the lexicon of heads."""

    size: int  # in tokens
    name: str
    kind: str
    needs: str  # what must stand beside it, as `body_checks` tells


@cache
def heads() -> dict[str, list[tuple[tuple[str, ...], Head]]]:
    """The heads of bodies by first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Head]]] = {}
    for row in rows("body_heads"):
        parts = tuple(row["head"].replace("'s", " 's").split(" "))
        found.setdefault(parts[0], []).append((parts, Head(len(parts), row["head"], row["kind"], row["needs"])))
    for group in found.values():
        group.sort(key=lambda item: -len(item[0]))
    return found


@cache
def first_words() -> frozenset[str]:
    """The words that a head can begin with, as written and in capitals."""
    return frozenset(heads()) | {word.upper() for word in heads()}


def as_written(text: str) -> str:
    """A word of a name as the lexicon writes it, be it set in capitals."""
    plain = title_case(text).replace("\u2019", "'")
    return "'s" if plain == "'S" else plain


def match_head(marked: Marked, index: int) -> Head | None:
    """The longest head of a body at an index."""
    tokens = marked.tokens
    for parts, head in heads().get(title_case(tokens[index].text), ()):
        group = tokens[index : index + len(parts)]
        if len(group) == len(parts) and all(
            as_written(token.text) == part for token, part in zip(group, parts, strict=True)
        ):
            return head
    return None
