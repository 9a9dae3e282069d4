"""Instruments that the world knows by name: the Paris Agreement, the JCPOA, the 2030 Agenda.

What belongs here: matching the lexicon, by name, by other names and by acronym. What does not: instruments that only
the head of their name shows to be one (`instruments`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipelines.extract.bodies import SPELLINGS, same_spelling
from pipelines.extract.lexicons import rows, word_class
from pipelines.extract.tokens import cut

if TYPE_CHECKING:
    from pipelines.extract.vocabulary import Marked


@dataclass(frozen=True, slots=True)
class KnownInstrument:
    """A line of the lexicon of instruments."""

    name: str
    kind: str
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InstrumentSpelling:
    """One way to write a known instrument's name: folded words, and which of them begin with a capital."""

    words: tuple[str, ...]
    capitals: tuple[bool, ...]
    exact: str | None  # an acronym, which counts only as it is written
    instrument: KnownInstrument


@cache
def instrument_spellings() -> dict[str, tuple[InstrumentSpelling, ...]]:
    """All spellings of all known instruments by their first word, the longest first."""
    found: dict[str, list[InstrumentSpelling]] = {}
    for row in rows("known_instruments"):
        known = KnownInstrument(row["name"], row["kind"], tuple(filter(None, row["parties"].split("|"))))
        for form in (row["name"], row["acronym"], *row["other_names"].split("|")):
            if form:
                spelling = spelled_as(form, known)
                found.setdefault(spelling.words[0], []).append(spelling)
    return {word: tuple(sorted(group, key=longest_first)) for word, group in found.items()}


def spelled_as(form: str, known: KnownInstrument) -> InstrumentSpelling:
    """One spelling of a known instrument."""
    tokens = cut(form)
    lows = tuple(same_spelling(token.low) for token in tokens)
    exact = form if len(tokens) == 1 else None
    return InstrumentSpelling(lows, tuple(token.capital for token in tokens), exact, known)


def longest_first(spelling: InstrumentSpelling) -> tuple[int, tuple[str, ...]]:
    """The order in which spellings are tried."""
    return -len(spelling.words), spelling.words


def known_at(marked: Marked, at: int) -> tuple[KnownInstrument, int] | None:
    """The known instrument whose name begins at a token, and the index after its name."""
    for spelling in instrument_spellings().get(same_spelling(marked.tokens[at].low), ()):
        last = at + len(spelling.words)
        if is_spelled_here(marked, at, last, spelling) and not names_more(marked, last, spelling):
            return spelling.instrument, last
    return None


def is_spelled_here(marked: Marked, at: int, last: int, spelling: InstrumentSpelling) -> bool:
    """Whether the tokens have the words of a spelling, and its capitals."""
    group = marked.tokens[at:last]
    if spelling.exact is not None:
        return group[0].text == spelling.exact
    if len(group) != len(spelling.words) or same_spelling(group[-1].low) != spelling.words[-1]:
        return False
    return all(
        same_spelling(token.low) == word and (token.capital or not capital)
        for token, word, capital in zip(group, spelling.words, spelling.capitals, strict=True)
    )


def names_more(marked: Marked, last: int, spelling: InstrumentSpelling) -> bool:
    """Whether the words go on to name a body, a meeting or an office of the instrument: `CPTPP Commission`."""
    following = marked.at(last)
    if following is None or not marked.adjacent(last):
        return False
    organ = following.low in word_class("instrument_organ") or following.text.startswith("COP")
    return organ and (following.capital or spelling.exact is not None)


@cache
def known_starts() -> frozenset[str]:
    """The folded words, in either spelling, with which the names of known instruments begin."""
    first = frozenset(instrument_spellings())
    return first | {word for word, spelling in SPELLINGS.items() if spelling in first}
