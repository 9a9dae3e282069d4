"""What the Parquet copies are, in the words of Frictionless Data Package: https://specs.frictionlessdata.io/data-package/.

What belongs here: the descriptor. What does not: writing the copies (copies.py). No licence is named, since none holds
for all: each source has its own terms, and they stand beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    import duckdb

    from pipelines.load.described import Column, Table

DESCRIPTOR_NAME = "datapackage.json"

_DESCRIPTION = """Press releases of foreign ministries, read into tables by rules.

The facts in them are read out of the releases of the sources below. The texts of the releases belong to their
publishers: before you pass texts on, see the `terms` of the source. No single licence holds for all of them."""

_LAST_BUILD = """
select build_id, strftime(started_at at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ')
from ops.build
order by started_at desc
limit 1
"""

_TYPES = {
    "bigint": "integer",
    "integer": "integer",
    "double": "number",
    "boolean": "boolean",
    "varchar": "string",
    "date": "date",
    "timestamp with time zone": "datetime",
}


def descriptor(connection: duckdb.DuckDBPyConnection, tables: list[Table], folder: Path) -> dict[str, Any]:
    """The data package of the copies of these tables in a folder, which are there already; its time is the build's."""
    build_id, started_at = connection.sql(_LAST_BUILD).fetchone() or (None, None)
    return {
        "name": "communique",
        "id": build_id,
        "title": "Communique: what foreign ministries say they did",
        "description": _DESCRIPTION,
        "created": started_at,
        "sources": _sources(connection),
        "resources": [_resource(table, folder) for table in tables],
    }


def copy_path(table: Table) -> str:
    """Where the copy of a table lies in the folder of the copies."""
    return f"{table.schema}/{table.name}.parquet"


def _sources(connection: duckdb.DuckDBPyConnection) -> list[dict[str, str]]:
    rows = connection.sql("select name, homepage, source_id, terms from main.source order by source_id").fetchall()
    names = ("title", "path", "source_id", "terms")
    return [{key: value for key, value in zip(names, row, strict=True) if value} for row in rows]


def _resource(table: Table, folder: Path) -> dict[str, Any]:
    path = copy_path(table)
    return {
        "name": table.full_name,
        "path": path,
        "title": table.name,
        "description": table.comment,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": (folder / path).stat().st_size,
        "schema": {"fields": [_field(column) for column in table.columns]},
    }


def _field(column: Column) -> dict[str, str]:
    """Raises KeyError for a type of DuckDB that no table of ours has had so far."""
    nested = "array" if column.kind.endswith("[]") else "object" if column.kind.startswith(("struct", "map")) else None
    return {"name": column.name, "type": nested or _TYPES[column.kind], "description": column.comment}
