"""The command line does what its help says, and says what went wrong."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import signal
from collections.abc import Mapping
from pathlib import Path
from time import sleep

import pytest
from click.testing import CliRunner, Result

from pipelines.cli import main
from pipelines.fetch.client import PoliteClient
from tests.conftest import HASTY, SOURCE
from tests.faults import FaultSite, listing, page
from tests.road import ask, hashes

EMPTY = {
    "main.redirect",
    "main.release_copy",
    "mart.edits",
    "ops.alert",
    "ops.quarantine",
}  # nothing goes wrong in the sample
UNANSWERED = {"accounts_that_differ"}  # the sample's ministries need not contradict each other


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """A home after `communique run --sample`, and what it said."""
    home = tmp_path_factory.mktemp("ran")
    return home, CliRunner().invoke(main, ["run", "--sample"], env={"COMMUNIQUE_HOME": str(home)})


@pytest.fixture
def home(ran: tuple[Path, Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that home, in use."""
    shutil.copytree(ran[0], tmp_path / "home")
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def call(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def test_a_run_on_the_sample_publishes_and_says_what_to_try(ran: tuple[Path, Result]) -> None:
    home, result = ran
    assert result.exit_code == 0, result.output
    assert "Published" in result.output
    assert "Try next" in result.output
    assert ask(home, "select count(*) >= 45 from release") == [(True,)]


def test_a_second_run_fetches_nothing_and_says_so(home: Path) -> None:
    before = hashes(home, schemas=("main",))
    result = call("run", "--sample")
    assert result.exit_code == 0, result.output
    assert "Nothing new" in result.output
    assert hashes(home, schemas=("main",)) == before


def test_one_source_and_a_bound_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path))
    result = call("run", "sample_united_kingdom", "--sample", "--max-pages", "3")
    assert result.exit_code == 0, result.output
    assert ask(tmp_path, "select source_id, fetched_count from ops.visit") == [("sample_united_kingdom", 3)]


@pytest.mark.usefixtures("home")
def test_a_query_can_be_shown_as_a_table_csv_or_json() -> None:
    sql = "select country_code, name from country where country_code in ('KZ', 'GB') order by 1"
    assert "Kazakhstan" in call("query", sql).output
    rows = list(csv.reader(io.StringIO(call("query", sql, "--csv").output)))
    assert rows[0] == ["country_code", "name"]
    assert json.loads(call("query", sql, "--json").output)[1]["country_code"] == "KZ"


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[1] / "sql" / "questions").glob("*.sql")), ids=lambda p: p.stem
)
@pytest.mark.usefixtures("home")
def test_every_question_has_an_answer_in_the_sample(path: Path) -> None:
    result = call("query", "--file", str(path), "--json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.output) or path.stem in UNANSWERED


def test_no_table_or_mart_is_empty_on_the_sample(home: Path) -> None:
    names = ask(
        home,
        "select schema_name || '.' || table_name from duckdb_tables() where not internal union all"
        " select schema_name || '.' || view_name from duckdb_views() where not internal order by all",
    )
    counts = {name: ask(home, f"select count(*) from {name}")[0][0] for (name,) in names}
    assert {name for name, count in counts.items() if count == 0} <= EMPTY


@pytest.mark.usefixtures("home")
def test_a_query_cannot_change_the_tables() -> None:
    result = call("query", "delete from release")
    assert result.exit_code == 1
    assert "read-only" in result.output


@pytest.mark.usefixtures("home")
def test_sql_that_is_wrong_is_told_in_a_line() -> None:
    result = call("query", "select nothing from nowhere")
    assert result.exit_code == 1
    assert "nowhere does not exist" in result.output
    assert "Traceback" not in result.output


def test_before_the_first_run_a_query_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path))
    result = call("query", "select 1")
    assert (result.exit_code, "make run" in result.output) == (1, True)


@pytest.mark.usefixtures("home")
def test_sources_are_shown_with_verdict_backlog_and_newest_release() -> None:
    output = call("sources").output
    assert "gb_fcdo" in output
    assert "never visited" in output
    assert "sample_kazakhstan" in output
    assert "2026-10-" in output


def test_build_makes_the_same_tables_without_the_web(home: Path) -> None:
    before = hashes(home)
    result = call("build", "--full")
    assert result.exit_code == 0, result.output
    assert hashes(home) == before


@pytest.mark.usefixtures("home")
def test_a_source_can_be_recorded(tmp_path: Path) -> None:
    result = call("record", "sample_uzbekistan", "--sample", "--to", str(tmp_path / "recordings"))
    assert result.exit_code == 0, result.output
    assert {path.name for path in (tmp_path / "recordings" / "sample_uzbekistan").iterdir()} == {
        "listing",
        "listing.toml",
        "article",
        "article.toml",
    }


@pytest.mark.usefixtures("home")
def test_a_source_that_is_not_there_is_a_usage_error() -> None:
    result = call("run", "atlantis", "--sample")
    assert (result.exit_code, "atlantis" in result.output) == (2, True)


@pytest.mark.usefixtures("home")
def test_a_folder_without_releases_says_so(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    result = call("run", "--sample", "--dir", str(tmp_path / "none"))
    assert (result.exit_code, "no *.json file" in result.output) == (1, True)


def test_a_broken_source_file_and_an_unreachable_host_do_not_stop_the_others(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "typo.toml").write_text(SOURCE.replace("terms =", "term ="))
    lost = SOURCE.replace("https://ministry.example", "http://127.0.0.1:9")
    (folder / "lost.toml").write_text(lost)
    monkeypatch.setattr("pipelines.home.SOURCES", folder)
    monkeypatch.setattr("pipelines.cli.PoliteClient", hasty_client)
    result = call("run")
    assert result.exit_code == 1
    assert "typo.toml: term: is no key of this table" in result.output
    assert "lost: unreachable" in result.output
    assert "Published" in result.output
    assert ask(home, "select verdict from ops.visit where source_id = 'lost'") == [("unreachable",)]
    assert "typo" in call("alerts").output
    assert "lost" not in call("alerts").output, "one visit that nothing answered may be a passing thing"


def test_a_long_run_can_be_stopped_and_continued_and_fetches_nothing_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, site: FaultSite, request: pytest.FixtureRequest
) -> None:
    # A shell leaves SIGINT ignored to what it starts with `&`.
    ignored = signal.signal(signal.SIGINT, signal.default_int_handler)
    request.addfinalizer(lambda: signal.signal(signal.SIGINT, ignored))
    publish_archive(tmp_path, monkeypatch, site, years_of=100)
    site.on("/news/60", lambda handler: (os.kill(os.getpid(), signal.SIGINT), page("Release 60")(handler)))
    for number in range(50, 60):  # time in which the signal is noticed on a busy machine
        site.on(f"/news/{number}", lambda handler: (sleep(0.1), page("A release that takes its time")(handler)))
    stopped = call("run", "--max-pages", "0")
    assert stopped.exit_code == 130, stopped.output
    assert "Stopped. What was fetched is kept" in stopped.output
    assert not (tmp_path / "home" / "communique.duckdb").exists()
    fetched = sum(site.asked[f"/news/{number}"] for number in range(1, 101))
    assert 40 < fetched < 60
    went_on = call("run", "--max-pages", "0")
    assert went_on.exit_code == 0, went_on.output
    assert {site.asked[f"/news/{number}"] for number in range(1, 101)} == {1}
    assert ask(tmp_path / "home", "select count(*) from release") == [(100,)]


def publish_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, site: FaultSite, *, years_of: int) -> None:
    """Serve an archive of so many releases, twenty a page of the listing, as the only source there is."""
    folder = tmp_path / "sources"
    folder.mkdir()
    text = SOURCE.replace("https://ministry.example", site.origin).replace(
        "at_least_bytes = 10", "at_least_bytes = 10\nmax_pages = 5"
    )
    (folder / "xx_mfa.toml").write_text(text)
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("pipelines.home.SOURCES", folder)
    monkeypatch.setattr("pipelines.cli.PoliteClient", hasty_client)
    for page_no, first in enumerate(range(years_of, 0, -20), start=1):
        site.on(f"/news?page={page_no}", listing(*range(first, max(first - 20, 0), -1)))
    site.on(f"/news?page={years_of // 20 + 1}", listing())
    for number in range(1, years_of + 1):
        site.on(f"/news/{number}", page(f"Release {number}", f"<p>The minister received guest {number} today.</p>"))


def hasty_client(routes: Mapping[str, str] | None = None) -> PoliteClient:
    return PoliteClient(HASTY, routes=routes or {})
