"""Which body is which: gives each organization of each release an id.

Two names are one body when they have the same telling words in any order and belong to the same country: without
accents and case, small words such as `of`, and the country's own words in the name of a body of its state, so that
`Foreign Ministry` and `Ministry of Foreign Affairs of the Republic of Kazakhstan` are one. Acronyms of the bodies of
the world, and bodies that were renamed, are in body_names.csv. An unknown country is a country of its own: `Ministry of
Foreign Affairs` without one is not taken for anybody's.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeAlias

from pipelines.resolve.country_words import names_country
from pipelines.resolve.folding import folded_name

NamedOrganization: TypeAlias = tuple[str, int, str, str | None]
"""release_id, organization_no, the fullest name in that release, alpha-2 of the country it belongs to."""

IdentifiedOrganization: TypeAlias = tuple[str, int, str]
"""release_id, organization_no, organization_id."""

Corrections: TypeAlias = Mapping[tuple[str, str | None], tuple[str, str | None]]

SMALL_WORDS = frozenset({"a", "an", "and", "between", "for", "in", "of", "on", "the", "to", "with"})
_STATE_WORDS = frozenset({"republic", "kingdom", "federation", "federal", "state", "national"})
_STATE_BODIES = frozenset(
    """
    administration agency assembly cabinet chamber commission committee council department government house majilis
    ministry office parliament presidency senate service
    """.split()  # noqa: SIM905 - read as words
)


@dataclass(frozen=True)
class Organizations:
    """The resolver of organizations, with an analyst's corrections."""

    corrections: Corrections = field(default_factory=dict)

    def __call__(self, organizations: Iterable[NamedOrganization]) -> list[IdentifiedOrganization]:
        """Give each organization an id, a function of content alone: the same rows in any order give the same ids."""
        return [
            (release_id, number, organization_id(*self.corrections.get((name, code), (name, code))))
            for release_id, number, name, code in organizations
        ]


def organization_id(name: str, country_code: str | None) -> str:
    """The id of a body of this name and country: 16 hexadecimal digits."""
    told = _true_names().get((telling_words(name), country_code or ""), (name, country_code))
    words = [word for word in telling_words(told[0]).split() if word != "affairs"]
    if country_code and _STATE_BODIES.intersection(words):
        words = [word for word in words if word not in _STATE_WORDS and not names_country(country_code, word)] or words
    key = f"organization|{' '.join(words)}|{told[1] or ''}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def telling_words(name: str) -> str:
    """The folded words of a name without the small ones, unless there are no others."""
    words = folded_name(name).split()
    return " ".join([word for word in words if word not in SMALL_WORDS] or words)


@cache
def _true_names() -> dict[tuple[str, str], tuple[str, str | None]]:
    with (Path(__file__).parent / "body_names.csv").open(encoding="utf-8") as rows:
        return {
            (telling_words(row["name"]), row["country_code"]): (row["true_name"], row["country_code"] or None)
            for row in csv.DictReader(rows)
        }
