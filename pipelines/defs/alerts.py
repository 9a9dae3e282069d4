"""The sensors that tell: of runs and checks that fail, of sources that refuse or fall silent, and of their end."""

import hashlib
from datetime import UTC, datetime

import dagster as dg

from pipelines.alerts.alert import Trouble
from pipelines.alerts.send import open_channels, send_waiting, tell
from pipelines.defs.web import offered_sources
from pipelines.home import warehouse_home
from pipelines.load.published import PUBLISHED_NAME
from pipelines.watch import CHECK, RUN, failed_check, look_at_sources, shortened

_SECONDS = 30
_SOURCE_SECONDS = 60
_WHAT_RAN = ("source", "dagster/schedule_name", "dagster/sensor_name")  # tags that tell runs of one job apart


@dg.definitions
def alerting() -> dg.Definitions:
    """Three sensors, on from the start."""
    return dg.Definitions(sensors=[alert_of_failed_runs, alert_of_mended_runs, alert_of_sources])


@dg.run_failure_sensor(
    minimum_interval_seconds=_SECONDS,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Tells of a run that failed, or of the checks that stopped it: once, and again after a day.",
)
def alert_of_failed_runs(context: dg.RunFailureSensorContext) -> None:
    """One alert for the checks of level error that stopped the run, or else one for the run."""
    run = context.dagster_run
    stopped = [
        failed_check(one.check_name, f"“{one.description}” does not hold")
        for one in _evaluations(context.instance, run.run_id)
        if one.severity is dg.AssetCheckSeverity.ERROR and not one.passed
    ]
    troubles = stopped or [_failed(run, _words(context))]
    tell(warehouse_home(), troubles, looked_at=lambda _: False, warn=context.log.warning)


@dg.run_status_sensor(
    run_status=dg.DagsterRunStatus.SUCCESS,
    minimum_interval_seconds=_SECONDS,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Tells when a run succeeds that had failed, and when a check holds again.",
)
def alert_of_mended_runs(context: dg.RunStatusSensorContext) -> None:
    """The end of what was told of."""
    run = context.dagster_run
    held = {f"{CHECK}/{one.check_name}" for one in _evaluations(context.instance, run.run_id) if one.passed}
    ended = {f"{RUN}/{_name(run)}", *held}
    tell(warehouse_home(), [], looked_at=lambda key: key in ended, warn=context.log.warning)


@dg.sensor(
    minimum_interval_seconds=_SOURCE_SECONDS,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Tells of sources that refuse, have changed or are silent, and sends what could not be sent before.",
)
def alert_of_sources(context: dg.SensorEvaluationContext) -> dg.SkipReason:
    """Look when a build has published, and each hour; send what waits at every tick."""
    home, offered = warehouse_home(), offered_sources()
    published = home / PUBLISHED_NAME
    built_at = published.stat().st_mtime_ns if published.exists() else 0
    errors = hashlib.sha256(repr(sorted(map(str, offered.errors.items()))).encode()).hexdigest()[:12]
    seen = f"{built_at} {datetime.now(UTC):%Y-%m-%d %H} {errors}"
    if seen == context.cursor:
        send_waiting(home, open_channels(context.log.warning), context.log.warning)
        return dg.SkipReason("Nothing was published since the last look.")
    told = look_at_sources(home, offered, context.log.warning)
    context.update_cursor(seen)
    return dg.SkipReason(", ".join(alert.headline for alert in told) or "Nothing new is wrong with any source.")


def _evaluations(instance: dg.DagsterInstance, run_id: str) -> list[dg.AssetCheckEvaluation]:
    entries = instance.all_logs(run_id, of_type=dg.DagsterEventType.ASSET_CHECK_EVALUATION)
    return [entry.dagster_event.asset_check_evaluation_data for entry in entries if entry.dagster_event]


def _failed(run: dg.DagsterRun, words: str) -> Trouble:
    return Trouble(
        RUN,
        _name(run),
        words,
        f"run {run.run_id[:8]} in the UI, under Runs",
        "see its first red step; what was fetched is kept, and the next run goes on from it",
    )


def _name(run: dg.DagsterRun) -> str:
    """The job, and for what it ran, where that is said: the same for a run and for the next of its kind."""
    for_what = next((run.tags[tag] for tag in _WHAT_RAN if tag in run.tags), None)
    return f"{run.job_name} of {for_what}" if for_what else run.job_name


def _words(context: dg.RunFailureSensorContext) -> str:
    """The innermost error of the first step that failed, else what the run said when it ended."""
    steps = [event.step_failure_data.error for event in context.get_step_failure_events()]
    error = next((one for one in steps if one), None)
    while error and error.cause:
        error = error.cause
    return shortened(error.message if error else context.failure_event.message or "it failed and said nothing")
