"""Dagster finds assets that explain themselves, and a refresh runs through."""

from __future__ import annotations

import warnings
from datetime import date
from pathlib import Path
from typing import Any

import dagster as dg
import pytest
from filelock import FileLock

from pipelines.build import Built, build
from pipelines.definitions import defs
from pipelines.defs.source_checks import ANSWERS, RHYTHM
from pipelines.defs.tables import COPIES_KEY, FILE_KEY, GROUPS, table_files
from pipelines.home import live_sources, sample_sources
from pipelines.load import checks
from pipelines.load.checks import check_files
from pipelines.load.errors import BuildFailedError
from tests.road import ask, collect_sample

STAGES = ("pages", "readings", *GROUPS)
Told = dict[tuple[str, ...], dict[str, object]]


@pytest.fixture(scope="module")
def repository() -> dg.RepositoryDefinition:
    return defs().get_repository_def()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMMUNIQUE_SAMPLE", "1")
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def execute(name: str) -> dg.ExecuteInProcessResult:
    job = defs().get_repository_def().get_job(name)
    with dg.DagsterInstance.ephemeral() as instance:
        return job.execute_in_process(instance=instance, raise_on_error=False)


def told(result: dg.ExecuteInProcessResult) -> Told:
    """What each asset that was materialised says of itself."""
    materialised = [event.step_materialization_data for event in result.get_asset_materialization_events()]
    return {
        tuple(one.materialization.asset_key.path): {
            name: value.value for name, value in one.materialization.metadata.items()
        }
        for one in materialised
    }


def test_definitions_load_without_a_warning_and_without_a_warehouse(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path / "nowhere"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.filterwarnings("ignore", category=DeprecationWarning, module=r"(?!pipelines)")
        assert defs().get_repository_def()
    assert not (tmp_path / "nowhere").exists()


def test_every_live_source_has_pages_readings_and_a_schedule_that_is_on(repository: dg.RepositoryDefinition) -> None:
    keys = {tuple(key.path) for key in repository.asset_graph.get_all_asset_keys()}
    schedules = {one.name: one for one in repository.schedule_defs}
    for source_id, source in live_sources().sources.items():
        assert {("pages", source_id), ("readings", source_id)} <= keys
        schedule = schedules[f"{source_id}_visit"]
        assert schedule.default_status is dg.DefaultScheduleStatus.RUNNING
        assert (schedule.cron_schedule, schedule.execution_timezone) == (source.cron, source.timezone)
        assert schedule.job_name == "visit"


def test_every_asset_explains_itself(repository: dg.RepositoryDefinition) -> None:
    for node in repository.asset_graph.asset_nodes:
        assert node.description, node.key
        assert node.owners, node.key
        assert node.kinds, node.key
        if node.group_name in {"pages", "readings"}:
            assert {"site", "terms"} <= node.metadata.keys(), node.key
        if node.group_name == "pages":
            assert node.freshness_policy, node.key


def test_every_table_tells_its_columns_and_its_file_and_every_check_is_a_check(
    repository: dg.RepositoryDefinition,
) -> None:
    graph = repository.asset_graph
    for file in table_files():
        node = graph.get(dg.AssetKey(file.name.split(".")))
        assert node.description == file.sentence
        columns = node.metadata["dagster/column_schema"].columns
        assert columns
        assert all(column.description and column.type for column in columns), file.name
        (reference,) = node.metadata["dagster/code_references"].code_references
        assert Path(reference.file_path) == file.path
    found = {key.name for key in graph.asset_check_keys} - {ANSWERS, RHYTHM}
    assert found == {file.path.stem for file in check_files()}
    for key in graph.asset_check_keys:
        assert graph.get_check_spec(key).description


def test_lineage_is_a_picture_every_line_leads_to_the_same_or_a_later_stage(
    repository: dg.RepositoryDefinition,
) -> None:
    graph = repository.asset_graph
    stage = {node.key: STAGES.index(node.group_name or "") for node in graph.asset_nodes}
    for node in graph.asset_nodes:
        assert all(stage[parent] <= stage[node.key] for parent in node.parent_keys), node.key
    ancestors = graph.get_ancestor_asset_keys(FILE_KEY)
    assert {
        dg.AssetKey(["pages", "kz_today"]),
        dg.AssetKey(["mart", "travel"]),
        dg.AssetKey(["ops", "visit"]),
    } <= ancestors
    assert graph.get(COPIES_KEY).parent_keys == {FILE_KEY}
    readings = {key for key in stage if key.path[0] == "readings"}
    assert [node.key.path for node in graph.asset_nodes if node.parent_keys & readings] == [["ops", "loaded_part"]]


def test_a_refresh_tells_of_everything_and_another_one_only_of_what_it_changed(home: Path) -> None:
    result = execute("refresh")
    assert result.success
    first = told(result)
    assert len(first) == 2 * len(sample_sources().sources) + len(table_files()) + 2
    assert first["main", "release"]["dagster/row_count"] >= 45  # type: ignore[operator]
    assert "| url |" in str(first["main", "release"]["preview"])
    for mart in ("source_coverage", "bilateral_activity", "topic_trends"):
        assert "](data:image/png;base64," in str(first["mart", mart]["chart"])
    assert first["pages", "sample_united_kingdom"]["verdict_gone"] == 1
    assert first["readings", "sample_kazakhstan"]["new_releases"] > 20  # type: ignore[operator]
    published = first["published", "duckdb_file"]
    assert published["bytes"] == (home / "communique.duckdb").stat().st_size
    assert published["releases_changed"] == published["rows_release"]
    assert len(result.get_asset_check_evaluations()) == len(check_files()) + 2 * len(sample_sources().sources)
    assert all(one.passed for one in result.get_asset_check_evaluations())
    assert ask(home, "select count(*) >= 45 from release") == [(True,)]
    again = told(execute("refresh"))
    assert {key[0] for key in again} - {"pages", "readings"} == {"ops", "published"}


def test_a_failed_check_fails_the_run_shows_its_rows_hides_no_other_and_publishes_nothing(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collect_sample(home, as_of=date(2024, 6, 1))
    failing = tmp_path / "releases_have_words.sql"
    failing.write_text("-- No release is without words.\n-- severity: error\nselect title from main.release limit 2;\n")
    files = [checks.SqlFile(failing) if one.path.stem == failing.stem else one for one in check_files()]
    monkeypatch.setattr(checks, "check_files", lambda: files)
    result = execute("build")
    assert not result.success
    evaluations = result.get_asset_check_evaluations()
    assert len(evaluations) == len(files)
    failed = [one for one in evaluations if not one.passed]
    assert [(one.check_name, one.severity) for one in failed if one.severity is dg.AssetCheckSeverity.ERROR] == [
        ("releases_have_words", dg.AssetCheckSeverity.ERROR)
    ]
    assert failed[0].metadata["offending_rows"].value == 2
    assert "| title |" in str(failed[0].metadata["first_rows"].value)
    assert not (home / "communique.duckdb").exists()


@pytest.mark.parametrize(("job", "full"), [("build", False), ("rebuild", True)])
def test_rebuild_starts_from_nothing_and_build_does_not(
    home: Path, monkeypatch: pytest.MonkeyPatch, job: str, *, full: bool
) -> None:
    asked = []

    def stop(at: Path, _: object, *, full: bool) -> None:
        asked.append((at, full))
        raise BuildFailedError("enough")

    monkeypatch.setattr("pipelines.defs.warehouse.build", stop)
    assert not execute(job).success
    assert asked == [(home, full)]


def test_a_build_that_finds_another_one_at_work_waits_for_it(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    collect_sample(home, as_of=date(2024, 6, 1))
    at_work = FileLock(home / ".build.lock")
    at_work.acquire()
    monkeypatch.setattr("pipelines.defs.warehouse._WAIT_SECONDS", 0.1)
    monkeypatch.setattr("pipelines.defs.warehouse.build", lambda *given, **more: _let_go(at_work, *given, **more))
    assert execute("build").success


def _let_go(at_work: FileLock, *given: Any, **more: Any) -> Built:
    """Build, and let the other builder end when it was met."""
    try:
        return build(*given, **more)
    finally:
        at_work.release()
