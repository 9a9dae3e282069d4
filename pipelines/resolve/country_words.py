"""Words that name a country: its code, its demonyms, and what begins as its name does."""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache
from pathlib import Path

import pycountry

from pipelines.resolve.folding import folded_name

_STEM_LENGTH = 4
"""Enough of a country's name to know `Kazakh` and `Polish` by, too much to take `political` for Poland's."""


def names_country(country_code: str, word: str) -> bool:
    """Whether a folded word names a country, or a body of states by its acronym."""
    known = word == country_code.casefold() or word in _words()[country_code]
    return known or word.startswith(_stems(country_code))


@cache
def _words() -> defaultdict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    with (Path(__file__).parent / "country_words.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            found[row["country_code"]].add(row["word"])
    return found


@cache
def _stems(country_code: str) -> tuple[str, ...]:
    country = pycountry.countries.get(alpha_2=country_code)
    if country is None:
        return ()
    words = folded_name(getattr(country, "common_name", country.name)).split()
    return tuple(word[:_STEM_LENGTH] for word in words if len(word) >= _STEM_LENGTH)
