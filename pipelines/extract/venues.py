"""Places that a text names only by a house or an office there: `at the Kremlin`, `in the Norwegian capital`.

What belongs here: which city such words mean. What does not: what happened there (`event_places`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipelines.extract.gazetteer import capitals, is_capital, is_notable, places
from pipelines.extract.lexicons import rows, straight
from pipelines.extract.places import is_region
from pipelines.extract.vocabulary import country_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.extract.vocabulary import Marked
    from pipelines.model import Place

CAPITAL = "capital"
NOT_A_CITY = frozenset({"market", "markets", "investment", "punishment", "region", "flows"})


@cache
def venues() -> dict[str, list[tuple[tuple[str, ...], Place]]]:
    """The venues by first word, the longest first, with their cities."""
    found: dict[str, list[tuple[tuple[str, ...], Place]]] = {}
    for row in rows("venues"):
        parts = tuple(row["words"].split(" "))
        place = city(row["city"], row["country_code"])
        if place is not None:
            found.setdefault(parts[0], []).append((parts, place))
    for group in found.values():
        group.sort(key=lambda item: (-len(item[0]), item[0]))
    return found


@cache
def first_words() -> frozenset[str]:
    """The words that a venue can begin with, and that for a seat of government."""
    return frozenset(venues()) | {CAPITAL}


@cache
def city(name: str, country_code: str) -> Place | None:
    """The city of a name in a country: its capital or a notable city first, then the largest."""
    here = [one for one in places().get(name, ()) if one.country_code == country_code and not is_region(one)]
    known = [one for one in here if is_notable(name, one.place_id) or is_capital(one)]
    return next(iter([*known, *here]), None)


def find_venues(marked: Marked) -> Iterator[tuple[int, int, Place]]:
    """The venues of a line: first token, the one after the last, and the city."""
    for index in marked.standing(first_words()):
        if marked.lows[index] == CAPITAL:
            if (seat := seat_of_government(marked, index)) is not None:
                yield seat
        elif marked.tokens[index].capital:
            yield from known_venue(marked, index)


def known_venue(marked: Marked, index: int) -> Iterator[tuple[int, int, Place]]:
    """The venue whose name begins at an index, if no place and no longer name follows."""
    for parts, place in venues()[marked.lows[index]]:
        last = index + len(parts)
        if tuple(straight(low) for low in marked.lows[index:last]) != parts:
            continue
        after = marked.at(last)
        if after is None or not (after.low == "in" or (after.capital and marked.adjacent(last))):
            yield index, last, place
        return


def seat_of_government(marked: Marked, index: int) -> tuple[int, int, Place] | None:
    """`the Norwegian capital`, `Norway's capital`, `the capital of Norway`."""
    after = marked.at(index + 1)
    if after is not None and (after.low in NOT_A_CITY or after.capital):
        return None
    step = index - 1
    while step > 0 and marked.lows[step] in {"\u2019s", "'s", "\u2019", "'"}:
        step -= 1
    first, last, name = step, index + 1, marked.countries.get(step)
    if name is None and after is not None and after.low == "of":
        step = index + 3 if marked.lows[index + 2 : index + 3] == ("the",) else index + 2
        first, last, name = index, step, marked.countries.get(step)
        last = country_end(marked, step) if name is not None else last
    while first > 0 and name is not None and marked.countries.get(first - 1) is name:
        first -= 1
    place = city(capitals().get(name.code, ""), name.code) if name is not None else None
    return (first, last, place) if place is not None else None
