"""The sensor that asks for a build: once after several visits, not once for each.

It remembers nothing. What waits is seen in the archive, and what runs in the instance, so that neither a restart nor a
lost tick can lose a wake-up.
"""

from datetime import UTC, datetime, timedelta

import dagster as dg

from pipelines.defs.jobs import BUILD, REBUILD, REFRESH, RELOOK, VISIT
from pipelines.home import warehouse_home
from pipelines.waiting import Waiting, waiting

_LONGEST_FOR_VISITS = timedelta(minutes=15)  # that a build waits for visits under way
_LONGEST_WITHOUT_NEWS = timedelta(hours=6)  # that a build waits where only outcomes of visits are to be shown
_REST_AFTER_FAILURE = timedelta(hours=1)
_UNFINISHED = [
    dg.DagsterRunStatus.QUEUED,
    dg.DagsterRunStatus.NOT_STARTED,
    dg.DagsterRunStatus.STARTING,
    dg.DagsterRunStatus.STARTED,
    dg.DagsterRunStatus.CANCELING,
]


@dg.definitions
def builds() -> dg.Definitions:
    """The sensor, on from the start."""
    return dg.Definitions(sensors=[build_when_visits_are_over])


@dg.sensor(
    name="build_after_visits",
    job_name=BUILD,
    minimum_interval_seconds=30,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description=(
        "Asks for one build when visits have brought something and none is under way, or has been for 15 minutes;"
        " within six hours where they brought only their outcomes. A build that failed is tried again after an hour."
    ),
)
def build_when_visits_are_over(context: dg.SensorEvaluationContext) -> dg.RunRequest | dg.SkipReason:
    """One request, or why not yet."""
    now = datetime.now(UTC)
    found = waiting(warehouse_home())
    if found is None:
        return dg.SkipReason("The published file holds all that the archive does.")
    reason = _why_not_yet(context.instance, found, now)
    if reason:
        return dg.SkipReason(f"{len(found.parts)} parts wait since {found.since:%H:%M}: {reason}")
    hours = (now - found.since) // _REST_AFTER_FAILURE
    return dg.RunRequest(run_key=f"{found.digest}-{hours}", tags={"parts": str(len(found.parts))})


def _why_not_yet(instance: dg.DagsterInstance, found: Waiting, now: datetime) -> str | None:
    waited = now - found.since
    if _unfinished(instance, BUILD, REBUILD, REFRESH):
        return "a build is under way."
    if _failed_since(instance, now - _REST_AFTER_FAILURE):
        return "the last build failed; it is tried again an hour after."
    if waited < _LONGEST_FOR_VISITS and _unfinished(instance, VISIT, RELOOK):
        return "visits are under way; they are waited for, for 15 minutes at the most."
    if waited < _LONGEST_WITHOUT_NEWS and not found.has_news:
        return "none brings a page; they are shown within six hours."
    return None


def _unfinished(instance: dg.DagsterInstance, *jobs: str) -> bool:
    return any(instance.get_runs_count(dg.RunsFilter(job_name=job, statuses=_UNFINISHED)) for job in jobs)


def _failed_since(instance: dg.DagsterInstance, moment: datetime) -> bool:
    """Whether the newest build that came to an end failed, and not long ago."""
    ended = [dg.DagsterRunStatus.SUCCESS, dg.DagsterRunStatus.FAILURE]
    records = instance.get_run_records(dg.RunsFilter(job_name=BUILD, statuses=ended), limit=1)
    if not records or records[0].dagster_run.status is not dg.DagsterRunStatus.FAILURE:
        return False
    return datetime.fromtimestamp(records[0].end_time or 0, UTC) > moment
