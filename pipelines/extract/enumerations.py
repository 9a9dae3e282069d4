"""Rows of offices and holders, in which it is not plain at once whose an office is.

What belongs here: a definite office that opens an item of a row rather than following the name before it, and states
with their officers in the same order. What does not: an office and a name by themselves (`holders`), and rows of names
(`lists`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.courtesy import skip_courtesy
from pipelines.extract.lexicons import word_class, words
from pipelines.extract.lists import after_link, read_name_back
from pipelines.extract.names import read_name
from pipelines.extract.naming import Naming, in_offices, is_place
from pipelines.extract.offices import is_the
from pipelines.extract.phrases import skip_article
from pipelines.extract.vocabulary import country_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.extract.names import Name
    from pipelines.extract.offices import Office
    from pipelines.extract.vocabulary import Marked

MANY = 2
ENDS = frozenset({",", ".", ";", ":", ")"})


def opens_item(marked: Marked, office: Office, offices: list[Office]) -> bool:
    """Whether a definite office opens an item: `Minister Doe, the Head of the Court, Jane Roe, and …`.

    The name before it has an office of its own already, and another name ends the item.
    """
    comma = before_article(marked, office.first - 1)
    if office.plural or comma is None or marked.tokens[comma].text != ",":
        return False
    if name_behind(marked, office, offices) is None:
        return False
    before = read_name_back(marked, comma, offices)
    return before is not None and is_titled(marked, before, offices)


def before_article(marked: Marked, index: int) -> int | None:
    """The index before a definite article or a country's possessive that leads an office; None where none does."""
    step = index
    while step >= 0 and (
        step in marked.countries or marked.tokens[step].low in {"the", "its", "\u2019s", "'s", "\u2019", "'"}
    ):
        step -= 1
    led = any(
        marked.tokens[at].low in {"the", "its", "\u2019s", "'s", "\u2019", "'"} for at in range(step + 1, index + 1)
    )
    return step if led and step > 0 else None


def name_behind(marked: Marked, office: Office, offices: list[Office]) -> Name | None:
    """The name behind an office and a comma, which ends an item of a row."""
    comma = marked.at(office.last)
    if comma is None or comma.text != ",":
        return None
    name = read_name(marked, office.last + 1, anchored=True)
    if name is None or (name.size < MANY and not name.courtesy) or in_offices(name, offices):
        return None
    if is_place(marked, name) and not name.courtesy:
        return None
    following = marked.at(name.last)
    return name if following is None or following.text in ENDS or following.low == "and" else None


def is_titled(marked: Marked, name: Name, offices: list[Office]) -> bool:
    """Whether an office stands before a name, with at most a comma and courtesy between."""
    for office in offices:
        if office.last > name.first:
            break
        begin = office.last
        mark = marked.at(begin)
        begin += int(mark is not None and mark.text == "," and is_definite(marked, office))
        if name.first in {begin, skip_courtesy(marked, begin)[0]}:
            return True
    return False


def is_definite(marked: Marked, office: Office) -> bool:
    """Whether an article or a possessive leads an office."""
    return before_article(marked, office.first - 1) is not None or is_the(marked, office.first - 1)


def by_states(line_no: int, marked: Marked, offices: list[Office]) -> Iterator[Naming]:
    """States and their officers in the same order: `the Prime Ministers of Peru and Chad, Ana Doe and Jan Roe`."""
    for office in offices:
        if not office.plural or office.country is None:
            continue
        states, end = states_of(marked, office)
        comma = marked.at(end)
        if len(states) < MANY or comma is None or comma.text not in {",", "\u2013", ":", "("}:
            continue
        names = names_from(marked, end + 1, offices)
        if len(names) != len(states):
            continue
        for name, code in zip(names, states, strict=True):
            one = office._replace(country=code)
            yield Naming(line_no, name.first, name.last, "states_and_names", one, code)


def states_of(marked: Marked, office: Office) -> tuple[list[str], int]:
    """The states of a plural office, and the index after the last."""
    begin = office.last
    while begin - 1 in marked.countries:
        begin -= 1
    states: list[str] = []
    end = index = begin
    while index in marked.countries and marked.countries[index].form == "name":
        states.append(marked.countries[index].code)
        end = country_end(marked, index)
        index = skip_article(marked, after_link(marked, end))
    return states, end


def names_from(marked: Marked, index: int, offices: list[Office]) -> list[Name]:
    """The names of a row that begins at an index."""
    found: list[Name] = []
    while (name := read_name(marked, index, anchored=True)) is not None and name.size >= MANY:
        if in_offices(name, offices) or is_place(marked, name):
            break
        found.append(name)
        begin = after_link(marked, name.last)
        if begin == name.last:
            break
        index = begin
    return found


def is_defined(marked: Marked, office: Office, name: Name) -> bool:
    """Whether an office in small letters and the name behind its comma are one: `the head of the corps, Ana Doe,`."""
    if office.bare or office.plural or not is_definite(marked, office) or name.size < MANY:
        return False
    following = marked.at(name.last)
    closed = following is None or following.text in ENDS or following.low == "and"
    return closed and not any(
        token.low in word_class("calendar") or token.low in words("function_words")
        for token in marked.tokens[name.first : name.last]
    )
