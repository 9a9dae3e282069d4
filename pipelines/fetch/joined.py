"""Joined parts: the parts of a month that is over, as few files with the same rows and bytes.

What belongs here: how a joined part is named, what it says of the parts that it holds, its writing and its proof. When
parts are joined, and what follows from it, is the story of `pipelines.maintain`.

A joined part counts from the moment that its file has its name, and what it holds counts no more from the same
moment, though the files still lie beside it. So a kill leaves either the old or the new, and readers that looked at
the folder before find the old files until they are removed, hours later.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipelines.durable import sync

_HOLDS = b"communique.holds"
_MARK = "-"  # between the first part's time and the digest of all names; no other part has it in its name
_MONTH = slice(6)  # of a name: 202510 in 20251003T101500.123456Z
_LARGEST_BYTES = 64_000_000  # uncompressed: what one reader of a part holds in memory
_LATE = timedelta(days=1)  # until a part that was named in the old month lies there, whatever the clocks say


class JoinError(RuntimeError):
    """Parts that could not be joined; the message names them. All of them are as they were."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A part as fetched, and how many rows of a joined part are its."""

    part: str
    row_count: int


def holdings(part: Path) -> tuple[Holding, ...]:
    """What a joined part says that it holds, in the order of its rows; nothing for any other, or an unreadable one."""
    if not _is_joined(part):
        return ()
    try:
        told = (pq.read_schema(part).metadata or {}).get(_HOLDS, b"[]")
    except (OSError, pa.ArrowException):
        return ()  # whoever reads its rows finds out, and says so
    return tuple(Holding(name, count) for name, count in json.loads(told))


def counting(parts: Sequence[Path]) -> list[Path]:
    """Those of the parts of one source whose rows no other of them holds as well."""
    kept: list[Path] = []
    for _, same_month in groupby(parts, key=_month):
        month = list(same_month)
        names = {part: _names(part) for part in month} if len(month) > 1 and any(map(_is_joined, month)) else {}
        kept += [part for part in month if not any(names[part] < other for other in names.values())] if names else month
    return kept


def joinable(parts: Sequence[Path], now: datetime) -> Iterator[list[Path]]:
    """The parts that could be one: neighbours in a month that is over, alike in their columns and small enough.

    Raises:
        JoinError: a part cannot be read.
    """
    for month, same_month in groupby(parts, key=_month):
        if month.isdigit() and _end_of(month) + _LATE <= now:
            yield from (group for group in _groups(same_month) if len(group) > 1)


def joined_path(parts: Sequence[Path]) -> Path:
    """Where these parts would lie as one: named after all that it holds, so that a name stands for its rows."""
    names = "\n".join(sorted(name for part in parts for name in _names(part)))
    first = parts[0].stem.partition(_MARK)[0]
    return parts[0].with_name(f"{first}{_MARK}{hashlib.sha256(names.encode()).hexdigest()[:12]}.parquet")


def join(parts: Sequence[Path]) -> Path:
    """Write the parts as one, read it again, compare every value and byte, and only then give it its name.

    Raises:
        JoinError: a part cannot be read, the disk is full or closed to us, or what was written is not what was read.
    """
    path = joined_path(parts)
    unfinished = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        tables = [_read(part) for part in parts]
        held = [holding for part, table in zip(parts, tables, strict=True) for holding in _held(part, table)]
        told = json.dumps([[one.part, one.row_count] for one in held]).encode()
        whole = pa.concat_tables(tables)
        pq.write_table(
            whole.replace_schema_metadata({_HOLDS: told}), unfinished, compression="zstd", compression_level=9
        )
        sync(unfinished)
        if not _read(unfinished).equals(whole):
            raise JoinError(f"{unfinished}: what was written is not what was read. The disk may be failing; look at it")
        unfinished.rename(path)
        sync(path.parent)
    except (OSError, pa.ArrowException) as error:
        named = f"{parts[0]} and the {len(parts) - 1} parts after it"
        raise JoinError(f"{named} were left as they are, because they could not be joined: {error}") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return path


def removable(parts: Sequence[Path], before: datetime) -> Iterator[Path]:
    """The files whose rows a joined part has held since before this moment, each after one more comparison.

    Raises:
        JoinError: a joined part does not hold what it says.
    """
    counted = counting(parts)
    held = set(parts) - set(counted)
    for joined in filter(_is_joined, counted):
        if datetime.fromtimestamp(joined.stat().st_mtime, UTC) <= before:
            names = _names(joined)
            yield from _compared(joined, sorted(part for part in held if _names(part) <= names))


def _compared(joined: Path, held: list[Path]) -> Iterator[Path]:
    if not held:
        return
    try:
        rows, begins = _read(joined), _begins(joined)
        for part in held:
            table = _read(part)
            first = min(begins[name] for name in _names(part))
            if not rows.slice(first, table.num_rows).equals(table):
                raise JoinError(
                    f"{part} was left, because {joined} does not hold the same rows. One of the two was damaged after"
                    " it was written: `communique verify` tells which; move that one away"
                )
            yield part
    except (OSError, pa.ArrowException) as error:
        raise JoinError(f"{joined} or a part that it holds cannot be read: {error}; both were left") from error


def _begins(joined: Path) -> dict[str, int]:
    begins, row_count = {}, 0
    for one in holdings(joined):
        begins[one.part] = row_count
        row_count += one.row_count
    return begins


def _held(part: Path, table: pa.Table) -> tuple[Holding, ...]:
    return holdings(part) or (Holding(part.stem, table.num_rows),)


def _names(part: Path) -> frozenset[str]:
    return frozenset(one.part for one in holdings(part)) or frozenset({part.stem})


def _is_joined(part: Path) -> bool:
    return _MARK in part.stem


def _month(part: Path) -> str:
    return part.stem[_MONTH]


def _end_of(month: str) -> datetime:
    first = datetime.strptime(month, "%Y%m").replace(tzinfo=UTC)
    return (first + timedelta(days=31)).replace(day=1)


def _groups(parts: Iterable[Path]) -> Iterator[list[Path]]:
    group: list[Path] = []
    size, columns = 0, None
    for part in parts:
        try:
            metadata = pq.read_metadata(part)
        except (OSError, pa.ArrowException) as error:
            raise JoinError(f"{part} cannot be read: {error}; bring it back from a copy, or move it away") from error
        more = sum(metadata.row_group(number).total_byte_size for number in range(metadata.num_row_groups))
        alike = metadata.schema.to_arrow_schema().remove_metadata()
        if group and (size + more > _LARGEST_BYTES or not alike.equals(columns)):
            yield group
            group, size = [], 0
        group, size, columns = [*group, part], size + more, alike
    if group:
        yield group


def _read(part: Path) -> pa.Table:
    return pq.ParquetFile(part).read().replace_schema_metadata(None)
