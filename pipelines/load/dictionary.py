"""The data dictionary: what every table and column means, as Markdown, from the comments in the database itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from pipelines.load.described import described_tables, links
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

_DIAGRAM_HEAD = """Each line leads from a table to the one that bears its key, by the column written on it. Beside
these, every column `country_code` leads to `country`, and every `(release_id, sentence_no)` to `sentence`.
"""

_SCHEMAS = {
    "main": "The tables: `from release` works at the prompt.",
    "mart": "Flat views for BI tools: names in place of ids, one row a thing.",
    "ops": "What was visited, fetched, read and built.",
}

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
        drawing = diagram(connection)
    return "\n".join([_HEAD, f"## How the tables hang together\n\n{_DIAGRAM_HEAD}\n{drawing}", *schemas, _macros()])


def diagram(connection: duckdb.DuckDBPyConnection) -> str:
    """The tables of schema `main` and which column leads from one to another, as a Mermaid diagram."""
    lines = [
        f"    {other} {'|o' if column.may_be_null else '||'}--o{{ {table.name} : {column.name}"
        for table, column, other in links(described_tables(connection, "main"))
    ]
    return "\n".join(["```mermaid", "erDiagram", *lines, "```", ""])


def _schema(connection: duckdb.DuckDBPyConnection, schema: str, purpose: str) -> str:
    parts = [f"## Schema `{schema}`\n\n{purpose}\n"]
    for table in described_tables(connection, schema):
        rows = [(f"`{column.name}`", column.kind, column.comment) for column in table.columns]
        shown = table.name if schema == "main" else table.full_name
        parts.append(f"### `{shown}`\n\n{table.comment}\n\n{_markdown_table(('column', 'type', 'meaning'), rows)}\n")
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
