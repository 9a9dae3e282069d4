"""A build is asked for once after visits, not once for each, and no restart can lose the wish."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path

import dagster as dg
import pytest

from pipelines.defs import builds
from pipelines.defs.builds import build_when_visits_are_over
from pipelines.fetch.archive import Archive, page_row, visit_row
from pipelines.model import Page, Verdict
from tests.road import build_all, collect_sample

UNDER_WAY = [dg.DagsterRunStatus.NOT_STARTED, dg.DagsterRunStatus.STARTING, dg.DagsterRunStatus.STARTED]
NOW = datetime.now(UTC)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.ephemeral() as instance:
        yield instance


def tick(instance: dg.DagsterInstance) -> dg.RunRequest | str:
    """What one tick says: a request, or why not."""
    with dg.build_sensor_context(instance=instance) as context:
        said = build_when_visits_are_over(context)
    assert isinstance(said, dg.RunRequest | dg.SkipReason)
    return said if isinstance(said, dg.RunRequest) else str(said.skip_message)


def run(instance: dg.DagsterInstance, job: str, status: dg.DagsterRunStatus) -> dg.DagsterRun:
    """A run of a job as the instance knows it."""
    empty = dg.GraphDefinition(name=job).to_job()
    return instance.create_run_for_job(empty, status=status)


def arrive(home: Path, *verdicts: Verdict, minutes_ago: float = 0, source_id: str = "sample_kazakhstan") -> None:
    """A part that a visit wrote some minutes ago, with pages of these verdicts."""
    pages = [Page("https://a.example/1", "https://a.example/1", NOW, verdict, body=b"text") for verdict in verdicts]
    rows = [page_row("v", source_id, page) for page in pages]
    part = Archive(home, source_id).write([*rows, visit_row("v", source_id, NOW, Verdict.UNCHANGED, None)])
    moment = (NOW - timedelta(minutes=minutes_ago)).timestamp()
    os.utime(part, (moment, moment))


def test_nothing_is_asked_for_while_nothing_waits(home: Path, instance: dg.DagsterInstance) -> None:
    assert home.exists()
    assert "holds all" in str(tick(instance))


def test_a_page_asks_for_a_build_and_the_same_page_for_the_same_one(home: Path, instance: dg.DagsterInstance) -> None:
    arrive(home, Verdict.PAGE)
    first, again = tick(instance), tick(instance)
    assert isinstance(first, dg.RunRequest)
    assert isinstance(again, dg.RunRequest)
    assert first.run_key == again.run_key  # Dagster starts one run a key, whatever dies between the two
    arrive(home, Verdict.PAGE, source_id="sample_uzbekistan")
    later = tick(instance)
    assert isinstance(later, dg.RunRequest)
    assert later.run_key != first.run_key


@pytest.mark.parametrize("job", ["visit", "relook"])
@pytest.mark.parametrize("status", UNDER_WAY)
def test_visits_under_way_are_waited_for_but_not_for_ever(
    home: Path, instance: dg.DagsterInstance, job: str, status: dg.DagsterRunStatus
) -> None:
    arrive(home, Verdict.PAGE)
    run(instance, job, status)
    assert "visits are under way" in str(tick(instance))
    arrive(home, Verdict.PAGE, minutes_ago=16, source_id="sample_uzbekistan")
    assert isinstance(tick(instance), dg.RunRequest)


@pytest.mark.parametrize("job", ["build", "rebuild", "refresh"])
def test_a_build_under_way_is_enough(home: Path, instance: dg.DagsterInstance, job: str) -> None:
    arrive(home, Verdict.PAGE, minutes_ago=50)
    run(instance, job, dg.DagsterRunStatus.STARTED)
    assert "a build is under way" in str(tick(instance))


def test_outcomes_alone_wait_for_six_hours_at_the_most(home: Path, instance: dg.DagsterInstance) -> None:
    arrive(home, Verdict.UNCHANGED, Verdict.BLOCKED, minutes_ago=350)
    assert "none brings a page" in str(tick(instance))
    arrive(home, minutes_ago=361, source_id="sample_uzbekistan")
    assert isinstance(tick(instance), dg.RunRequest)


def test_a_withdrawn_release_is_news(home: Path, instance: dg.DagsterInstance) -> None:
    arrive(home, Verdict.GONE)
    assert isinstance(tick(instance), dg.RunRequest)


def test_a_build_that_failed_rests_and_is_then_tried_again(
    home: Path, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrive(home, Verdict.PAGE)
    asked = tick(instance)
    instance.report_run_failed(run(instance, "build", dg.DagsterRunStatus.STARTED))
    assert "the last build failed" in str(tick(instance))
    monkeypatch.setattr(builds, "datetime", Later)
    again = tick(instance)
    assert isinstance(asked, dg.RunRequest)
    assert isinstance(again, dg.RunRequest)
    assert again.run_key != asked.run_key


def test_a_restart_between_visit_and_build_loses_nothing(home: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = str(tmp_path_factory.mktemp("dagster"))
    collect_sample(home, as_of=date(2024, 6, 1))
    for _ in range(2):
        with dg.DagsterInstance.local_temp(folder) as instance:
            assert isinstance(tick(instance), dg.RunRequest)
    build_all(home)
    with dg.DagsterInstance.local_temp(folder) as instance:
        assert "holds all" in str(tick(instance))
        arrive(home, Verdict.PAGE)
        assert isinstance(tick(instance), dg.RunRequest)


class Later(datetime):
    """An hour and a bit from now."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        """The moment at which the sensor believes itself to be."""
        return datetime.now(tz) + timedelta(minutes=61)
