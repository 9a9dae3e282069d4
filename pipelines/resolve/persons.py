"""Who is who: gives each person of each release an id.

For now two names are one person when they have the same words in any order, accents and case aside, and the office is
of the same country. A resolver that compares names across releases (spellings, transliterations, surname alone) takes
the place of `resolve_persons` with the same signature; nothing else needs to know.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

NamedPerson: TypeAlias = tuple[str, int, str, str | None]
"""release_id, person_no, the fullest name in that release, alpha-2 of the office held."""

IdentifiedPerson: TypeAlias = tuple[str, int, str]
"""release_id, person_no, person_id."""

_WORD = re.compile(r"\w+")


def resolve_persons(persons: Iterable[NamedPerson]) -> list[IdentifiedPerson]:
    """Give each person an id, a function of content alone: the same rows in any order give the same ids."""
    return [
        (release_id, person_no, person_id(name, country_code)) for release_id, person_no, name, country_code in persons
    ]


def person_id(name: str, country_code: str | None) -> str:
    """The id of a person of this name with an office of this country: 16 hexadecimal digits."""
    key = f"person|{folded_name(name)}|{country_code or ''}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def folded_name(name: str) -> str:
    """The words of a name without accents and case, sorted: `Lavrov, Sergey` and `Sergey LAVROV` are one."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(sorted(_WORD.findall(letters)))
