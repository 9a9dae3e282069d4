"""What the UI shows beside an asset: small tables in Markdown, and charts as images in it."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, islice
from pathlib import Path

import dagster as dg
import pyarrow.parquet as pq

Value = str | int | float | dg.MarkdownMetadataValue | dg.PathMetadataValue
Row = tuple[object, ...]

_SHOWN_ROWS = 5
_SHOWN_FILES = 20  # looked through for as many rows, newest first
_SHOWN_COLUMNS = 5
_SHOWN_INLINE = 1000  # characters of Markdown; what is longer the UI hides behind a click
_LONGEST_CELL = 60
_OF_A_RELEASE = [
    "outcome",
    "document.title",
    "document.published_on",
    "facts.events.list.element.kind",
    "facts.figures.list.element.kind",
]


def markdown(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """A table in Markdown, long texts cut."""
    lines = [columns, ["---"] * len(columns), *([_cell(value) for value in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def glance(columns: Sequence[str], rows: Sequence[Row]) -> dg.MarkdownMetadataValue:
    """A table so small that the UI shows it without being asked: the first columns that are no ids, the first rows."""
    shown = [place for place, name in enumerate(columns) if not name.endswith("_id")] or range(len(columns))
    chosen = shown[:_SHOWN_COLUMNS]
    narrow = [tuple(row[place] for place in chosen) for row in rows]
    tables = (markdown([columns[place] for place in chosen], narrow[:count]) for count in range(len(narrow), -1, -1))
    return dg.MetadataValue.md(next(table for table in tables if len(table) < _SHOWN_INLINE))


def image(words: str, png: bytes) -> dg.MarkdownMetadataValue:
    """A picture, with the words that stand for it where it cannot be seen."""
    return dg.MetadataValue.md(f"![{words}](data:image/png;base64,{b64encode(png).decode()})")


def page_rows(parts: Sequence[Path]) -> list[Row]:
    """The newest pages of some parts of the archive: when, verdict, status, address."""
    return _newest(parts, _pages)


def release_rows(readings: Sequence[Path]) -> list[Row]:
    """The newest releases of some readings: day, title, outcome, and how many events and figures were read."""
    return _newest(readings, _releases)


def _newest(files: Sequence[Path], rows: Callable[[Path], list[Row]]) -> list[Row]:
    newest = islice(reversed(files), _SHOWN_FILES)
    return list(islice(chain.from_iterable(map(rows, newest)), _SHOWN_ROWS))


def _pages(part: Path) -> list[Row]:
    columns = ["fetched_at", "verdict", "status", "url"]
    rows = pq.read_table(part, columns=columns, filters=[("role", "==", "page")]).to_pylist()
    return [(f"{row['fetched_at']:%Y-%m-%d %H:%M}", row["verdict"], row["status"], row["url"]) for row in rows[::-1]]


def _releases(reading: Path) -> list[Row]:
    if not reading.exists():
        return []
    rows = pq.ParquetFile(reading).read(columns=_OF_A_RELEASE).to_pylist()
    return [
        (
            row["document"]["published_on"],
            row["document"]["title"],
            row["outcome"],
            len(row["facts"]["events"]),
            len(row["facts"]["figures"]),
        )
        for row in rows
        if row["document"]
    ]


def _cell(value: object) -> str:
    text = "" if value is None else " ".join(str(value).replace("|", "\\|").split())
    return text if len(text) <= _LONGEST_CELL else f"{text[: _LONGEST_CELL - 1]}…"
