"""Heads of offices as a text can write them: `Minister`, `ministers`, `MINISTER`, `then-Minister`.

What belongs here: the lexicon of heads and finding one at a token. What does not: the words around it (`offices`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pipelines.extract.courtesy import courtesy_pairs, honorific_words, stands_at
from pipelines.extract.lexicons import fold, rows, word_class

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.extract.vocabulary import Marked

LONGEST_ACRONYM = 4
MANY = 2
PREFIXES = ("then-", "Then-", "ex-", "Ex-", "former-")


class Head(NamedTuple):
    """The words of the lexicon that stand at an index."""

    size: int
    name: str
    plural: bool
    small: bool


@cache
def heads() -> dict[tuple[str, ...], list[tuple[tuple[str, ...], str, bool]]]:
    """The heads of offices by their first two words: capitals, small letters, plurals; the longest first."""
    found: dict[tuple[str, ...], list[tuple[tuple[str, ...], str, bool]]] = {}
    for row in rows("offices"):
        parts = row["head"].split(" ")
        for spelling, many in ((parts, False), *((plural, True) for plural in plurals(parts))):
            for variant in variants(spelling):
                if many and variant[0].isupper() and len(variant[0]) <= LONGEST_ACRONYM:
                    continue  # `SMS` is not the plural of `SM`
                found.setdefault(variant[:MANY], []).append((variant, row["head"], many))
    for group in found.values():
        group.sort(key=lambda item: (-len(item[0]), item[1]))
    return found


def plurals(parts: list[str]) -> Iterator[list[str]]:
    """The plurals of a head: `Ministers`, `Assistant Secretaries`, `Chiefs of Staff`, `Consuls General`."""
    if "of" in parts:
        yield [plural_of(parts[0]), *parts[1:]]
        return
    yield [*parts[:-1], plural_of(parts[-1])]
    if len(parts) > 1 and parts[-1] in word_class("office_postnominal"):
        yield [*parts[:-2], plural_of(parts[-2]), parts[-1]]
    word, hyphen, rest = parts[-1].partition("-")
    if hyphen and (rest.startswith(("at-", "in-")) or rest in word_class("office_postnominal")):
        yield [*parts[:-1], plural_of(word) + hyphen + rest]


def plural_of(word: str) -> str:
    """The plural of a word of an office: `Secretaries`, `Envoys`."""
    return word[:-1] + "ies" if word.endswith(("ry", "ty")) else word + "s"


def variants(spelling: list[str]) -> Iterator[tuple[str, ...]]:
    """A head as it can be written: as it is, in small letters, in capitals, and behind `then-` and its like."""
    yield tuple(spelling)
    yield tuple(part.lower() for part in spelling)
    yield tuple(part.upper() for part in spelling)
    for prefix in PREFIXES:
        yield (prefix + spelling[0], *spelling[1:])


@cache
def first_words() -> frozenset[str]:
    """The folded words that a head or an honorific can begin with: all others are passed over."""
    return frozenset(fold(begin[0]) for begin in heads()) | honorific_words()


def match_head(marked: Marked, index: int) -> Head | None:
    """The longest head of an office that begins at an index."""
    tokens, known = marked.tokens, heads()
    for begin in (tuple([token.text for token in tokens[index : index + MANY]]), (tokens[index].text,)):
        for parts, name, plural in known.get(begin, ()):
            if stands_at(tokens, index, parts):
                return Head(len(parts), name, plural, not any(part[0].isupper() for part in parts[0].split("-")))
    return None


def may_open(marked: Marked, index: int) -> bool:
    """Whether a head or a courtesy of several words can begin at a token, as it is written."""
    text, following = marked.tokens[index].text, marked.at(index + 1)
    return text in head_words() or (following is not None and (text, following.text) in courtesy_pairs())


@cache
def head_words() -> frozenset[str]:
    """The first words of the heads of offices, as they can be written."""
    return frozenset(begin[0] for begin in heads())
