"""What is wrong with a source is told in its words, and a run that fails tells of itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipelines import watch
from pipelines.alerts.journal import Journal
from pipelines.home import sample_sources
from pipelines.load.checks import CheckResult
from pipelines.load.errors import BuildRunningError, ChecksFailedError
from pipelines.load.standing import Standing
from pipelines.source import SourceError, SourceFolder
from pipelines.watch import look_at_sources, telling_of

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
NAME = "sample_uzbekistan"


def standing(verdict: str = "page", *, failed: int = 1, silent: bool = False, days_ago: int = 0) -> Standing:
    quiet = (9, 4) if silent else (1, 4)
    return Standing(NAME, verdict, "as told", failed, silent, *quiet, NOW - timedelta(days=days_ago))


def look(home: Path, monkeypatch: pytest.MonkeyPatch, *found: Standing, **errors: SourceError) -> list[tuple[str, ...]]:
    monkeypatch.setattr(watch, "standings", lambda _home: list(found))
    offered = SourceFolder(sample_sources().sources, errors)
    told = look_at_sources(home, offered, pytest.fail, now=NOW)
    return [(one.trouble.kind, one.state, one.trouble.what) for one in told]


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (standing("page"), []),
        (standing("unchanged"), []),
        (standing("blocked"), [("source_failed", "began", "blocked: as told")]),
        (standing("challenge", failed=2), [("source_failed", "began", "challenge, 2 visits in a row: as told")]),
        (standing("empty"), [("source_failed", "began", "empty: as told")]),
        (standing("unreachable", failed=2), []),
        (standing("unreachable", failed=3), [("source_failed", "began", "unreachable, 3 visits in a row: as told")]),
        (
            standing(silent=True),
            [("source_silent", "began", "silent for 9 days, where 4 are the longest to be expected")],
        ),
        (standing("blocked", days_ago=8), []),
    ],
)
def test_what_a_visit_ended_in_is_told_where_somebody_can_do_something(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, found: Standing, told: list[tuple[str, ...]]
) -> None:
    assert look(tmp_path, monkeypatch, found) == told
    ended = [(kind, "ended", what) for kind, _, what in told]
    assert look(tmp_path, monkeypatch, standing("page")) == ended


def test_a_source_that_is_visited_no_more_ends_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    look(tmp_path, monkeypatch, standing("blocked"))
    assert look(tmp_path, monkeypatch, standing("page", days_ago=8)) == []


def test_a_file_that_broke_is_told_with_its_mend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = look(tmp_path, monkeypatch, zz_mfa=SourceError("zz_mfa.toml: links is missing"))
    assert told == [("source_failed", "began", "zz_mfa.toml: links is missing")]


def failing(home: Path, *errors: Exception | None) -> Iterator[tuple[str, str, str]]:
    for error in errors:
        try:
            with telling_of(home, "run", pytest.fail):
                if error:
                    raise error
        except type(error or ValueError) as raised:
            assert raised is error  # noqa: PT017 - the error itself must go on its way
    for alert in Journal(home).read().alerts:
        yield alert.trouble.kind, alert.trouble.subject, alert.state


def test_a_command_that_fails_is_told_of_once_and_so_is_its_success(tmp_path: Path) -> None:
    told = list(failing(tmp_path, OSError("disk full"), OSError("disk full"), None, None))
    assert told == [("run_failed", "communique run", "began"), ("run_failed", "communique run", "ended")]


def test_checks_that_stop_a_build_are_told_each_by_its_name(tmp_path: Path) -> None:
    results = [
        CheckResult("keys_are_unique", "Every key is unique.", "error", 2, ("key",), ((1,), (2,))),
        CheckResult("volumes_are_steady", "Volumes are steady.", "warn", 1, (), ()),
        CheckResult("releases_have_words", "Releases have words.", "error", 0, (), ()),
    ]
    told = list(failing(tmp_path, ChecksFailedError("checks failed", results), None))
    assert told == [("check_failed", "keys_are_unique", "began"), ("check_failed", "keys_are_unique", "ended")]


def test_that_another_build_is_running_is_no_failure(tmp_path: Path) -> None:
    assert list(failing(tmp_path, BuildRunningError("another build is running"))) == []
