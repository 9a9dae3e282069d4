"""A source shows in the UI how it does: its backlog, its verdicts, and why it is amber."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import dagster as dg
import pytest

from pipelines.collect import visit
from pipelines.definitions import defs
from pipelines.defs import source_checks
from pipelines.home import sample_sources
from pipelines.sample.site import SampleSite
from pipelines.source import SourceFolder, load_sources
from tests.conftest import HASTY
from tests.road import HurriedClient

FIRST = "sample_uzbekistan"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMMUNIQUE_SAMPLE", "1")
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def visits() -> dg.JobDefinition:
    return defs().get_repository_def().get_job("visit")


def run_visit(
    job: dg.JobDefinition, source_id: str, instance: dg.DagsterInstance, **config: int
) -> dg.ExecuteInProcessResult:
    return job.execute_in_process(
        instance=instance,
        asset_selection=[dg.AssetKey(["pages", source_id]), dg.AssetKey(["readings", source_id])],
        run_config={"ops": {f"pages__{source_id}": {"config": config}}},
        raise_on_error=False,
    )


def told(result: dg.ExecuteInProcessResult, source_id: str, stage: str) -> dict[str, object]:
    """The metadata of the asset as the run left it."""
    events = result.asset_materializations_for_node(f"{stage}__{source_id}")
    return {name: value.value for name, value in events[-1].metadata.items()}


def test_bounded_runs_walk_the_archive_and_its_backlog_falls_to_nothing(home: Path) -> None:
    backlogs, releases, job = [], [], visits()
    with dg.DagsterInstance.ephemeral() as instance:
        while not backlogs or backlogs[-1]:
            result = run_visit(job, FIRST, instance, max_pages=6)
            assert result.success
            backlogs.append(told(result, FIRST, "pages")["backlog"])
            releases.append(told(result, FIRST, "readings")["new_releases"])
        last = told(run_visit(job, FIRST, instance, max_pages=6), FIRST, "pages")
    assert home.exists()
    assert len(backlogs) >= 3
    assert backlogs == sorted(backlogs, reverse=True), backlogs
    assert all(releases[:-1]), releases
    assert (last["new_pages"], last["new_entries"]) == (0, 0)
    assert "| fetched at |" in str(last["preview"])


def test_relook_asks_again_for_what_is_young_and_a_visit_does_not(home: Path) -> None:
    assert not home.exists()
    source = sample_sources().sources[FIRST]
    with SampleSite() as site, HurriedClient(HASTY, routes=dict.fromkeys(site.hosts, site.origin)) as client:
        visit(source, home, client)
        assert visit(source, home, client).fetched_count == 0
        again = visit(source, home, client, young=timedelta(days=36_500))
    assert again.fetched_count > 5


def test_a_source_that_refuses_is_amber_with_its_reason_and_the_run_goes_on(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = sample_sources().sources[FIRST]
    closed = source.model_copy(update={"listing": source.listing.model_copy(update={"at_least": 999})})
    monkeypatch.setattr("pipelines.defs.sources.offered_sources", lambda: SourceFolder({FIRST: closed}, {}))
    with dg.DagsterInstance.ephemeral() as instance:
        result = run_visit(visits(), FIRST, instance)
    assert home.exists()
    assert result.success
    failed = [one for one in result.get_asset_check_evaluations() if not one.passed]
    assert [(one.check_name, one.severity) for one in failed] == [
        ("answers_as_its_file_says", dg.AssetCheckSeverity.WARN)
    ]
    assert "at_least is 999" in str(failed[0].description)


@pytest.mark.parametrize(("gap_days", "passed"), [(2.0, False), (100_000.0, True)])
def test_a_silence_is_judged_against_the_rhythm_of_the_source(
    home: Path, monkeypatch: pytest.MonkeyPatch, gap_days: float, *, passed: bool
) -> None:
    day = source_checks.datetime.now(source_checks.UTC).date() - timedelta(days=30)
    monkeypatch.setattr(source_checks, "_rhythm", lambda _: (day, gap_days))
    with dg.DagsterInstance.ephemeral() as instance:
        job = visits()
        run_visit(job, FIRST, instance)
        result = run_visit(job, FIRST, instance)
    assert home.exists()
    rhythm = next(one for one in result.get_asset_check_evaluations() if one.check_name == "keeps_its_rhythm")
    assert rhythm.passed is passed
    assert f"30 days old, where gaps of up to {gap_days:g}" in str(rhythm.description)


def test_a_source_whose_file_is_broken_is_there_and_says_why(
    home: Path, monkeypatch: pytest.MonkeyPatch, write_source: Callable[..., Path]
) -> None:
    broken = write_source(('issuer = "KZ"', 'isuer = "KZ"'), name="aa_broken")
    offered = load_sources(broken.parent)
    for module in ("sources", "schedules", "tables", "jobs"):
        monkeypatch.setattr(f"pipelines.defs.{module}.offered_sources", lambda: offered)
    repository = defs().get_repository_def()
    schedule = next(one for one in repository.schedule_defs if one.name == "aa_broken_visit")
    assert schedule.default_status is dg.DefaultScheduleStatus.RUNNING
    with dg.DagsterInstance.ephemeral() as instance, dg.build_schedule_context(instance=instance) as context:
        (request,) = schedule.evaluate_tick(context).run_requests or []
        result = repository.get_job("visit").execute_in_process(
            instance=instance, asset_selection=request.asset_selection, raise_on_error=False
        )
    assert home.parent.exists()
    assert result.success
    (evaluation,) = result.get_asset_check_evaluations()
    assert not evaluation.passed
    assert "isuer: is no key of this table" in str(evaluation.description)
    assert not result.get_asset_materialization_events()
