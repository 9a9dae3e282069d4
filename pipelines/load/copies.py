"""Parquet copies of the published tables, in a folder that readers only ever see whole.

`<home>/parquet` is a link to `<home>/.parquet/<build>`: the new folder is written beside the old one, then the link is
put over. The folder before stays until the next build, for whoever is in the midst of reading it.

What belongs here: the files. What does not: what the data package says of them (datapackage.py).
"""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from pipelines.durable import sync
from pipelines.load.datapackage import DESCRIPTOR_NAME, copy_path, descriptor
from pipelines.load.described import Table, described_tables
from pipelines.load.errors import CopiesFailedError
from pipelines.load.fingerprint import fingerprint
from pipelines.load.query import open_published

if TYPE_CHECKING:
    from pathlib import Path

COPIES_NAME = "parquet"
COPIED_SCHEMAS = ("main", "mart")

_BUILDS_NAME = ".parquet"
_UNFINISHED_NAME = "unfinished"


def write_copies(home: Path) -> Path:
    """Copy every table and view of `main` and `mart` of the published file, and put the copies in place of the last.

    Whoever calls holds the lock of the build. A table whose rows are those of its last copy is not written again: the
    file is linked. Returns `<home>/parquet`, which has `<schema>/<table>.parquet` and `datapackage.json`.

    Raises:
        CopiesFailedError: the disk is full or closed to us; the copies, and the published file, are as they were.
    """
    copies = home / COPIES_NAME
    try:
        builds = home / _BUILDS_NAME
        builds.mkdir(exist_ok=True)
        _sweep(builds, kept=copies.resolve())
        with open_published(home) as connection:
            made = _write(connection, builds / _UNFINISHED_NAME, last=copies)
        unfinished_link = builds / f"{COPIES_NAME}.link"
        unfinished_link.symlink_to(made.relative_to(home))
        _make_way(copies, builds)
        unfinished_link.replace(copies)
        sync(home)
    except (duckdb.Error, OSError) as error:
        raise CopiesFailedError(
            f"the tables are published, but {copies} was left as it was, because the Parquet copies could not be made:"
            f" {error}; mend what it names, then build again"
        ) from error
    return copies


def _sweep(builds: Path, *, kept: Path) -> None:
    """Remove what is neither in use nor was until the last build, and what a killed build left."""
    for left in builds.iterdir():
        if left.is_symlink():
            left.unlink()
        elif left != kept:
            shutil.rmtree(left)


def _make_way(copies: Path, builds: Path) -> None:
    """Move a folder of copies aside that stands where the link should: a home that was copied may have one."""
    if copies.is_dir() and not copies.is_symlink() and (copies / DESCRIPTOR_NAME).exists():
        copies.rename(builds / "replaced")


def _write(connection: duckdb.DuckDBPyConnection, unfinished: Path, *, last: Path) -> Path:
    """Write all copies and the descriptor, and give the folder the name of the build."""
    tables = described_tables(connection, *COPIED_SCHEMAS)
    for schema in COPIED_SCHEMAS:
        (unfinished / schema).mkdir(parents=True)
    connection.execute("set temp_directory = ?", [str(unfinished / ".spill")])
    for table in tables:
        _copy(connection, table, unfinished / copy_path(table), last / copy_path(table))
    shutil.rmtree(unfinished / ".spill", ignore_errors=True)
    package = descriptor(connection, tables, unfinished)
    described = unfinished / DESCRIPTOR_NAME
    described.write_text(json.dumps(package, ensure_ascii=False, indent=1), encoding="utf-8")
    sync(described)
    return unfinished.rename(unfinished.with_name(package["id"]))


def _copy(connection: duckdb.DuckDBPyConnection, table: Table, path: Path, last: Path) -> None:
    """Write one copy, or link the last one when it holds the same rows under the same columns."""
    columns = ",".join(f"{column.name} {column.kind}" for column in table.columns)
    rows = f"{columns}|{fingerprint(connection, table.full_name)}"
    if _rows_of(last) == rows:
        os.link(last, path)
        return
    quoted_path, quoted_rows = (text.replace("'", "''") for text in (str(path), rows))
    connection.execute(
        f"copy (from {table.full_name}) to '{quoted_path}'"
        f" (format parquet, compression zstd, kv_metadata {{rows: '{quoted_rows}'}})"
    )
    sync(path)


def _rows_of(copy: Path) -> str | None:
    """What a copy says of its own rows; None when it is not there or cannot be read."""
    try:
        return str((pq.read_metadata(copy).metadata or {})[b"rows"], "utf-8")
    except (OSError, pa.ArrowInvalid, KeyError):
        return None
