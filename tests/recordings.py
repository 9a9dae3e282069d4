"""Recorded pages, and what is expected of them.

A folder a source: `listing*` are pages of its listing, `article*` pages of releases, `response*` answers that are
neither. Each is the body as it came, with a TOML file of its address, content type and time beside it. `expected.json`
says what is read in each, and `article*.txt` is the text of a release as a person reads it, a blank line between its
paragraphs.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from pipelines.fetch.verdicts import judge
from pipelines.model import Entry, Page, Verdict
from pipelines.parse.listing import listing_request, read_listing
from pipelines.parse.page import parse_page
from pipelines.source import Source

FOLDER = Path(__file__).parent / "recordings"
_FIRST_PAGES = (1, 2, 3)


def names_of(source_id: str) -> list[str]:
    """The recordings of a source."""
    return sorted(path.stem for path in (FOLDER / source_id).glob("*.toml"))


def load_page(source_id: str, name: str) -> Page:
    """A recording as the page it was."""
    words = tomllib.loads((FOLDER / source_id / f"{name}.toml").read_text(encoding="utf-8"))
    body = (FOLDER / source_id / name).read_bytes()
    headers = (("content-type", words["content_type"]),)
    status = words.get("status", 200)
    return Page(words["url"], words["url"], words["fetched_at"], Verdict.PAGE, None, status, headers, body=body)


def read_recordings(source: Source) -> dict[str, dict[str, Any]]:
    """All that is made of a source's recordings, by recording and field."""
    found: dict[str, dict[str, Any]] = {"requests": _requests(source)}
    for name in names_of(source.source_id):
        page = load_page(source.source_id, name)
        read = {"listing": _listing, "article": _article, "response": _response}[name.partition("_")[0]]
        found[name] = read(source, page)
    return found


def written_text(source_id: str, name: str) -> list[str] | None:
    """The paragraphs of a recorded release as a person reads them; None where nobody has written them down."""
    path = FOLDER / source_id / f"{name}.txt"
    return path.read_text(encoding="utf-8").strip().split("\n\n") if path.exists() else None


def expected(source_id: str) -> dict[str, dict[str, Any]] | None:
    """What a person has reviewed; None where nobody has yet."""
    path = FOLDER / source_id / "expected.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def propose(source_id: str, found: dict[str, dict[str, Any]]) -> Path:
    """Write what was read, for a person to review."""
    path = FOLDER / source_id / "expected.json"
    path.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return path


def _requests(source: Source) -> dict[str, Any]:
    asked = [listing_request(source, page_no) for page_no in _FIRST_PAGES]
    asked_for = {
        f"page_{page_no}": request and request.url + (f" {request.json.decode()}" if request.json else "")
        for page_no, request in zip(_FIRST_PAGES, asked, strict=True)
    }
    since = {"since": str(source.listing.since)} if source.listing.since else {}
    return {**asked_for, "at_least": source.listing.at_least, **since}


def _listing(source: Source, page: Page) -> dict[str, Any]:
    listed = read_listing(source, page)
    entries = listed.entries
    return {
        "count": len(entries),
        "first": _plain(entries[0]) if entries else None,
        "last": _plain(entries[-1]) if entries else None,
        "further": list(listed.further),
        "ends": listed.ends,
    }


def _article(source: Source, page: Page) -> dict[str, Any]:
    parsed = parse_page(source, page)
    document = parsed.document
    if document is None:
        return {"outcome": parsed.outcome, "reason": parsed.reason}
    return {
        "outcome": parsed.outcome,
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
        "translation_of": document.translation_of,
        "paragraphs.count": len(document.paragraphs),
        "paragraphs.first": document.paragraphs[0],
        "paragraphs.last": document.paragraphs[-1],
    }


def _response(source: Source, page: Page) -> dict[str, Any]:
    verdict, reason = judge(page.status or 200, dict(page.headers)["content-type"], page.body, source.fetch)
    return {"verdict": str(verdict), "reason": reason}


def _plain(entry: Entry) -> dict[str, Any]:
    return {
        "url": entry.url,
        "external_id": entry.external_id,
        "title": entry.title,
        "updated": entry.updated,
        "listed_on": str(entry.listed_on) if entry.listed_on else None,
        "carries_text": entry.body is not None,
    }
