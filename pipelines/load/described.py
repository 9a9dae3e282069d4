"""The tables of an opened warehouse as its own comments describe them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

_SEE = re.compile(r"\bsee (\w+)\b(?!\.\w)")


@dataclass(frozen=True, slots=True)
class Column:
    """One column, its type in lower case."""

    name: str
    kind: str
    comment: str

    @property
    def leads_to(self) -> str | None:
        """The table of schema `main` whose key the column holds: the one that its comment says to see."""
        found = _SEE.search(self.comment)
        return found[1] if found and self.name.endswith(("_id", "_of")) else None

    @property
    def may_be_null(self) -> bool:
        """Whether the comment says when the column is null."""
        return "null" in self.comment


@dataclass(frozen=True, slots=True)
class Table:
    """One table or view."""

    schema: str
    name: str
    comment: str
    columns: tuple[Column, ...]

    @property
    def full_name(self) -> str:
        """As `schema.table`."""
        return f"{self.schema}.{self.name}"


def links(tables: list[Table]) -> list[tuple[Table, Column, str]]:
    """Every column that leads to one of these tables by its key `<table>_id`: where it is, the column, the other table.

    What a comment says to see without such a key, such as `redirect`, is further reading and no link.
    """
    keyed = {table.name for table in tables if f"{table.name}_id" in {column.name for column in table.columns}}
    return [
        (table, column, column.leads_to)
        for table in tables
        for column in table.columns
        if column.leads_to and column.leads_to in keyed
    ]


def described_tables(connection: duckdb.DuckDBPyConnection, *schemas: str) -> list[Table]:
    """Every table and view of these schemas, sorted by name, the schemas in the order given."""
    columns: dict[tuple[str, str], list[Column]] = {}
    for schema, table, *column in connection.execute(_COLUMNS).fetchall():
        columns.setdefault((schema, table), []).append(Column(*column))
    tables = connection.execute(_TABLES).fetchall()
    found = [
        Table(schema, name, comment or "", tuple(columns[schema, name]))
        for schema, name, comment in tables
        if schema in schemas
    ]
    return sorted(found, key=lambda table: (schemas.index(table.schema), table.name))


_COLUMNS = """
select schema_name, table_name, column_name, lower(data_type), coalesce(comment, '')
from duckdb_columns()
where not internal and database_name = current_database()
order by schema_name, table_name, column_index
"""

_TABLES = """
select schema_name, table_name, comment from duckdb_tables()
where database_name = current_database()
union all
select schema_name, view_name, comment from duckdb_views()
where not internal and database_name = current_database()
"""
