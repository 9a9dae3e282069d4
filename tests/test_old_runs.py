"""Old runs go with all that belongs to them; the last of every asset and check stays."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import dagster as dg
import pytest
import yaml
from dagster._core.instance.config import get_tick_retention_settings

from pipelines.defs.maintain import keep_days, maintain
from pipelines.defs.old_runs import Forgotten, forget_runs

LATER = datetime.now(UTC) + timedelta(days=1)
PAST = datetime.now(UTC) - timedelta(days=1)


@dg.asset(check_specs=[dg.AssetCheckSpec("is_well", asset="often")])
def often() -> Iterator[dg.AssetCheckResult | dg.MaterializeResult[None]]:
    """Materialised by every run."""
    yield dg.AssetCheckResult(passed=True, metadata={"words": "x" * 30_000})
    yield dg.MaterializeResult(metadata={"words": "x" * 30_000})


@dg.asset
def once() -> None:
    """Materialised by the first run alone."""


@dataclass
class Kept:
    """An instance after old runs were forgotten: its runs in their order, and how large it was before."""

    instance: dg.DagsterInstance
    runs: list[str]
    index_bytes: int
    done: Forgotten

    @property
    def root(self) -> Path:
        """DAGSTER_HOME."""
        return Path(self.instance.root_directory)

    def rows(self, database: str, table: str) -> int:
        """How many rows a table of a database has."""
        with sqlite3.connect(self.root / database) as connection:
            return int(connection.execute(f"select count(*) from {table}").fetchone()[0])


def run(instance: dg.DagsterInstance, *assets: dg.AssetsDefinition) -> str:
    return dg.materialize([*assets], instance=instance, tags={"source": "xx_mfa"}).run_id


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    """Five runs, one of which made what no other did, and one more look while somebody reads the history."""
    with dg.instance_for_test(temp_dir=str(tmp_path_factory.mktemp("dagster"))) as instance:
        runs = [run(instance, often, once), *(run(instance, often) for _ in range(4))]
        index = Path(instance.root_directory) / "history" / "runs" / "index.db"
        young = forget_runs(instance, PAST)
        assert (young.run_count, young.kept_count) == (0, 0)
        size = index.stat().st_size
        yield Kept(instance, runs, size, forget_runs(instance, LATER))


def test_old_runs_go_but_for_those_that_hold_the_last_of_an_asset_or_a_check(kept: Kept) -> None:
    first, *_, last = kept.runs
    assert (kept.done.run_count, kept.done.kept_count) == (3, 2)
    assert {record.dagster_run.run_id for record in kept.instance.get_run_records()} == {first, last}
    for key, run_id in (("once", first), ("often", last)):
        event = kept.instance.get_latest_materialization_event(dg.AssetKey(key))
        assert event is not None
        assert event.run_id == run_id
    key = dg.AssetCheckKey(dg.AssetKey("often"), "is_well")
    checked = kept.instance.event_log_storage.get_latest_asset_check_execution_by_key([key])[key]
    assert (checked.run_id, checked.status.value) == (last, "SUCCEEDED")


def test_nothing_of_a_run_is_left_behind_and_the_files_shrink(kept: Kept) -> None:
    gone = kept.runs[1:-1]
    assert [path for path in kept.root.rglob("*") if any(run_id in path.name for run_id in gone)] == []
    assert kept.rows("history/runs.db", "runs") == 2
    assert kept.rows("history/runs.db", "(select distinct run_id from run_tags)") == 2
    assert kept.rows("history/runs/index.db", "asset_check_executions") == 2
    assert (kept.root / "history" / "runs" / "index.db").stat().st_size < kept.index_bytes
    assert kept.done.freed_bytes > 0


def test_a_history_that_is_in_use_is_left_for_the_next_time(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.defs.old_runs._BUSY_SECONDS", 0.05)
    monkeypatch.setattr("pipelines.defs.old_runs._WORTH_A_VACUUM", -1.0)
    reader = sqlite3.connect(kept.root / "history" / "runs" / "index.db", isolation_level=None)
    reader.execute("begin immediate")
    assert forget_runs(kept.instance, PAST).run_count == 0
    reader.close()


def test_the_job_runs_and_says_what_it_did(kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path / "home"))
    result = maintain.execute_in_process(instance=kept.instance)
    assert result.success
    outputs = {event.step_key: event.step_output_data.metadata for event in result.filter_events(is_output)}
    assert outputs["old_runs"]["runs_removed"].value == 0
    assert outputs["archive_parts"]["parts_joined"].value == 0


def is_output(event: dg.DagsterEvent) -> bool:
    return event.is_successful_output


def test_how_long_runs_are_kept_is_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COMMUNIQUE_KEEP_RUNS_DAYS", raising=False)
    assert keep_days() == 30
    monkeypatch.setenv("COMMUNIQUE_KEEP_RUNS_DAYS", "7")
    assert keep_days() == 7
    for wrong in ("0", "a month", "-3"):
        monkeypatch.setenv("COMMUNIQUE_KEEP_RUNS_DAYS", wrong)
        with pytest.raises(ValueError, match="COMMUNIQUE_KEEP_RUNS_DAYS is"):
            keep_days()


def test_ticks_of_every_kind_are_bounded() -> None:
    settings = yaml.safe_load((Path(__file__).parents[1] / "pipelines" / "dagster.yaml").read_text())["retention"]
    for kind in ("schedule", "sensor"):
        days = get_tick_retention_settings(settings[kind], {})
        assert set(settings[kind]["purge_after_days"]) >= {"skipped", "success", "failure"}, days
