"""Where two warehouses differ: the published file, and the one that the archive gives today."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import duckdb

from pipelines.load.described import Table, described_tables
from pipelines.load.errors import NotPublishedError, PublishedFileError
from pipelines.load.fingerprint import fingerprint
from pipelines.load.published import PUBLISHED_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_COMPARED_SCHEMAS = ("main", "mart")
_LONGEST_VALUE = 60


@dataclass(frozen=True, slots=True)
class Difference:
    """A table that two warehouses do not agree on, and how, in words."""

    table: str
    what: str


@contextmanager
def hold_published(home: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Keep hold of the published file as it is now, whatever is published meanwhile, as the catalog `published`.

    Raises:
        NotPublishedError: there is none yet.
        PublishedFileError: it is damaged.
    """
    path = home / PUBLISHED_NAME
    if not path.exists():
        raise NotPublishedError(f"{path} does not exist yet: `communique build` makes it from the archive")
    with duckdb.connect(":memory:") as connection:
        connection.execute("set timezone = 'UTC'")
        try:
            _attach(connection, path, "published")
            yield connection
        except (duckdb.IOException, duckdb.FatalException) as error:
            raise PublishedFileError(
                f"{path} cannot be read ({error}); it can be made again: move it away, then `communique build --full`"
            ) from error


def loaded_parts(connection: duckdb.DuckDBPyConnection) -> dict[str, frozenset[str]]:
    """The parts that the published file was made from, as `source/name`, each with the parts that it stands for."""
    rows = connection.sql("select part, holds from published.ops.loaded_part").fetchall()
    return {part: frozenset(holds or [part]) for part, holds in rows}


def differences(connection: duckdb.DuckDBPyConnection, remade: Path) -> Iterator[Difference | None]:
    """Compare every table and mart of the published file with those of another; None for each that is the same."""
    _attach(connection, remade, "remade")
    ours, theirs = (_tables(connection, catalog) for catalog in ("published", "remade"))
    for name in sorted(ours.keys() | theirs.keys()):
        if name in ours and name in theirs:
            yield _difference(connection, ours[name], theirs[name])
        else:
            where = "published file" if name in ours else "definition of the tables under sql/"
            yield Difference(name, f"is in the {where} only")


def _attach(connection: duckdb.DuckDBPyConnection, path: Path, catalog: str) -> None:
    quoted = str(path).replace("'", "''")
    connection.execute(f"attach '{quoted}' as {catalog} (read_only)")


def _tables(connection: duckdb.DuckDBPyConnection, catalog: str) -> dict[str, Table]:
    connection.execute(f"use {catalog}")
    return {table.full_name: table for table in described_tables(connection, *_COMPARED_SCHEMAS)}


def _difference(connection: duckdb.DuckDBPyConnection, ours: Table, theirs: Table) -> Difference | None:
    name = ours.full_name
    names, other_names = ([column.name for column in table.columns] for table in (ours, theirs))
    if names != other_names:
        return Difference(name, f"has the columns {', '.join(names)}; sql/ defines {', '.join(other_names)}")
    left, right = f"published.{name}", f"remade.{name}"
    if fingerprint(connection, left) == fingerprint(connection, right):
        return None
    differing = [
        column for column in names if fingerprint(connection, left, column) != fingerprint(connection, right, column)
    ]
    shown = list(dict.fromkeys([names[0], *differing]))
    where = f", in {', '.join(differing)}" if differing else ""
    found = _only_in(connection, left, right, shown), _only_in(connection, right, left, shown)
    return Difference(name, f"differs{where}: the published file has {found[0]}; the archive gives {found[1]}")


def _only_in(connection: duckdb.DuckDBPyConnection, one: str, other: str, shown: list[str]) -> str:
    """How many rows one table has and the other has not, and the first of them."""
    rows = connection.sql(f"from {one} except all from {other}")
    first = rows.order("all").limit(1).project(", ".join(f'"{column}"' for column in shown)).fetchone()
    if first is None:
        return "no row of its own"
    count = (rows.count("*").fetchone() or (0,))[0]
    told = ", ".join(f"{column} {_short(value)}" for column, value in zip(shown, first, strict=True))
    return f"{count} rows of its own, the first with {told}"


def _short(value: Any) -> str:  # noqa: ANN401 - any value of any table
    text = "null" if value is None else str(value)
    return repr(text if len(text) <= _LONGEST_VALUE else f"{text[: _LONGEST_VALUE - 1]}…")
