"""What many releases tell of one thing: rows of the builder as accounts, and their ids as links back to the rows.

What belongs here: the way from rows to links, which is the same for every kind of account. What does not: what is
alike, which each kind says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from pipelines.resolve.clusters import Comparison, cluster, reached

Row: TypeAlias = tuple[Any, ...]
Link: TypeAlias = tuple[str, int, str, str, str | None]
"""release_id, number in the release, id, the id that the row would have alone, block."""


class Telling(Protocol):
    """What one release tells of one thing."""

    @property
    def release_id(self) -> str:
        """The release."""

    @property
    def number(self) -> int:
        """The number of the thing in the release."""

    @property
    def own_id(self) -> str:
        """The id that it has by itself; tellings that have one id are one thing."""

    @property
    def rank(self) -> tuple[Any, ...]:
        """Its place among others: the same for ever, and for no other one."""


Account = TypeVar("Account", bound=Telling)


@dataclass(frozen=True)
class Accounts(Generic[Account]):
    """The resolver of one kind: a row has the fields of an account in their order, a known row its id behind them."""

    account: Callable[..., Account]
    block_of: Callable[[Account], str | None]
    comparison: Comparison[Account]

    def blocks(self, named: Sequence[Row]) -> set[str]:
        """The blocks of the rows."""
        found = (self.block_of(self._told(row)) for row in named)
        return {block for block in found if block is not None}

    def resolve(self, named: Sequence[Row], known: Sequence[Row], gone: Sequence[Row]) -> tuple[list[Link], set[str]]:
        """A link for each named row, and the own ids of the known rows that have another id now.

        Only what a chain of likenesses links to a named or a gone row can have another id.
        """
        own = [self._told(row) for row in named]
        others, past = ([self._told(row[:-1]) for row in rows] for rows in (known, gone))
        ids = self._ids(own, others, past)
        links: list[Link] = [
            (one.release_id, one.number, ids[one.own_id], one.own_id, self.block_of(one)) for one in own
        ]
        moved = {one.own_id for one, row in zip(others, known, strict=True) if ids.get(one.own_id, row[-1]) != row[-1]}
        return links, moved

    def _ids(self, own: list[Account], others: list[Account], past: list[Account]) -> dict[str, str]:
        """The id by own id of whatever a change reaches: the least of the own ids of one thing.

        An archive fills backwards, so that the id of the first told would change with every older release.
        """
        blocks: dict[str | None, tuple[list[Account], list[Account], list[Account]]] = defaultdict(lambda: ([], [], []))
        for kind, accounts in enumerate((own, past, others)):
            for one in accounts:
                blocks[self.block_of(one)][kind].append(one)
        ids = {one.own_id: one.own_id for one in blocks.pop(None, ([], [], []))[0]}
        for here, before, known in blocks.values():
            changed = [*here, *before]
            rows = changed + known
            linked = reached(rows, range(len(changed)), self.comparison) if known else range(len(changed))
            there = {rows[number].own_id: rows[number] for number in linked if not len(here) <= number < len(changed)}
            for group in cluster(sorted(there.values(), key=lambda one: one.rank), self.comparison):
                least = min(account.own_id for account in group)
                ids.update({account.own_id: least for account in group})
        return ids

    def _told(self, row: Row) -> Account:
        return self.account(*(tuple(value) if isinstance(value, list) else value for value in row))
