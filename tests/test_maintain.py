"""Months that are over become few files, and nothing else changes."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from filelock import FileLock

from pipelines.build import Built, build
from pipelines.collect import Visit, visit
from pipelines.fetch.archive import PART, Archive
from pipelines.fetch.joined import JoinError, join, joinable
from pipelines.home import known_sources, sample_sources
from pipelines.maintain import Maintained, MaintainError, maintain
from pipelines.sample.site import SampleSite
from pipelines.verify import verify
from tests.conftest import HASTY
from tests.road import HurriedClient, ask, hashes

LATER = datetime.now(UTC) + timedelta(days=40)
AT_ONCE = timedelta(0)
EARLY = date(2024, 5, 25)  # when the sample's site was small


def look_at_sample(home: Path, *, years: int) -> list[Visit]:
    """Visit two sources of the sample, so many years from now, that looks for edits are due."""
    sources, now = sample_sources().sources, datetime.now(UTC) + timedelta(days=365 * years)
    with (
        SampleSite(as_of=EARLY) as site,
        HurriedClient(HASTY, routes=dict.fromkeys(site.hosts, site.origin)) as client,
    ):
        return [visit(sources[f"sample_{name}"], home, client, now=now) for name in ("united_kingdom", "uzbekistan")]


def tables(home: Path, *, full: bool = False) -> Built:
    """Build without the Parquet copies."""
    return build(home, known_sources(), full=full, copies=False)


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that has visited the sample several times, built."""
    home = tmp_path_factory.mktemp("lived_in")
    for number in range(3):
        look_at_sample(home, years=10 * number)
    tables(home)
    return home


@pytest.fixture
def home(lived_in: Path, tmp_path: Path) -> Path:
    """A copy of it to work on."""
    shutil.copytree(lived_in, tmp_path / "home")
    return tmp_path / "home"


def rows(home: Path) -> list[str]:
    """Every row of the archive, bodies included, however many files it lies in."""
    parts = [part for folder in (home / "archive").glob("*") for part in Archive(home, folder.name).parts()]
    return sorted(repr(row) for part in parts for row in pq.read_table(part, schema=PART).to_pylist())


def content(home: Path) -> dict[str, str]:
    """A hash of the rows of each table, whichever parts they come from."""
    found = hashes(home, without=frozenset({"part"}))
    del found["ops.loaded_part"]
    return found


def files(home: Path, folder: str = "archive") -> int:
    return len(list((home / folder).glob("*/*.parquet")))


def test_a_month_that_is_over_becomes_one_file_with_the_same_rows_and_bytes(home: Path) -> None:
    before, sources = rows(home), len(list((home / "archive").glob("*")))
    done = maintain(home, now=LATER, read_for=AT_ONCE)
    assert done.problems == []
    assert (done.made_count, done.joined_count) == (sources, done.removed_count)
    assert done.joined_count > 2 * sources
    assert rows(home) == before
    assert files(home) == files(home, "readings") == sources


def test_the_month_that_still_runs_is_left_alone(home: Path) -> None:
    before = files(home)
    assert maintain(home, now=datetime.now(UTC), read_for=AT_ONCE) == Maintained()
    assert files(home) == before


def test_the_build_afterwards_has_nothing_to_do_and_gives_the_same_tables(home: Path) -> None:
    before = content(home)
    maintain(home, now=LATER, read_for=AT_ONCE)
    built = tables(home)
    assert (built.applied.mode, built.applied.part_count, built.applied.release_count) == ("delta", 0, 0)
    assert built.outcome_counts.total() == 0, "no page is read anew"
    assert content(home) == before
    delta = hashes(home)
    tables(home, full=True)
    assert hashes(home) == delta


def test_every_page_points_at_the_file_that_keeps_it(home: Path) -> None:
    maintain(home, now=LATER, read_for=AT_ONCE)
    tables(home)
    named = {str(part) for (part,) in ask(home, "select distinct part from ops.page")}
    loaded = {str(part): count for part, count in ask(home, "select part, len(holds) from ops.loaded_part")}
    assert (
        named <= loaded.keys() == {f"{path.parent.name}/{path.stem}" for path in (home / "archive").glob("*/*.parquet")}
    )
    assert min(loaded.values()) > 1  # type: ignore[type-var]


@pytest.mark.prove
def test_an_archive_joined_before_it_was_ever_built_gives_the_same_rows(home: Path) -> None:
    before = content(home)
    (home / "communique.duckdb").unlink()
    shutil.rmtree(home / "readings")
    maintain(home, now=LATER, read_for=AT_ONCE)
    tables(home)
    assert content(home) == before


@pytest.mark.prove
def test_a_part_that_no_build_has_seen_is_taken_in_with_the_month_that_holds_it(home: Path) -> None:
    look_at_sample(home, years=100)
    calm = home.with_name("calm")
    shutil.copytree(home, calm)
    tables(calm)
    maintain(home, now=LATER, read_for=AT_ONCE)
    tables(home)
    assert content(home) == content(calm)


@pytest.mark.prove
def test_a_late_part_joins_the_month_that_was_joined_without_it(home: Path) -> None:
    folder = home / "archive" / "sample_uzbekistan"
    late = sorted(folder.glob("*.parquet"))[1]
    before, kept = rows(home), late.read_bytes()
    late.unlink()
    maintain(home, now=LATER, read_for=AT_ONCE)
    tables(home)
    late.write_bytes(kept)
    maintain(home, now=LATER, read_for=AT_ONCE)
    assert rows(home) == before
    assert len(list(folder.glob("*.parquet"))) == 1
    assert "is not in the published file yet" in verify(home, known_sources()).findings[0]
    tables(home)
    assert verify(home, known_sources()).findings == []


def test_what_is_replaced_stays_half_a_day_for_those_who_read_it_and_counts_no_more(home: Path) -> None:
    before, count = rows(home), files(home)
    done = maintain(home, now=LATER)
    assert (done.removed_count, done.waiting_count) == (0, count)
    assert files(home) == count + done.made_count
    assert rows(home) == before
    assert maintain(home, now=LATER).made_count == 0
    for path in (home / "archive").glob("*/*-*.parquet"):
        os.utime(path, (0, 0))
    assert maintain(home, now=LATER).removed_count == count
    assert rows(home) == before


def test_a_visit_goes_on_from_a_joined_archive(home: Path) -> None:
    maintain(home, now=LATER, read_for=AT_ONCE)
    assert all(one.fetched_count == 0 for one in look_at_sample(home, years=0))


def test_readings_whose_part_is_gone_are_removed(home: Path) -> None:
    count = files(home, "readings")
    shutil.rmtree(home / "archive" / "sample_uzbekistan")
    done = maintain(home)
    assert done.reading_count == count - files(home, "readings") > 0
    assert done.removed_bytes > 0


def test_one_maintenance_runs_at_a_time(home: Path) -> None:
    with FileLock(home / ".maintain.lock"), pytest.raises(MaintainError, match="being maintained already"):
        maintain(home)


def part(home: Path, name: str, *more: dict[str, Any], schema: pa.Schema = PART) -> Path:
    path = home / "archive" / "test_ministry" / f"{name}.parquet"
    path.parent.mkdir(parents=True, exist_ok=True)
    row = {"visit_id": name, "role": "page", "url": "https://a.example/", "body": b"\x00" * 100}
    pq.write_table(pa.Table.from_pylist([row, *more], schema=schema), path)
    return path


def test_a_damaged_part_is_named_and_stops_only_its_own_source(home: Path) -> None:
    damaged = min((home / "archive" / "sample_uzbekistan").glob("*.parquet"))
    damaged.write_bytes(b"no part")
    done = maintain(home, now=LATER, read_for=AT_ONCE)
    assert [str(damaged) in problem for problem in done.problems] == [True]
    assert done.made_count == len(list((home / "archive").glob("*"))) - 1


def test_old_files_stay_when_the_joined_one_is_not_what_they_are(tmp_path: Path) -> None:
    parts = [part(tmp_path, f"2025010{day}T000000.000000Z") for day in (1, 2)]
    joined = join(parts)
    part(tmp_path, parts[1].stem, {"visit_id": "another"})
    done = maintain(tmp_path, now=LATER, read_for=AT_ONCE)
    assert "does not hold the same rows" in done.problems[0]
    assert parts[1].exists()
    assert joined.exists()


def test_parts_of_other_columns_or_too_many_bytes_are_not_joined(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    older = pa.schema([field for field in PART if field.name != "entry_updated"])
    names = [f"2025010{day}T000000.000000Z" for day in range(1, 7)]
    parts = [part(tmp_path, name, schema=older if number < 2 else PART) for number, name in enumerate(names)]
    assert [len(group) for group in joinable(parts, now)] == [2, 4]
    monkeypatch.setattr(
        "pipelines.fetch.joined._LARGEST_BYTES", 2 * pq.read_metadata(parts[2]).row_group(0).total_byte_size
    )
    assert [len(group) for group in joinable(parts, now)] == [2, 2, 2]


def test_a_full_disk_leaves_the_old_parts_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = [part(tmp_path, f"2025010{day}T000000.000000Z") for day in (1, 2)]

    def full(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pipelines.fetch.joined.pq.write_table", full)
    with pytest.raises(JoinError, match="No space left"):
        join(parts)
    assert sorted(parts[0].parent.iterdir()) == parts
