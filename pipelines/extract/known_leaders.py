"""Heads of states and governments and foreign ministers of recent decades, whom releases often name without a country.

What belongs here: matching a person of a release with the lexicon. What does not: when the match is asked for
(`allegiance`): only where the release itself states no country.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipelines.extract.lexicons import fold, rows, word_class
from pipelines.extract.positions import rank_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pipelines.extract.joining import Bearer
    from pipelines.extract.offices import Office

FOREIGN = "foreign_minister"


@dataclass(frozen=True, slots=True)
class Leader:
    """A line of the lexicon: the folded parts of the name, and the offices held."""

    surname: frozenset[str]
    given: frozenset[str]
    country: str
    offices: frozenset[str]


@cache
def leaders() -> dict[str, tuple[Leader, ...]]:
    """The leaders by each part of their surnames."""
    found: dict[str, list[Leader]] = {}
    for row in rows("known_leaders"):
        surname, given = parts(row["surname"]), parts(row["given_names"])
        leader = Leader(surname, given, row["country_code"], frozenset(row["offices"].split("|")))
        for part in surname:
            found.setdefault(part, []).append(leader)
    return {part: tuple(group) for part, group in found.items()}


def parts(name: str) -> frozenset[str]:
    """The folded parts of a name."""
    return frozenset(fold(name.replace("\u2018", "'")).split())


def country_of_leader(bearer: Bearer, named: Collection[str]) -> str | None:
    """The country whose leader a person is, by name and office; by name alone where the release names the country."""
    offices, told = bearer.offices, frozenset(bearer.parts)
    found = set()
    for part in told:
        for leader in leaders().get(part, ()):
            fits = any(holds(office, leader, named) for office in offices)
            if is_whole_name(told, leader):
                fits = fits or is_told_as_leader(offices) or (not offices and leader.country in named)
            elif told <= leader.surname:
                fits = fits or any(naming.rule == "war_of" for naming in bearer.namings)
            else:
                continue
            if fits:
                found.add(leader.country)
    return found.pop() if len(found) == 1 else None


def is_whole_name(told: frozenset[str], leader: Leader) -> bool:
    """Whether a name tells surname and a given name, with others left out or added."""
    return leader.surname <= told and bool(told & leader.given)


def is_told_as_leader(offices: Sequence[Office]) -> bool:
    """Whether one of the offices is as high as those of the lexicon, though of another kind."""
    return any(rank_of(office) in word_class("high_rank") for office in offices)


def holds(office: Office, leader: Leader, named: Collection[str]) -> bool:
    """Whether a leader held an office; a bare `Minister` counts only where the release names the state."""
    rank = rank_of(office)
    if rank != "minister":
        return rank in leader.offices
    if FOREIGN not in leader.offices:
        return False
    low = office.title.lower()
    return "foreign" in low or "state" in low or (office.title == office.head and leader.country in named)
