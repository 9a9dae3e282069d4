"""Long proofs on whole processes, run by `make prove`."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from tests.realdata import REALDATA, real_releases
from tests.road import OF_THE_FETCH, ask, build_all, collect_sample, hashes

pytestmark = pytest.mark.prove

KILLS = int(os.environ.get("KILLS", "10"))
RUN = [sys.executable, "-m", "pipelines.cli", "run", "--sample"]
BUILD = [sys.executable, "-m", "pipelines.cli", "build", "--full"]


def start(command: list[str], home: Path) -> subprocess.Popen[bytes]:
    """Start a command in a process group of its own, so that its workers die with it."""
    return subprocess.Popen(
        command,
        env={**os.environ, "COMMUNIQUE_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def finish(command: list[str], home: Path) -> float:
    """Run a command to its end; the seconds that it took."""
    started = time.monotonic()
    assert start(command, home).wait(timeout=120) == 0
    return time.monotonic() - started


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    """A home after one run that nobody disturbed, and how long the run took."""
    home = tmp_path_factory.mktemp("undisturbed")
    return home, finish(RUN, home)


@pytest.mark.minutes(2.5)
def test_runs_killed_at_random_moments_end_with_the_same_tables(
    undisturbed: tuple[Path, float], tmp_path: Path
) -> None:
    calm, seconds = undisturbed
    wanted = hashes(calm, schemas=("main",), without=OF_THE_FETCH)
    seed = int(os.environ.get("SEED", "0")) or random.SystemRandom().randrange(1, 10**6)
    print(f"\nSEED={seed} repeats these moments")  # noqa: T201 - a failure must be repeatable
    moments = sorted(random.Random(seed).uniform(0.2, seconds * 0.98) for _ in range(KILLS))  # noqa: S311
    for number, moment in enumerate(moments):
        home = tmp_path / str(number)
        killed = start(RUN, home)
        time.sleep(moment)
        os.killpg(killed.pid, signal.SIGKILL)
        killed.wait()
        finish(RUN, home)
        assert hashes(home, schemas=("main",), without=OF_THE_FETCH) == wanted, f"killed after {moment:.2f} s"


def test_builds_killed_at_random_moments_leave_a_file_that_opens(undisturbed: tuple[Path, float]) -> None:
    home, _ = undisturbed
    seconds = finish(BUILD, home)
    wanted = hashes(home)
    for part in range(1, 8):
        killed = start(BUILD, home)
        time.sleep(seconds * part / 8)
        os.killpg(killed.pid, signal.SIGKILL)
        killed.wait()
        assert hashes(home) == wanted
    finish(BUILD, home)
    assert hashes(home) == wanted
    left = {path.name for path in home.glob(".*")}
    assert left == {".build.lock", ".parquet"}, "nothing is left lying about"


READER = """
import sys, duckdb
path, held = sys.argv[1], duckdb.connect(sys.argv[1], read_only=True)
looks = 0
while not sys.stdin.closed and looks < 100_000:
    assert held.execute("select count(*) from mention").fetchone()[0] > 0
    with duckdb.connect(path, read_only=True) as fresh:
        assert fresh.execute("select count(*) from mart.office_holders").fetchone()[0] > 0
    looks += 1
    print(looks, flush=True)
"""


def test_readers_see_no_error_while_builds_are_published(undisturbed: tuple[Path, float]) -> None:
    home, _ = undisturbed
    path = home / "communique.duckdb"
    readers = [
        subprocess.Popen([sys.executable, "-c", READER, str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    inodes = {path.stat().st_ino}
    with duckdb.connect(str(path), read_only=True) as held:
        before = held.execute("select count(*) from mention").fetchone()
        for _ in range(5):
            finish(BUILD, home)
            inodes.add(path.stat().st_ino)
            assert held.execute("select count(*) from mention").fetchone() == before
    assert len(inodes) > 1, "builds were published meanwhile"
    for reader in readers:
        assert reader.poll() is None, reader.stderr and reader.stderr.read()
        reader.kill()
        output, errors = reader.communicate()
        assert errors == b""
        assert len(output.splitlines()) > 20
    assert ask(home, "select count(*) from mention") == [before]


@pytest.mark.minutes(3)
@pytest.mark.skipif(not REALDATA.exists(), reason="the real releases are not beside this checkout")
def test_every_check_holds_on_all_real_releases(tmp_path: Path) -> None:
    folder, home = tmp_path / "releases", tmp_path / "home"
    folder.mkdir()
    for release in real_releases():
        (folder / f"{release['id']}.json").write_text(json.dumps(release))
    collect_sample(home, folder=folder)
    built = build_all(home)
    assert built.outcome_counts["release"] == len(list(folder.iterdir())) > 4_000
    assert [(check.name, check.rows) for check in built.checks if check.severity == "error" and not check.passed] == []
    assert ask(home, "select count(*) from ops.quarantine") == [(0,)]
