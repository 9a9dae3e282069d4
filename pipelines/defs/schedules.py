"""When sources are visited: one schedule a source, on from the start, and one that looks again at what is young."""

from collections.abc import Iterator

import dagster as dg

from pipelines.defs.jobs import RELOOK, VISIT, relook_config
from pipelines.defs.sources import pages_key, pages_op, readings_key
from pipelines.defs.web import offered_sources
from pipelines.formats import Schedule
from pipelines.source import Source, spread


@dg.definitions
def schedules() -> dg.Definitions:
    """The schedules of all sources; one whose file is broken has its own too, which says so at each tick."""
    offered = offered_sources()
    visits = [_visits(source) for source in offered.sources.values()]
    broken = [_asks_for_mending(source_id) for source_id in offered.errors]
    return dg.Definitions(schedules=[*visits, *broken, _relook(list(offered.sources))])


def _visits(source: Source) -> dg.ScheduleDefinition:
    name, bound = source.name, source.fetch.max_pages
    return _schedule(
        source.source_id,
        [pages_key(source.source_id), readings_key(source.source_id)],
        cron=source.cron,
        timezone=source.timezone,
        description=f"Visits {name}: what is new, then the backlog, {bound or 'all'} pages at the most; reads it.",
    )


def _asks_for_mending(source_id: str) -> dg.ScheduleDefinition:
    return _schedule(
        source_id,
        [pages_key(source_id)],
        cron=spread(Schedule().cron, source_id),
        timezone="UTC",
        description="The source's file cannot be used: fetches nothing, and says why in the check of its pages.",
    )


def _schedule(
    source_id: str, keys: list[dg.AssetKey], *, cron: str, timezone: str, description: str
) -> dg.ScheduleDefinition:
    @dg.schedule(
        name=f"{source_id}_visit",
        job_name=VISIT,
        cron_schedule=cron,
        execution_timezone=timezone,
        default_status=dg.DefaultScheduleStatus.RUNNING,
        description=description,
    )
    def tick() -> dg.RunRequest:
        return dg.RunRequest(asset_selection=keys, tags={"source": source_id})

    return tick


def _relook(source_ids: list[str]) -> dg.ScheduleDefinition:
    @dg.schedule(
        name="relook_daily",
        job_name=RELOOK,
        cron_schedule="30 2 * * *",
        default_status=dg.DefaultScheduleStatus.RUNNING,
        description="Looks again, a run a source, at every release whose wording is young, to find edits.",
    )
    def tick(context: dg.ScheduleEvaluationContext) -> Iterator[dg.RunRequest]:
        for source_id in source_ids:
            yield dg.RunRequest(
                run_key=f"{source_id} {context.scheduled_execution_time:%Y-%m-%d}",
                asset_selection=[pages_key(source_id), readings_key(source_id)],
                run_config={"ops": {pages_op(source_id): relook_config()}},
                tags={"source": source_id},
            )

    return tick
