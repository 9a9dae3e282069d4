"""Reading files: one a part, one row a page, nested columns, the reader's version in the metadata.

What belongs here: the file format. What does not: making readings (build.py) or turning them into tables (sql/).
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from pipelines.load.rows import plain, schema_of
from pipelines.model import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_PARSER, _EXTRACTOR = b"parser_version", b"extractor_version"


def write_readings(path: Path, readings: Iterable[Reading], *, parser_version: str, extractor_version: str) -> None:
    """Write the readings of one part, whole or not at all: a temporary name, fsync, then `os.replace`."""
    schema = schema_of(Reading).with_metadata({_PARSER: parser_version, _EXTRACTOR: extractor_version})
    _write(path, pa.Table.from_pylist([plain(reading) for reading in readings], schema=schema))


def join_readings(path: Path, parts: Sequence[Path]) -> bool:
    """Write the readings of some parts as those of the part that holds them all, in this order.

    Returns whether it could be done: all of them must be there and of one version, else they are to be read anew.
    """
    versions = {reading_version(part) for part in parts}
    if len(versions) != 1 or None in versions:
        return False
    _write(path, pa.concat_tables(pq.ParquetFile(part).read() for part in parts))
    return True


def _write(path: Path, table: pa.Table) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with unfinished.open("wb") as file:
            pq.write_table(table, file, compression="zstd")
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def reading_version(path: Path) -> tuple[str, str] | None:
    """Parser and extractor version that made a reading file; None when it is absent or cannot be read."""
    try:
        metadata = pq.read_schema(path).metadata or {}
        return metadata[_PARSER].decode(), metadata[_EXTRACTOR].decode()
    except (OSError, pa.ArrowInvalid, KeyError):
        return None
