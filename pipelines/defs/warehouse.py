"""The tables, one asset each, made and checked by one build, and published with it."""

import hashlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import perf_counter

import dagster as dg

from pipelines.build import Built, build
from pipelines.defs.lifelines import hold
from pipelines.defs.shown import Value, glance, image, markdown
from pipelines.defs.tables import COPIES_KEY, FILE_KEY, published_specs, table_files, table_key, table_specs
from pipelines.home import known_sources, warehouse_home
from pipelines.load.checks import CheckResult, check_files
from pipelines.load.copies import COPIES_NAME
from pipelines.load.errors import BuildRunningError, ChecksFailedError
from pipelines.load.files import SQL_FOLDER, SqlFile
from pipelines.load.query import preview

POOL = "build"
OP = "warehouse"
_WAIT_SECONDS = 60  # until another build, started by command, will be over


class BuildConfig(dg.Config):
    """How a build differs from the usual one."""

    full: bool = False  # start from nothing; the rows come out the same


@dg.definitions
def warehouse_assets() -> dg.Definitions:
    """Every table, view and check, and what is published."""
    return dg.Definitions(assets=[_warehouse()])


def _warehouse() -> dg.AssetsDefinition:
    @dg.multi_asset(
        name=OP,
        specs=[*table_specs(), *published_specs()],
        check_specs=[_check_spec(file) for file in check_files()],
        pool=POOL,
    )
    def warehouse(
        context: dg.AssetExecutionContext, config: BuildConfig
    ) -> Iterator[dg.MaterializeResult[None] | dg.AssetCheckResult]:
        """Read what is new, bring the tables up to date on a private copy, check them, and publish."""
        hold(context.run.run_id)
        started_at = perf_counter()
        try:
            built = build(warehouse_home(), known_sources(), full=config.full)
        except BuildRunningError as error:
            raise dg.RetryRequested(max_retries=10, seconds_to_wait=_WAIT_SECONDS) from error
        except ChecksFailedError as error:
            yield from map(_check_result, error.results)
            raise dg.Failure(str(error), metadata=_failed(error), allow_retries=False) from error
        seconds = round(perf_counter() - started_at, 3)
        yield from map(_check_result, built.checks)
        for file in filter(partial(_has_changed, built), table_files()):
            yield dg.MaterializeResult(asset_key=table_key(file.name), metadata=_table(built, file))
        yield dg.MaterializeResult(asset_key=FILE_KEY, metadata=_file(built, seconds))
        yield dg.MaterializeResult(asset_key=COPIES_KEY, metadata=_copies(warehouse_home() / COPIES_NAME))

    return warehouse


def _check_spec(file: SqlFile) -> dg.AssetCheckSpec:
    """The check of one file; those of level error keep yesterday's file in place."""
    severity = file.note("severity") or ""
    return dg.AssetCheckSpec(
        file.path.stem,
        asset=_checked(file),
        description=f"{file.sentence} Level {severity}: sql/checks/{file.path.name} returns the rows that offend.",
        blocking=severity == "error",
        metadata={"severity": severity},
    )


def _checked(file: SqlFile) -> dg.AssetKey:
    """The table that a check stands with: the first by name of those that it reads."""
    return table_key(min(file.names()))


def _check_result(result: CheckResult) -> dg.AssetCheckResult:
    severity = dg.AssetCheckSeverity.ERROR if result.severity == "error" else dg.AssetCheckSeverity.WARN
    rows = dg.MetadataValue.md(markdown(result.columns, result.rows))
    found = f"Offending rows: {result.row_count}. What should hold: {result.sentence}"
    return dg.AssetCheckResult(
        check_name=result.name,
        asset_key=_checked(SqlFile(SQL_FOLDER / "checks" / f"{result.name}.sql")),
        passed=result.passed,
        severity=severity,
        description=result.sentence if result.passed else found,
        metadata={"offending_rows": result.row_count, **({"first_rows": rows} if result.rows else {})},
    )


def _failed(error: ChecksFailedError) -> dict[str, Value]:
    failed = [one for one in error.results if one.severity == "error" and not one.passed]
    rows = [(one.name, one.row_count, one.sentence) for one in failed]
    return {"failed_checks": dg.MetadataValue.md(markdown(["check", "rows", "what should hold"], rows))}


def _has_changed(built: Built, file: SqlFile) -> bool:
    """Whether a build can have changed a table: one that touched no release changes only what tells of visits."""
    return file.schema == "ops" or built.applied.release_count > 0 or built.applied.mode == "full"


def _table(built: Built, file: SqlFile) -> dict[str, Value]:
    """Rows, a look at the first of them, and a chart where one says more."""
    count, columns, rows = preview(warehouse_home(), file.name)
    told: dict[str, Value] = {
        "dagster/row_count": count,
        "preview": glance(columns, rows) if rows else "no rows yet",
        "build": built.applied.build_id,
    }
    return told | _chart(file.name)


def _chart(name: str) -> dict[str, Value]:
    from pipelines.charts import CHARTS, draw  # noqa: PLC0415 - what draws takes long to load, and definitions should not

    chart = CHARTS.get(name)
    drawn = draw(warehouse_home(), chart) if chart else None
    return {"chart": image(chart.title, drawn)} if chart and drawn else {}


def _file(built: Built, seconds: float) -> dict[str, Value]:
    """The published file, and how the build went, as numbers that Dagster plots over time."""
    applied = built.applied
    with built.published.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    counts = {"release", "event", "person", "agreement", "figure"}
    return {
        "path": dg.MetadataValue.path(str(built.published)),
        "bytes": built.published.stat().st_size,
        "sha256": digest,
        "build": applied.build_id,
        "mode": applied.mode,
        "releases_changed": applied.release_count,
        "parts_taken_in": applied.part_count,
        "seconds": seconds,
        "seconds_in_tables": round(applied.seconds, 3),
        "warnings": len(built.warnings),
        "rows": sum(applied.row_counts.values()),
        **{f"rows_{name}": applied.row_counts[f"main.{name}"] for name in sorted(counts)},
    }


def _copies(folder: Path) -> dict[str, Value]:
    files = list(folder.rglob("*.parquet"))
    return {
        "path": dg.MetadataValue.path(str(folder)),
        "files": len(files),
        "bytes": sum(file.stat().st_size for file in files),
    }
