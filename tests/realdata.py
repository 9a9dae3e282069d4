"""The real releases that may lie beside the checkout, in the shape of a folder of releases."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import yaml

from pipelines.model import Document
from pipelines.parse.text import clean, paragraphs_of

REALDATA = Path(__file__).parents[2] / "shared" / "realdata"


def real_releases() -> Iterator[dict[str, Any]]:
    """All American, Singaporean and White House releases."""
    yield from _state()
    yield from _singapore()
    yield from _white_house()


def document_of(release: dict[str, Any]) -> Document:
    """A release of a folder as the parser would give it."""
    stated = release["published_at"]
    return Document(
        url=release["url"],
        title=clean(release["title"]),
        paragraphs=tuple(clean(text) for text in release["paragraphs"]),
        language="en",
        issuer_country=release["issuer"],
        published_on=date.fromisoformat(stated[:10]) if stated else None,
    )


def _release(
    number: int, url: str, title: str, issuer: str, published_at: str | None, words: list[str]
) -> dict[str, Any]:
    found = {
        "id": f"{hashlib.sha256(url.encode()).hexdigest()[:12]}-{number}",
        "url": url,
        "title": clean(title) or "Untitled",
        "issuer": issuer,
    }
    paragraphs = [text for text in map(clean, words) if text]
    return {**found, "published_at": published_at, "language": "en", "paragraphs": paragraphs}


def _state() -> Iterator[dict[str, Any]]:
    with gzip.open(REALDATA / "us_state" / "items.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            item = json.loads(line)
            words = list(paragraphs_of(item["content_encoded"] or item["description"] or ""))
            published_at = parsedate_to_datetime(item["pubDate"]).isoformat()
            if words:
                yield _release(number, item["link"], item["title"], "US", published_at, words)


def _singapore() -> Iterator[dict[str, Any]]:
    items = json.loads((REALDATA / "singapore_mfa" / "mfa_statements.json").read_text(encoding="utf-8"))
    for number, item in enumerate(items):
        moment = datetime.strptime(item["date"], "%d %b %Y, %H:%M") if item["date"] else None  # noqa: DTZ007
        published_at = f"{moment.isoformat()}+08:00" if moment else None
        words = re.split(r"\n+", item["content"] or "")
        if any(words):
            yield _release(number, item["url"], item["title"], "SG", published_at, words)


def _white_house() -> Iterator[dict[str, Any]]:
    for number, path in enumerate(sorted((REALDATA / "whitehouse").rglob("*-*.md"))):
        _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
        words = yaml.safe_load(head)
        paragraphs = body.replace("\\", "").split("\n\n")
        yield _release(number, words["source_url"], words["title"], "US", str(words["date"]), paragraphs)
