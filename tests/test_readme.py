"""What the README promises is there, and its commands run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipelines.alerts.channels import channels
from pipelines.alerts.settings import alert_settings
from pipelines.cli import main
from pipelines.home import live_sources
from pipelines.model import Verdict
from tests.road import ask, build_all, collect_sample

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^(?:\$ )?\.venv/bin/communique (query .+?)$", README, re.MULTILINE)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    collect_sample(home)
    build_all(home)
    return home


@pytest.mark.parametrize("command", COMMANDS)
def test_a_query_of_the_readme_finds_something(home: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(main, [*shlex.split(command), "--json"], env={"COMMUNIQUE_HOME": str(home)})
    assert result.exit_code == 0, result.output
    assert result.output.strip() != "[]"


def test_there_are_queries_to_run() -> None:
    assert len(COMMANDS) >= 4


def test_every_make_target_of_the_readme_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"make ([a-z]+)`", README)) | set(
        re.findall(r"^\s*(?:\$ )?(?:\S+=\S+ )?make ([a-z]+)", README, re.MULTILINE)
    )
    assert named >= {"run", "ui", "test", "check", "prove", "help"}
    assert [name for name in named if f"\n{name}:" not in makefile] == []


def test_every_file_that_the_readme_links_to_is_there() -> None:
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_source_is_told_of() -> None:
    assert [name for name in live_sources().sources if f"`{name}`" not in README] == []


def test_every_verdict_is_explained() -> None:
    assert [verdict for verdict in Verdict if f"`{verdict}`" not in README] == []


def test_every_table_that_the_readme_names_is_published(home: Path) -> None:
    rows = README.partition("## What you get")[2].partition("\n\n")[2].partition("\n\n")[0]
    named = set(re.findall(r"`([a-z_]+)`", rows))
    views = "select view_name from duckdb_views() where not internal"
    known = {str(row[0]) for row in ask(home, f"select table_name from duckdb_tables() union {views}")}
    assert named
    assert named - known == set()


def test_every_setting_of_the_readme_is_read_somewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    named = set(re.findall(r"COMMUNIQUE_[A-Z_]+", README))
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "pipelines").rglob("*.py"))
    alerts = {name for name in named if name.startswith("COMMUNIQUE_ALERT_")}
    assert [name for name in named - alerts if name not in code] == []
    examples = {"WEBHOOK": "https://a.example/", "SMTP": "smtp://a.example", "FROM": "a@a.example", "TO": "b@a.example"}
    assert alerts == {f"COMMUNIQUE_ALERT_{name}" for name in examples}
    for name, value in examples.items():
        monkeypatch.setenv(f"COMMUNIQUE_ALERT_{name}", value)
    assert [way.name for way in channels(alert_settings())] == ["webhook", "mail"]


def test_every_command_of_the_readme_is_one() -> None:
    named = set(re.findall(r"communique ([a-z]+)", README)) - {"query"}
    assert named >= {"run", "build", "maintain", "alerts", "sources", "verify"}
    assert sorted(named - set(main.commands)) == []
