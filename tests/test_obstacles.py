"""What stands in the way of a build ends it with a line that says what to do, and leaves the published file alone."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock

from tests.road import ask, build_all, collect_sample

pytestmark = pytest.mark.prove

BUILD = [sys.executable, "-m", "pipelines.cli", "build"]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that has published the sample as it stood early, and has since fetched the rest of it."""
    home = tmp_path_factory.mktemp("published")
    collect_sample(home, as_of=date(2025, 2, 12))
    build_all(home)
    collect_sample(home)
    return home


@pytest.fixture
def home(published: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    shutil.copytree(published, tmp_path / "home", symlinks=True)
    return tmp_path / "home"


def build(home: Path, *, prefix: tuple[str, ...] = (), limit: Callable[[], None] | None = None) -> str:
    """Run `communique build`, which is to fail in words; what it says, on one line."""
    before = (home / "communique.duckdb").read_bytes()
    done = subprocess.run(
        [*prefix, *BUILD],
        env={**os.environ, "COMMUNIQUE_HOME": str(home)},
        preexec_fn=limit,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert (home / "communique.duckdb").read_bytes() == before
    return " ".join(done.stderr.split())


def files_of_at_most(byte_count: int) -> Callable[[], None]:
    """No file may grow beyond this: the system refuses the write, as it does on a full disk."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (byte_count, byte_count))


def test_no_room_for_a_reading_is_said_with_the_part_that_was_read(home: Path) -> None:
    told = build(home, limit=files_of_at_most(8_192))
    assert "the published file was left as it was, because" in told
    assert "could not be read into" in told
    assert "File too large; free the disk" in told


@pytest.mark.parametrize("share", [0.3, 0.7, 1.0])
def test_no_room_for_the_copy_or_for_what_is_added_to_it_is_said(home: Path, share: float) -> None:
    build_readings(home)
    size = (home / "communique.duckdb").stat().st_size
    told = build(home, limit=files_of_at_most(int(size * share)))
    assert "communique.duckdb was left as it was, because the build failed" in told
    assert "File too large" in told
    assert "then build again" in told
    assert not [path for path in home.iterdir() if path.name.startswith((".building", ".spill"))]


def test_when_there_is_room_again_the_next_build_goes_through(home: Path) -> None:
    build(home, limit=files_of_at_most(8_192))
    before = ask(home, "select count(*) from release")
    build_all(home)
    assert ask(home, "select count(*) from release") > before


@pytest.mark.parametrize(
    ("closed", "told"),
    [
        (".", "because"),
        ("readings/sample_kazakhstan", "could not be read into"),
        ("sources", "could not be written"),
    ],
)
def test_a_folder_that_may_not_be_written_is_named(home: Path, closed: str, told: str) -> None:
    folder = home / closed
    folder.chmod(0o555)
    try:
        said = build(home, prefix=without_roots_powers())
    finally:
        folder.chmod(0o755)
    assert told in said
    assert "Permission denied" in said
    assert "left as it was" in said


def test_a_published_file_that_may_not_be_read_is_named(home: Path) -> None:
    build_readings(home)
    path = home / "communique.duckdb"
    before = path.read_bytes()
    path.chmod(0)
    done = subprocess.run(
        [*without_roots_powers(), *BUILD],
        env={**os.environ, "COMMUNIQUE_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    path.chmod(0o644)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "Permission denied" in done.stderr
    assert path.read_bytes() == before


def test_copies_that_may_not_be_written_leave_the_old_ones_and_the_tables_published(home: Path) -> None:
    copies = (home / "parquet").readlink()
    (home / ".parquet").chmod(0o555)
    done = subprocess.run(
        [*without_roots_powers(), *BUILD],
        env={**os.environ, "COMMUNIQUE_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    (home / ".parquet").chmod(0o755)
    assert done.returncode == 1
    assert "the tables are published, but" in " ".join(done.stderr.split())
    assert (home / "parquet").readlink() == copies
    assert ask(home, "select count(*) from ops.build") == [(2,)]


def test_a_second_builder_at_the_same_time_is_told_to_wait(home: Path) -> None:
    with FileLock(home / ".build.lock"):
        told = build(home)
    assert "another build is running on" in told
    assert "wait for it to end, then build again" in told


def build_readings(home: Path) -> None:
    """Make the readings of a home, and nothing else."""
    copy = home.with_name("elsewhere")
    shutil.copytree(home, copy, symlinks=True)
    build_all(copy)
    shutil.rmtree(home / "readings")
    (copy / "readings").rename(home / "readings")


def without_roots_powers() -> tuple[str, ...]:
    """What to put before a command so that rights hold for it even where root runs the tests."""
    if os.geteuid():
        return ()
    setpriv = shutil.which("setpriv")
    if not setpriv:
        pytest.skip("root passes over all rights here, and setpriv is not there to take that from it")
    powers = "-dac_override,-dac_read_search"
    return (setpriv, f"--bounding-set={powers}", f"--inh-caps={powers}")
