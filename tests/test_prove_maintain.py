"""Archives that are maintained, killed, written to and maintained again never lose a row nor count one twice."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest import mock

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow.dataset import dataset

from pipelines.fetch import joined
from pipelines.fetch.archive import PART, Archive
from pipelines.load.readings import write_readings
from pipelines.maintain import maintain
from pipelines.model import Reading

LATER = datetime.now(UTC) + timedelta(days=40)
NAME = "xx_mfa"
KILLS = 12


class Home:
    """An archive of one source with its readings, and what is known to be in it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.wanted: list[str] = []
        self.archive = Archive(home, NAME)
        self.readings = home / "readings" / NAME

    def add(self, moment: datetime, *, read: bool = True) -> None:
        """Add a part of three pages, named after a moment, as a visit of that time did."""
        marks = [f"{moment:%Y%m%d%H%M} {number}" for number in range(3)]
        rows = [
            {"visit_id": mark, "role": "page", "url": f"https://a.example/{mark}", "fetched_at": moment}
            | {"body": os.urandom(500)}
            for mark in marks
        ]
        path = self.archive.folder / f"{moment:%Y%m%dT%H%M%S.%f}Z.parquet"
        path.parent.mkdir(parents=True, exist_ok=True)
        pq.write_table(pa.Table.from_pylist(rows, schema=PART), path)
        if read:
            found = [Reading(NAME, row["url"], moment, "quarantined", "page", "as told") for row in rows]
            write_readings(self.readings / path.name, found, parser_version="1", extractor_version="1")
        self.wanted += map(repr, rows_of([path]))

    def check(self) -> None:
        """Every row is there once, and a reading beside a part is of its pages, in their order."""
        parts = self.archive.parts()
        assert sorted(map(repr, rows_of(parts))) == sorted(self.wanted)
        for part in parts:
            reading = self.readings / part.name
            if reading.exists():
                assert urls_of(reading) == urls_of(part)


def rows_of(parts: list[Path]) -> list[dict[str, Any]]:
    return list(dataset(list(map(str, parts)), schema=PART).to_table().to_pylist()) if parts else []


def urls_of(path: Path) -> list[str]:
    return list(pq.read_table(path, columns=["url"])["url"].to_pylist())


class KilledError(BaseException):
    """Stands for a kill: nothing catches it, and nothing is tidied up."""


def dying(after: int) -> list[Any]:
    """Patches under which so many steps on the disk are done, and no more."""
    steps = iter(range(after, -1, -1))

    def last(real: Callable[..., Any]) -> Callable[..., Any]:
        def step(*values: Any, **named: Any) -> Any:
            if next(steps, 0) == 0:
                raise KilledError
            return real(*values, **named)

        return step

    names = ("rename", "replace", "unlink")
    patches = [mock.patch.object(Path, name, last(getattr(Path, name))) for name in names]
    patches.append(mock.patch.object(pq, "write_table", last(pq.write_table)))
    return patches


MONTHS = st.integers(min_value=1, max_value=3)
STEPS = st.one_of(
    st.tuples(st.just("add"), MONTHS, st.integers(min_value=0, max_value=40_000)),
    st.tuples(st.just("maintain"), st.booleans(), st.integers(min_value=0, max_value=12)),
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, min_size=3, max_size=14))
def test_whatever_is_added_and_wherever_it_dies_every_row_is_there_once(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, Any, int]]
) -> None:
    home = Home(tmp_path_factory.mktemp("home"))
    taken: set[datetime] = set()
    with mock.patch.object(joined, "_LARGEST_BYTES", 20_000):
        for name, choice, number in steps:
            if name == "add":
                moment = datetime(2025, choice, 1, tzinfo=UTC) + timedelta(minutes=number)
                if moment not in taken:
                    home.add(moment, read=number % 5 > 0)
                    taken.add(moment)
            else:
                run_and_die(home, after=number, read_for=timedelta(0) if choice else timedelta(hours=12))
            home.check()
        maintain(home.home, now=LATER, read_for=timedelta(0))
        home.check()
    assert len(home.archive.files()) == len(home.archive.parts())


def run_and_die(home: Home, *, after: int, read_for: timedelta) -> None:
    patches = dying(after)
    for patch in patches:
        patch.start()
    try:
        maintain(home.home, now=LATER, read_for=read_for)
    except KilledError:
        pass
    finally:
        for patch in patches:
            patch.stop()


@pytest.mark.prove
def test_kills_at_random_moments_leave_either_the_old_or_the_new(tmp_path: Path) -> None:
    seed = int(os.environ.get("SEED", "0")) or random.SystemRandom().randrange(1, 10**6)
    print(f"\nSEED={seed} repeats these moments")  # noqa: T201 - a failure must be repeatable
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    lived_in = Home(tmp_path / "lived_in")
    for number in range(60):
        lived_in.add(datetime(2025, 1 + number % 4, 1, tzinfo=UTC) + timedelta(minutes=number))
    shutil.copytree(lived_in.home, tmp_path / "calm")
    seconds = lasted(tmp_path / "calm", None)
    died = 0
    for number in range(KILLS):
        shutil.copytree(lived_in.home, tmp_path / str(number))
        home = Home(tmp_path / str(number))
        home.wanted = list(lived_in.wanted)
        died += lasted(home.home, chance.uniform(0, seconds), meanwhile=lambda home=home: home.add(LATER)) < 0  # type: ignore[misc]
        home.check()
        home.add(datetime(2025, 2, 15, tzinfo=UTC))  # and a late one
        maintain(home.home, now=datetime.now(UTC), read_for=timedelta(0))
        home.check()
        assert len(home.archive.files()) == 5
    assert died > KILLS / 4


def lasted(home: Path, kill_after: float | None, *, meanwhile: Callable[[], None] = lambda: None) -> float:
    """Maintain in a process of its own, killed after so many seconds; how long it took, and -1 when it was killed."""
    started = time.monotonic()
    child = os.fork()
    if child == 0:
        try:
            maintain(home, now=datetime.now(UTC), read_for=timedelta(0))
        finally:
            os._exit(0)
    meanwhile()
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return -1.0 if os.WIFSIGNALED(status) else time.monotonic() - started
