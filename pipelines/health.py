"""Whether a warehouse is well: it can be opened, it is built, there is room to build it, and nothing is wrong.

What belongs here: what a monitor asks. What does not: telling somebody (alerts), or whether Dagster's own processes
live, which `dagster-daemon liveness-check` and the webserver's `/server_info` answer.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pipelines.alerts.journal import Journal
from pipelines.load.errors import LoadError
from pipelines.load.query import run_query

_ROOM = 3  # a build copies the published file, and its Parquet copies are made anew beside the old ones
_LEAST_ROOM = 500_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that was looked at."""

    name: str
    is_well: bool
    what: str


def signs(home: Path, *, stale: timedelta, now: datetime | None = None) -> Iterator[Sign]:
    """What is to be said of the warehouse under `home`; a build older than `stale` is a bad sign."""
    now = now or datetime.now(UTC)
    yield _published(home, stale, now)
    yield _disk(home)
    try:
        lasting = Journal(home).read().lasting(now)
        what = ", ".join(f"{one.trouble.kind} {one.trouble.subject}" for one in lasting)
        yield Sign("alerts", not lasting, what or "nothing is wrong that was told of")
    except OSError as error:
        yield Sign("alerts", is_well=False, what=f"cannot be read: {error}")


def _published(home: Path, stale: timedelta, now: datetime) -> Sign:
    try:
        _, rows = run_query(home, "select max(started_at), (select count(*) from main.release) from ops.build")
    except LoadError as error:
        return Sign("published", is_well=False, what=str(error))
    built_at, release_count = rows[0]
    hours = (now - built_at) / timedelta(hours=1)
    return Sign("published", now - built_at <= stale, f"{release_count} releases, built {hours:.1f} hours ago")


def _disk(home: Path) -> Sign:
    published = home / "communique.duckdb"
    wanted = max(_LEAST_ROOM, _ROOM * (published.stat().st_size if published.exists() else 0))
    free = shutil.disk_usage(home if home.exists() else home.parent).free
    return Sign("disk", free >= wanted, f"{free / 1e9:.1f} GB are free, of which a build may need {wanted / 1e9:.1f}")
