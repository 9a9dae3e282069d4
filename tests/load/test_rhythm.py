"""A source's silence is judged against its own rhythm."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from pipelines.load.builder import open_builder
from pipelines.load.given import SourceRow
from tests.load.hand_made import START, Archive, Look, body

LAST = START.date()


def archive_of(home: Path, days: list[date], **words: Any) -> Archive:
    """A source that published on these days, looked at on the day of START."""
    archive = Archive(home)
    looks = [
        Look(f"https://kz.example/{day}", number, body("Murat Nurtleu"), document={"published_on": day})
        for number, day in enumerate(days)
    ]
    archive.add("a", looks)
    source = SourceRow("kz_today", "Kazakhstan Today", "KZ", "en", "https://kz.example/", "html", **words)
    with open_builder(home) as build:
        build.apply(archive.parts.values(), [source], archive.resolvers)
        build.publish()
    return archive


def every(days: int, *, until: date, count: int) -> list[date]:
    return [until - timedelta(days=days * number) for number in range(count)]


@pytest.mark.parametrize(("quiet_days", "is_silent"), [(2, False), (3, False), (4, True), (20, True)])
def test_a_source_is_silent_beyond_what_its_own_past_lets_expect(
    tmp_path: Path, quiet_days: int, *, is_silent: bool
) -> None:
    archive = archive_of(tmp_path, every(2, until=LAST - timedelta(days=quiet_days), count=30))
    rhythm = archive.query("select usual_gap_days, expected_gap_days, quiet_days, is_silent from ops.rhythm")
    assert rhythm == [(2, 3, quiet_days, is_silent)]
    (warning,) = archive.query("select warning from ops.visit")
    told = f"silent for {quiet_days} days, where 3 are the longest to be expected"
    assert warning == (told if is_silent else None,)


def test_until_its_own_past_tells_the_file_does(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, every(1, until=LAST - timedelta(days=9), count=5), expected_gap_days=7)
    assert archive.query("select expected_gap_days, is_silent from ops.rhythm") == [(7, True)]


def test_a_source_that_is_closed_is_not_called_silent(tmp_path: Path) -> None:
    days = every(1, until=LAST - timedelta(days=300), count=40)
    archive = archive_of(tmp_path, days, is_closed=True)
    assert archive.query("select expected_gap_days, is_silent from ops.rhythm") == [(None, False)]


def test_where_nothing_is_known_nothing_is_said(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, every(1, until=LAST - timedelta(days=300), count=3))
    assert archive.query("select expected_gap_days, is_silent from ops.rhythm") == [(None, False)]
