"""The build: a private copy of the published file, the changes applied to it, the checks, the swap.

What belongs here: the order of things and the files on disk. What does not: any rule about rows, which is in `sql/`.

The unit of change is the release: what a new, re-read or vanished part touches is deleted and made anew from all its
readings, so that a build from nothing and any row of smaller builds end in the same rows.
"""

from __future__ import annotations

import hashlib
import shutil
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import duckdb
from filelock import FileLock, Timeout

from pipelines.durable import sync
from pipelines.load.checks import CheckResult, run_checks
from pipelines.load.errors import BuildFailedError, BuildRunningError, ChecksFailedError
from pipelines.load.files import definition_sha256, ordered_files
from pipelines.load.given import AlertRow, PartFile, RunRow, SourceRow, empty_files, give
from pipelines.load.published import PUBLISHED_NAME, read_history
from pipelines.load.resolvers import Resolvers, resolve
from pipelines.load.tables import declare, fill, row_count, run_file, table_counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

STORAGE_VERSION = "v1.2.0"
"""Old enough for BI drivers some releases behind."""

_BUILDING_NAME = ".building.duckdb"
_SPILL_NAME = ".spill"


@dataclass(frozen=True, slots=True)
class Applied:
    """What one build did."""

    build_id: str
    mode: str  # delta, full
    part_count: int  # parts that were new, read again, or gone
    release_count: int  # releases that they touched
    row_counts: dict[str, int]  # rows a table afterwards, by `schema.table`
    seconds: float


@contextmanager
def open_builder(home: Path, *, full: bool = False, version: str = "") -> Iterator[Builder]:
    """Take the lock, open a private copy of the published file (an empty one when `full`), and tidy up afterwards.

    A changed definition of the tables, or another `version` of what is told apart how, makes the build full by itself.

    Raises:
        BuildFailedError: the disk, a part, a reading or a file under `sql/` is not as it should be.
        BuildRunningError: another builder holds `<home>/.build.lock`.
        PublishedFileError: the published file is damaged or no warehouse of ours.
    """
    try:
        home.mkdir(parents=True, exist_ok=True)
        with FileLock(home / ".build.lock", timeout=0), closing(Builder(home, full=full, version=version)) as builder:
            yield builder
    except Timeout as error:
        raise BuildRunningError(
            f"another build is running on {home} (it holds {error.lock_file}); wait for it to end, then build again"
        ) from error
    except (duckdb.Error, OSError) as error:
        notes = "; ".join(getattr(error, "__notes__", ()))
        raise BuildFailedError(
            f"{home / PUBLISHED_NAME} was left as it was, because the build failed: {error}"
            f"{f' ({notes})' if notes else ''}; mend what it names, then build again"
        ) from error


class Builder:
    """One build on a private copy; made by `open_builder`."""

    def __init__(self, home: Path, *, full: bool, version: str) -> None:
        """Copy the published file of `home`, unless it is to be made from nothing; sweep up after a killed build."""
        self._published = home / PUBLISHED_NAME
        self._building = home / _BUILDING_NAME
        self._spill = home / _SPILL_NAME
        self._sweep()
        self._spill.mkdir()
        history = read_history(self._published)
        self._history = history.builds
        self._definition = definition_sha256(version)
        self.mode = "full" if full or history.definition_sha256 != self._definition else "delta"
        if self.mode == "delta":
            try:
                shutil.copyfile(self._published, self._building)
            except OSError:
                self._sweep()  # half a copy would keep a full disk full
                raise
        self._checks: list[CheckResult] | None = None
        self.connection = self._connect()

    def _connect(self) -> duckdb.DuckDBPyConnection:
        connection = duckdb.connect(":memory:")
        connection.execute("set timezone = 'UTC'")
        connection.execute("set temp_directory = ?", [str(self._spill)])
        attach = f"attach '{str(self._building).replace(chr(39), chr(39) * 2)}' as communique"
        connection.execute(f"{attach} (storage_version '{STORAGE_VERSION}')")
        connection.execute("attach ':memory:' as incoming")
        connection.execute("use communique")
        return connection

    def apply(
        self,
        parts: Iterable[PartFile],
        sources: Iterable[SourceRow],
        resolvers: Resolvers,
        alerts: Iterable[AlertRow] = (),
    ) -> Applied:
        """Bring the private copy up to date with the whole archive, in one transaction; finds itself what changed.

        `parts` are all parts of the archive, `sources` all sources that they name, `alerts` all that were ever told.

        Raises:
            duckdb.Error: a file under `sql/`, a part or a reading is not as it should be; `open_builder` tells it.
        """
        started_at = datetime.now(UTC)
        build_id = hashlib.sha256(f"build|{started_at.isoformat()}".encode()).hexdigest()[:16]
        run = RunRow(build_id, self.mode, self._definition, started_at, *empty_files(self._spill))
        give(self.connection, run, parts, sources, self._history, alerts=alerts)
        files = ordered_files("main", "mart", "ops")
        if self.mode == "full":
            declare(self.connection, files)
        self._identify(resolvers)
        self.connection.begin()
        fill(self.connection, files)
        applied = self._record(run)
        self.connection.commit()
        return applied

    def _identify(self, resolvers: Resolvers) -> None:
        """Take in what changed, and with it the releases that name what is now somebody else, until none is left."""
        moved_count = 0
        while True:
            for file in ordered_files("incoming"):
                run_file(self.connection, file)
            found_count = resolve(self.connection, resolvers)
            if found_count == moved_count:
                return
            moved_count = found_count

    def _record(self, run: RunRow) -> Applied:
        """Add the row of this build to `ops.build`."""
        row_counts = table_counts(self.connection)
        part_count = row_count(self.connection, "incoming.changed_part")
        release_count = row_count(self.connection, "incoming.touched")
        seconds = (datetime.now(UTC) - run.started_at).total_seconds()
        applied = Applied(run.build_id, run.mode, part_count, release_count, row_counts, seconds)
        self.connection.execute(
            "insert into ops.build by name select $build_id as build_id, $mode as mode, $part_count as part_count,"
            " $release_count as release_count, map($tables, $counts) as row_counts, $seconds as seconds,"
            " $definition_sha256 as definition_sha256, $started_at as started_at",
            {
                "build_id": run.build_id,
                "mode": run.mode,
                "part_count": part_count,
                "release_count": release_count,
                "tables": list(row_counts),
                "counts": list(row_counts.values()),
                "seconds": seconds,
                "definition_sha256": run.definition_sha256,
                "started_at": run.started_at,
            },
        )
        return applied

    def check(self) -> list[CheckResult]:
        """Run every file of `sql/checks` on the private copy and give all results, passed or not."""
        self._checks = run_checks(self.connection)
        return self._checks

    def publish(self) -> Path:
        """Put the private copy in the place of the published file, in one step that readers never notice.

        Returns the published path.

        Raises:
            ChecksFailedError: an error-level check returned rows; the published file is as it was.
            OSError: the disk is full or closed to us; the published file is as it was.
        """
        results = self._checks if self._checks is not None else self.check()
        failed = [result for result in results if result.severity == "error" and not result.passed]
        if failed:
            lines = "\n".join(f"  {result.name}: {result.sentence} ({result.row_count} rows)" for result in failed)
            raise ChecksFailedError(
                f"{self._published} was left as it was, because these checks failed:\n{lines}\n"
                "see sql/checks for what each returns; mend the source or the rule, then build again",
                results,
            )
        self.connection.execute("checkpoint communique")
        self.connection.close()
        sync(self._building)
        self._building.replace(self._published)
        sync(self._published.parent)
        return self._published

    def close(self) -> None:
        """Let go of the private copy; harmless when done twice, and after publishing."""
        self.connection.close()
        self._sweep()

    def _sweep(self) -> None:
        shutil.rmtree(self._spill, ignore_errors=True)
        for path in (self._building, self._building.with_name(f"{_BUILDING_NAME}.wal")):
            path.unlink(missing_ok=True)
