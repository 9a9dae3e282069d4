"""Which body is which: gives each organization of each release an id.

For now two names are one body when they have the same words in any order, accents, case and small words such as `of`
aside, and belong to the same country. An unknown country is a country of its own: `Ministry of Foreign Affairs`
without one is not taken for anybody's. A release that gives nothing but an acronym names a body by that acronym: `OSCE`
alone and its full name are two until a resolver that looks across releases takes the place of `resolve_organizations`.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, TypeAlias

from pipelines.resolve.folding import folded_name

if TYPE_CHECKING:
    from collections.abc import Iterable

NamedOrganization: TypeAlias = tuple[str, int, str, str | None]
"""release_id, organization_no, the fullest name in that release, alpha-2 of the country it belongs to."""

IdentifiedOrganization: TypeAlias = tuple[str, int, str]
"""release_id, organization_no, organization_id."""

SMALL_WORDS = frozenset({"a", "an", "and", "between", "for", "in", "of", "on", "the", "to", "with"})


def resolve_organizations(organizations: Iterable[NamedOrganization]) -> list[IdentifiedOrganization]:
    """Give each organization an id, a function of content alone: the same rows in any order give the same ids."""
    return [
        (release_id, organization_no, organization_id(name, country_code))
        for release_id, organization_no, name, country_code in organizations
    ]


def organization_id(name: str, country_code: str | None) -> str:
    """The id of a body of this name and country: 16 hexadecimal digits."""
    key = f"organization|{telling_words(name)}|{country_code or ''}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def telling_words(name: str) -> str:
    """The folded words of a name without the small ones, unless there are no others."""
    words = folded_name(name).split()
    return " ".join([word for word in words if word not in SMALL_WORDS] or words)
