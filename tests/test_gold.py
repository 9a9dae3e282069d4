"""The score on labelled releases: told as numbers that are plotted, and only where there are such releases."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import pytest

from pipelines.defs.gold import gold
from pipelines.gold import GoldError, Score, gold_folder, score

KEY = dg.AssetKey(["quality", "gold"])
PROGRAM = """
import json, sys, duckdb
given = dict(zip(sys.argv[1::2], sys.argv[2::2]))
titles = duckdb.connect(given["--warehouse"], read_only=True).execute("select title from release").fetchall()
assert titles == [("Talks in Oslo",)], titles
json.dump({told}, open(given["--json"], "w"))
"""
TOLD = {"mean_f1": 0.9, "facts": {"persons": {"f1": 1.0}, "event date": {"f1": 0.8}}}


def write(folder: Path, told: object) -> Path:
    """A folder of one labelled release, and a program that looks for it in the warehouse."""
    (folder / "releases").mkdir(exist_ok=True)
    release = {
        "title": "Talks in Oslo",
        "issuer": "KZ",
        "published_at": "2024-05-15T10:00:00+05:00",
        "language": "en",
        "paragraphs": [
            "Foreign Minister Aigul Omarova met Foreign Minister of Norway Kari Hansen in Oslo on 14 May 2024."
        ],
    }
    (folder / "releases" / "one.json").write_text(json.dumps(release), encoding="utf-8")
    (folder / "score.py").write_text(PROGRAM.replace("{told}", repr(told)), encoding="utf-8")
    return folder


@pytest.fixture
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.ephemeral() as instance:
        yield instance


def test_the_releases_are_published_and_compared(tmp_path: Path) -> None:
    assert score(write(tmp_path, TOLD)) == Score(0.9, {"persons": 1.0, "event date": 0.8})


def test_a_folder_without_releases_or_program_is_said(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="releases is not there"):
        score(tmp_path)
    write(tmp_path, TOLD)
    (tmp_path / "score.py").unlink()
    with pytest.raises(GoldError, match=r"score\.py is not there"):
        score(tmp_path)


@pytest.mark.parametrize(("told", "words"), [({"mean": 1}, "mean_f1"), ({"mean_f1": 1, "facts": {"a": 2}}, "facts")])
def test_a_program_that_tells_something_else_is_said(tmp_path: Path, told: object, words: str) -> None:
    with pytest.raises(GoldError, match=words):
        score(write(tmp_path, told))


def test_a_program_that_fails_is_quoted(tmp_path: Path) -> None:
    (write(tmp_path, TOLD) / "score.py").write_text("raise SystemExit('no such table: release')")
    with pytest.raises(GoldError, match="no such table: release"):
        score(tmp_path)


def test_without_a_folder_there_is_no_asset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COMMUNIQUE_GOLD", raising=False)
    assert gold_folder() is None
    assert list(gold().assets or []) == []


def test_the_f1_of_each_kind_is_plotted_and_a_fall_is_amber(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, instance: dg.DagsterInstance
) -> None:
    monkeypatch.setenv("COMMUNIQUE_GOLD", str(tmp_path))
    passed = []
    for mean in (0.9, 0.95, 0.9):
        write(tmp_path, TOLD | {"mean_f1": mean})
        done = gold().resolve_job_def("score").execute_in_process(instance=instance)
        [evaluation] = done.get_asset_check_evaluations()
        passed.append(evaluation.passed)
        [made] = done.asset_materializations_for_node("quality__gold")
        told = {name: entry.value for name, entry in made.metadata.items()}
        assert told == {"f1_mean": mean, "f1_persons": 1.0, "f1_event_date": 0.8}
    assert passed == [True, True, False]
