"""The job that refreshes, and the schedules that ask for it: one a source, on from the start."""

import dagster as dg

from pipelines.defs.sources import pages_key, readings_key
from pipelines.defs.warehouse import table_files, table_key
from pipelines.defs.web import offered_sources
from pipelines.source import Source

_JOB = "refresh"


@dg.definitions
def refreshing() -> dg.Definitions:
    """One job, and a schedule for each source."""
    # Several processes cost more than the whole run does; parallel work is in the reading's own pool.
    job = dg.define_asset_job(
        _JOB,
        selection=dg.AssetSelection.all(),
        description="Visit the sources, read what is new, build the tables, check and publish them.",
        executor_def=dg.in_process_executor,
    )
    schedules = [_schedule(source) for source in offered_sources().sources.values()]
    return dg.Definitions(jobs=[job], schedules=schedules, executor=dg.in_process_executor)


def _schedule(source: Source) -> dg.ScheduleDefinition:
    tables = [table_key(file.name) for file in table_files()]

    @dg.schedule(
        name=f"{source.source_id}_visit",
        job_name=_JOB,
        cron_schedule=source.schedule.cron,
        execution_timezone=source.timezone,
        default_status=dg.DefaultScheduleStatus.RUNNING,
        description=f"Visits {source.name}, and publishes what is new.",
    )
    def tick() -> dg.RunRequest:
        return dg.RunRequest(asset_selection=[pages_key(source), readings_key(source), *tables])

    return tick
