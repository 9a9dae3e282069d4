"""Readers of a file that builds replace, each a process of its own: it imports nothing that a reader does not need."""

from __future__ import annotations

import multiprocessing
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import duckdb

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.context import SpawnProcess
    from multiprocessing.synchronize import Event
    from pathlib import Path

SEEN = """
select
    (select min(title)::integer from release), (select max(title)::integer from release),
    (select min(name)::integer from person), (select max(name)::integer from source),
    (select max(release_count)::integer from person)
"""
"""The number of the build, as five places tell it."""


@contextmanager
def readers(path: Path, count: int) -> Iterator[list[str]]:
    """So many readers, half of which hold the file open, from the first look of each; what they minded, afterwards."""
    context = multiprocessing.get_context("spawn")
    stop, told = context.Event(), context.Queue()
    started: list[SpawnProcess] = []
    for number in range(count):
        started.append(context.Process(target=(_hold, _reconnect)[number % 2], args=(str(path), stop, told)))
        started[-1].start()
    minded: list[str] = [told.get(timeout=60) for _ in started]
    assert minded == ["looked"] * count
    minded.clear()
    try:
        yield minded
    finally:
        stop.set()
    minded += [word for _ in started if (word := told.get(timeout=30)) != "looked until the end"]
    for reader in started:
        reader.join(timeout=30)
        assert reader.exitcode == 0


def _hold(path: str, stop: Event, told: Any) -> None:
    """Keep the file open: what it says must not change."""
    with duckdb.connect(path, read_only=True, config={"threads": 1}) as connection:
        first = connection.execute(SEEN).fetchone()
        told.put("looked")
        while not stop.wait(0.3):
            if connection.execute(SEEN).fetchone() != first:
                told.put("a held file changed")
                return
    told.put("looked until the end")


def _reconnect(path: str, stop: Event, told: Any) -> None:
    """Open the file anew for each question: it must always be whole, and never older than it was."""
    newest = 0
    told.put("looked" if _look(path) == newest else "the first build is not whole")
    while not stop.wait(0.2):
        seen = _look(path)
        if isinstance(seen, str) or seen < newest:
            told.put(f"{seen}, after {newest}")
            return
        newest = seen
    told.put("looked until the end" if newest else "saw no build but the first")


def _look(path: str) -> int | str:
    """The number of the build, or what is wrong with it."""
    try:
        with duckdb.connect(path, read_only=True, config={"threads": 1}) as connection:
            number, *others = connection.execute(SEEN).fetchone() or (None,)
    except duckdb.Error as error:
        return repr(error)
    return number if others == [number] * len(others) else f"half a build: {number}, {others}"
