"""What many releases tell of one thing: rows of the builder as accounts, and their ids as links back to the rows.

What belongs here: the way from rows to links, which is the same for every kind of account. What does not: what is
alike, which each kind says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

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
        """The id that it has by itself."""


Account = TypeVar("Account", bound=Telling)


@dataclass(frozen=True)
class Accounts(Generic[Account]):
    """The resolver of one kind: a row has the fields of an account in their order, a known row its id behind them."""

    account: Callable[..., Account]
    block_of: Callable[[Account], str | None]
    identify: Callable[[Sequence[Account]], dict[tuple[str, int], str]]

    def blocks(self, named: Sequence[Row]) -> set[str]:
        """The blocks of the rows."""
        found = (self.block_of(self._told(row)) for row in named)
        return {block for block in found if block is not None}

    def resolve(self, named: Sequence[Row], known: Sequence[Row]) -> tuple[list[Link], set[str]]:
        """A link for each named row, and the own ids of the known rows that have another id now."""
        own = [self._told(row) for row in named]
        others = [self._told(row[:-1]) for row in known]
        by_block: dict[str | None, list[Account]] = defaultdict(list)
        for one in (*own, *others):
            by_block[self.block_of(one)].append(one)
        ids = {(one.release_id, one.number): one.own_id for one in by_block.pop(None, [])}
        for accounts in by_block.values():
            ids |= self.identify(accounts)
        links: list[Link] = [
            (one.release_id, one.number, ids[one.release_id, one.number], one.own_id, self.block_of(one)) for one in own
        ]
        moved = {
            one.own_id for one, row in zip(others, known, strict=True) if ids[one.release_id, one.number] != row[-1]
        }
        return links, moved

    def _told(self, row: Row) -> Account:
        return self.account(*(tuple(value) if isinstance(value, list) else value for value in row))
