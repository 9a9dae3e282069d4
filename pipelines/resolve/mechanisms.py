"""Which standing dialogue or conference is which: gives each event that names one the id of it.

Two names are one mechanism when they have the same words in any order. A dialogue of two sides is told by the two and
by its words without theirs, so that `Kazakhstan-UK Strategic Dialogue`, `Strategic Dialogue between the United Kingdom
and Kazakhstan` and, between the same two, `the Strategic Dialogue` are one, and the political consultations of two
others are another series.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, TypeAlias

from pipelines.resolve.country_words import names_country
from pipelines.resolve.organizations import telling_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NamedMechanism: TypeAlias = tuple[str, int, str, str, list[str]]
"""release_id, event_no, the name in that release, kind of the event, its sides (alpha-2 or acronym)."""

IdentifiedMechanism: TypeAlias = tuple[str, int, str]
"""release_id, event_no, mechanism_id."""

_PAIR = 2


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
        words = [word for word in told.split() if not any(names_country(side, word) for side in pair)]
        told = f"{' '.join(words)}|{' '.join(pair)}"
    return hashlib.sha256(f"mechanism|{told}".encode()).hexdigest()[:16]
