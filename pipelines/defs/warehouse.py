"""The tables, one asset each, made and checked by one build, and published with it."""

from collections.abc import Iterator

import dagster as dg

from pipelines.build import Built, build
from pipelines.defs.sources import readings_key
from pipelines.defs.web import offered_sources
from pipelines.home import known_sources, warehouse_home
from pipelines.load.checks import CheckResult, check_files
from pipelines.load.errors import ChecksFailedError
from pipelines.load.files import SQL_FOLDER, SqlFile, ordered_files
from pipelines.load.query import preview

_SCHEMAS = ("main", "mart", "ops")
_GROUPS = {"main": "tables", "mart": "marts", "ops": "operations"}


@dg.definitions
def warehouse_assets() -> dg.Definitions:
    """Every table, view and check."""
    return dg.Definitions(assets=[_warehouse()])


def table_key(name: str) -> dg.AssetKey:
    """The asset of `schema.table`."""
    return dg.AssetKey(name.split("."))


def _warehouse() -> dg.AssetsDefinition:
    @dg.multi_asset(
        name="warehouse",
        specs=_specs(),
        check_specs=[_check_spec(file) for file in check_files()],
        pool="build",
    )
    def warehouse() -> Iterator[dg.MaterializeResult[None] | dg.AssetCheckResult]:
        """Read what is new, bring the tables up to date on a private copy, check them, and publish."""
        try:
            built = build(warehouse_home(), known_sources())
        except ChecksFailedError as error:
            yield from map(_check_result, error.results)
            raise
        yield from map(_check_result, built.checks)
        for file in table_files():
            yield dg.MaterializeResult(asset_key=table_key(file.name), metadata=_told(built, file))

    return warehouse


def table_files() -> list[SqlFile]:
    """The files of all tables and views, each after those that it reads."""
    return [file for file in ordered_files(*_SCHEMAS) if not file.makes_macro]


def _specs() -> list[dg.AssetSpec]:
    readings = [readings_key(source) for source in offered_sources().sources.values()]
    files = table_files()
    names = {file.name for file in files}
    return [
        dg.AssetSpec(
            table_key(file.name),
            deps=[table_key(name) for name in sorted(file.names() & names - {file.name})] or readings,
            description=file.sentence,
            group_name=_GROUPS[file.schema],
            kinds={"duckdb", "sql"},
        )
        for file in files
    ]


def _check_spec(file: SqlFile) -> dg.AssetCheckSpec:
    return dg.AssetCheckSpec(
        file.path.stem,
        asset=_checked(file),
        description=file.sentence,
        blocking=file.note("severity") == "error",
    )


def _checked(file: SqlFile) -> dg.AssetKey:
    """The table that a check stands with: the first by name of those that it reads."""
    return table_key(min(file.names()))


def _check_result(result: CheckResult) -> dg.AssetCheckResult:
    severity = dg.AssetCheckSeverity.ERROR if result.severity == "error" else dg.AssetCheckSeverity.WARN
    rows = dg.MetadataValue.md(_markdown(list(result.columns), list(result.rows)))
    return dg.AssetCheckResult(
        check_name=result.name,
        asset_key=_checked(SqlFile(SQL_FOLDER / "checks" / f"{result.name}.sql")),
        passed=result.passed,
        severity=severity,
        description=result.sentence,
        metadata={"offending_rows": result.row_count, **({"first_rows": rows} if result.rows else {})},
    )


def _told(built: Built, file: SqlFile) -> dict[str, dg.MarkdownMetadataValue | float | int | str]:
    """Rows, a look at the first of them, and how the build went."""
    count, columns, rows = preview(warehouse_home(), file.name)
    return {
        "dagster/row_count": count,
        "preview": dg.MetadataValue.md(_markdown(columns, rows)),
        "build": built.applied.build_id,
        "build_seconds": round(built.applied.seconds, 3),
        "releases_changed": built.applied.release_count,
        "bytes": built.published.stat().st_size,
    }


def _markdown(columns: list[str], rows: list[tuple[object, ...]]) -> str:
    """A table in Markdown, long texts cut."""
    lines = [columns, ["---"] * len(columns), *([_cell(value) for value in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(value: object, longest: int = 80) -> str:
    text = "" if value is None else " ".join(str(value).replace("|", "\\|").split())
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
