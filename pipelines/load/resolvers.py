"""What the builder asks of resolvers, and the way of their answers into the in-memory catalog `incoming`.

What belongs here: handing rows over and back. What does not: which rows (`sql/incoming/named_*.sql`) or any rule about
names (pipelines/resolve).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, TypeAlias

import pyarrow as pa

if TYPE_CHECKING:
    import duckdb

Resolver: TypeAlias = Callable[[Sequence[Any]], Iterable[tuple[str, int, str]]]
"""Takes the rows of `incoming.named_<kind>`, sorted; gives release_id, number in the release and id for each."""


_LINK_TYPES = (pa.string(), pa.int32(), pa.string())


@dataclass(frozen=True, slots=True)
class Resolvers:
    """Functions that say which is which; each field is a kind, and fills the table `incoming.<kind>`."""

    person: Resolver
    organization: Resolver
    mechanism: Resolver
    event: Resolver
    agreement: Resolver


def resolve(connection: duckdb.DuckDBPyConnection, resolvers: Resolvers) -> None:
    """Ask each resolver about what the touched releases name, and keep what it answers."""
    for field in fields(Resolvers):
        named = connection.sql(f"from incoming.named_{field.name} order by all").fetchall()
        link = f"incoming.{field.name}"
        columns = connection.table(link).columns
        identified = list(getattr(resolvers, field.name)(named))
        values = zip(*identified, strict=True) if identified else ((), (), ())
        arrays = [pa.array(column, kind) for column, kind in zip(values, _LINK_TYPES, strict=True)]
        connection.from_arrow(pa.table(arrays, names=columns)).insert_into(link)
