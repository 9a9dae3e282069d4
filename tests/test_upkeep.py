"""`communique maintain` and `communique alerts` do what their help says."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result
from filelock import FileLock

from pipelines.alerts.journal import Journal
from pipelines.cli import main
from pipelines.fetch.archive import PART, Archive
from tests.alerts.receivers import SECRET, webhook
from tests.road import build_all, collect_sample


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home whose archive holds two parts of a month long ago."""
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path))
    monkeypatch.delenv("COMMUNIQUE_ALERT_WEBHOOK", raising=False)
    monkeypatch.delenv("COMMUNIQUE_ALERT_SMTP", raising=False)
    for day in (1, 2):
        path = tmp_path / "archive" / "xx_mfa" / f"2025010{day}T000000.000000Z.parquet"
        path.parent.mkdir(parents=True, exist_ok=True)
        row = {"visit_id": f"{day}", "role": "visit", "fetched_at": datetime(2025, 1, day, tzinfo=UTC)}
        pq.write_table(pa.Table.from_pylist([row], schema=PART), path)
    return tmp_path


def call(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def test_old_parts_are_joined_and_it_is_said(home: Path) -> None:
    result = call("maintain")
    assert result.exit_code == 0, result.output
    assert "2 parts joined into 1" in result.output
    assert "2 old files go half a day from now" in result.output
    assert len(Archive(home, "xx_mfa").parts()) == 1


def test_a_damaged_part_ends_in_a_line_and_an_alert_and_the_next_success_ends_that(home: Path) -> None:
    damaged = home / "archive" / "xx_mfa" / "20250103T000000.000000Z.parquet"
    damaged.write_bytes(b"no part")
    result = call("maintain")
    assert (result.exit_code, "20250103T000000" in result.output) == (1, True)
    assert "xx_mfa" in call("alerts").output
    damaged.unlink()
    call("maintain")
    assert "Nothing is wrong" in call("alerts").output


def test_a_second_maintenance_is_refused_and_is_no_trouble(home: Path) -> None:
    with FileLock(home / ".maintain.lock"):
        result = call("maintain")
    assert (result.exit_code, "being maintained already" in result.output) == (1, True)
    assert Journal(home).read().alerts == ()


@pytest.mark.usefixtures("home")
def test_a_trial_says_how_each_channel_took_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "no channel is set" in call("alerts", "--test").output
    with webhook() as hook:
        monkeypatch.setenv("COMMUNIQUE_ALERT_WEBHOOK", hook.address)
        result = call("alerts", "--test")
        assert (result.exit_code, result.output) == (0, "webhook: taken\n")
        assert hook.posted[0]["subject"] == "communique alerts --test"
        hook.answers = [410]
        result = call("alerts", "--test")
    assert result.exit_code == 1
    assert "answered 410" in result.output
    assert SECRET not in result.output


def test_a_warehouse_that_was_never_built_is_not_well_and_says_what_to_do(home: Path) -> None:
    result = call("health")
    assert result.exit_code == 1
    assert "NOT WELL: published:" in result.output
    assert "well: disk:" in result.output
    assert home.exists()


def test_health_tells_of_an_old_build_a_full_disk_and_what_lasts(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    collect_sample(home, as_of=date(2024, 6, 1))
    (home / "archive" / "xx_mfa").rename(home / "elsewhere")
    build_all(home)
    assert call("health", "--json").exit_code == 0
    stale = call("health", "--stale-hours", "0", "--json")
    assert (stale.exit_code, json.loads(stale.output)["published"]["is_well"]) == (1, False)
    monkeypatch.setattr("pipelines.health._LEAST_ROOM", 10**18)
    assert "NOT WELL: disk:" in call("health").output
