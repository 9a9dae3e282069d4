"""Dagster's own history, kept small: old runs with all that belongs to them, and the room that they took.

A run stays, however old, when an asset has its last materialisation from it or a check its last evaluation. What
Dagster itself leaves behind of a run that it deletes is removed here: its events' file, its logs, its tags and the
evaluations of its checks.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import dagster as dg
from dagster._core.storage.dagster_run import FINISHED_STATUSES
from dagster._core.storage.event_log.schema import AssetCheckExecutionsTable
from dagster._core.storage.event_log.sql_event_log import SqlEventLogStorage
from dagster._core.storage.event_log.sqlite.sqlite_event_log import SqliteEventLogStorage
from dagster._core.storage.runs.schema import RunsTable, RunTagsTable
from dagster._core.storage.runs.sql_run_storage import SqlRunStorage
from sqlalchemy import func, select

_AT_ONCE = 200
_WORTH_A_VACUUM = 0.2  # of a file that is empty pages
_BUSY_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was removed of the history."""

    run_count: int
    kept_count: int  # as old, and the last that is known of an asset or a check
    freed_bytes: int


def forget_runs(instance: dg.DagsterInstance, before: datetime) -> Forgotten:
    """Remove the runs that ended before a moment, but for those that hold the last of an asset or a check."""
    size = _size(instance)
    kept = set(_last_runs(instance))
    old = dg.RunsFilter(statuses=list(FINISHED_STATUSES), updated_before=before)
    ids = [record.dagster_run.run_id for record in instance.get_run_records(old)]
    forgotten = [run_id for run_id in ids if run_id not in kept]
    for run_id in forgotten:
        instance.delete_run(run_id)
        _remove_files(instance, run_id)
    _remove_rows(instance, forgotten)
    for path in _databases(instance):
        _shrink(path)
    return Forgotten(len(forgotten), len(ids) - len(forgotten), size - _size(instance))


def _last_runs(instance: dg.DagsterInstance) -> Iterator[str]:
    """The runs that the UI shows beside an asset or a check."""
    for record in instance.get_asset_records(instance.all_asset_keys()):
        entry = record.asset_entry
        for last in (entry.last_materialization_record, entry.last_observation_record):
            if last:
                yield last.event_log_entry.run_id
    storage = instance.event_log_storage
    if isinstance(storage, SqlEventLogStorage):
        table = AssetCheckExecutionsTable.c
        newest = select(func.max(table.id)).group_by(table.asset_key, table.check_name, table.execution_status)
        with storage.index_connection() as connection:
            yield from connection.execute(select(table.run_id).where(table.id.in_(newest))).scalars()


def _remove_files(instance: dg.DagsterInstance, run_id: str) -> None:
    if instance.compute_log_manager:
        instance.compute_log_manager.delete_logs(prefix=[run_id])
    if isinstance(instance.event_log_storage, SqliteEventLogStorage):
        shard = instance.event_log_storage.path_for_shard(run_id)
        for ending in ("", "-wal", "-shm"):
            Path(f"{shard}{ending}").unlink(missing_ok=True)


def _remove_rows(instance: dg.DagsterInstance, run_ids: list[str]) -> None:
    events, runs = instance.event_log_storage, instance.run_storage
    if isinstance(events, SqlEventLogStorage):
        for first in range(0, len(run_ids), _AT_ONCE):
            of_these = AssetCheckExecutionsTable.c.run_id.in_(run_ids[first : first + _AT_ONCE])
            with events.index_connection() as connection:
                connection.execute(AssetCheckExecutionsTable.delete().where(of_these))
    if isinstance(runs, SqlRunStorage):
        with runs.connect() as connection:
            connection.execute(RunTagsTable.delete().where(RunTagsTable.c.run_id.not_in(select(RunsTable.c.run_id))))


def _databases(instance: dg.DagsterInstance) -> list[Path]:
    """The files that many runs share, where the history is in SQLite."""
    root = Path(instance.root_directory)
    return [
        path for pattern in ("history/*.db", "history/runs/index.db", "schedules/*.db") for path in root.glob(pattern)
    ]


def _shrink(path: Path) -> None:
    """Give back the empty pages of a file; one that is in use is left for the next time."""
    with closing(sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)) as connection:
        pages, empty = (connection.execute(f"pragma {name}").fetchone()[0] for name in ("page_count", "freelist_count"))
        try:
            if pages and empty / pages > _WORTH_A_VACUUM:
                connection.execute("vacuum")
            connection.execute("pragma wal_checkpoint(truncate)")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise


def _size(instance: dg.DagsterInstance) -> int:
    """Bytes on the disk; files that go meanwhile count no more."""
    byte_count = 0
    for path in Path(instance.root_directory).rglob("*"):
        with suppress(FileNotFoundError):
            byte_count += path.lstat().st_size
    return byte_count
