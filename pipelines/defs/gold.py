"""The F1 of each kind of fact on labelled releases, plotted over time, where COMMUNIQUE_GOLD names a folder of them."""

from collections.abc import Iterator
from pathlib import Path

import dagster as dg

from pipelines.defs.sources import OWNERS
from pipelines.gold import Score, gold_folder, score

_KEY = dg.AssetKey(["quality", "gold"])
_CHECK = "reads_as_well_as_before"
_SLACK = 0.002  # of F1, that a release more or less in the folder may cost


@dg.definitions
def gold() -> dg.Definitions:
    """An asset, its job and its schedule; nothing where no folder is named."""
    folder = gold_folder()
    if folder is None:
        return dg.Definitions()
    job = dg.define_asset_job(
        "score",
        dg.AssetSelection.assets(_KEY),
        executor_def=dg.in_process_executor,
        tags={"dagster/max_runtime": "3600"},
        description="Read the labelled releases and compare.",
    )
    daily = dg.ScheduleDefinition(
        name="score_daily",
        job=job,
        cron_schedule="15 5 * * *",
        default_status=dg.DefaultScheduleStatus.RUNNING,
        description="Once a day: rules, lexicons and libraries change between.",
    )
    return dg.Definitions(assets=[_scored(folder)], jobs=[job], schedules=[daily])


def _scored(folder: Path) -> dg.AssetsDefinition:
    @dg.asset(
        key=_KEY,
        group_name="quality",
        description=(
            "How well the rules read labelled releases: precision and recall in one number, F1, for each kind of fact."
            " The releases are read and published apart from the warehouse, and compared by the program beside them."
        ),
        owners=OWNERS,
        kinds={"python", "duckdb"},
        metadata={"folder": dg.MetadataValue.path(str(folder))},
        check_specs=[dg.AssetCheckSpec(_CHECK, asset=_KEY, description="The mean of F1 is not lower than last time.")],
    )
    def labelled_releases(
        context: dg.AssetExecutionContext,
    ) -> Iterator[dg.MaterializeResult[None] | dg.AssetCheckResult]:
        before = _last(context.instance)
        found = score(folder)
        yield dg.MaterializeResult(metadata=_told(found))
        yield dg.AssetCheckResult(
            asset_key=_KEY,
            check_name=_CHECK,
            passed=before is None or found.mean_f1 >= before - _SLACK,
            severity=dg.AssetCheckSeverity.WARN,
            description=f"{found.mean_f1:.3f}, before {before:.3f}" if before is not None else f"{found.mean_f1:.3f}",
        )

    return labelled_releases


def _told(found: Score) -> dict[str, float]:
    return {"f1_mean": found.mean_f1, **{f"f1_{kind.replace(' ', '_')}": value for kind, value in found.f1.items()}}


def _last(instance: dg.DagsterInstance) -> float | None:
    """The mean that was told last."""
    event = instance.get_latest_materialization_event(_KEY)
    told = event.asset_materialization.metadata.get("f1_mean") if event and event.asset_materialization else None
    return float(told.value) if isinstance(told, dg.FloatMetadataValue) and told.value is not None else None
