"""`folder.example`: any folder of releases in the gold JSON shape, on pages in the manner of kt.kz.

What belongs here: reading such a folder, with errors that say what to mend, and the metadata in which a release's
own address, issuer, language and time travel. Nothing is filtered out: one file, one release.
"""

from __future__ import annotations

import hashlib
import re
from codecs import BOM_UTF8
from dataclasses import dataclass
from datetime import UTC, date, datetime
from html import escape
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictStr, ValidationError

from pipelines.sample.exchange import Ask, Reply, missing_reply, page_reply
from pipelines.sample.newspaper import Article, article_page, listing_page

if TYPE_CHECKING:
    from pathlib import Path

HOST = "folder.example"
LISTING = "/eng/releases/"
NAME = "Folder of releases"
SLUG_LENGTH = 60
DAY_LENGTH = len("2025-02-12")
NEVER = datetime.min.replace(tzinfo=UTC)


class FolderError(ValueError):
    """A folder, or a file in it, that cannot be served; the message says what to do."""


def _a_time(stated: str) -> str:
    datetime.fromisoformat(stated)
    return stated


class FolderRelease(BaseModel):
    """One file; labels and other keys are not the site's business."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    title: Annotated[StrictStr, Field(min_length=1)]
    issuer: Annotated[StrictStr, Field(min_length=1)]
    paragraphs: tuple[StrictStr, ...]
    published_at: Annotated[StrictStr, AfterValidator(_a_time)] | None = None
    url: StrictStr | None = None
    language: StrictStr | None = None

    @property
    def ordered_at(self) -> datetime:
        """The time by which the listing is ordered; undated releases come last."""
        if self.published_at is None:
            return NEVER
        at = datetime.fromisoformat(self.published_at)
        return at if at.tzinfo else at.replace(tzinfo=UTC)

    @property
    def stated(self) -> str:
        """The date in the words of the page: wall time as the file has it, only the day, or nothing."""
        if self.published_at is None:
            return ""
        if len(self.published_at) <= DAY_LENGTH:
            return f"{date.fromisoformat(self.published_at):%d.%m.%Y}"
        return f"{datetime.fromisoformat(self.published_at):%d.%m.%Y, %H:%M}"


@dataclass(frozen=True, slots=True)
class FolderSite:
    """The listing and the article pages of one folder; there is no robots.txt."""

    articles: tuple[Article, ...]
    host: str = HOST

    def answer(self, ask: Ask) -> Reply:
        """Answer with a page of the listing or an article."""
        if ask.path == LISTING:
            return page_reply(listing_page(NAME, self.articles, ask.page_no, ask.number))
        body = article_page(NAME, self.articles, ask.path, ask.number)
        return missing_reply(ask.path) if body is None else page_reply(body)


def folder_site(folder: Path) -> FolderSite:
    """Read a folder: `*.json`, one release a file, newest first and undated ones last.

    Raises:
        FolderError: the folder has no such file, or a file is not a release.
    """
    files = sorted(folder.glob("*.json"))
    if not files:
        raise FolderError(f"{folder}: no *.json file here; name a folder that holds one release a file")
    taken: set[int] = set()
    found: list[tuple[datetime, Article]] = []
    for file in files:
        release = _read(file)
        number = _number(file, taken)
        found.append((release.ordered_at, _article(release, number)))
    found.sort(key=lambda pair: pair[0], reverse=True)
    return FolderSite(tuple(article for _, article in found))


def _read(file: Path) -> FolderRelease:
    try:
        return FolderRelease.model_validate_json(file.read_bytes().removeprefix(BOM_UTF8))
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"]) or "the file"
        raise FolderError(
            f"{file}: {key}: {first['msg']}; a release is a JSON object with title, issuer and paragraphs "
            "(a list of strings), and, where known, published_at (ISO 8601), url and language: "
            "mend the file or move it away",
        ) from error


def _number(file: Path, taken: set[int]) -> int:
    """Derive a ten-digit number from a file's name and content; no two files of a folder get the same one."""
    digest = hashlib.sha256(file.name.encode() + b"\0" + file.read_bytes()).digest()
    number = int.from_bytes(digest[:8], "big") % 9_000_000_000 + 1_000_000_000
    while number in taken:
        number += 1
    taken.add(number)
    return number


def _article(release: FolderRelease, number: int) -> Article:
    slug = re.sub(r"[^a-z0-9]+", "_", release.title.lower()).strip("_")[:SLUG_LENGTH].strip("_") or "release"
    path = f"{LISTING}{slug}_{number}.html"
    head = f'<link rel="canonical" href="{escape(release.url or f"https://{HOST}{path}")}">\n'
    head += f'<meta name="issuer" content="{escape(release.issuer)}">\n'
    if release.published_at is not None:
        head += f'<meta property="article:published_time" content="{escape(release.published_at)}">\n'
    return Article(path, release.title, release.stated, release.paragraphs, head, release.language)
