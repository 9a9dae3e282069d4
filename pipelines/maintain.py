"""The story of one maintenance: the parts of months that are over are joined, and what they replace is removed.

The rows, their bytes and their readings stay as they were, so that the next build has nothing to do. A maintenance
that dies is continued by the next one; visits and builds go on meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from filelock import FileLock, Timeout

from pipelines.build import archived_ids
from pipelines.fetch.archive import Archive
from pipelines.fetch.joined import JoinError, join, joinable, joined_path, removable
from pipelines.load.readings import join_readings

_READ_FOR = timedelta(hours=12)  # longer than any visit, build or verification that still reads the old files

Progress = Callable[[int, int], None]  # sources done, sources there are


class MaintainError(RuntimeError):
    """A maintenance that could not do all of its work; the message says what was left, and what to do."""


class MaintainingError(MaintainError):
    """Another maintenance is running on this home."""


@dataclass(slots=True)
class Maintained:
    """What one maintenance did; each problem says where and what."""

    joined_count: int = 0  # parts that became fewer
    made_count: int = 0  # joined parts that took them up
    removed_count: int = 0  # files of parts that were taken up before
    waiting_count: int = 0  # such files that are left for half a day
    reading_count: int = 0  # readings without a part, removed
    removed_bytes: int = 0
    problems: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        """All of it in a line."""
        words = f"{self.joined_count} parts joined into {self.made_count}"
        removed = f"{self.removed_count} old files and {self.reading_count} readings removed"
        size = f"{self.removed_bytes / 1_000_000:.1f} MB"
        waiting = f"; {self.waiting_count} old files go half a day from now" if self.waiting_count else ""
        return f"{words}; {removed}, {size}{waiting}."

    def raise_problems(self) -> None:
        """Raise what went wrong, after all else is done."""
        if self.problems:
            raise MaintainError("\n".join(self.problems))


def maintain(
    home: Path,
    *,
    now: datetime | None = None,
    read_for: timedelta = _READ_FOR,
    progress: Progress = lambda _done, _due: None,
) -> Maintained:
    """Join the parts of every month that is over, and remove the files that joined parts replaced long enough ago.

    Args:
        home: the folder that holds `archive/` and `readings/`.
        now: the moment against which months and ages are counted.
        read_for: how long somebody may still read the old files.
        progress: told after each source.

    Raises:
        MaintainingError: another maintenance is running on this home.
    """
    moment, done = now or datetime.now(UTC), Maintained()
    names = archived_ids(home)
    if names:
        names += sorted({folder.name for folder in (home / "readings").glob("*")} - set(names))
    try:
        with FileLock(home / ".maintain.lock", timeout=0):
            for number, name in enumerate(names, start=1):
                _maintain(done, home, name, moment, read_for)
                progress(number, len(names))
    except Timeout as error:
        raise MaintainingError(f"{home} is being maintained already (by whoever holds {error.lock_file})") from error
    return done


def _maintain(done: Maintained, home: Path, source_id: str, now: datetime, read_for: timedelta) -> None:
    archive, readings = Archive(home, source_id), home / "readings" / source_id
    try:
        for group in joinable(archive.parts(), now):
            path = joined_path(group)
            join_readings(readings / path.name, [readings / part.name for part in group])
            join(group)
            done.joined_count += len(group)
            done.made_count += 1
        for path in removable(archive.files(), datetime.now(UTC) - read_for):
            done.removed_count += 1
            done.removed_bytes += _remove(path)
    except JoinError as error:
        done.problems.append(str(error))
    done.waiting_count += len(archive.files()) - len(archive.parts())
    _sweep(done, archive, readings)


def _sweep(done: Maintained, archive: Archive, readings: Path) -> None:
    """Remove the readings whose part is gone; all of them can be made again."""
    found = list(readings.glob("[0-9]*.parquet"))  # before the parts, so that a new one has its part
    names = {part.name for part in archive.files()}
    for path in found:
        if path.name not in names:
            done.reading_count += 1
            done.removed_bytes += _remove(path)


def _remove(path: Path) -> int:
    """Remove a file and tell how many bytes it had."""
    byte_count = path.stat().st_size
    path.unlink()
    return byte_count
