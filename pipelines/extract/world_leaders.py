"""Heads of state and government and foreign ministers whom the world knows, for telling whose an unnamed office is.

What belongs here: who held which office when, asked by name, office and year. What does not: what a release itself
says of a country, which always goes before (`allegiance`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipelines.extract.joining import alike, initial, without_article
from pipelines.extract.lexicons import fold, rows, straight, word_class
from pipelines.extract.positions import rank_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipelines.extract.offices import Office

HEADS_OF_ALL = frozenset({"head_of_state", "head_of_government"})
RANKS = {"royal": HEADS_OF_ALL, "leader": HEADS_OF_ALL, "head_of_state": HEADS_OF_ALL,
         "head_of_government": HEADS_OF_ALL, "minister": frozenset({"foreign_minister"})}  # fmt: skip
MANY = 2


@dataclass(frozen=True, slots=True)
class Leader:
    """A line of the lexicon: how the person is called by one word, the other names, the office and its years."""

    called: str
    others: tuple[str, ...]
    office: str
    country: str
    since: int
    until: int | None  # None: still in office when the lexicon was written


@cache
def leaders() -> tuple[Leader, ...]:
    """The lines of the lexicon."""
    return tuple(
        Leader(
            plain(row["called"]), tuple(plain(name) for name in row["other_names"].split()), row["office"],
            row["country_code"], int(row["since"]), int(row["until"]) if row["until"] else None,
        )
        for row in rows("world_leaders")
    )  # fmt: skip


@cache
def by_call_name() -> dict[str, list[Leader]]:
    """The leaders by the word that stands for the whole name."""
    found: dict[str, list[Leader]] = {}
    for leader in leaders():
        found.setdefault(leader.called, []).append(leader)
    return found


@cache
def last_year() -> int:
    """The last year that the lexicon tells of."""
    return max(max(leader.since, leader.until or 0) for leader in leaders())


@cache
def plain(name: str) -> str:
    """A part of a name folded, with straight marks and no stop."""
    return without_article(straight(fold(name)).rstrip("."))


def leader_country(
    parts: Sequence[str], offices: Sequence[Office], year: int | None, named: Iterable[str],
) -> str | None:  # fmt: skip
    """The only country whose leader of that office and name this can be, better one that the release names."""
    known = bearing(parts)
    if offices:
        fitting = [leader for leader in known if any(holds(leader, office, year) for office in offices)]
        fitting = fitting or [leader for leader in known if any(held(leader, office, year) for office in offices)]
    else:
        fitting = [leader for leader in known if is_whole(parts, leader, year)]
    countries = list(dict.fromkeys(leader.country for leader in fitting))
    if len(countries) > 1:
        countries = [code for code in countries if code in named]
    return countries[0] if len(countries) == 1 else None


def bearing(parts: Sequence[str]) -> list[Leader]:
    """The leaders whom a name can mean: it holds the word that they are called by, and no part that is not theirs."""
    found = []
    for at, part in enumerate(parts):
        for leader in by_call_name().get(plain(part), ()):
            rest = [plain(other) for step, other in enumerate(parts) if step != at]
            if all(is_part_of(other, leader) for other in rest):
                found.append(leader)
    return found


def is_part_of(part: str, leader: Leader) -> bool:
    """Whether a part of a name is one of a leader's, in another spelling or as an initial too."""
    return any(part == other or initial(part, other) or alike(part, other) for other in leader.others)


def is_whole(parts: Sequence[str], leader: Leader, year: int | None) -> bool:
    """Whether a name without an office is full enough to mean a leader."""
    return len(parts) >= MANY and (year is None or leader.since <= year)


def held(leader: Leader, office: Office, year: int | None) -> bool:
    """Whether a leader had an office by a year, as a release tells of the past: `In 2010, President Roe …`."""
    return year is None or (leader.since <= year and holds(leader, office, leader.since))


def holds(leader: Leader, office: Office, year: int | None) -> bool:
    """Whether a leader can be meant by an office in a year; who held it before may be called a former holder."""
    if leader.office not in RANKS.get(rank_of(office) or "", ()):
        return False
    if leader.office == "foreign_minister" and not is_diplomacy(office, bare=True):
        return False
    if year is None:
        return True
    return leader.since <= year and (is_past(office) or leader.until is None or year <= leader.until)


def is_past(office: Office) -> bool:
    """Whether the words say that the office is held no longer: `former`, `late`."""
    return any(word.partition("-")[0] in word_class("past_office") for word in office.title.lower().split())


def is_diplomacy(office: Office, *, bare: bool) -> bool:
    """Whether a minister's office is foreign affairs; with `bare`, one that names no field may be."""
    low = office.title.lower()
    if bare and low in {"minister", "secretary"}:
        return True
    return "foreign" in low or "external affairs" in low or low == "secretary of state"


def is_held_by_another(parts: Sequence[str], office: Office, country: str, year: int | None) -> bool:
    """Whether a country's office is known to be held by somebody else that year."""
    rank = rank_of(office) or ""
    kind = "foreign_minister" if rank == "minister" and is_diplomacy(office, bare=False) else rank
    if year is None or year > last_year() or is_past(office) or office.body or any_of_many(office):
        return False
    holders = [
        leader
        for leader in leaders()
        if leader.office == kind and leader.country == country and leader.since <= year <= (leader.until or year)
    ]
    return bool(holders) and not any(leader in holders for leader in bearing(parts))


def any_of_many(office: Office) -> bool:
    """Whether a minister shares the field with others: `Second Minister for Foreign Affairs`."""
    return any(word in word_class("shared_office") for word in office.title.lower().split())
