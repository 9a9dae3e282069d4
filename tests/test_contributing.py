"""A ministry is one file and one folder: the worked example of CONTRIBUTING.md reads its recordings without more."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from pipelines.parse.page import parse_page
from pipelines.source import SOURCES, load_source, load_sources
from tests import recordings

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "tests" / "worked_example"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """The sources in the box, and the example's file beside them."""
    folder = tmp_path / "sources"
    shutil.copytree(SOURCES, folder)
    (toml,) = re.findall(r"```toml\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(), re.DOTALL)
    (folder / "ee_mfa.toml").write_text(toml)
    return folder


def test_the_examples_file_is_found_beside_the_others(sources: Path) -> None:
    found = load_sources(sources)
    assert found.errors == {}
    assert "ee_mfa" in found.sources
    assert len(found.sources) == len(load_sources().sources) + 1


def test_the_example_reads_its_recordings(sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recordings, "FOLDER", EXAMPLE)
    source = load_source(sources / "ee_mfa.toml")
    found = recordings.read_recordings(source)
    assert found["listing"]["count"] == 5
    assert found["listing"]["first"]["listed_on"] == "2026-09-04"
    assert found["article"]["title"] == "Foreign minister opens cyber training centre in Tallinn"
    assert found["article"]["published_at"] == "2026-09-04 06:30:00+00:00"
    document = parse_page(source, recordings.load_page("ee_mfa", "article")).document
    assert document is not None
    assert list(document.paragraphs) == recordings.written_text("ee_mfa", "article")


def test_no_code_and_no_list_names_a_single_source() -> None:
    names = "|".join(load_sources().sources)
    code = [*ROOT.glob("pipelines/**/*.py"), *ROOT.glob("sql/**/*.sql")]
    naming = [path.name for path in code if re.search(rf"\b({names})\b", path.read_text(encoding="utf-8"))]
    assert naming == []
