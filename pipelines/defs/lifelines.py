"""How a run that died with its machine is told from one that works on, and started again.

Dagster's own launcher notices a run whose process dies, but not one whose whole machine or container went: such a run
would count as running, and hold its pools, until its time is over. So each run holds a lock on a file for as long as
its process lives, which the system lets go when that ends, however it ends.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import dagster as dg
from filelock import FileLock, Timeout

from pipelines.home import warehouse_home

_SETTLED = timedelta(minutes=1)  # a run that began just now may not hold its file yet
_held: dict[str, FileLock] = {}  # by run; for as long as this process lives


@dg.definitions
def lifelines() -> dg.Definitions:
    """The sensor, on from the start."""
    return dg.Definitions(sensors=[restart_what_died])


def hold(run_id: str) -> None:
    """Show that a run lives; what this process held for an earlier run is let go."""
    for earlier in _held.keys() - {run_id}:
        _held.pop(earlier).release()
    if run_id not in _held:
        path = _path(run_id)
        path.parent.mkdir(parents=True, exist_ok=True)
        _held[run_id] = FileLock(path)
        _held[run_id].acquire(timeout=10)


@dg.sensor(
    name="restart_what_died",
    minimum_interval_seconds=60,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Ends runs whose machine or container died under them, so that they are started again.",
)
def restart_what_died(context: dg.SensorEvaluationContext) -> dg.SkipReason:
    """End them; starting again is what run retries do."""
    started = context.instance.get_run_records(dg.RunsFilter(statuses=[dg.DagsterRunStatus.STARTED]))
    dead = [record.dagster_run for record in started if _is_settled(record) and _is_dead(record.dagster_run.run_id)]
    for run in dead:
        context.instance.report_run_failed(run, "Its process is gone without a word: its machine or container died.")
    _sweep({record.dagster_run.run_id for record in started} - {run.run_id for run in dead})
    return dg.SkipReason(f"{len(started)} runs are under way; {len(dead)} of them had died, and were ended.")


def _is_settled(record: dg.RunRecord) -> bool:
    began_at = datetime.fromtimestamp(record.start_time, UTC) if record.start_time else record.create_timestamp
    return datetime.now(UTC) - began_at > _SETTLED


def _is_dead(run_id: str) -> bool:
    """Whether it held its file once and does not any more."""
    return _path(run_id).exists() and _is_free(_path(run_id))


def _is_free(path: Path) -> bool:
    try:
        with FileLock(path, timeout=0):
            return True
    except Timeout:
        return False


def _sweep(living: set[str]) -> None:
    """Remove the files of runs that are over."""
    for path in _path("any").parent.glob("*.lock"):
        if path.stem not in living and _is_free(path):
            path.unlink(missing_ok=True)


def _path(run_id: str) -> Path:
    return warehouse_home() / ".runs" / f"{run_id}.lock"
