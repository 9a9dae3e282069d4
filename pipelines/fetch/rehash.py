"""Whether the pages of a part are still what was fetched."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

_COLUMNS = ["role", "url", "fetched_at", "sha256", "body"]
_ROWS_AT_ONCE = 64  # of up to some megabytes each


@dataclass(frozen=True, slots=True)
class Rehashed:
    """One page of a part, hashed again; `damage` says what is wrong with it, and is None when nothing is."""

    where: str
    damage: str | None


def rehash(part: Path) -> Iterator[Rehashed]:
    """Hash every page of a part again and compare with the sha256 that was noted when it was fetched.

    A part that cannot be read to its end gives one last row that says so.
    """
    try:
        file = pq.ParquetFile(part)
        for batch in file.iter_batches(_ROWS_AT_ONCE, columns=_COLUMNS):
            yield from map(_rehashed, filter(_has_body, batch.to_pylist()))
    except (OSError, pa.ArrowException) as error:
        yield Rehashed("the part itself", f"cannot be read: {error}")


def _has_body(row: dict[str, object]) -> bool:
    """Whether a row should have kept what came: pages do; of a listing that could be read, only its entries stay."""
    return row["role"] == "page" or row["body"] is not None


def _rehashed(row: dict[str, object]) -> Rehashed:
    body, noted = row["body"], row["sha256"]
    found = hashlib.sha256(body).hexdigest() if isinstance(body, bytes) and body else None
    damage = None if found == noted else f"has the sha256 {found}, and had {noted} when it was fetched"
    return Rehashed(f"{row['url']} as fetched at {row['fetched_at']}", damage)
