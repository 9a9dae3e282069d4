"""Recorded pages, and what is expected of them."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from pipelines.model import Entry, Page, Verdict
from pipelines.parse.listing import read_listing
from pipelines.parse.page import parse_page
from pipelines.source import Source

FOLDER = Path(__file__).parent / "recordings"


def load_page(source_id: str, name: str) -> Page:
    """A recording as the page it was."""
    words = tomllib.loads((FOLDER / source_id / f"{name}.toml").read_text(encoding="utf-8"))
    body = (FOLDER / source_id / name).read_bytes()
    headers = (("content-type", words["content_type"]),)
    return Page(words["url"], words["url"], words["fetched_at"], Verdict.PAGE, headers=headers, body=body)


def read_recording(source: Source) -> dict[str, Any]:
    """All that the parser makes of a source's listing and article, by field."""
    entries = read_listing(source, load_page(source.source_id, "listing")).entries
    document = parse_page(source, load_page(source.source_id, "article")).document
    assert document is not None, f"{source.source_id}: the recorded article is no release"
    return {
        "listing.count": len(entries),
        "listing.first": _plain(entries[0]),
        "listing.last": _plain(entries[-1]),
        "url": document.url,
        "external_id": document.external_id,
        "title": document.title,
        "summary": document.summary,
        "document_type": document.document_type,
        "language": document.language,
        "issuer_country": document.issuer_country,
        "published_on": str(document.published_on),
        "published_at": str(document.published_at),
        "status": document.status,
        "paragraphs.count": len(document.paragraphs),
        "paragraphs.first": document.paragraphs[0],
        "paragraphs.last": document.paragraphs[-1],
    }


def expected(source_id: str) -> dict[str, Any] | None:
    """What a person has reviewed; None where nobody has yet."""
    path = FOLDER / source_id / "expected.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def propose(source_id: str, found: dict[str, Any]) -> Path:
    """Write what was read, for a person to review."""
    path = FOLDER / source_id / "expected.json"
    path.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return path


def _plain(entry: Entry) -> dict[str, Any]:
    return {
        "url": entry.url,
        "external_id": entry.external_id,
        "title": entry.title,
        "updated": entry.updated,
        "listed_on": str(entry.listed_on) if entry.listed_on else None,
        "carries_text": entry.body is not None,
    }
