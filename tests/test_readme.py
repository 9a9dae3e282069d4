"""What the README names is there; that its commands run, and its settings do something, is in `test_promises`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipelines.home import live_sources
from pipelines.model import Verdict
from tests.road import ask, build_all, collect_sample

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    collect_sample(home)
    build_all(home)
    return home


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
