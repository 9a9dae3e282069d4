"""Countries that a text names: by name, official name, adjective, people or abbreviation, as ISO 3166-1 alpha-2.

What belongs here: matching the lexicon of countries, and telling apart names that mean something else. What does not:
cities and regions, and whose country a person's office belongs to.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import ahocorasick

from pipelines.extract.lexicons import mapping, rows, straight, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Adjectives that name a country only as the first half of a compound (`Franco-German`).
SHORTEST_IN_CAPITALS = 4
NEAR = 80  # characters around Georgia in which another state tells
COMPOUND_ONLY = frozenset({"Franco", "Sino", "Russo", "Indo", "Hispano"})
LANGUAGE_AFTER = re.compile(r"[ ](?:and (?P<second>\w+) )?languages?\b|[ -](?:speaking|speakers?|subtitles)\b")
LANGUAGE_BEFORE = re.compile(r"(?:\b(?:in|into|speaks?|spoken|fluent in|from|to|languages?:?)|[(,]| and| or) $")
LANGUAGE_END = re.compile(r"\s*(?:[.,;:()\]]|$|(?:and|or|&)\s+(?P<next>[A-Z]\w+)|versions?\b|translations?\b)")
NEXT_WORD = re.compile(r" ([a-z]+)")
STATE_BEFORE = re.compile(
    r"(?:\b(?:Fort|Base|Station|State of|Senators? from|Port of)[\w .']{0,20}(?:,| in)? |(?P<town>[A-Z]\w+), )$",
)


class CountryName(NamedTuple):
    """Words that name a country; `form` is `name`, `adjective`, `people`, or `state` for Georgia the US state."""

    start: int
    end: int
    code: str
    form: str


def find_countries(body: str) -> list[CountryName]:
    """Every country named in the body, in the order of the text, without overlaps."""
    text = straight(body)
    found = [name for name in matches(text) if name.code and not is_language(text, name)]
    found = [name for name in found if not is_currency(text, name)]
    return settle(text, found)


def matches(text: str) -> list[CountryName]:
    """The longest matches of the lexicon that begin and end at the edge of a word."""
    candidates = []
    for last, (length, code, form) in automaton().iter(text):
        start = last + 1 - length
        if at_edge(text, start, last + 1):
            candidates.append(CountryName(start, last + 1, code, form))
    return leftmost_longest(candidates)


def leftmost_longest(candidates: Iterable[CountryName]) -> list[CountryName]:
    """Of names that overlap, the one that begins first and reaches farthest."""
    kept: list[CountryName] = []
    for name in sorted(candidates, key=lambda name: (name.start, -name.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept


def at_edge(text: str, start: int, end: int) -> bool:
    """Whether the span is whole words: `US` but not in `USS`, `US$` or `someUS`."""
    before = text[start - 1 : start]
    after = text[end : end + 1]
    if text[end - 1] in "-\u2013":
        return not before.isalnum() and after.isalpha()
    return not (before.isalnum() or after.isalnum() or before in {"_", "@"} or after in {"$", "_", "@"})


@cache
def automaton() -> ahocorasick.Automaton:
    """The lexicon as one automaton; phrases that only look like a country carry an empty code."""
    machine = ahocorasick.Automaton()
    for surface, code, form in reversed(list(surfaces())):
        machine.add_word(surface, (len(surface), code, form))
    machine.make_automaton()
    return machine


def surfaces() -> Iterator[tuple[str, str, str]]:
    """Every spelling with its code and form, the most telling form first."""
    for row in rows("not_countries"):
        yield straight(row["phrase"]), "", "none"
    for row in rows("countries"):
        for name in split(row["names"]):
            yield name, row["code"], "name"
            if len(name) >= SHORTEST_IN_CAPITALS:
                yield name.upper(), row["code"], "name"
        for adjective in split(row["adjectives"]):
            bound = adjective in COMPOUND_ONLY
            yield (adjective + "-" if bound else adjective), row["code"], "adjective"
            yield (adjective + "\u2013" if bound else adjective.upper()), row["code"], "adjective"
        for people in split(row["people"]):
            yield people, row["code"], "people"


def split(cell: str) -> list[str]:
    """The spellings of one cell, with straight apostrophes."""
    return [straight(part) for part in cell.split("|") if part]


def is_language(text: str, name: CountryName) -> bool:
    """Whether an adjective is the name of a language here (`speaks French`, `in the Kazakh language`)."""
    if name.form != "adjective" or text[name.start : name.end] not in words("languages"):
        return False
    if LANGUAGE_AFTER.match(text, name.end):
        return True
    ends = LANGUAGE_END.match(text, name.end)
    before = LANGUAGE_BEFORE.search(text, max(0, name.start - 20), name.start)
    if not (ends and before):
        return False
    return ends["next"] is None or ends["next"] in words("languages")


def is_currency(text: str, name: CountryName) -> bool:
    """Whether the words are part of a currency's name (`US dollars`)."""
    following = NEXT_WORD.match(text, name.end)
    return following is not None and f"{text[name.start : name.end]} {following[1]}" in mapping("currencies")


def settle(text: str, found: Sequence[CountryName]) -> list[CountryName]:
    """Names that depend on what else the release names: Georgia, the two Congos."""
    codes = {name.code for name in found}
    kept = []
    for name in found:
        surface = text[name.start : name.end]
        if surface in {"Georgia", "GEORGIA"} and is_us_state(text, name):
            kept.append(CountryName(name.start, name.end, "US", "state"))
        elif (
            surface in {"Congo", "Congolese"} and "CG" in codes and "Kinshasa" not in text and "Democratic" not in text
        ):
            kept.append(CountryName(name.start, name.end, "CG", name.form))
        else:
            kept.append(name)
    return kept


def is_us_state(text: str, name: CountryName) -> bool:
    """Whether Georgia is the US state: a town, a base or another state stands near, and nothing Georgian anywhere."""
    if "Tbilisi" in text or "Georgian" in text or "South Caucasus" in text:
        return False
    before = STATE_BEFORE.search(text, max(0, name.start - 50), name.start)
    if before is not None and (before["town"] is None or before["town"] in words("towns_of_georgia_us")):
        return True
    around = text[max(0, name.start - NEAR) : name.end + NEAR]
    return any(state in around for state in other_states())


@cache
def other_states() -> tuple[str, ...]:
    """The names of the other states of the United States, which in a list show Georgia to be one of them."""
    names = sorted({row["name"] for row in rows("us_states")})
    return tuple(state for state in names if state not in {"Georgia", "Washington", "District of Columbia"})
