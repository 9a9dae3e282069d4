"""What a build is given, and its way into the in-memory catalog `incoming`.

What belongs here: the rows that Python brings (parts, sources, countries, topics, the run itself) and the Arrow shape
of the files that SQL reads. What does not: SQL that works on them.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipelines.load.dimensions import countries, topics
from pipelines.load.rows import schema_of
from pipelines.model import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import duckdb

TIMESTAMP = pa.timestamp("us", tz="UTC")

ENTRY = pa.struct(
    [("url", pa.string()), ("external_id", pa.string()), ("title", pa.string()), ("updated", pa.string())]
)
ARCHIVE_SCHEMA = pa.schema(
    {
        "visit_id": pa.string(),
        "role": pa.string(),  # visit, listing, page
        "source_id": pa.string(),
        "url": pa.string(),
        "final_url": pa.string(),
        "fetched_at": TIMESTAMP,
        "status": pa.int32(),
        "verdict": pa.string(),
        "reason": pa.string(),
        "sha256": pa.string(),
        "elapsed_seconds": pa.float64(),
        "page_no": pa.int32(),
        "last": pa.bool_(),
        "entries": pa.list_(ENTRY),
    }
)
"""The columns of an archive part that the warehouse reads; others, the body among them, are left alone."""


@dataclass(frozen=True, slots=True)
class PartFile:
    """One part of the archive with its reading, and the versions of the reader that made the reading."""

    source_id: str
    name: str  # the file's name without `.parquet`
    archive_path: Path
    reading_path: Path
    parser_version: str
    extractor_version: str
    holds: tuple[str, ...] = ()  # the parts, as `source/name`, that were joined into it


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source as the table `source` shows it."""

    source_id: str
    name: str
    country_code: str
    language: str
    homepage: str
    listing_format: str
    terms: str | None = None
    republishes: str | None = None
    expected_gap_days: float | None = None
    is_closed: bool = False
    verified_on: date | None = None


@dataclass(frozen=True, slots=True)
class AlertRow:
    """An alert as the table `ops.alert` shows it."""

    alert_id: str
    kind: str
    subject: str
    state: str
    what_happened: str
    where_to_look: str
    what_to_do: str
    channels: tuple[str, ...]
    taken_by: tuple[str, ...]
    began_at: datetime
    told_at: datetime


@dataclass(frozen=True, slots=True)
class RunRow:
    """The build that is running."""

    build_id: str
    mode: str  # delta, full
    definition_sha256: str
    started_at: datetime
    empty_archive_path: str
    empty_reading_path: str


@dataclass(frozen=True, slots=True)
class _PartRow:
    part: str
    source_id: str
    archive_path: str
    reading_path: str
    parser_version: str
    extractor_version: str
    holds: tuple[str, ...]


def empty_files(folder: Path) -> tuple[str, str]:
    """Write an archive part and a reading without rows into `folder`; their schemas lead every `read_parquet`.

    Returns the paths of the two.
    """
    archive, reading = folder / "empty_archive.parquet", folder / "empty_reading.parquet"
    pq.write_table(ARCHIVE_SCHEMA.empty_table(), archive)
    pq.write_table(schema_of(Reading).empty_table(), reading)
    return str(archive), str(reading)


def give(
    connection: duckdb.DuckDBPyConnection,
    run: RunRow,
    parts: Iterable[PartFile],
    sources: Iterable[SourceRow],
    history: pa.Table,
    *,
    alerts: Iterable[AlertRow] = (),
) -> None:
    """Fill the tables of `incoming` that Python brings; `history` holds the rows of `ops.build` to keep."""
    part_rows = [
        _PartRow(
            f"{part.source_id}/{part.name}",
            part.source_id,
            str(part.archive_path),
            str(part.reading_path),
            part.parser_version,
            part.extractor_version,
            part.holds,
        )
        for part in sorted(parts, key=lambda part: (part.source_id, part.name))
    ]
    tables = {
        "incoming.run": table_of(RunRow, [run]),
        "incoming.part": table_of(_PartRow, part_rows),
        "incoming.source": table_of(SourceRow, sorted(sources, key=lambda source: source.source_id)),
        "incoming.country": pa.Table.from_pylist(countries()),
        "incoming.topic": pa.Table.from_pylist(topics()),
        "incoming.history": history,
        "incoming.alert": table_of(AlertRow, list(alerts)),
    }
    for name, table in tables.items():
        connection.from_arrow(table).create(name)


def table_of(row_type: type[Any], rows: Sequence[Any]) -> pa.Table:
    """Rows of a flat dataclass as an Arrow table, columns named and typed as its fields."""
    schema = schema_of(row_type)
    columns = zip(*map(astuple, rows), strict=True) if rows else [()] * len(schema)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)
