"""Running the SQL files: first all are declared, then all are filled.

What belongs here: which statements run when. What does not: files on disk and the order of a build (builder.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipelines.load.files import SqlFile

_DECLARING = (duckdb.StatementType.CREATE, duckdb.StatementType.ALTER)  # `comment on` alters


def declare(connection: duckdb.DuckDBPyConnection, files: Iterable[SqlFile]) -> None:
    """Make every table, view and macro of the files, empty, with its comments; what is there already stays."""
    connection.begin()
    for schema in ("mart", "ops"):
        connection.execute(f"create schema if not exists {schema}")
    for file in files:
        run_file(connection, file, filling=False)
    connection.commit()


def fill(connection: duckdb.DuckDBPyConnection, files: Iterable[SqlFile]) -> None:
    """Run what is left of the files: everything that deletes, inserts or updates."""
    for file in files:
        run_file(connection, file, declaring=False)


def run_file(
    connection: duckdb.DuckDBPyConnection, file: SqlFile, *, declaring: bool = True, filling: bool = True
) -> None:
    """Run the statements of a file that declare, those that fill, or both.

    Raises:
        duckdb.Error: with the name of the file as its note.
    """
    try:
        for statement in connection.extract_statements(file.text):
            if declaring if statement.type in _DECLARING else filling:
                connection.execute(statement)
    except duckdb.Error as error:
        error.add_note(f"in {file.path}")
        raise


def table_counts(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """How many rows each table of the opened warehouse has, by `schema.table`, views left out."""
    names = connection.execute(
        "select schema_name || '.' || table_name from duckdb_tables()"
        " where database_name = current_database() and schema_name in ('main', 'ops') order by all"
    ).fetchall()
    return {name: row_count(connection, name) for (name,) in names}


def row_count(connection: duckdb.DuckDBPyConnection, name: str) -> int:
    """How many rows a table has."""
    row = connection.table(name).count("*").fetchone()
    return int(row[0]) if row else 0
