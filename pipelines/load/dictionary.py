"""The data dictionary: what every table and column means, as Markdown, from the comments in the database itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from pipelines.load.files import ordered_files, sql_files
from pipelines.load.tables import declare

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEAD = """# The warehouse: what every table and column means

Generated from the comments under `sql/` by `python -m pipelines.load.dictionary`: change those, not this.

`communique.duckdb` is the published file; `archive/` holds every page as it came and cannot be made again, everything
else can. Times are in UTC, countries ISO 3166-1 alpha-2, currencies ISO 4217, languages ISO 639-1, places GeoNames ids.
Every fact bears the `rule` that read it, and `from evidence(release_id, sentence_no)` shows the sentence it rests on;
`from search('words')` finds releases. Unknown is null, never a guess.
"""

_SCHEMAS = {
    "main": "The tables: `from release` works at the prompt.",
    "mart": "Flat views for BI tools: names in place of ids, one row a thing.",
    "ops": "What was visited, fetched, read and built.",
}

_COLUMNS = """
select columns.table_name, columns.column_name, lower(columns.data_type), columns.comment
from duckdb_columns() as columns
where columns.schema_name = $schema and not columns.internal and columns.database_name = current_database()
order by columns.table_name, columns.column_index
"""

_TABLES = """
select table_name, comment from duckdb_tables()
where schema_name = $schema and database_name = current_database()
union all
select view_name, comment from duckdb_views()
where schema_name = $schema and not internal and database_name = current_database()
order by all
"""

README = Path(__file__).parents[2] / "warehouse" / "README.md"


def declared_warehouse() -> duckdb.DuckDBPyConnection:
    """An empty warehouse in memory, with every table, view and macro and their comments."""
    connection = duckdb.connect(":memory:")
    declare(connection, ordered_files("main", "mart", "ops"))
    return connection


def dictionary() -> str:
    """The text of `warehouse/README.md`."""
    with declared_warehouse() as connection:
        schemas = [_schema(connection, schema, purpose) for schema, purpose in _SCHEMAS.items()]
    return "\n".join([_HEAD, *schemas, _macros()])


def _schema(connection: duckdb.DuckDBPyConnection, schema: str, purpose: str) -> str:
    tables = connection.execute(_TABLES, {"schema": schema}).fetchall()
    columns = connection.execute(_COLUMNS, {"schema": schema}).fetchall()
    parts = [f"## Schema `{schema}`\n\n{purpose}\n"]
    for table, comment in tables:
        rows = [(f"`{name}`", kind, meaning) for owner, name, kind, meaning in columns if owner == table]
        shown = table if schema == "main" else f"{schema}.{table}"
        parts.append(f"### `{shown}`\n\n{comment}\n\n{_markdown_table(('column', 'type', 'meaning'), rows)}\n")
    return "\n".join(parts)


def _macros() -> str:
    macros = [file for file in sql_files("main") if "create or replace macro" in file.text]
    rows = [(f"`{file.path.stem}`", file.sentence) for file in macros]
    return f"## Macros\n\n{_markdown_table(('macro', 'gives'), rows)}\n"


def _markdown_table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |" for line in lines)


if __name__ == "__main__":
    README.write_text(dictionary(), encoding="utf-8")
