"""Walking the whole road in a test, and looking at where it ends."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from pathlib import Path

import duckdb

from pipelines.build import Built, build
from pipelines.collect import Visit, visit
from pipelines.fetch.client import PoliteClient
from pipelines.home import folder_source, known_sources, sample_sources
from pipelines.sample.site import SampleSite
from tests.conftest import HASTY

OF_THE_FETCH = frozenset(
    {"first_fetched_at", "last_changed_at", "fetched_at", "page_sha256", "started_at", "ended_at", "looked_at"}
)
"""Columns that tell when and how a page came, not what it says: a page's bytes change with its view counter."""


OF_BUILDS = frozenset({"ops.build", "ops.changed_release"})
"""Tables that tell what builds did: history, not content."""


class HurriedClient(PoliteClient):
    """A client that keeps no distance between its requests, for sites of our own whose pace is not what is tested."""

    def _wait_for_pace(self, url: str) -> None:
        del url


def collect_sample(
    home: Path, *, as_of: date | None = None, folder: Path | None = None, now: datetime | None = None
) -> list[Visit]:
    """Visit every source of the sample site as it stood on a day."""
    sources = folder_source() if folder else sample_sources()
    with (
        SampleSite(as_of=as_of, folder=folder) as site,
        HurriedClient(HASTY, routes=dict.fromkeys(site.hosts, site.origin)) as client,
    ):
        return [visit(source, home, client, now=now) for source in sources.sources.values()]


def build_all(home: Path, *, full: bool = False) -> Built:
    """Build with every source that is known."""
    return build(home, known_sources(), full=full)


def ask(home: Path, sql: str) -> list[tuple[object, ...]]:
    """Ask the published file."""
    with duckdb.connect(str(home / "communique.duckdb"), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def hashes(
    home: Path, *, schemas: tuple[str, ...] = ("main", "ops"), without: frozenset[str] = frozenset()
) -> dict[str, str]:
    """A hash of the ordered rows of each table, those aside that tell of builds."""
    columns = ask(
        home,
        "select schema_name || '.' || table_name, list(column_name order by column_index) from duckdb_columns()"
        " where not internal group by all order by all",
    )
    return {
        str(table): _hash(home, str(table), [name for name in names if name not in without])  # type: ignore[attr-defined]
        for table, names in columns
        if str(table).partition(".")[0] in schemas and table not in OF_BUILDS
    }


def _hash(home: Path, table: str, columns: list[str]) -> str:
    rows = ask(home, f"select {', '.join(columns)} from {table} order by all")
    return f"{len(rows)} {hashlib.sha256(repr(rows).encode()).hexdigest()[:16]}"
