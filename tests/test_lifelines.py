"""A run whose machine died is ended, so that it is started again, and one that works on is left alone."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import dagster as dg
import pytest

from pipelines.defs import lifelines
from pipelines.defs.lifelines import hold, restart_what_died

STARTED, FAILURE = dg.DagsterRunStatus.STARTED, dg.DagsterRunStatus.FAILURE


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.ephemeral() as instance:
        yield instance


def start(instance: dg.DagsterInstance) -> str:
    return instance.create_run_for_job(dg.GraphDefinition(name="visit").to_job(), status=STARTED).run_id


def tick(instance: dg.DagsterInstance) -> str:
    with dg.build_sensor_context(instance=instance) as context:
        said = restart_what_died(context)
    assert isinstance(said, dg.SkipReason)
    return str(said.skip_message)


def status(instance: dg.DagsterInstance, run_id: str) -> dg.DagsterRunStatus:
    run = instance.get_run_by_id(run_id)
    assert run
    return run.status


def work_elsewhere(run_id: str) -> subprocess.Popen[str]:
    """Another process that holds the file of a run and works for ever."""
    works = f"from pipelines.defs.lifelines import hold; hold({run_id!r}); print('works', flush=True); input()"
    worker = subprocess.Popen(
        [sys.executable, "-c", works], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ}
    )
    assert worker.stdout
    assert worker.stdout.readline() == "works\n"
    return worker


def test_a_killed_run_is_ended_and_its_file_goes(
    home: Path, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_id = start(instance)
    worker = work_elsewhere(run_id)
    assert "0 of them had died" in tick(instance)  # it began just now
    monkeypatch.setattr(lifelines, "_SETTLED", timedelta(0))
    assert "0 of them had died" in tick(instance)  # it works
    assert status(instance, run_id) is STARTED
    worker.kill()
    worker.communicate()
    assert "1 of them had died" in tick(instance)
    assert status(instance, run_id) is FAILURE
    assert not list((home / ".runs").glob("*.lock"))


def test_a_run_of_which_nothing_is_known_is_left_alone(
    home: Path, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lifelines, "_SETTLED", timedelta(0))
    run_id = start(instance)
    assert "0 of them had died" in tick(instance)
    assert status(instance, run_id) is STARTED
    assert not (home / ".runs").exists()


def test_a_process_holds_one_run_at_a_time(home: Path, instance: dg.DagsterInstance) -> None:
    first, second = start(instance), start(instance)
    hold(first)
    hold(first)
    hold(second)
    tick(instance)
    assert {path.stem for path in (home / ".runs").glob("*.lock")} <= {first, second}
    with pytest.raises(lifelines.Timeout), lifelines.FileLock(home / ".runs" / f"{second}.lock", timeout=0):
        pass
