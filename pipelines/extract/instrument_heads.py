"""Heads of the names of instruments: `agreement`, `memorandum of understanding`.

What belongs here: the lexicon of heads and finding one at a token. What does not: the words around it (`instruments`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipelines.extract.lexicons import rows

if TYPE_CHECKING:
    from pipelines.extract.vocabulary import Marked


WEAK = frozenset({"purposed", "shared", "joint"})  # words that seldom name an instrument


@dataclass(frozen=True, slots=True)
class Head:
    """A word or phrase that names a kind of instrument."""

    parts: tuple[str, ...]
    kind: str
    needs: str  # what a name needs beside the head: see lexicons/README.md


@cache
def heads() -> dict[str, tuple[Head, ...]]:
    """The heads by their first word, the longest first."""
    found: dict[str, list[Head]] = {}
    for row in rows("instruments"):
        parts = tuple(row["head"].split(" "))
        found.setdefault(parts[0], []).append(Head(parts, row["kind"], row["needs"]))
    return {word: tuple(sorted(group, key=lambda head: -len(head.parts))) for word, group in found.items()}


def head_at(marked: Marked, at: int, candidates: tuple[Head, ...]) -> Head | None:
    """The longest head whose words begin at a token."""
    tokens = marked.tokens
    for head in candidates:
        if tuple(token.low for token in tokens[at : at + len(head.parts)]) == head.parts:
            return head
    return None


def is_head(marked: Marked, at: int) -> bool:
    """Whether a head begins at a token that names an instrument by itself, not a word such as `programme`."""
    token = marked.at(at)
    candidates = heads().get(token.low) if token is not None else None
    head = head_at(marked, at, candidates) if candidates else None
    return head is not None and head.needs not in WEAK
