"""Jobs run when and how often they should: on from the start, a source once at a time, a build once at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import dagster as dg
import pytest
from dagster._core.remote_origin import RegisteredCodeLocationOrigin, RemoteJobOrigin, RemoteRepositoryOrigin
from dagster._daemon.run_coordinator.queued_run_coordinator_daemon import QueuedRunCoordinatorDaemon
from pydantic import ValidationError

from pipelines.definitions import defs
from pipelines.defs.web import offered_sources
from pipelines.home import sample_sources

SETTINGS = Path(__file__).parents[1] / "pipelines" / "dagster.yaml"
GB, KZ = (
    [dg.AssetKey(["pages", source]), dg.AssetKey(["readings", source])]
    for source in ("sample_united_kingdom", "sample_kazakhstan")
)


@pytest.fixture(scope="module")
def repository() -> dg.RepositoryDefinition:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMMUNIQUE_SAMPLE", "1")
        return defs().get_repository_def()


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dg.DagsterInstance]:
    """An instance with the settings that `make ui` uses."""
    folder = tmp_path_factory.mktemp("dagster")
    (folder / "dagster.yaml").write_bytes(SETTINGS.read_bytes())
    with dg.DagsterInstance.from_config(str(folder)) as instance:
        yield instance


def run(
    instance: dg.DagsterInstance,
    repository: dg.RepositoryDefinition,
    name: str,
    keys: list[dg.AssetKey] | None,
    status: dg.DagsterRunStatus,
) -> str:
    """A run of a job as the daemon finds it, and its id."""
    job = repository.get_job(name)
    origin = RemoteRepositoryOrigin(RegisteredCodeLocationOrigin("communique"), "__repository__")
    return instance.create_run_for_job(
        job.get_subset(asset_selection=frozenset(keys)) if keys else job,
        status=status,
        remote_job_origin=RemoteJobOrigin(origin, name),
        asset_selection=frozenset(keys) if keys else None,
    ).run_id


def launched(instance: dg.DagsterInstance) -> set[str]:
    """What the daemon would take out of the queue now."""
    daemon = QueuedRunCoordinatorDaemon(interval_seconds=1)
    limits = instance.get_concurrency_config()
    return {one.run_id for one in daemon._get_runs_to_dequeue(instance, limits, None)}  # noqa: SLF001 - no other way in


@pytest.mark.parametrize(
    ("running", "name", "keys"),
    [(("visit", GB), "visit", GB), (("visit", GB), "refresh", None), (("rebuild", None), "build", None)],
)
def test_a_pool_that_is_taken_holds_the_others_in_the_queue(
    instance: dg.DagsterInstance,
    repository: dg.RepositoryDefinition,
    running: tuple[str, list[dg.AssetKey] | None],
    name: str,
    keys: list[dg.AssetKey] | None,
) -> None:
    waiting = run(instance, repository, name, keys, dg.DagsterRunStatus.QUEUED)
    other = run(instance, repository, "visit", KZ, dg.DagsterRunStatus.QUEUED)
    assert {waiting, other} >= launched(instance)
    first = run(instance, repository, *running, dg.DagsterRunStatus.STARTED)
    assert launched(instance) == {other}
    instance.delete_run(first)
    assert waiting in launched(instance)
    for run_id in (waiting, other):
        instance.delete_run(run_id)


def test_settings_retry_what_died_and_not_what_failed(instance: dg.DagsterInstance) -> None:
    assert instance.run_retries_enabled
    assert instance.run_retries_max_retries == 2
    assert not instance.run_retries_retry_on_asset_or_op_failure
    assert instance.freshness_enabled


def test_jobs_are_explained_run_in_one_process_and_may_not_last_for_ever(repository: dg.RepositoryDefinition) -> None:
    jobs = {job.name: job for job in repository.get_all_jobs() if not job.name.startswith("__")}
    assert jobs.keys() >= {"visit", "relook", "build", "refresh", "rebuild"}
    for name in ("visit", "relook", "build", "refresh", "rebuild"):
        assert jobs[name].description
        assert jobs[name].executor_def is dg.in_process_executor
        assert int(jobs[name].tags["dagster/max_runtime"]) >= 3600


def test_all_schedules_and_sensors_are_on_and_explained(repository: dg.RepositoryDefinition) -> None:
    assert repository.sensor_defs
    for schedule in repository.schedule_defs:
        assert schedule.default_status is dg.DefaultScheduleStatus.RUNNING
        assert schedule.description
    for sensor in repository.sensor_defs:
        assert sensor.default_status is dg.DefaultSensorStatus.RUNNING
        assert sensor.description


def test_a_tick_visits_one_source_and_builds_nothing(repository: dg.RepositoryDefinition) -> None:
    schedule = next(one for one in repository.schedule_defs if one.name == "sample_united_kingdom_visit")
    with dg.build_schedule_context() as context:
        (request,) = schedule.evaluate_tick(context).run_requests or []
    assert request.asset_selection == GB


def test_the_daily_look_for_edits_is_a_run_a_source(repository: dg.RepositoryDefinition) -> None:
    schedule = next(one for one in repository.schedule_defs if one.name == "relook_daily")
    with dg.build_schedule_context(scheduled_execution_time=datetime(2026, 5, 5, 2, 30, tzinfo=UTC)) as context:
        requests = schedule.evaluate_tick(context).run_requests or []
    assert len(requests) == len(sample_sources().sources)
    job = repository.get_job("relook")
    for request in requests[:2]:
        part = job.get_subset(asset_selection=frozenset(request.asset_selection or ()))
        assert dg.validate_run_config(part, request.run_config)
    assert "look_again_days" in str(requests[0].run_config)


def test_the_sample_ticks_as_often_as_is_asked_and_ministries_as_their_files_say(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COMMUNIQUE_SAMPLE", "1")
    theirs = {name: one.cron for name, one in offered_sources().sources.items()}
    assert len(set(theirs.values())) == len(theirs)
    monkeypatch.setenv("COMMUNIQUE_SAMPLE_CRON", "*/5 * * * *")
    schedules = defs().get_repository_def().schedule_defs
    asked = {one.cron_schedule for one in schedules if one.name.removesuffix("_visit") in theirs}
    assert asked == {"*/5 * * * *"}
    monkeypatch.setenv("COMMUNIQUE_SAMPLE_CRON", "now and then")
    with pytest.raises(ValidationError, match="not a time in the five fields of cron"):
        offered_sources()
    monkeypatch.setenv("COMMUNIQUE_SAMPLE", "")
    assert "now and then" not in {one.cron for one in offered_sources().sources.values()}
