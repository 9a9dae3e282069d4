"""Dagster finds assets, checks, a job and schedules that are on, and a refresh runs through."""

from __future__ import annotations

from pathlib import Path

import dagster as dg
import pytest

from pipelines.definitions import defs
from pipelines.defs.warehouse import table_files
from pipelines.home import live_sources, sample_sources
from pipelines.load import checks
from pipelines.load.checks import check_files
from tests.road import ask


def load() -> dg.RepositoryDefinition:
    return defs().get_repository_def()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMMUNIQUE_SAMPLE", "1")
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def refresh(*keys: list[str]) -> dg.ExecuteInProcessResult:
    chosen = [dg.AssetKey(key) for key in keys] or None
    with dg.DagsterInstance.ephemeral() as instance:
        return (
            load()
            .get_job("refresh")
            .execute_in_process(instance=instance, asset_selection=chosen, raise_on_error=False)
        )


def test_every_live_source_has_pages_readings_and_a_schedule_that_is_on() -> None:
    repository = load()
    keys = {tuple(key.path) for key in repository.asset_graph.get_all_asset_keys()}
    schedules = {one.name: one for one in repository.schedule_defs}
    for source_id, source in live_sources().sources.items():
        assert {(source_id, "pages"), (source_id, "readings")} <= keys
        schedule = schedules[f"{source_id}_visit"]
        assert schedule.default_status is dg.DefaultScheduleStatus.RUNNING
        assert (schedule.cron_schedule, schedule.execution_timezone) == (source.cron, source.timezone)
        assert schedule.job_name == "visit"


def test_every_table_is_an_asset_with_a_description_and_every_check_a_check() -> None:
    graph = load().asset_graph
    for file in table_files():
        assert graph.get(dg.AssetKey(file.name.split("."))).description == file.sentence
    assert {key.name for key in graph.asset_check_keys} == {file.path.stem for file in check_files()}


def test_lineage_leads_from_the_readings_to_the_marts() -> None:
    graph = load().asset_graph
    parents = {"/".join(key.path) for key in graph.get(dg.AssetKey(["mart", "office_holders"])).parent_keys}
    assert "main/position" in parents
    assert dg.AssetKey(["kz_today", "readings"]) in graph.get_ancestor_asset_keys(dg.AssetKey(["main", "release"]))


def test_a_refresh_materialises_all_with_rows_previews_and_verdicts(home: Path) -> None:
    result = refresh()
    assert result.success
    told = {
        tuple(event.asset_key.path): event.materialization.metadata
        for event in result.get_asset_materialization_events()
    }  # type: ignore[union-attr]
    assert len(told) == 2 * len(sample_sources().sources) + len(table_files())
    assert told["main", "release"]["dagster/row_count"].value >= 45  # type: ignore[operator]
    assert "| url |" in str(told["main", "release"]["preview"].value)
    assert told["sample_united_kingdom", "pages"]["verdict_gone"].value == 1
    assert told["sample_kazakhstan", "readings"]["release"].value > 20  # type: ignore[operator]
    evaluations = result.get_asset_check_evaluations()
    assert len(evaluations) == len(check_files())
    assert all(one.passed for one in evaluations)
    assert ask(home, "select count(*) >= 45 from release") == [(True,)]


def test_a_failed_check_fails_the_run_shows_its_rows_and_publishes_nothing(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing = tmp_path / "releases_have_words.sql"
    failing.write_text("-- No release is without words.\n-- severity: error\nselect title from main.release limit 2;\n")
    files = [checks.SqlFile(failing) if one.path.stem == failing.stem else one for one in check_files()]
    monkeypatch.setattr(checks, "check_files", lambda: files)
    result = refresh()
    assert not result.success
    failed = [one for one in result.get_asset_check_evaluations() if not one.passed]
    assert [one.check_name for one in failed] == ["releases_have_words"]
    assert failed[0].metadata["offending_rows"].value == 2
    assert not (home / "communique.duckdb").exists()
