"""What kind of word a token is: common word, given name, acronym, part of a country's name.

What belongs here: questions about single tokens, answered from lexicons. What does not: phrases.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache
from itertools import compress
from typing import TYPE_CHECKING

from pipelines.extract.lexicons import rows, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.countries import CountryName
    from pipelines.extract.tokens import Line, Token

SHORT_GIVEN_PARTS = 2


def is_common(token: Token) -> bool:
    """Whether the word is common English, such as the names of offices and bodies are made of."""
    return common(token.low)


@cache
def common(low: str) -> bool:
    """Whether a folded word, or each part of a compound, is common English."""
    if in_dictionary(low):
        return True
    parts = low.replace("\u2013", "-").split("-")
    return len(parts) > 1 and all(in_dictionary(part) for part in parts if part)


def in_dictionary(low: str) -> bool:
    """Whether one of the lexicons of words holds a folded word."""
    return low in words("common_words") or low in words("institution_words") or low in words("function_words")


def is_given(token: Token) -> bool:
    """Whether people are given this name, and it begins with a capital."""
    return token.capital and given_name(token.low)


@cache
def given_name(low: str) -> bool:
    """Whether a folded word, or the first part of a compound, is a given name."""
    given = words("given_names")
    return low in given or low.partition("-")[0] in given


def is_surname(token: Token) -> bool:
    """Whether the word, though common, is a well-known surname."""
    return token.low in words("surnames_that_are_words")


def is_body_word(token: Token) -> bool:
    """Whether the word says that a name is a body's: Ministry, Bank, University."""
    return token.capital and title_case(token.text) in words("body_words")


def title_case(text: str) -> str:
    """A word in capitals as it is written in a title."""
    return text.capitalize() if text.isupper() and len(text) > 3 else text  # noqa: PLR2004


def is_plural_acronym(token: Token) -> bool:
    """Whether the token is an acronym in the plural: `NGOs`."""
    text = token.text
    return len(text) > SHORT_GIVEN_PARTS and text[-1] == "s" and text[:-1].isupper() and text[:-1].isalpha()


def is_initial(token: Token) -> bool:
    """Whether the token is one capital with a stop."""
    return len(token.text) == SHORT_GIVEN_PARTS and token.text[1] == "." and token.capital


@cache
def phrases(lexicon: str) -> dict[str, list[tuple[str, ...]]]:
    """The phrases of a lexicon by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in rows(lexicon):
        parts = tuple(next(iter(row.values())).split(" "))
        found.setdefault(parts[0], []).append(parts)
    for group in found.values():
        group.sort(key=lambda parts: (-len(parts), parts))
    return found


@cache
def bodies_by_first_word() -> dict[str, tuple[str, ...]]:
    """The international bodies by the first word of their names."""
    found: dict[str, list[str]] = {}
    for row in rows("bodies"):
        body = next(iter(row.values()))
        found.setdefault(bare_word(body.partition(" ")[0]), []).append(body)
    return {word: tuple(names) for word, names in found.items()}


def bodies_beginning(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The international bodies whose names begin with the first of some tokens."""
    return bodies_by_first_word().get(bare_word(tokens[0].text), ()) if tokens else ()


def bare_word(word: str) -> str:
    """A word up to its apostrophe."""
    return word.replace("\u2019", "'").partition("'")[0]


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with the countries that it names, by token."""

    line: Line
    countries: dict[int, CountryName]  # every token that lies in a country's name
    tokens: tuple[Token, ...]  # of the line, at hand
    capitals: tuple[int, ...]  # the tokens that begin with a capital
    hidden: dict[int, tuple[CountryName, ...]]  # further countries within one token: `China-Venezuela`
    lows: tuple[str, ...]  # the folded words of the tokens
    words: frozenset[str]  # the same, for asking which of them it holds
    name_ends: dict[tuple[int, bool], int] = field(default_factory=dict, compare=False)  # of names read so far

    def at(self, index: int) -> Token | None:
        """The token at an index, or None outside the sentence."""
        tokens = self.tokens
        return tokens[index] if 0 <= index < len(tokens) else None

    def standing(self, folded: frozenset[str]) -> list[int]:
        """The tokens with one of some folded words."""
        if self.words.isdisjoint(folded):
            return []
        return list(compress(range(len(self.lows)), map(folded.__contains__, self.lows)))

    def adjacent(self, index: int) -> bool:
        """Whether no more than one character lies between a token and the one before."""
        tokens = self.tokens
        return 0 < index < len(tokens) and tokens[index].start - tokens[index - 1].end <= 1


def name_start(name: CountryName) -> int:
    """Where a country's name begins."""
    return name.start


def name_end(name: CountryName) -> int:
    """Where a country's name ends."""
    return name.end


def mark(line: Line, countries: Sequence[CountryName]) -> Marked:
    """The sentence with its share of the release's countries, which come in the order of the text."""
    marked: dict[int, CountryName] = {}
    hidden: dict[int, tuple[CountryName, ...]] = {}
    near = bisect_left(countries, line.sentence.char_start, key=name_end)
    beyond = bisect_left(countries, line.sentence.char_end, key=name_start)
    for index, token in enumerate(line.tokens) if near < beyond else ():
        while near < beyond and countries[near].end <= token.start:
            near += 1
        if near == beyond:
            break
        if countries[near].start < token.end:
            last = near
            while last + 1 < beyond and countries[last + 1].start < token.end:
                last += 1
            marked[index] = countries[last]
            if last > near:
                hidden[index] = tuple(countries[near:last])
    capitals = tuple([index for index, token in enumerate(line.tokens) if token.capital])
    lows = tuple([token.low for token in line.tokens])
    return Marked(line, marked, line.tokens, capitals, hidden, lows, frozenset(lows))


def country_end(marked: Marked, index: int) -> int:
    """The index after the last token of the country's name that covers a token."""
    name = marked.countries[index]
    while index < len(marked.tokens) and marked.countries.get(index) is name:
        index += 1
    return index
