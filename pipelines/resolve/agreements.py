"""Which agreement is which: an instrument that several releases name, from its first mention on, gets one id.

What belongs here: judging the names of one block against each other. What does not: which status is the latest; that
is SQL. All is a function of the set of names, their parties and dates.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from rapidfuzz.fuzz import token_sort_ratio

from pipelines.resolve.clusters import Comparison
from pipelines.resolve.spelling import words_of

_ALIKE = 88.0
_SMALL_WORDS = frozenset("a an and between by for in of on the their to with government governments".split())  # noqa: SIM905
_KIND_WORDS = frozenset(
    """
    act agreement arrangement communique contract convention declaration document intent joint letter memorandum mou
    note pact plan programme program protocol roadmap road map statement treaty understanding republic
    """.split()  # noqa: SIM905 - read as words
)
_YEAR = re.compile(r"(19|20)\d\d")
_TELLING = 2  # words beyond those that any such instrument bears


@dataclass(frozen=True)
class Form:
    """A name with its date, as any number of releases give it; all that tells one agreement of a block from another."""

    words: tuple[str, ...]  # that tell it from others of its kind
    years: frozenset[str]  # within the name: `the 2011 Agreement` and `the 2019 Agreement` are two
    date_on: date | None
    date_precision: str | None


@dataclass(frozen=True)
class Naming:
    """What one release says of one agreement."""

    release_id: str
    number: int
    name: str
    kind: str
    parties: tuple[str, ...]
    date_on: date | None
    date_precision: str | None
    published_on: date | None

    @cached_property
    def own_id(self) -> str:
        """The id that it has by itself, 16 hexadecimal digits: that of its form, so that who tells it changes nothing.

        A name that does not tell its agreement is each release's own, unless the day of signature does.
        """
        key = (block_of(self), *self.rank) if self.is_telling else (self.release_id, self.number)
        return hashlib.sha256(f"agreement|{'|'.join(map(str, key))}".encode()).hexdigest()[:16]

    @property
    def is_telling(self) -> bool:
        """Whether it tells its agreement from others of its kind."""
        return len(self.form.words) >= _TELLING or self.date_precision == "day"

    @cached_property
    def form(self) -> Form:
        """What it is compared by."""
        words, years = _telling(self.name)
        return Form(words, years, self.date_on, self.date_precision)

    @property
    def rank(self) -> tuple[str, ...]:
        """Its place among others of its block."""
        form = self.form
        return (*form.words, *sorted(form.years), str(form.date_on), str(form.date_precision))


@cache
def _telling(name: str) -> tuple[tuple[str, ...], frozenset[str]]:
    words = tuple(word for word in words_of(name) if word not in _SMALL_WORDS and word not in _KIND_WORDS)
    return words, frozenset(match.group() for match in _YEAR.finditer(name))


def block_of(naming: Naming) -> str | None:
    """The block of a naming: its kind and parties; without them, its kind and telling words. None for a vague one."""
    told = "-".join(sorted(set(naming.parties))) or " ".join(sorted(naming.form.words))
    return f"{naming.kind}|{told}" if told and naming.is_telling else None


def likeness(naming: Naming, other: Naming) -> float | None:
    """How alike two namings of a block are; None where they cannot be of one instrument."""
    one, two = naming.form, other.form
    if one.years != two.years or _dates_differ(one, two):
        return None
    if min(len(one.words), len(two.words)) < _TELLING:
        return 0
    alike = token_sort_ratio(" ".join(one.words), " ".join(two.words))
    return alike if alike >= _ALIKE else 0


def _dates_differ(one: Form, two: Form) -> bool:
    """Whether both tell a day of signature, and not the same: as far as both are precise."""
    if one.date_on is None or two.date_on is None:
        return False
    if one.date_precision == two.date_precision == "day":
        return one.date_on != two.date_on
    if "year" in {one.date_precision, two.date_precision}:
        return one.date_on.year != two.date_on.year
    return (one.date_on.year, one.date_on.month) != (two.date_on.year, two.date_on.month)


COMPARISON = Comparison(likeness, marks=lambda _naming: None)
