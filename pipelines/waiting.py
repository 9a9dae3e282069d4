"""What of the archive the published file does not show yet, and for how long.

Told from what lies there, not from messages: whoever asks after a crash or a restart gets the same answer.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipelines.build import archived_ids
from pipelines.fetch.archive import Archive
from pipelines.load.errors import NotPublishedError
from pipelines.load.query import run_query
from pipelines.model import Verdict

_NEWS = tuple(map(str, (Verdict.PAGE, Verdict.GONE, Verdict.REDIRECT)))  # verdicts that change what releases say


@dataclass(frozen=True, slots=True)
class Waiting:
    """The parts that no build has taken in."""

    parts: tuple[str, ...]  # as ops.loaded_part names them
    since: datetime  # when the first of them was written
    has_news: bool  # whether one brings a page; else they tell only how visits went

    @property
    def digest(self) -> str:
        """The same for the same parts, and for no others."""
        return hashlib.sha256("\n".join(self.parts).encode()).hexdigest()[:16]


def waiting(home: Path) -> Waiting | None:
    """The parts under `<home>/archive` that the published file does not hold; None when it holds all."""
    loaded = _loaded(home)
    parts = {
        f"{source_id}/{path.stem}": path
        for source_id in archived_ids(home)
        for path in Archive(home, source_id).parts()
    }
    fresh = {name: path for name, path in parts.items() if name not in loaded}
    if not fresh:
        return None
    since = min(path.stat().st_mtime for path in fresh.values())
    return Waiting(tuple(sorted(fresh)), datetime.fromtimestamp(since, UTC), any(map(_has_news, fresh.values())))


def _loaded(home: Path) -> set[str]:
    try:
        _, rows = run_query(home, "select part from ops.loaded_part")
    except NotPublishedError:
        return set()
    return {name for (name,) in rows}


def _has_news(part: Path) -> bool:
    """Whether a part holds a page; one that cannot be read does, since a build must tell of it."""
    news = [("role", "==", "page"), ("verdict", "in", _NEWS)]
    try:
        return bool(pq.read_table(part, columns=["verdict"], filters=news).num_rows)
    except (OSError, pa.ArrowException):
        return True
