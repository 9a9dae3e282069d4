"""What the builder asks of resolvers, and the way of their answers into the in-memory catalog `incoming`.

What belongs here: handing rows over and back, and finding the releases whose names are now somebody else's. What does
not: which rows (`sql/incoming/named_*.sql`, `known_*.sql`) or any rule about names (pipelines/resolve).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

import pyarrow as pa

if TYPE_CHECKING:
    import duckdb

Row: TypeAlias = tuple[Any, ...]
Link: TypeAlias = tuple[str, int, str, str, str | None]
"""release_id, number in the release, id, the id that the row would have alone, block."""

_LINK_TYPES = (pa.string(), pa.int32(), pa.string(), pa.string(), pa.string())


Stateless: TypeAlias = Callable[[Sequence[Any]], Iterable[tuple[str, int, str]]]
"""A resolver whose ids are functions of one row alone: takes the rows of `incoming.named_<kind>`, sorted, and gives
release_id, number in the release and id for each."""


class Comparing(Protocol):
    """A resolver that looks across releases; the same set of rows gives the same ids in any order."""

    def blocks(self, named: Sequence[Row]) -> set[str]:
        """The blocks of the rows of `incoming.named_<kind>`: no others need be known to identify them."""

    def resolve(self, named: Sequence[Row], known: Sequence[Row], gone: Sequence[Row]) -> tuple[list[Link], set[str]]:
        """A link for each named row, and the own ids of the known rows that have another id now.

        `gone` are the rows, like the known ones, that the touched releases had before.
        """


@dataclass(frozen=True, slots=True)
class Resolvers:
    """One resolver a kind, in the order in which they depend on each other; each fills the table `incoming.<kind>`."""

    person: Comparing | Stateless
    organization: Comparing | Stateless
    mechanism: Comparing | Stateless
    event: Comparing | Stateless
    agreement: Comparing | Stateless


def resolve(connection: duckdb.DuckDBPyConnection, resolvers: Resolvers) -> int:
    """Ask each resolver about what the touched releases name, and keep what it answers.

    Returns how many releases that were not touched name something that has another id now; they are in
    `incoming.moved`, and are to be touched in another round.
    """
    for field in fields(Resolvers):
        resolver = getattr(resolvers, field.name)
        named = connection.sql(f"from incoming.named_{field.name} order by all").fetchall()
        if callable(resolver):
            links: list[Link] = [(release, number, found, found, None) for release, number, found in resolver(named)]
        else:
            links = _compare(connection, field.name, resolver, named)
        _keep(connection, field.name, links)
    return len(connection.sql("select distinct release_id from incoming.moved").fetchall())


def _compare(connection: duckdb.DuckDBPyConnection, kind: str, resolver: Comparing, named: list[Row]) -> list[Link]:
    """Identify the named rows beside the known ones of their blocks, and of the blocks that they stood in before."""
    before = connection.sql(
        f"select distinct block from main.{kind}_report"  # noqa: S608 - a field of ours
        " where block is not null and release_id in (select release_id from incoming.touched)"
    ).fetchall()
    _refill(
        connection, f"incoming.{kind}_block", {"block": sorted(resolver.blocks(named) | {row[0] for row in before})}
    )
    known_or_gone = f"select * exclude (is_gone) from incoming.known_{kind} where"  # noqa: S608 - a field of ours
    known = connection.sql(f"{known_or_gone} not is_gone order by all").fetchall()
    gone = connection.sql(f"{known_or_gone} is_gone order by all").fetchall()
    links, moved = resolver.resolve(named, known, gone)
    _refill(connection, "incoming.moved_id", {"own_id": sorted(moved)})
    connection.execute(
        f"insert into incoming.moved select distinct release_id from main.{kind}_report"  # noqa: S608 - the same
        " where own_id in (select own_id from incoming.moved_id)"
        " and release_id not in (select release_id from incoming.touched)"
    )
    return links


def _keep(connection: duckdb.DuckDBPyConnection, kind: str, links: list[Link]) -> None:
    columns = connection.table(f"incoming.{kind}").columns
    values = zip(*links, strict=True) if links else ((),) * len(_LINK_TYPES)
    arrays = [pa.array(column, of) for column, of in zip(values, _LINK_TYPES, strict=True)]
    connection.from_arrow(pa.table(arrays, names=columns)).insert_into(f"incoming.{kind}")


def _refill(connection: duckdb.DuckDBPyConnection, table: str, columns: dict[str, list[str]]) -> None:
    connection.execute(f"delete from {table}")  # noqa: S608 - a name of ours
    arrays = {name: pa.array(values, pa.string()) for name, values in columns.items()}
    connection.from_arrow(pa.table(arrays)).insert_into(table)
