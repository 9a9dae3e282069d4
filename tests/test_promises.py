"""Every command, setting, option, path and key of the documents is exercised: here, or by the test that is named.

A test that is named must say the words of what it exercises, itself or in what it uses of the tests' own modules. What
is new in a document and exercised by nothing fails here; so does what is listed here and promised no more.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from pipelines.cli import main
from pipelines.home import live_sources
from pipelines.source import SourceError, load_source
from tests.conftest import HASTY
from tests.faults import FaultSite
from tests.promises import DOCUMENTS, ROOT, promised, source_of
from tests.road import HurriedClient, ask, build_all, collect_sample
from tests.test_boxed_sources import serve

PROMISED = promised()
EXAMPLE = next(
    iter(re.findall(r"```toml\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL))
)
HERE = "tests/test_promises.py::"


class By(NamedTuple):
    """The test that exercises something, and the words by which it is seen that it does."""

    test: str
    words: str = ""  # those of the promise itself, where nothing else is said


UI = "tests/test_browser.py::test_what_is_materialised_by_hand_and_what_a_tick_brings_is_seen_and_in_the_published_file"
UNITS = "tests/test_deploy.py::test_the_units_are_as_systemd_asks"
COMPOSED = "tests/test_deploy.py::test_the_compose_file_is_as_its_specification_asks"
ASKED_FOR = "tests/test_deploy.py::test_the_compose_file_asks_for_what_the_readme_says_and_for_nothing_else"
LETTER = "tests/alerts/test_telling.py::test_a_letter_has_the_trouble_in_its_subject_and_all_of_it_in_its_text"
UNTOLD = "tests/alerts/test_telling.py::test_no_secret_is_shown_when_a_channel_fails"
TRIAL = "tests/test_upkeep.py::test_a_trial_says_how_each_channel_took_it"
HEALTH = "tests/test_upkeep.py::test_health_tells_of_an_old_build_a_full_disk_and_what_lasts"
CORRECTED = "tests/test_build.py::test_corrections_of_an_analyst_survive_every_rebuild"
SCORED = "tests/test_gold.py::test_the_f1_of_each_kind_is_plotted_and_a_fall_is_amber"
TABLE_OR_CSV = "tests/test_cli.py::test_a_query_can_be_shown_as_a_table_csv_or_json"
RECORDED = f"{HERE}test_a_ministry_is_added_by_its_file_and_its_recordings"
FOLDER = f"{HERE}test_a_folder_of_releases_is_served_and_read"
MINISTRY = f"{HERE}test_a_bounded_run_of_a_real_ministrys_source_is_as_the_readme_types_it"
LIVE = f"{HERE}test_the_live_sites_would_be_asked"

COMMANDS = {
    "communique alerts --test": By(TRIAL, "alerts --test"),
    "communique build": By("tests/test_obstacles.py::test_a_second_builder_at_the_same_time_is_told_to_wait", "build"),
    "build --full": By("tests/test_cli.py::test_build_makes_the_same_tables_without_the_web", "build --full"),
    "communique health": By(HEALTH, "health"),
    "communique maintain": By("tests/test_upkeep.py::test_old_parts_are_joined_and_it_is_said", "maintain"),
    "communique record ee_mfa": By("tests/test_cli.py::test_a_source_can_be_recorded", "record"),
    "communique run": By("tests/test_cli.py::test_a_broken_source_file_and_an_unreachable_host_do_not_stop_the_others"),
    "communique run --sample --dir FOLDER": By(FOLDER, "run --sample --dir"),
    "communique run gb_fcdo --max-pages 20": By(MINISTRY),
    "communique sources": By("tests/test_cli.py::test_sources_are_shown_with_verdict_backlog_and_newest_release"),
    "communique verify": By("tests/test_verify.py::test_an_honest_home_is_found_so_and_left_as_it_was", "verify"),
    "COMMUNIQUE_CONTACT=you@example.org make ui": By(UI, "make ui"),
    "COMMUNIQUE_SAMPLE=1 make ui": By(UI, "make ui COMMUNIQUE_SAMPLE"),
    "COMMUNIQUE_SAMPLE=1 COMMUNIQUE_SAMPLE_CRON='* * * * *' make ui": By(UI, "make ui COMMUNIQUE_SAMPLE_CRON"),
    "dagster-daemon liveness-check": By(UI, "dagster-daemon liveness-check"),
    "make screenshots": By(UI, "screenshots lineage mart chart"),
    "make test LIVE=1": By(LIVE, "make test LIVE=1"),
    "make bench": By("tests/test_benchmarks.py::test_the_readers_are_measured", "parse extract"),
    "python -m benchmarks.months 120": By("tests/test_benchmarks.py::test_days_of_ticks_are_simulated", "months"),
    "python -m benchmarks.operate": By("tests/test_benchmarks.py::test_the_cost_of_dagster_is_measured", "operate"),
    "python -m benchmarks.warehouse": By("tests/test_benchmarks.py::test_the_build_is_measured", "warehouse"),
    "python -m pytest tests/test_recordings.py -k ee_mfa": By(RECORDED),
    "npm install @duckdb/node-api": By("tests/test_readers.py::test_node_reads_the_published_file"),
    "duckdb -readonly warehouse/communique.duckdb": By(
        "tests/test_readers.py::test_duckdbs_own_prompt_reads_the_file", "duckdb -readonly"
    ),
    "export COMMUNIQUE_CONTACT=you@example.org": By(
        "tests/fetch/test_client.py::test_every_request_says_who_asks_and_whom_to_write_to", "COMMUNIQUE_CONTACT"
    ),
    "systemd-analyze verify": By(UNITS),
    # There is neither Docker nor systemd where the tests run: what these two start is held against its own linter.
    "docker compose --file deploy/compose.yaml up --detach": By(COMPOSED, "compose.yaml compose-spec"),
    "systemctl enable --now communique-web communique-daemon": By(UNITS, "systemd-analyze *.service"),
}
IN_CI = {"make run", "make check", "make prove"}
TYPED_HERE = {
    "ls sql/questions",
    "python -m pytest tests/resolve/test_judged_pairs.py",
    "make help",
    "communique alerts",
}
OTHERS_HERE = {"make test", "uv sync --extra postgres"}
QUERIES = {command for command in PROMISED["command"] if command.startswith("communique query ")}

SETTINGS = {
    **dict.fromkeys(("COMMUNIQUE_SAMPLE", "COMMUNIQUE_SAMPLE_CRON", "DAGSTER_HOME"), By(UI)),
    **dict.fromkeys(
        ("COMMUNIQUE_ALERT_SMTP", "COMMUNIQUE_ALERT_FROM", "COMMUNIQUE_ALERT_TO"), By(LETTER, "COMMUNIQUE_ALERT_")
    ),
    "COMMUNIQUE_ALERT_WEBHOOK": By(TRIAL),
    "COMMUNIQUE_CONTACT": By("tests/fetch/test_client.py::test_every_request_says_who_asks_and_whom_to_write_to"),
    "COMMUNIQUE_GOLD": By(SCORED),
    "COMMUNIQUE_HOME": By("tests/test_cli.py::test_one_source_and_a_bound_can_be_chosen"),
    "COMMUNIQUE_KEEP_RUNS_DAYS": By("tests/test_old_runs.py::test_how_long_runs_are_kept_is_a_setting"),
    "LIVE": By(LIVE),
    "POSTGRES_PASSWORD": By(ASKED_FOR),
}
OPTIONS = {"--csv": By(TABLE_OR_CSV), "--json": By(TABLE_OR_CSV), "--stale-hours": By(HEALTH)}
PATHS = {
    **dict.fromkeys(("warehouse/corrections/person.csv", "corrections/"), By(CORRECTED, "corrections person.csv")),
    "organization.csv": By("tests/test_build.py::test_an_organization_is_corrected_by_a_file_of_its_own"),
    **dict.fromkeys(("releases/*.json", "score.py"), By(SCORED, "releases score.py")),
    **dict.fromkeys(("warehouse/alerts/", "alerts/"), By(UNTOLD, "alerts")),
    ".dagster/": By(f"{HERE}test_without_a_setting_the_history_lies_in_the_checkout"),
    **dict.fromkeys(("/opt/communique", "/etc/communique.env", "/etc/systemd/system"), By(UNITS, "*.service")),
    "deploy/.env": By(ASKED_FOR, "compose.yaml"),
    **dict.fromkeys(
        ("tests/recordings/ee_mfa/", "expected.json", "pipelines/sources/ee_mfa.toml"), By(RECORDED, "ee_mfa")
    ),
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, published."""
    home = tmp_path_factory.mktemp("home")
    collect_sample(home)
    build_all(home)
    return home


def shell(*words: str, cwd: Path = ROOT, **settings: str) -> subprocess.CompletedProcess[str]:
    """What a shell would do with these words, in a checkout with its environment."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    program = [sys.executable] if words[0] == "python" else [words[0]]
    return subprocess.run(
        [*program, *words[1:]], cwd=cwd, env=ours | settings, capture_output=True, text=True, check=False
    )


def test_every_command_is_exercised_and_nothing_is_listed_that_is_not_promised() -> None:
    assert {*COMMANDS, *IN_CI, *TYPED_HERE, *OTHERS_HERE, *QUERIES} == PROMISED["command"]
    assert len(QUERIES) >= 5


def test_every_setting_is_exercised() -> None:
    assert set(SETTINGS) == PROMISED["setting"]


def test_every_option_is_exercised_with_a_command_or_alone() -> None:
    typed = {word for command in PROMISED["command"] for word in command.split()}
    assert PROMISED["option"] - typed == set(OPTIONS)


@pytest.mark.parametrize(
    ("what", "by"), [pair for kind in (COMMANDS, SETTINGS, OPTIONS, PATHS) for pair in kind.items()], ids=str
)
def test_the_test_that_is_named_says_what_it_exercises(what: str, by: By) -> None:
    said = source_of(by.test)
    ours = {"communique", "python", "-m"}
    missing = [word for word in shlex.split(by.words or what) if word not in said and word not in ours]
    assert missing == []


@pytest.mark.parametrize("what", sorted(PROMISED["path"] - set(PATHS)))
def test_every_path_is_there(what: str, home: Path) -> None:
    beside = [ROOT, *{(ROOT / name).parent for name in DOCUMENTS}]
    within = re.sub(r"<\w+>", "*", what.removeprefix("warehouse/").removeprefix("$COMMUNIQUE_HOME/"))
    assert [folder for folder in beside if (folder / what).exists()] or list(home.glob(within))


def test_every_path_of_the_list_is_promised_and_the_units_name_those_of_a_server() -> None:
    assert set(PATHS) <= PROMISED["path"]
    units = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "deploy").glob("*.service"))
    assert [path for path in PATHS if path.startswith("/") and path not in units] == []


@pytest.mark.parametrize("command", sorted(QUERIES))
def test_a_query_finds_something(home: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(main, [*shlex.split(command)[1:], "--json"], env={"COMMUNIQUE_HOME": str(home)})
    assert result.exit_code == 0, result.output
    assert result.output.strip() != "[]"


@pytest.mark.parametrize("command", sorted(TYPED_HERE))
def test_what_is_typed_does_it(home: Path, command: str) -> None:
    words = shlex.split(command)
    if words[0] == "communique":
        words[0] = str(Path(sys.executable).with_name("communique"))
    done = shell(*words, COMMUNIQUE_HOME=str(home))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip()


def test_what_ci_runs_is_promised_and_runs_the_tests_too() -> None:
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert set(re.findall(r"^make \w+", ci, re.MULTILINE)) == IN_CI
    assert re.search(r"\(MAKE\) .*\btest\n", shell("make", "--print-data-base", "--dry-run", "check").stdout)


def test_what_postgresql_needs_would_be_installed() -> None:
    uv = shutil.which("uv") or str(ROOT / ".tools" / "bin" / "uv")
    done = shell(uv, "sync", "--extra", "postgres", "--frozen", "--dry-run", VIRTUAL_ENV=sys.prefix)
    assert done.returncode == 0, done.stderr
    assert "dagster-postgres" in done.stderr


def test_the_live_sites_would_be_asked() -> None:
    assert "-m live" in shell("make", "--dry-run", "test", "LIVE=1").stdout
    collected = shell("python", "-m", "pytest", "-m", "live", "--collect-only", "tests/live").stdout
    assert [source_id for source_id in live_sources().sources if source_id not in collected] == []


def test_without_a_setting_the_history_lies_in_the_checkout() -> None:
    rules = shell("env", "--unset=DAGSTER_HOME", "make", "--print-data-base", "--dry-run", "help").stdout
    assert f"\n{ROOT}/.dagster/dagster.yaml: pipelines/dagster.yaml\n" in rules


def test_a_bounded_run_of_a_real_ministrys_source_is_as_the_readme_types_it(
    site: FaultSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path))
    routes = dict.fromkeys(serve(site, live_sources().sources["gb_fcdo"]), site.origin)
    monkeypatch.setattr("pipelines.cli.PoliteClient", lambda: HurriedClient(HASTY, routes=routes))
    result = CliRunner().invoke(main, ["run", "gb_fcdo", "--max-pages", "20"])
    assert result.exit_code == 0, result.output
    assert ask(tmp_path, "select count(*) > 0 from release where source_id = 'gb_fcdo'") == [(True,)]


def test_a_folder_of_releases_is_served_and_read(tmp_path: Path) -> None:
    folder, home = tmp_path / "releases", tmp_path / "home"
    folder.mkdir()
    release = {"title": "Ministers met", "issuer": "FR", "paragraphs": ["The ministers met in Paris today."]}
    (folder / "one.json").write_text(json.dumps(release), encoding="utf-8")
    result = CliRunner().invoke(main, ["run", "--sample", "--dir", str(folder)], env={"COMMUNIQUE_HOME": str(home)})
    assert result.exit_code == 0, result.output
    assert ask(home, "select title, issuer_country from release") == [("Ministers met", "FR")]


def test_a_ministry_is_added_by_its_file_and_its_recordings(tmp_path: Path) -> None:
    for name in ("pipelines", "tests"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "pipelines" / "sources" / "ee_mfa.toml").write_text(EXAMPLE, encoding="utf-8")
    recordings = tmp_path / "tests" / "recordings" / "ee_mfa"
    shutil.copytree(ROOT / "tests" / "worked_example" / "ee_mfa", recordings)
    words = ["python", "-m", "pytest", "tests/test_recordings.py", "-k", "ee_mfa"]
    first = shell(*words, cwd=tmp_path)
    assert first.returncode == 1, first.stdout
    assert (recordings / "expected.json").exists()
    second = shell(*words, cwd=tmp_path)
    assert second.returncode == 0, second.stdout


@pytest.mark.parametrize("key", sorted(PROMISED["key"]))
def test_every_key_of_the_example_is_a_word_and_misspelt_is_none(key: str, tmp_path: Path) -> None:
    path = tmp_path / "ee_mfa.toml"
    word = key.rpartition(".")[2]
    for name in (word, f"{word}x"):
        table, _, _ = key.rpartition(".")
        before, mark, after = EXAMPLE.partition(f"[{table}]") if table else ("", "", EXAMPLE)
        path.write_text(
            before + mark + re.sub(rf"^{word}\b", name, after, count=1, flags=re.MULTILINE), encoding="utf-8"
        )
        if name == word:
            load_source(path)
        else:
            with pytest.raises(SourceError, match=rf"ee_mfa.toml: .*\b{name}\b|ee_mfa.toml: .*\b{word}\b"):
                load_source(path)
