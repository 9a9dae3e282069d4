"""What Dagster costs: the same work with it and without it, and a whole run split into its parts.

    .venv/bin/python -m benchmarks.operate

On the sample site over real HTTP, with Dagster's history in SQLite as `make ui` keeps it; a run is executed in this
process, so that the start of one is left out. First everything is fetched, read and built; then the source is visited
with nothing new. What Dagster adds is a fixed time a run, so that it weighs most where the site answers at once.
"""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter
from unittest.mock import patch

import dagster as dg
from rich.console import Console
from rich.table import Table

from pipelines.build import build
from pipelines.collect import visit
from pipelines.defs.sources import pages_key, readings_key
from pipelines.defs.web import open_client
from pipelines.home import known_sources, sample_sources
from pipelines.read import read_parts, tasks
from pipelines.source import Source, SourceFolder

_ROUNDS = 5
_SOURCE = "sample_kazakhstan"


def main() -> None:
    """Measure and print."""
    logging.disable()
    console = Console(width=110)
    with _homes() as (home, instance):
        console.print(_whole(home, instance))
        alone, together = _tick(home, instance)
        table = Table("a visit with nothing new, the median of five", "seconds", title_justify="left")
        for name, seconds in {"without Dagster": alone, "with Dagster": together}.items():
            table.add_row(name, f"{seconds:.2f}")
        console.print(table)
        console.print(f"{together / alone:.2f} times, {together - alone:.2f} s more")


@contextmanager
def _homes() -> Iterator[tuple[Path, dg.DagsterInstance]]:
    """A home for the warehouse and a history for Dagster, gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        home, history = Path(folder) / "warehouse", Path(folder) / "dagster"
        history.mkdir()
        shutil.copy("pipelines/dagster.yaml", history)
        os.environ |= {"COMMUNIQUE_HOME": str(home), "DAGSTER_HOME": str(history), "COMMUNIQUE_SAMPLE": "1"}
        with dg.DagsterInstance.get() as instance:
            yield home, instance


def _whole(home: Path, instance: dg.DagsterInstance) -> Table:
    """The first run of all, split into its parts; the rest of the time of the same run in Dagster is Dagster's."""
    source = sample_sources().sources[_SOURCE]
    with _timed() as loading:
        job = _repository({_SOURCE: source}).get_job("refresh")
    with _timed() as fetching, open_client() as client:
        visit(source, home, client)
    with _timed() as reading:
        read_parts(tasks(home, source))
    with _timed() as building:
        build(home, known_sources())
    shutil.rmtree(home)
    with _timed() as whole:
        job.execute_in_process(instance=instance)
    parts = {
        "fetch": fetching[0],
        "read": reading[0],
        "build, check and publish": building[0],
        "Dagster": whole[0] - fetching[0] - reading[0] - building[0],
        "the whole run": whole[0],
        "loading the definitions beforehand": loading[0],
    }
    table = Table("part", "seconds", title="The first run of a source of the sample", title_justify="left")
    for name, seconds in parts.items():
        table.add_row(name, f"{seconds:.2f}")
    return table


def _tick(home: Path, instance: dg.DagsterInstance) -> tuple[float, float]:
    """Seconds that a visit with nothing new takes, without Dagster and with it."""
    source = sample_sources().sources[_SOURCE]
    job = _repository({_SOURCE: source}).get_job("visit")
    keys = [pages_key(_SOURCE), readings_key(_SOURCE)]
    alone, together = [], []
    for _ in range(_ROUNDS):
        with _timed() as taken:
            with open_client() as client:
                visit(source, home, client)
            read_parts([task for task in tasks(home, source) if not task.is_current])
        alone += taken
        with _timed() as taken:
            job.execute_in_process(instance=instance, asset_selection=keys)
        together += taken
    return median(alone), median(together)


def _repository(sources: dict[str, Source]) -> dg.RepositoryDefinition:
    from pipelines.definitions import defs  # noqa: PLC0415 - reads the settings that were just made

    offered = SourceFolder(sources, {})
    with (
        patch("pipelines.defs.sources.offered_sources", new=lambda: offered),
        patch("pipelines.defs.schedules.offered_sources", new=lambda: offered),
        patch("pipelines.defs.tables.offered_sources", new=lambda: offered),
        patch("pipelines.defs.jobs.offered_sources", new=lambda: offered),
    ):
        return defs().get_repository_def()


@contextmanager
def _timed() -> Iterator[list[float]]:
    taken: list[float] = []
    started = perf_counter()
    yield taken
    taken.append(perf_counter() - started)


if __name__ == "__main__":
    main()
