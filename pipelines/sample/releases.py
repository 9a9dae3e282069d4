"""The releases that the sample site serves: written for this project around public facts, one file each.

What belongs here: reading `releases/<site>/*.json`, and the wording of a release on a day. What does not: markup.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from pydantic import AwareDatetime, BaseModel, ConfigDict

RELEASES = Path(__file__).parent / "releases"


class Strict(BaseModel):
    """A part of a file whose every key is known."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Edit(Strict):
    """A later wording of a release: what it says anew, and the ministry's note; a minor edit has none."""

    at: AwareDatetime
    note: str | None = None
    title: str | None = None
    summary: str | None = None
    paragraphs: tuple[str, ...] | None = None


class Release(Strict):
    """One release as first published, and its edits in the order of time."""

    id: str
    path: str
    title: str
    published_at: AwareDatetime
    summary: str = ""
    paragraphs: tuple[str, ...]
    edits: tuple[Edit, ...] = ()

    @property
    def changed_at(self) -> datetime:
        """When the wording last changed, in UTC."""
        last = self.edits[-1].at if self.edits else self.published_at
        return last.astimezone(UTC)


SomeRelease = TypeVar("SomeRelease", bound=Release)


def happened(at: datetime, as_of: date | None) -> bool:
    """Say whether something had happened by the end of a day, on the calendar of its own zone."""
    return as_of is None or at.date() <= as_of


def read_releases(kind: type[SomeRelease], folder: str, as_of: date | None) -> tuple[SomeRelease, ...]:
    """Read one site's releases as they stood at the end of a day, newest first.

    Raises:
        pydantic.ValidationError: a file lacks a key, or has one that nobody reads.
    """
    files = sorted((RELEASES / folder).glob("*.json"))
    releases = [kind.model_validate_json(file.read_bytes()) for file in files]
    held = [_worded(release, as_of) for release in releases if happened(release.published_at, as_of)]
    return tuple(sorted(held, key=lambda release: (release.published_at, release.id), reverse=True))


def _worded(release: SomeRelease, as_of: date | None) -> SomeRelease:
    """Apply the edits made by that day: title, summary and paragraphs become those of the last one."""
    edits = tuple(edit for edit in release.edits if happened(edit.at, as_of))
    words: dict[str, object] = {"edits": edits}
    for edit in edits:
        words |= edit.model_dump(include={"title", "summary", "paragraphs"}, exclude_none=True)
    return release.model_copy(update=words)
