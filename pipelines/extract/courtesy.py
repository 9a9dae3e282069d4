"""Courtesy and rank before a name: honorifics of one word or several.

What belongs here: which words before a name are only courtesy, rank or style. What does not: the name itself (`names`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipelines.extract.lexicons import fold, mapping, word_class, words
from pipelines.extract.vocabulary import phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked

MANY = 2


def skip_courtesy(marked: Marked, index: int) -> tuple[int, bool]:
    """The index after honorifics and ranks, and whether there were any."""
    begin = index
    while (size := courtesy_size(marked, index)) > 0:
        index += size
        index = after_bracket(marked, index)
        following = marked.at(index)
        if following and following.text in {",", "."} and courtesy_size(marked, index + 1):
            index += 1
    return index, index > begin


def after_bracket(marked: Marked, index: int) -> int:
    """The index after a rank's bracketed acronym or a mark of retirement: `General (GEN) Doe`, `Major (Retd.) Doe`."""
    opened, inner, closed = marked.at(index), marked.at(index + 1), marked.at(index + 2)
    if opened is None or inner is None or closed is None:
        return index
    if opened.text != "(" or not (inner.acronym or inner.low in word_class("retired") or is_style(inner)):
        return index
    if closed.text == "." and (beyond := marked.at(index + 3)) is not None and beyond.text == ")":
        return index + 4
    return index + 3 if closed.text == ")" else index


def courtesy_size(marked: Marked, index: int) -> int:
    """How many tokens the honorific or rank at an index has; 0 if there is none."""
    tokens = marked.tokens
    if not 0 <= index < len(tokens):
        return 0
    first = tokens[index].text
    if first == "Lady" and index and tokens[index - 1].text in {"First", "Second"}:
        return 0
    if first not in phrases("honorifics"):
        return 0
    if index + 1 < len(tokens):
        for parts in courtesy_pairs().get((first, tokens[index + 1].text), ()):
            if stands_at(tokens, index, parts):
                return len(parts)
    return int(first in words("honorifics"))


@cache
def honorific_words() -> frozenset[str]:
    """The folded words that an honorific can begin with."""
    return frozenset(fold(word) for word in phrases("honorifics"))


@cache
def courtesy_pairs() -> dict[tuple[str, str], list[tuple[str, ...]]]:
    """The honorifics of several words by their first two, the longest first."""
    found: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for group in phrases("honorifics").values():
        for parts in group:
            if len(parts) > 1:
                found.setdefault((parts[0], parts[1]), []).append(parts)
    return found


def stands_at(tokens: Sequence[Token], index: int, parts: tuple[str, ...]) -> bool:
    """Whether the words of a phrase stand at an index, where its first word is already known to."""
    size = len(parts)
    if size == 1:
        return True
    if index + size > len(tokens) or tokens[index + 1].text != parts[1]:
        return False
    return all(tokens[index + step].text == parts[step] for step in range(MANY, size))


def is_title_of_name(marked: Marked, index: int) -> bool:
    """Whether the token is a style that belongs to the name itself: `Lord Ahmad of Wimbledon`."""
    token = marked.at(index)
    return token is not None and mapping("honorifics").get(token.text) == "title"


def follows_patronym(marked: Marked, index: int) -> bool:
    """Whether `bin` or its like stands before, so that a title behind it is an ancestor's name: `bin Sultan`."""
    before = marked.at(index - 1)
    return before is not None and before.low in word_class("patronym")


def within_patronym(marked: Marked, first: int, index: int) -> bool:
    """Whether only styles lie between `bin` and the token, so that they are the father's: `bin Pehin Datu … Omar`."""
    step = index - 1
    while step > first and marked.tokens[step].capital and is_style(marked.tokens[step]):
        step -= 1
    return step > first and marked.tokens[step].low in word_class("patronym")


def is_style(token: Token) -> bool:
    """Whether a word is part of an honorific."""
    return token.text in style_words()


@cache
def style_words() -> frozenset[str]:
    """The words of all honorifics."""
    return frozenset(part for row_parts in phrases("honorifics").values() for parts in row_parts for part in parts)


def names_no_person(marked: Marked, index: int) -> bool:
    """Whether a style and the word behind it name a quarter, a county or a ship: `Sheikh Jarrah`, `King County`."""
    following = marked.at(index + 1)
    return following is not None and f"{marked.tokens[index].text} {following.text}" in words("not_persons")
