"""What tells whether two tables hold the same rows, in whatever order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb


def fingerprint(connection: duckdb.DuckDBPyConnection, name: str, column: str = "one") -> str:
    """The number of rows of a table and the sum of the hashes of its rows, or of the values of one column."""
    hashed = column if column == "one" else f'one."{column}"'
    row = connection.sql(f"select count(*), coalesce(sum(hash({hashed})), 0) from {name} as one").fetchone()  # noqa: S608 - names from the catalogue
    return "-".join(map(str, row or ()))
