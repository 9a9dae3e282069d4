"""Which standing dialogue or conference is which: gives each event that names one the id of it.

For now two names are one mechanism when they have the same words in any order, country words kept: `Kazakhstan-UK
Strategic Dialogue` is `UK-Kazakhstan Strategic Dialogue`. A dialogue of two sides whose name tells neither of them
(`political consultations`) is told apart by the two: else all consultations of the world would be one series.
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

import pycountry

from pipelines.resolve.organizations import telling_words
from pipelines.resolve.persons import folded_name

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
    nameless = len(pair) == _PAIR and not any(_is_told(side, name) for side in pair)
    key = f"mechanism|{telling_words(name)}|{' '.join(pair) if nameless else ''}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def _is_told(side: str, name: str) -> bool:
    """Whether a name has a word for this side: its code, or one that begins as the country's name does."""
    words = folded_name(name).split()
    return side.casefold() in words or any(word.startswith(stem) for word in words for stem in _stems(side))


@cache
def _stems(side: str) -> tuple[str, ...]:
    country = pycountry.countries.get(alpha_2=side)
    if country is None:
        return ()
    words = folded_name(getattr(country, "common_name", country.name)).split()
    return tuple(word[:_STEM_LENGTH] for word in words if len(word) >= _STEM_LENGTH)
