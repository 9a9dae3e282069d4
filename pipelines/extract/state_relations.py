"""Words for the relations between states as a whole, which are politics whatever else is talked about.

What belongs here: telling `the warm ties between A and B` from ties of one field (`trade ties`), and titles that
announce talks. What does not: words of single topics.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.extract.lexicons import word_class

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked

DASHES = frozenset({"-", "\u2013"})
VISITS = frozenset({"visit", "visits"})
PARTNER_REACH = 4
BETWEEN = frozenset({"between", "with", "among"})


def tells_of_relations(marked: Marked) -> bool:
    """Whether a sentence speaks of the relations, ties or cooperation of states as such.

    Right before the noun must stand a word that says how they are, or a country; an article will do where the states
    follow (`the relations between A and B`). A field of life before it (`trade ties`) is another topic.
    """
    tokens = marked.tokens
    ties = word_class("tie")
    if "cooperation" not in marked.words and ties.isdisjoint(marked.words):
        return False
    for at, token in enumerate(tokens):
        if token.low not in ties and token.low != "cooperation":
            continue
        before = tokens[at - 1].low if at else ""
        if joins_others(marked, at):
            continue
        if before in word_class("joint_quality") or is_of_pair(marked, at):
            return True
        if token.low in ties and (is_whole(marked, at, before) or is_linked(tokens, at, before)):
            return True
    return False


def joins_others(marked: Marked, at: int) -> bool:
    """Whether a tie is one between others than states: `closer ties between policymakers and the business sector`."""
    tokens = marked.tokens
    if at + 1 >= len(tokens) or tokens[at + 1].low not in BETWEEN:
        return False
    ahead = range(at + 2, min(len(tokens), at + 2 + PARTNER_REACH))
    return not any(tokens[step].capital or tokens[step].low in word_class("tie_partner") for step in ahead)


def is_whole(marked: Marked, at: int, before: str) -> bool:
    """Whether the word before a tie says how it is, or names the states: `warm ties`, `Kenya-Chad relations`."""
    return before in word_class("tie_quality") or at - 1 in marked.countries


def is_of_pair(marked: Marked, at: int) -> bool:
    """Whether two states stand joined before a noun: `US-UK cooperation`, also with a longer dash."""
    before = marked.tokens[at - 1].low if at else ""
    dashed = at > 1 and marked.tokens[at - 2].text in DASHES
    return at - 1 in marked.countries and (dashed or "-" in before)


def is_linked(tokens: Sequence[Token], at: int, before: str) -> bool:
    """Whether only an article stands before a tie and the states behind it: `the relations between`."""
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return after in BETWEEN and (not before or before in word_class("determiner"))


def announces_talks(title: Marked) -> bool:
    """Whether a title tells of a visit or of talks, and is not the caption of pictures or a transcript."""
    told = word_class("not_told_title").isdisjoint(title.words)
    return told and not word_class("talks_title").isdisjoint(title.words)


def announces_visit(title: Marked) -> bool:
    """Whether a title tells of a visit that a state receives: `State Visit by the President`."""
    if not word_class("not_told_title").isdisjoint(title.words):
        return False
    pairs = pairwise(title.lows)
    return any(after in VISITS and before in word_class("state_visit") for before, after in pairs)
