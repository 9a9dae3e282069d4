"""Whom words for two mean in a release: `the two ministers`, `both leaders`, `their talks`.

What belongs here: the two persons of different sides that a plural or `their` stands for. What does not: single persons
(`references`), and what they did.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.extract.lexicons import word_class
from pipelines.extract.references import NEAR, Item

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipelines.extract.references import Memory
    from pipelines.extract.vocabulary import Marked


def read_pairs(marked: Marked, memory: Memory) -> list[Item]:
    """`the two ministers`, `both leaders`: the two persons of different sides that were named last."""
    if marked.words.isdisjoint(word_class("pair")) and "two" not in marked.words:
        return []
    recent = list(reversed(memory.persons))
    if len(recent) <= 1:
        return []
    return [
        Item(index, index + 1, "pronoun", number, memory.sides.get(number))
        for index, token in enumerate(marked.tokens)
        if (token.low in word_class("pair") and follows_pair(marked, index)) or is_pair_alone(marked, index)
        for number in two_latest(office_of_pair(recent, token.low, memory), memory)
    ]


def office_of_pair(recent: Sequence[int], plural: str, memory: Memory) -> Sequence[int]:
    """Those of the persons named last who hold the office of a pair, if the issuer's is among them: `the Ministers`."""
    word = plural.removesuffix("s")
    holders = [
        number
        for number in recent
        if any(word in position.title.lower().split() for position in memory.titles.get(number, ()))
    ]
    sides = {memory.sides.get(number) for number in holders}
    return holders if len(sides) > 1 and memory.issuer in sides else recent


def two_latest(recent: Sequence[int], memory: Memory) -> tuple[int, int]:
    """The person named last, and before it the latest of another side."""
    unlike = (number for number in recent[1:] if memory.sides.get(number) != memory.sides.get(recent[0]))
    return next(unlike, recent[1]), recent[0]


def is_pair_alone(marked: Marked, index: int) -> bool:
    """Whether `the two` stands without a noun: `the two had spoken by phone`."""
    before, after = marked.at(index - 1), marked.at(index + 1)
    if marked.lows[index] != "two" or before is None or before.low != "the":
        return False
    return after is not None and after.low in word_class("auxiliary") | {"had", "have", "met", "spoke", "agreed"}


def read_theirs(marked: Marked, memory: Memory, named: Sequence[Item]) -> Iterator[Item]:
    """`their` before a noun of talks: the persons named before it in the sentence, else the two named last."""
    if "their" not in marked.words:
        return
    for index, token in enumerate(marked.tokens):
        if token.low != "their" or not leads_to_talks(marked, index):
            continue
        if any(item.form == "pronoun" and marked.tokens[item.first].low == "delegation" for item in named):
            continue
        here = list(dict.fromkeys(item.person_no for item in named if item.form == "person" and item.last <= index))
        recent = list(reversed(memory.persons))
        unlike = (number for number in recent[1:] if memory.sides.get(number) != memory.sides.get(recent[0]))
        told = told_next(marked, named, memory, index) or pair_of(named)
        both = here if len(here) > 1 else told or [*recent[:1], *list(unlike)[:1]]
        if len(both) > 1:
            yield from (Item(index, index + 1, "possessive", number, memory.sides.get(number or 0)) for number in both)


def pair_of(named: Sequence[Item]) -> list[int | None]:
    """The two whom a plural of the sentence means: `During their meeting, the Ministers discussed`."""
    plural = [item for one, item in pairwise(named) if one.form == item.form == "pronoun" and one.first == item.first]
    return [item.person_no for item in named if plural and item.first == plural[0].first]


def told_next(marked: Marked, named: Sequence[Item], memory: Memory, index: int) -> list[int | None]:
    """Whom `their` means in `In their talks in Oslo, A and B agreed`: the two of different sides right behind."""
    following = [item for item in named if item.form == "person" and item.first > index][:2]
    if index != 1 or marked.lows[0] not in {"in", "during", "at"} or len(following) <= 1:
        return []
    between = marked.tokens[following[0].last : following[1].first]
    joined = any(token.low == "and" for token in between)
    joined = joined and all(token.capital or token.low in {"and", "of", "the", "for"} for token in between)
    both = [item.person_no for item in following]
    unlike = memory.sides.get(both[0] or 0) not in {None, memory.sides.get(both[1] or 0)}
    return both if joined and unlike else []


def leads_to_talks(marked: Marked, index: int) -> bool:
    """Whether a noun of talks follows a possessive in few words: `their joint September 27 meeting`."""
    for step in range(index + 1, index + NEAR):
        token = marked.at(step)
        if token is None:
            return False
        if token.low in word_class("talks_noun"):
            return True
        if not (token.low in word_class("event_adjective") or token.text[0].isdigit() or token.low == "initial"):
            return False
    return False


def follows_pair(marked: Marked, index: int) -> bool:
    """Whether `the`, `both` or `two` stands before the plural of an office: `the Prime Ministers`."""
    step = index - 1
    while step >= 0 and marked.tokens[step].low in word_class("before_bare_office"):
        step -= 1
    return step >= 0 and marked.tokens[step].low in word_class("before_pair")
