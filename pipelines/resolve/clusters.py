"""Bringing rows together that are one thing: greedily, the likeliest pair first, and never against a contradiction.

What belongs here: the bringing together. What does not: what is alike and what contradicts, which each kind says.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import combinations
from typing import TypeVar

Row = TypeVar("Row", bound=Hashable)
Likeness = Callable[[Row, Row], float | None]
"""How alike two rows are: 0 where nothing speaks for it, None where something speaks against it."""


def cluster(rows: Sequence[Row], likeness: Likeness[Row]) -> list[list[Row]]:
    """The rows in groups: each holds what is one thing. The order of the rows changes nothing if it is total.

    Args:
        rows: sorted, so that pairs of equal likeness come in the same order always.
        likeness: symmetric.
    """
    told = {(one, two): likeness(one, two) for one, two in combinations(rows, 2)}
    group_of = {row: [row] for row in rows}
    pairs = [(pair, value) for pair, value in told.items() if value]
    for (one, two), _ in sorted(pairs, key=lambda pair: -pair[1]):
        left, right = group_of[one], group_of[two]
        if left is right or any(_told(told, here, there) is None for here in left for there in right):
            continue
        left += right
        for row in right:
            group_of[row] = left
    return list({id(group): group for group in group_of.values()}.values())


def _told(told: dict[tuple[Row, Row], float | None], one: Row, two: Row) -> float | None:
    return told[one, two] if (one, two) in told else told[two, one]
