"""The country of a head of state or government whom the whole world knows, where the release leaves it unsaid.

What belongs here: matching a name and its office with the terms of `lexicons/leaders.csv`. What does not: what a
release itself states or shows (`allegiance`, `national_signs`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pipelines.extract.joining import parts_of_tokens
from pipelines.extract.lexicons import rows
from pipelines.extract.positions import rank_of
from pipelines.extract.tokens import cut

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from pipelines.extract.joining import Bearer

TOP = frozenset({"head_of_state", "head_of_government", "head_of_state_elect"})
PAST = ("former ", "ex-", "then ", "late ")
MANY = 2  # words of a name that tells its bearer without an office: `Hun Sen`


class Term(NamedTuple):
    """The years in which somebody headed a state or a government."""

    family: frozenset[str]
    given: frozenset[str]
    country: str
    first: int
    last: int | None

    def covers(self, year: int, *, past: bool) -> bool:
        """Whether somebody so called in a year held the office then, or had held it where the text says so."""
        return self.first <= year and (past or self.last is None or year <= self.last)


def by_term(bearer: Bearer, issuer: str, published_on: date | None) -> str | None:
    """The only country that somebody of this name headed at the time; that of the issuer among several."""
    if published_on is None:
        return None
    parts = pieces(bearer.parts)
    terms = [term for part in parts for term in known().get(part, ()) if is_named(parts, term)]
    if not terms:
        return None
    titles = [office.title.lower() for office in bearer.offices if rank_of(office) in TOP]
    past = any(title.startswith(PAST) for title in titles)
    whole = [term for term in terms if parts & term.given or len(term.family) >= MANY]
    fitting = [term for term in terms if titles and term.covers(published_on.year, past=past)] or whole
    countries = {term.country for term in fitting}
    return issuer if issuer in countries else next(iter(countries)) if len(countries) == 1 else None


def is_named(parts: frozenset[str], term: Term) -> bool:
    """Whether a name is the family name of a term, alone or with a given name that goes with it."""
    rest = parts - term.family
    return term.family <= parts and (not rest or bool(rest & term.given))


@cache
def known() -> dict[str, tuple[Term, ...]]:
    """The terms of the lexicon by one part of the family name."""
    found: dict[str, list[Term]] = {}
    for row in rows("leaders"):
        family = written(row["family"])
        last = int(row["to"]) if row["to"] else None
        given = written(row["given"]) if row["given"] else frozenset[str]()
        term = Term(family, given, row["country"], int(row["from"]), last)
        found.setdefault(min(family), []).append(term)
    return {part: tuple(terms) for part, terms in found.items()}


def pieces(parts: Iterable[str]) -> frozenset[str]:
    """The parts of a name as they are compared: hyphens parted, initials left out."""
    return frozenset(piece for part in parts for piece in part.split("-") if len(piece) > 1)


def written(names: str) -> frozenset[str]:
    """The pieces of names of the lexicon, cut as those of a release are."""
    return pieces(parts_of_tokens(cut(names.replace("|", " "))))
