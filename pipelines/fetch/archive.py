"""The archive: every response as it came, in immutable Parquet parts, and what it holds already.

What belongs here: the shape of a part, its writing, and questions that need no parsing. A part is written under a
temporary name, synced and renamed, so it is whole or it is not there. No row in the archive is ever changed; months
that are over may be joined into fewer files (joined.py).
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from pipelines.durable import sync
from pipelines.fetch.joined import counting
from pipelines.model import Entry, Page, Verdict

_ENTRY = pa.struct(
    [
        ("url", pa.string()),
        ("external_id", pa.string()),
        ("title", pa.string()),
        ("updated", pa.string()),
        ("listed_on", pa.date32()),
    ]
)
_HEADER = pa.struct([("name", pa.string()), ("value", pa.string())])
PART = pa.schema(
    [
        ("visit_id", pa.string()),
        ("role", pa.string()),  # visit, listing, page
        ("source_id", pa.string()),
        ("url", pa.string()),
        ("final_url", pa.string()),
        ("fetched_at", pa.timestamp("us", tz="UTC")),
        ("status", pa.int32()),
        ("verdict", pa.string()),
        ("reason", pa.string()),
        ("headers", pa.list_(_HEADER)),
        ("sha256", pa.string()),
        ("body", pa.binary()),
        ("elapsed_seconds", pa.float64()),
        ("page_no", pa.int32()),  # listing: which page of the listing
        ("last", pa.bool_()),  # listing: the listing ends here
        ("fresh_start", pa.bool_()),  # listing: the walk met nothing known, so what lies behind is not yet seen
        ("entries", pa.list_(_ENTRY)),  # listing: what it names; page: what it leads to
        ("entry_updated", pa.string()),  # page: what the listing said of its last change
    ]
)
_STALE_SECONDS = 3600.0  # no part takes this long to write
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
REFUSALS = frozenset({Verdict.BLOCKED, Verdict.CHALLENGE})
_CONCLUSIVE = ("page", "unchanged", "gone", "redirect", "disallowed")


class ArchiveError(RuntimeError):
    """A part that cannot be written or read; the message names it."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the archive knows of one address that it asked for."""

    first_fetched_at: datetime
    last_fetched_at: datetime
    verdict: str | None  # of the last look that said what the address is; None where none did
    failure_count: int  # looks since then that said nothing
    etag: str | None = None
    last_modified: str | None = None
    entry_updated: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Refusals:
    """How a source has answered lately: visits in a row, to the last one, that it refused."""

    count: int = 0
    last_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class State:
    """All that a visit must know of the visits before it."""

    held: dict[str, Held] = field(default_factory=dict)
    listed: dict[str, Entry] = field(default_factory=dict)  # newest first, every entry that any listing named
    deepest_page: int | None = None  # of the listing, since the walk last began anew
    ended: bool = False  # the walk came to the listing's end
    listed_at: datetime | None = None  # when the listing was last read
    refusals: Refusals = Refusals()


class Archive:
    """The parts of one source under `<home>/archive/<source_id>/`."""

    def __init__(self, home: Path, source_id: str) -> None:
        """Look at the folder; nothing is made until a part is written."""
        self.source_id = source_id
        self.folder = home / "archive" / source_id

    def parts(self) -> list[Path]:
        """The parts that count, oldest first: without those whose rows a joined part holds."""
        return counting(self.files())

    def files(self) -> list[Path]:
        """All parts that lie there, oldest first, those among them that a joined part holds."""
        return sorted(self.folder.glob("[0-9]*.parquet"))

    def write(self, rows: list[dict[str, Any]]) -> Path:
        """Add the rows as one part and return its path.

        Raises:
            ArchiveError: the disk is full, or the folder may not be written.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            path = self._free_path()
            temporary = path.with_suffix(f".{os.getpid()}.tmp")
            table = pa.Table.from_pylist(rows, schema=PART)
            pq.write_table(table, temporary, compression="zstd", compression_level=9)
            sync(temporary)
            temporary.rename(path)
            sync(self.folder)
        except OSError as error:
            raise ArchiveError(
                f"{self.folder}: the part could not be written: {error}. Free the disk, or mend the rights."
            ) from error
        return path

    def _free_path(self) -> Path:
        for left in self.folder.glob("*.tmp"):
            if time.time() - left.stat().st_mtime > _STALE_SECONDS:
                left.unlink(missing_ok=True)  # a killed run left it; the pages in it are fetched again
        path = self.folder / f"{datetime.now(UTC):%Y%m%dT%H%M%S.%f}Z.parquet"
        return path if not path.exists() else self._free_path()

    def state(self, *, ends_since: datetime = _LONG_AGO) -> State:
        """What the parts say of the addresses asked for and listed so far.

        Args:
            ends_since: an end of the listing that was seen before this moment is not believed any more.

        Raises:
            ArchiveError: a part cannot be read.
        """
        if not self.parts():
            return State()
        try:
            with duckdb.connect() as connection:
                connection.execute("set threads = 2")
                connection.execute(_LOOKS, {"parts": [str(part) for part in self.parts()]})
                deepest, ended, listed_at = connection.execute(_WALK, {"since": ends_since}).fetchone() or (
                    None,
                    False,
                    None,
                )
                refused = connection.execute(_REFUSALS, {"refusals": sorted(map(str, REFUSALS))}).fetchone()
                return State(
                    held=_held(connection.execute(_HELD, {"conclusive": list(_CONCLUSIVE)}).fetchall()),
                    listed={row[0]: Entry(*row[:5]) for row in connection.execute(_LISTED).fetchall()},
                    deepest_page=deepest,
                    ended=bool(ended),
                    listed_at=listed_at,
                    refusals=Refusals(*refused) if refused else Refusals(),
                )
        except duckdb.Error as error:
            raise ArchiveError(f"{self.folder}: a part cannot be read: {error}") from error


def page_row(visit_id: str, source_id: str, page: Page, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - a row's own columns
    """One response as a row of a part; `more` are the columns of its role."""
    entries = more.pop("entries", ())
    return {
        "visit_id": visit_id,
        "role": "page",
        "source_id": source_id,
        "url": page.url,
        "final_url": page.final_url,
        "fetched_at": page.fetched_at,
        "status": page.status,
        "verdict": str(page.verdict),
        "reason": page.reason,
        "headers": [{"name": name, "value": value} for name, value in page.headers],
        "sha256": page.sha256,
        "body": page.body or None,
        "elapsed_seconds": page.elapsed_seconds,
        "entries": [
            {
                "url": entry.url,
                "external_id": entry.external_id,
                "title": entry.title,
                "updated": entry.updated,
                "listed_on": entry.listed_on,
            }
            for entry in entries
        ],
        **more,
    }


def visit_row(
    visit_id: str, source_id: str, started_at: datetime, verdict: Verdict, reason: str | None
) -> dict[str, Any]:
    """The outcome of a whole visit as a row of its last part."""
    return {
        "visit_id": visit_id,
        "role": "visit",
        "source_id": source_id,
        "fetched_at": started_at,
        "verdict": str(verdict),
        "reason": reason,
    }


def _held(rows: list[tuple[Any, ...]]) -> dict[str, Held]:
    return {row[0]: Held(*row[1:]) for row in rows}


_LOOKS = """
create temp table look as
select
    visit_id, role, url, fetched_at, verdict, sha256, entry_updated, page_no, "last", fresh_start, entries,
    list_filter(headers, lambda h: h.name = 'etag')[1].value as etag,
    list_filter(headers, lambda h: h.name = 'last-modified')[1].value as last_modified
from read_parquet($parts, union_by_name = true)
"""

_HELD = """
with page as (
    select *, list_contains($conclusive, verdict) as conclusive
    from look where role = 'page'
), last_conclusive as (
    select url, max(fetched_at) as seen_at from page where conclusive group by url
)
select
    page.url,
    min(page.fetched_at),
    max(page.fetched_at),
    arg_max(page.verdict, page.fetched_at) filter (where page.conclusive),
    count(*) filter (where not page.conclusive and page.fetched_at > coalesce(seen_at, '-infinity'::timestamptz)),
    arg_max(page.etag, page.fetched_at) filter (where page.verdict = 'page'),
    arg_max(page.last_modified, page.fetched_at) filter (where page.verdict = 'page'),
    arg_max(page.entry_updated, page.fetched_at) filter (where page.conclusive),
    arg_max(page.sha256, page.fetched_at) filter (where page.verdict = 'page')
from page left join last_conclusive using (url)
group by page.url
"""

_LISTED = """
select entry.url, entry.external_id, entry.title, entry.updated, entry.listed_on
from (select fetched_at, page_no, entries, generate_subscripts(entries, 1) as nth from look where role <> 'visit')
cross join lateral (select entries[nth] as entry)
qualify row_number() over (partition by entry.url order by fetched_at desc, page_no, nth) = 1
order by fetched_at desc, page_no, nth
"""

_WALK = """
with listing as (
    select *, max(fetched_at) filter (where fresh_start) over () as began_at
    from look where role = 'listing' and verdict = 'page'
)
select max(page_no), bool_or("last" and fetched_at >= $since), max(fetched_at)
from listing
where began_at is null or fetched_at >= began_at
"""

_REFUSALS = """
with visit as (select fetched_at, list_contains($refusals, verdict) as refused from look where role = 'visit')
select count(*), max(fetched_at)
from visit
where refused and fetched_at > coalesce((select max(fetched_at) from visit where not refused), '-infinity'::timestamptz)
"""
