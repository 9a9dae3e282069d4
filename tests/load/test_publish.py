from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import duckdb
import pytest

from pipelines.build import RESOLVERS
from pipelines.load.builder import STORAGE_VERSION, open_builder
from pipelines.load.checks import check_files
from pipelines.load.errors import BuildFailedError, BuildRunningError, ChecksFailedError, PublishedFileError
from tests.load.hand_made import OTHER, SOURCE, Archive
from tests.load.watching import SEEN, readers

if TYPE_CHECKING:
    from pathlib import Path


def test_a_failed_error_check_and_no_warning_blocks_publishing_and_leaves_the_old_file(archive: Archive) -> None:
    archive.build("kz_today/a")
    before = archive.hashes()
    with open_builder(archive.home) as build:
        build.apply(archive.parts.values(), [SOURCE, OTHER], RESOLVERS)
        build.connection.execute("update main.mention set surface = 'not in the text'")
        failed = {result.name for result in build.check() if not result.passed}
        assert {"evidence_is_literal", "quarantine_is_bounded"} <= failed
        with pytest.raises(
            ChecksFailedError, match=r"failed:\n  evidence_is_literal.*stand in the body.*\)\nsee"
        ) as failure:
            build.publish()
    assert len(failure.value.results) == len(check_files())
    assert archive.hashes() == before
    assert {path.name for path in archive.home.iterdir()} <= {
        "archive",
        "readings",
        ".build.lock",
        "communique.duckdb",
    }


def test_what_a_killed_build_left_is_swept_up(archive: Archive) -> None:
    (archive.home / ".building.duckdb").write_bytes(b"half")
    (archive.home / ".building.duckdb.wal").write_bytes(b"half")
    (archive.home / ".spill").mkdir()
    with open_builder(archive.home):
        pass
    assert not [path.name for path in archive.home.iterdir() if path.name.startswith((".building", ".spill"))]


def test_a_second_builder_is_told_to_wait(archive: Archive) -> None:
    with (
        open_builder(archive.home),
        pytest.raises(BuildRunningError, match=r"another build is running on .*; wait for it"),
        open_builder(archive.home),
    ):
        pass


def test_a_full_disk_leaves_the_old_file_and_says_so(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.build("kz_today/a")
    before = archive.hashes()

    def full_disk(*_paths: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("shutil.copyfile", full_disk)
    with pytest.raises(BuildFailedError, match=r"left as it was.*No space left"):
        archive.build()
    assert archive.hashes() == before


def test_a_damaged_published_file_is_named_with_the_way_out(archive: Archive) -> None:
    (archive.home / "communique.duckdb").write_bytes(b"no database")
    with pytest.raises(PublishedFileError, match=r"communique\.duckdb cannot be read.*move it away"):
        archive.build()


def test_the_file_is_of_a_storage_version_that_older_drivers_open(built: Archive) -> None:
    rows = built.query("select tags['storage_version'] from duckdb_databases() where database_name = 'communique'")
    assert rows == [(f"{STORAGE_VERSION}+",)]
    header = (built.home / "communique.duckdb").read_bytes()[:20]
    assert header[8:12] == b"DUCK"
    assert int.from_bytes(header[12:20], "little") == 65  # storage format of 1.2


def test_a_renamed_file_still_answers(built: Archive, tmp_path: Path) -> None:
    other = tmp_path / "anything.duckdb"
    other.write_bytes((built.home / "communique.duckdb").read_bytes())
    with duckdb.connect(str(other), read_only=True) as connection:
        assert connection.execute("select count(*) from mart.source_coverage").fetchone() == (2,)
        assert len(connection.execute("from search('astana')").fetchall()) == 4


@pytest.mark.parametrize(
    ("build_count", "reader_count"),
    [(10, 2), pytest.param(200, 20, marks=[pytest.mark.prove, pytest.mark.minutes(1.5)])],
)
def test_readers_see_no_error_and_no_half_of_a_build(archive: Archive, build_count: int, reader_count: int) -> None:
    archive.build("kz_today/a")
    publish_number(archive, 0)
    with readers(archive.home / "communique.duckdb", reader_count) as minded:
        for number in range(1, build_count + 1):
            publish_number(archive, number)
    assert minded == []
    assert archive.query(SEEN) == [(build_count,) * 5]


def publish_number(archive: Archive, number: int) -> None:
    """Publish a build that bears its number in several tables, written one after the other."""
    with open_builder(archive.home) as build:
        build.connection.execute("update main.release set title = $1", [str(number)])
        build.connection.execute("update main.person set name = $1, release_count = $2", [str(number), number])
        build.connection.execute("update main.source set name = $1", [str(number)])
        build.publish()
