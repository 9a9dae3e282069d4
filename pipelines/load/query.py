"""Reading the published file at a prompt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb

from pipelines.load.errors import NotPublishedError, QueryError
from pipelines.load.published import PUBLISHED_NAME

if TYPE_CHECKING:
    from pathlib import Path


def open_published(home: Path) -> duckdb.DuckDBPyConnection:
    """Open the published file of `home` for reading; times are shown in UTC.

    Raises:
        NotPublishedError: there is none yet.
    """
    published = home / PUBLISHED_NAME
    if not published.exists():
        raise NotPublishedError(
            f"{published} does not exist yet: `make run` fills it from the sample site, `communique run` from the web"
        )
    connection = duckdb.connect(str(published), read_only=True)
    connection.execute("set timezone = 'UTC'")
    return connection


def run_query(home: Path, sql: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Run an analyst's SQL on the published file, read-only; gives the column names and the rows.

    Raises:
        NotPublishedError: nothing has been published yet.
        QueryError: DuckDB refuses the SQL; its own words say why.
    """
    with open_published(home) as connection:
        try:
            cursor = connection.execute(sql)
            return [column[0] for column in cursor.description or ()], cursor.fetchall()
        except duckdb.Error as error:
            raise QueryError(str(error)) from error


def preview(home: Path, name: str, row_count: int = 5) -> tuple[int, list[str], list[tuple[Any, ...]]]:
    """Count the table or view `schema.table` and show its first rows.

    Returns its number of rows, the column names and the rows.

    Raises:
        NotPublishedError: nothing has been published yet.
    """
    with open_published(home) as connection:
        relation = connection.sql(f"from {name}")
        count = relation.count("*").fetchone()
        return (int(count[0]) if count else 0), relation.columns, relation.limit(row_count).fetchall()
