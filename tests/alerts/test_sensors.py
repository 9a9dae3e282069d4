"""Dagster tells of runs, checks and sources: once, and when it is over."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import dagster as dg
import pytest

from pipelines.alerts.journal import Journal
from pipelines.build import build
from pipelines.defs.alerts import alert_of_failed_runs, alert_of_mended_runs, alert_of_sources
from pipelines.fetch.archive import Archive, visit_row
from pipelines.home import known_sources, sample_sources
from pipelines.model import Verdict
from pipelines.source import SourceError, SourceFolder
from tests.alerts.receivers import webhook
from tests.road import ask

SOURCE = "sample_uzbekistan"
WORKS = {"is_well": True}


@dg.asset(
    check_specs=[
        dg.AssetCheckSpec("rows_are_counted", asset="told", description="All rows are counted."),
        dg.AssetCheckSpec("rows_are_many", asset="told", description="There are many rows."),
    ]
)
def told() -> Iterator[dg.MaterializeResult[None] | dg.AssetCheckResult]:
    """An asset whose checks hold or do not."""
    is_well = WORKS["is_well"]
    yield dg.AssetCheckResult(check_name="rows_are_counted", passed=is_well, description="All rows are counted.")
    yield dg.AssetCheckResult(check_name="rows_are_many", passed=False, severity=dg.AssetCheckSeverity.WARN)
    if not is_well:
        raise RuntimeError("checks failed")
    yield dg.MaterializeResult()


@dg.op
def fails_at_will() -> None:
    """A step that fails or does not."""
    if not WORKS["is_well"]:
        raise ValueError("the disk of xx_mfa is full")


@dg.job(name="visit")
def visits() -> None:
    """A job of one step."""
    fails_at_will()


@pytest.fixture(scope="module")
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.instance_for_test() as instance:
        yield instance


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMMUNIQUE_SAMPLE", "1")
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path))
    for name in [name for name in os.environ if name.startswith("COMMUNIQUE_ALERT_")]:
        monkeypatch.delenv(name)
    return tmp_path


def run(instance: dg.DagsterInstance, *, job: dg.JobDefinition = visits, is_well: bool, source: str = "xx_mfa") -> None:
    """Run a job to its end and let the sensor of that end look at it."""
    WORKS["is_well"] = is_well
    result = job.execute_in_process(instance=instance, raise_on_error=False, tags={"source": source})
    context = dg.build_run_status_sensor_context(
        sensor_name="told",
        dagster_instance=instance,
        dagster_run=result.dagster_run,
        dagster_event=result.get_run_success_event() if result.success else result.get_run_failure_event(),
    )
    if result.success:
        alert_of_mended_runs(context)
    else:
        alert_of_failed_runs(context.for_run_failure())


def lines(home: Path) -> list[tuple[str, str, str]]:
    return [(one.trouble.kind, one.trouble.subject, one.state) for one in Journal(home).read().alerts]


def test_a_job_that_keeps_failing_is_told_of_once_and_when_it_runs_again(
    home: Path, instance: dg.DagsterInstance
) -> None:
    for is_well in (True, False, False, True):
        run(instance, is_well=is_well)
    assert lines(home) == [("run_failed", "visit of xx_mfa", "began"), ("run_failed", "visit of xx_mfa", "ended")]
    assert "the disk of xx_mfa is full" in Journal(home).read().alerts[0].trouble.what


def test_that_one_source_is_well_does_not_end_the_trouble_of_another(home: Path, instance: dg.DagsterInstance) -> None:
    run(instance, is_well=False)
    run(instance, is_well=True, source="yy_mfa")
    assert [state for _, _, state in lines(home)] == ["began"]


def test_a_check_of_level_error_that_fails_is_told_by_its_name_in_place_of_its_run(
    home: Path, instance: dg.DagsterInstance
) -> None:
    job = dg.Definitions(assets=[told], jobs=[dg.define_asset_job("build")]).resolve_job_def("build")
    for is_well in (False, False, True):
        run(instance, job=job, is_well=is_well)
    assert lines(home) == [("check_failed", "rows_are_counted", "began"), ("check_failed", "rows_are_counted", "ended")]
    assert "“All rows are counted.” does not hold" in Journal(home).read().alerts[0].trouble.what


def test_a_webhook_that_is_down_fails_no_tick_and_is_tried_again_at_the_next(
    instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    with webhook() as hook:
        monkeypatch.setenv("COMMUNIQUE_ALERT_WEBHOOK", hook.address)
        hook.answers = [404]
        run(instance, is_well=False)
        assert hook.posted == []
        cursor = look(instance)
        look(instance, cursor)
        assert [posted["subject"] for posted in hook.posted] == ["visit of xx_mfa"]


def look(instance: dg.DagsterInstance, cursor: str | None = None) -> str | None:
    context = dg.build_sensor_context(instance=instance, cursor=cursor)
    assert isinstance(alert_of_sources(context), dg.SkipReason)
    return context.cursor


def leave_visit(home: Path, verdict: Verdict) -> None:
    """Put the end of a visit into the archive, and build."""
    now = datetime.now(UTC)
    row = visit_row(f"{SOURCE}/{now.isoformat()}", SOURCE, now, verdict, f"it answered so at {now:%H:%M:%S.%f}")
    Archive(home, SOURCE).write([row])
    build(home, known_sources(), copies=False)


def test_a_source_that_refuses_is_told_of_and_so_is_its_return_and_both_have_a_line_in_ops(
    home: Path, instance: dg.DagsterInstance
) -> None:
    leave_visit(home, Verdict.BLOCKED)
    cursor = look(instance)
    assert look(instance, cursor) == cursor
    assert lines(home) == [("source_failed", SOURCE, "began")]
    trouble = Journal(home).read().alerts[0].trouble
    assert trouble.what.startswith("blocked: it answered so")
    assert "Write to the ministry" in trouble.to_do
    leave_visit(home, Verdict.UNCHANGED)
    look(instance, cursor)
    build(home, known_sources(), full=True, copies=False)
    told = ask(
        home, "select kind, subject, state, what_happened = $$" + trouble.what + "$$ from ops.alert order by told_at"
    )
    assert told == [("source_failed", SOURCE, "began", True), ("source_failed", SOURCE, "ended", True)]


def test_a_file_of_a_source_that_broke_is_told_of(
    home: Path, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = SourceFolder({}, {"zz_mfa": SourceError("zz_mfa.toml: links is missing")})
    monkeypatch.setattr("pipelines.defs.alerts.offered_sources", lambda: broken)
    cursor = look(instance)
    monkeypatch.setattr("pipelines.defs.alerts.offered_sources", lambda: SourceFolder(sample_sources().sources, {}))
    assert look(instance, cursor) != cursor
    assert lines(home) == [("source_failed", "zz_mfa", "began")]
