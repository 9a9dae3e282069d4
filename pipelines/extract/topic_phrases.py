"""The phrases of topics in a sentence.

What belongs here: finding the phrases of `topic_words.csv`, also where several of them share their last word. What does
not: whether they make a topic (`topics`), and the contexts that silence them (`topic_contexts`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import ahocorasick

from pipelines.extract.lexicons import rows, straight, word_class, word_classes, words
from pipelines.extract.topic_contexts import tells_of_people

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipelines.extract.tokens import Token
    from pipelines.extract.topic_contexts import Silence
    from pipelines.extract.vocabulary import Marked

LINKS = frozenset({"and", "or", "&"})
INFORMATION_TECHNOLOGY = "i.t."  # as the lexicon writes IT, which is no `it`
BREAK = "|"
SHORTEST_LIST = 3  # tokens before the last word of a list: `green and digital`
HEAD = "head"


@cache
def automaton() -> ahocorasick.Automaton:
    """The phrases, from the edge of a word; a star stands for any ending."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for row in rows("topic_words"):
        phrase = row["phrase"]
        key = f" {phrase[:-1]}" if phrase.endswith("*") else f" {phrase} "
        found.setdefault(key, []).append((row["topic"], row["strength"], phrase))
    machine = ahocorasick.Automaton()
    for key, shows in found.items():
        machine.add_word(key, (len(key), tuple(shows)))
    machine.make_automaton()
    return machine


class Spelled(NamedTuple):
    """A sentence as the lexicon writes it, and where its phrases stand: first character, size, what they show."""

    text: str
    hits: list[tuple[int, int, tuple[tuple[str, str, str], ...]]]


def spell(marked: Marked) -> Spelled:
    """A sentence with its phrases."""
    return with_hits(f" {spelled_all(marked)} ")


def with_hits(text: str) -> Spelled:
    """A text with its phrases."""
    return Spelled(text, [(last + 1 - size, size, shows) for last, (size, shows) in automaton().iter(text)])


def matches(marked: Marked, spelled_text: Spelled, silence: Silence) -> Iterator[tuple[str, str, str]]:
    """The topics, strengths and phrases that begin at each token outside names of bodies and offices.

    A phrase covers the shorter ones inside it; one without a topic only keeps them from counting. What is told in
    passing has that for its strength.
    """
    tokens = marked.tokens
    lists = "".join([f"{words} " for words in shared_heads(marked, silence.barred | silence.named)])
    text, found = with_hits(spelled_text.text + lists) if lists else spelled_text
    covered = 0  # up to where a phrase without a topic reaches
    ends: set[tuple[int, str]] = set()  # where phrases end, with their topics
    for start, size, shows in sorted(found, key=lambda one: (one[0], -one[1])):
        if start < covered:
            continue
        first = text.count(" ", 0, start)
        last = first + text.count(" ", start, start + size - 1)
        free = first >= len(tokens) or not (silence.covers(tokens, first, last) or tells_of_people(tokens, last))
        for topic, strength, phrase in shows:
            if first >= len(tokens) and " " not in phrase:
                continue
            if not topic:
                covered = start + size - 1
                continue
            apart = strength != HEAD or is_head(
                tokens, first, last, {shown for end, shown in ends if end == first} - {topic}
            )
            ends.add((last, topic))
            if free and apart:
                yield topic, told_strength(strength, silence.passing, first, last), phrase


def told_strength(strength: str, passing: set[int], first: int, last: int) -> str:
    """The strength of a phrase where it stands: what is told in passing has that for its strength."""
    if not passing.isdisjoint(range(first, last)):
        return "passing"
    return "weak" if strength == HEAD else strength


def is_head(tokens: Sequence[Token], first: int, last: int, before: set[str]) -> bool:
    """Whether a field is spoken of by itself.

    It must not say of what kind the next noun is (`wages portal`), nor belong to the field right before it (`energy
    wages`), which only industry may (`fertiliser industry`).
    """
    if before and tokens[first].low not in word_class("topic_of_any_field"):
        last_word = tokens[first - 1]
        if last_word.word and last_word.low not in words("function_words"):
            return False
    if last >= len(tokens) or not tokens[last].word:
        return True
    low = tokens[last].low
    return low in words("function_words") or low in word_classes("topic_shared_head", "topic_field_tail", "locative")


def may_match(marked: Marked, spelled_text: Spelled) -> bool:
    """Whether a sentence holds a phrase, or a last word that phrases can share, so that its contexts matter at all."""
    return bool(spelled_text.hits) or not word_class("topic_shared_head").isdisjoint(marked.words)


def spelled_all(marked: Marked) -> str:
    """The tokens as the lexicon writes them, with a space between each two."""
    text = straight(" ".join(marked.lows))
    plain = text.count(" ") + 1 == len(marked.lows) and not holds_it(marked)
    return text if plain else " ".join(map(spelled, marked.tokens))


def holds_it(marked: Marked) -> bool:
    """Whether a sentence speaks of IT, which is no `it`."""
    return "it" in marked.words and "IT" in [token.text for token in marked.tokens]


def spelled(token: Token) -> str:
    """A token as the lexicon writes it."""
    if token.text == "IT":
        return INFORMATION_TECHNOLOGY
    return straight(token.low).replace(" ", "")


def shared_heads(marked: Marked, barred: set[int]) -> Iterator[str]:
    """The phrases of a list that share their last word: `green economies` in `green and digital economies`."""
    tokens = marked.tokens
    for at in marked.standing(word_class("topic_shared_head")):
        if at < SHORTEST_LIST or tokens[at - 2].low not in LINKS:
            continue
        step = at - 3
        if tokens[step].text == ",":
            step -= 1
        while step >= 0 and tokens[step].word and barred.isdisjoint((step, at)):
            yield f"{BREAK} {spelled(tokens[step])} {spelled(tokens[at])} {BREAK}"
            if step < 2 or tokens[step - 1].text != ",":  # noqa: PLR2004
                break
            step -= 2
