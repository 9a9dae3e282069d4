"""The job that keeps everything small, and its schedule, on from the start: once a day."""

import os
from datetime import UTC, datetime, timedelta

import dagster as dg
from pydantic import Field

from pipelines.defs.old_runs import forget_runs
from pipelines.home import warehouse_home
from pipelines.maintain import maintain as maintain_archive

_KEEP_DAYS = "COMMUNIQUE_KEEP_RUNS_DAYS"
_DEFAULT_DAYS = 30
_TAGS = {"dagster/max_runtime": str(6 * 3600)}


class OldRunsConfig(dg.Config):
    """Which runs are old."""

    keep_days: int | None = Field(
        default=None,
        ge=1,
        description=f"Days for which a run is kept; else as {_KEEP_DAYS} says, else {_DEFAULT_DAYS}.",
    )


@dg.definitions
def maintaining() -> dg.Definitions:
    """The job and its schedule."""
    return dg.Definitions(jobs=[maintain], schedules=[maintain_daily])


@dg.op(description="Join the archive's parts of months that are over, and remove what that replaced half a day ago.")
def archive_parts(context: dg.OpExecutionContext) -> None:
    """The part of the work that `communique maintain` does too."""
    done = maintain_archive(warehouse_home())
    context.log.info("%s", done)
    context.add_output_metadata(
        {"parts_joined": done.joined_count, "files_removed": done.removed_count, "bytes_removed": done.removed_bytes}
    )
    done.raise_problems()


@dg.op(description="Remove old runs and their events, but for the last of every asset and check.")
def old_runs(context: dg.OpExecutionContext, config: OldRunsConfig) -> None:
    """The history of Dagster itself."""
    before = datetime.now(UTC) - timedelta(days=config.keep_days or keep_days())
    done = forget_runs(context.instance, before)
    context.log.info("%s", f"{done.run_count} runs from before {before:%Y-%m-%d} removed, {done.kept_count} kept")
    context.add_output_metadata(
        {"runs_removed": done.run_count, "runs_kept": done.kept_count, "bytes_freed": done.freed_bytes}
    )


@dg.job(
    executor_def=dg.in_process_executor,
    tags=_TAGS,
    description="Keep it small: join old parts of the archive, and forget old runs.",
)
def maintain() -> None:
    """Two steps that do not wait for each other."""
    archive_parts()
    old_runs()


@dg.schedule(
    job=maintain,
    cron_schedule="45 3 * * *",
    default_status=dg.DefaultScheduleStatus.RUNNING,
    description="Once a day, when little else runs.",
)
def maintain_daily() -> dg.RunRequest:
    """One run."""
    return dg.RunRequest()


def keep_days() -> int:
    """For how many days a run is kept.

    Raises:
        ValueError: the setting is no number of days.
    """
    stated = os.environ.get(_KEEP_DAYS) or str(_DEFAULT_DAYS)
    if not stated.isdecimal() or not int(stated):
        raise ValueError(f"{_KEEP_DAYS} is {stated!r}; it must be a number of days, 1 or more")
    return int(stated)
