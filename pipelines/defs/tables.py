"""What is known of the tables before any data is there: their words, columns, files, and what they are made of."""

from collections.abc import Iterable

import dagster as dg

from pipelines.defs.sources import OWNERS, readings_key
from pipelines.defs.web import offered_sources
from pipelines.load.described import Table, described_tables
from pipelines.load.dictionary import declared_warehouse
from pipelines.load.files import TABLE_SCHEMAS, SqlFile, lineage, ordered_files

_GROUPS = {"main": "tables", "ops": "operations", "mart": "marts"}
INTAKE = "intake"
GROUPS = (INTAKE, *_GROUPS.values(), "published")
_WAIST = "ops.loaded_part"

FILE_KEY = dg.AssetKey(["published", "duckdb_file"])
COPIES_KEY = dg.AssetKey(["published", "parquet_copies"])


def table_key(name: str) -> dg.AssetKey:
    """The asset of `schema.table`."""
    return dg.AssetKey(name.split("."))


def table_files() -> list[SqlFile]:
    """The files of all tables and views, each after those that its asset is made of."""
    files = [file for file in ordered_files(*TABLE_SCHEMAS) if not file.makes_macro]
    return sorted(files, key=lambda file: file.name != _WAIST)


def table_specs() -> list[dg.AssetSpec]:
    """One asset each, with its columns as the comments under `sql/` explain them."""
    with declared_warehouse() as connection:
        tables = {table.full_name: table for table in described_tables(connection, *TABLE_SCHEMAS)}
    deps = _deps()
    return [
        _table_spec(file, tables[file.name], deps[file.name], _group(file, deps[file.name])) for file in table_files()
    ]


def published_specs() -> list[dg.AssetSpec]:
    """The file that analysts open, and its copies; both of all that nothing else is made of."""
    deps = _deps()
    used = {dep for needed in deps.values() for dep in needed}
    ends = [table_key(name) for name in deps if table_key(name) not in used]
    file = dg.AssetSpec(
        FILE_KEY,
        deps=ends,
        group_name="published",
        description=(
            "The DuckDB file that analysts and BI tools open. A build puts it in the place of the last one in one"
            " step, once every check of level error has passed: whoever has it open keeps what they had."
        ),
        owners=OWNERS,
        kinds={"duckdb"},
    )
    copies = dg.AssetSpec(
        COPIES_KEY,
        deps=[FILE_KEY],
        group_name="published",
        description="The same tables and marts as Parquet files, with a data package that explains every column.",
        owners=OWNERS,
        kinds={"parquet"},
    )
    return [file, copies]


def _group(file: SqlFile, deps: Iterable[dg.AssetKey]) -> str:
    """The stage of a table: those of `ops` that are made of what was read alone stand before the others."""
    made_of_tables = any(key.path[0] == "main" for key in deps)
    return INTAKE if file.schema == "ops" and not made_of_tables else _GROUPS[file.schema]


def _table_spec(file: SqlFile, table: Table, deps: Iterable[dg.AssetKey], group: str) -> dg.AssetSpec:
    columns = [dg.TableColumn(one.name, one.kind, one.comment) for one in table.columns]
    source = dg.LocalFileCodeReference(file_path=str(file.path), label=f"sql/{file.schema}/{file.path.name}")
    return dg.AssetSpec(
        table_key(file.name),
        deps=deps,
        group_name=group,
        skippable=True,
        description=file.sentence,
        owners=OWNERS,
        kinds={"duckdb", "sql"},
        metadata={
            "dagster/column_schema": dg.TableSchema(columns=columns),
            "dagster/table_name": f"communique.{file.name}",
            "dagster/code_references": dg.CodeReferencesMetadataValue(code_references=[source]),
        },
    )


def _deps() -> dict[str, list[dg.AssetKey]]:
    """What each table is made of: tables, and what was read where none of these leads to that already.

    What was read comes in by `ops.loaded_part`, which tells new parts from old: so the lineage has one waist.
    """
    made_of = lineage(*TABLE_SCHEMAS, "incoming")
    readings = [readings_key(source_id) for source_id in offered_sources().sources]
    names = [file.name for file in table_files()]
    deps = {_WAIST: readings}
    read = {_WAIST}  # the tables that lead to the readings
    for name in [name for name in names if name != _WAIST]:
        tables = made_of[name].intersection(names)
        if not read & tables and any(made.startswith("incoming.") for made in made_of[name]):
            tables.add(_WAIST)
        if read & tables:
            read.add(name)
        deps[name] = [table_key(table) for table in sorted(tables)]
    return deps
