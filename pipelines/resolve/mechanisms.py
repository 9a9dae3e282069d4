"""Which standing dialogue or conference is which: gives each event that names one the id of it.

Two names are one mechanism when they have the same words in any order. A dialogue of two sides is told by the two and
by its words without theirs, so that `Kazakhstan-UK Strategic Dialogue`, `Strategic Dialogue between the United Kingdom
and Kazakhstan` and, between the same two, `the Strategic Dialogue` are one, and the political consultations of two
others are another series.
"""

from __future__ import annotations

import csv
import hashlib
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pycountry

from pipelines.resolve.folding import folded_name
from pipelines.resolve.organizations import telling_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NamedMechanism: TypeAlias = tuple[str, int, str, str, list[str]]
"""release_id, event_no, the name in that release, kind of the event, its sides (alpha-2 or acronym)."""

IdentifiedMechanism: TypeAlias = tuple[str, int, str]
"""release_id, event_no, mechanism_id."""

_PAIR = 2
_STEM_LENGTH = 4
"""Enough of a country's name to know `Kazakh` and `Polish` by, too much to take `political` for Poland's."""


def resolve_mechanisms(mechanisms: Iterable[NamedMechanism]) -> list[IdentifiedMechanism]:
    """Give each mechanism an id, a function of content alone: the same rows in any order give the same ids."""
    return [
        (release_id, event_no, mechanism_id(name, sides if kind == "dialogue" else ()))
        for release_id, event_no, name, kind, sides in mechanisms
    ]


def mechanism_id(name: str, sides: Sequence[str] = ()) -> str:
    """The id of a mechanism of this name, held by these sides: 16 hexadecimal digits."""
    pair = sorted(set(sides))
    told = telling_words(name)
    if len(pair) == _PAIR:
        words = [word for word in told.split() if not any(_is_of(side, word) for side in pair)]
        told = f"{' '.join(words)}|{' '.join(pair)}"
    return hashlib.sha256(f"mechanism|{told}".encode()).hexdigest()[:16]


def _is_of(side: str, word: str) -> bool:
    """Whether a word names a side: its code or a word of the lexicon, or one that begins as the country's name does."""
    return word == side.casefold() or word in _words()[side] or word.startswith(_stems(side))


@cache
def _words() -> defaultdict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    with (Path(__file__).parent / "country_words.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            found[row["country_code"]].add(row["word"])
    return found


@cache
def _stems(side: str) -> tuple[str, ...]:
    country = pycountry.countries.get(alpha_2=side)
    if country is None:
        return ()
    words = folded_name(getattr(country, "common_name", country.name)).split()
    return tuple(word[:_STEM_LENGTH] for word in words if len(word) >= _STEM_LENGTH)
