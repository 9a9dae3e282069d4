"""Bringing rows together that are one thing: greedily, the likeliest pair first, and never against a contradiction.

What belongs here: the bringing together, and which rows a change can reach. What does not: what is alike and what
contradicts, which each kind says.

Rows that no chain of alike pairs links never meet in a group. So the groups of a block are those of its linked parts,
and a row that comes or goes changes nothing beyond what a chain links it to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Generic, TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True)
class Comparison(Generic[Row]):
    """How the rows of one kind are compared."""

    likeness: Callable[[Row, Row], float | None]
    """How alike two rows are: 0 where nothing speaks for it, None where something speaks against it. Symmetric."""

    marks: Callable[[Row], Collection[Hashable] | None]
    """What a row must share with another one for the two to be alike at all; None where any row may be alike."""


def cluster(rows: Sequence[Row], comparison: Comparison[Row]) -> list[list[Row]]:
    """The rows in groups: each holds what is one thing. The order of the rows changes nothing if it is total.

    Args:
        rows: sorted, so that pairs of equal likeness come in the same order always.
        comparison: how they are compared.
    """
    told = _Told(rows, comparison)
    group_of = [[number] for number in range(len(rows))]
    for one, two in told.alike_pairs():
        left, right = group_of[one], group_of[two]
        if left is right or any(told.likeness(here, there) is None for here, there in product(left, right)):
            continue
        left += right
        for number in right:
            group_of[number] = left
    groups = {id(group): group for group in group_of}.values()
    return [[rows[number] for number in group] for group in groups]


def reached(rows: Sequence[Row], seeds: Iterable[int], comparison: Comparison[Row]) -> set[int]:
    """The numbers of the rows that chains of alike pairs link to the seeds, themselves among them."""
    told = _Told(rows, comparison)
    found = set(seeds)
    waiting = list(found)
    while waiting:
        number = waiting.pop()
        linked = {other for other in told.near(number) if other not in found and told.likeness(number, other)}
        found |= linked
        waiting += linked
    return found


class _Told(Generic[Row]):
    """What is told of the pairs of some rows, which go by their numbers; each pair is compared once at the most."""

    def __init__(self, rows: Sequence[Row], comparison: Comparison[Row]) -> None:
        self._rows, self._compare = rows, comparison.likeness
        self._marks = [comparison.marks(row) for row in rows]
        self._with: dict[Hashable, list[int]] = defaultdict(list)
        self._anywhere = [number for number, marks in enumerate(self._marks) if marks is None]
        self._told: dict[tuple[int, int], float | None] = {}
        for number, marks in enumerate(self._marks):
            for mark in marks or ():
                self._with[mark].append(number)

    def near(self, number: int) -> Iterable[int]:
        """The rows that may be alike."""
        marks = self._marks[number]
        if marks is None:
            return range(len(self._rows))
        return {other for mark in marks for other in self._with[mark]}.union(self._anywhere)

    def likeness(self, one: int, two: int) -> float | None:
        """How alike two rows are."""
        pair = (one, two) if one < two else (two, one)
        if pair not in self._told:
            self._told[pair] = self._compare(self._rows[pair[0]], self._rows[pair[1]])
        return self._told[pair]

    def alike_pairs(self) -> Iterator[tuple[int, int]]:
        """The pairs that are alike, the likeliest first."""
        pairs = [
            (-value, one, two)
            for one in range(len(self._rows))
            for two in self.near(one)
            if one < two and (value := self.likeness(one, two))
        ]
        return ((one, two) for _, one, two in sorted(pairs))
