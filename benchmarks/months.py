"""Half a year of hourly ticks on a site that grows: what Dagster's history and the archive come to.

    .venv/bin/python -m benchmarks.months [DAYS]

Time is compressed: the clock of Python stands an hour later at every tick, and the files of the archive bear its time.
Each hour the job `visit` runs on one source of the sample, over real HTTP on loopback; the sensor is asked whether to
build; once a day the site publishes on, and the job `maintain` runs. Dagster's history is in SQLite, as `make ui` keeps
it, and runs are kept for thirty days; ticks of schedules and sensors, which the daemon itself removes, are not made.
183 days take about three hours.
"""

from __future__ import annotations

import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from socket import socket
from time import monotonic

import dagster as dg
import duckdb
import time_machine
from rich.console import Console
from rich.table import Table

from pipelines.sample.site import SampleSite

_SOURCE = "sample_kazakhstan"
_DAYS = 183
_SHOWN_EVERY = 30  # days
_HOURS = 24  # of a day
_HOUR_OF_UPKEEP = 4
_FIRST_DAY = date(2024, 5, 1)  # of the site, when it was small


def main() -> None:
    """Simulate and print."""
    logging.disable()
    days = int(sys.argv[1]) if len(sys.argv) > 1 else _DAYS
    table = Table(title="Hourly ticks, a source of the sample", title_justify="left")
    for column in (
        "day",
        "runs done",
        "runs kept",
        "history MB",
        "archive files",
        "archive MB",
        "readings",
        "releases",
    ):
        table.add_column(column, justify="right")
    started_at, waiting = monotonic(), Console(stderr=True)
    with _homes() as (home, instance):
        life = _Life(home, instance)
        for day in range(days):
            life.live(day)
            if (day + 1) % _SHOWN_EVERY == 0 or day == days - 1:
                sizes = life.sizes()
                table.add_row(str(day + 1), *sizes)
                waiting.print(f"day {day + 1} of {days}:", *sizes)
    console = Console(width=110)
    console.print(table)
    console.print(f"{days * _HOURS:,} ticks in {(monotonic() - started_at) / 60:.0f} minutes")


@contextmanager
def _homes() -> Iterator[tuple[Path, dg.DagsterInstance]]:
    """A home for the warehouse and a history for Dagster, gone afterwards; the sample's address is set."""
    with tempfile.TemporaryDirectory() as folder, socket() as free:
        free.bind(("127.0.0.1", 0))
        os.environ["COMMUNIQUE_SAMPLE"] = f"http://127.0.0.1:{free.getsockname()[1]}"
        home, history = Path(folder) / "warehouse", Path(folder) / "dagster"
        history.mkdir()
        shutil.copy("pipelines/dagster.yaml", history)
        os.environ |= {"COMMUNIQUE_HOME": str(home), "DAGSTER_HOME": str(history)}
        free.close()
        with dg.DagsterInstance.get() as instance:
            yield home, instance


class _Life:
    """One warehouse and its Dagster, and what they did."""

    def __init__(self, home: Path, instance: dg.DagsterInstance) -> None:
        from pipelines.definitions import defs  # noqa: PLC0415 - reads the settings that were just made
        from pipelines.defs.builds import build_when_visits_are_over  # noqa: PLC0415 - the same
        from pipelines.defs.sources import pages_key, readings_key  # noqa: PLC0415 - the same

        repository = defs().get_repository_def()
        self._jobs = {name: repository.get_job(name) for name in ("visit", "build", "maintain")}
        self._keys = [pages_key(_SOURCE), readings_key(_SOURCE)]
        self._sensor = build_when_visits_are_over
        self._home, self._instance = home, instance
        self._begin = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
        self._port = int(os.environ["COMMUNIQUE_SAMPLE"].rpartition(":")[2])
        self._run_count = 0
        self._known: set[Path] = set()

    def live(self, day: int) -> None:
        """The hourly ticks of a day."""
        with SampleSite(as_of=_FIRST_DAY + timedelta(days=day), port=self._port):
            for hour in range(_HOURS):
                moment = self._begin + timedelta(days=day, hours=hour)
                with time_machine.travel(moment, tick=True):
                    self._tick(moment, upkeep=hour == _HOUR_OF_UPKEEP)

    def _tick(self, moment: datetime, *, upkeep: bool) -> None:
        self._run("visit", self._keys)
        self._age(moment)
        with dg.build_sensor_context(instance=self._instance) as context:
            if isinstance(self._sensor(context), dg.RunRequest):
                self._run("build")
        if upkeep:
            self._run("maintain")
            self._age(moment)

    def _run(self, name: str, keys: list[dg.AssetKey] | None = None) -> None:
        self._run_count += 1
        done = self._jobs[name].execute_in_process(instance=self._instance, asset_selection=keys)
        if not done.success:
            raise RuntimeError(f"the job {name} failed; see its events")

    def _age(self, moment: datetime) -> None:
        """Let the files that were just written bear the time of their tick, which no clock of Python gives them."""
        found = set((self._home / "archive").rglob("*.parquet"))
        for path in found - self._known:
            os.utime(path, (moment.timestamp(), moment.timestamp()))
        self._known = found

    def sizes(self) -> tuple[str, ...]:
        """What there is now, as the columns of the table."""
        archive, readings = ([*(self._home / name).rglob("*.parquet")] for name in ("archive", "readings"))
        with duckdb.connect(str(self._home / "communique.duckdb"), read_only=True) as connection:
            releases = (connection.execute("select count(*) from release").fetchone() or (0,))[0]
        return (
            f"{self._run_count:,}",
            f"{self._instance.get_runs_count():,}",
            f"{_megabytes(Path(self._instance.root_directory).rglob('*')):.0f}",
            f"{len(archive):,}",
            f"{_megabytes(archive):.1f}",
            f"{len(readings):,}",
            f"{releases:,}",
        )


def _megabytes(paths: Iterable[Path]) -> float:
    return sum(path.stat().st_size for path in paths if path.is_file()) / 1e6


if __name__ == "__main__":
    main()
