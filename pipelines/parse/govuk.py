"""GOV.UK: results of the Search API as entries, documents of the Content API as releases.

Formats: docs/using-the-search-api.md of alphagov/search-api; news_article, speech, fatality_notice, gone and redirect
of alphagov/publishing-api.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit
from zoneinfo import ZoneInfo

from pipelines.formats import DatePick, GovukListing
from pipelines.model import ChangeNote, Document, Entry
from pipelines.parse.parsed import ListingError, Parsed, ParseError
from pipelines.parse.pick import read_time
from pipelines.parse.text import clean, paragraphs_of
from pipelines.source import Source

_ISO = DatePick(at="first_published_at", zone="UTC")
_FIELDS = "title,link,public_timestamp,content_store_document_type"


def search_url(listing: GovukListing, page_no: int) -> str:
    """The address of one page of results; pages count from 1."""
    query = {
        **listing.query,
        "order": "-public_timestamp",
        "count": str(listing.page_size),
        "start": str((page_no - 1) * listing.page_size),
        "fields": _FIELDS,
    }
    return f"{listing.url}?{urlencode(query)}"


def search_entries(listing: GovukListing, body: bytes) -> list[Entry]:
    """The documents that one page of results names.

    Raises:
        ListingError: the reply is not the Search API's.
    """
    try:
        results = json.loads(body)["results"]
        return [
            Entry(
                url=_content_url(listing, result["link"]),
                title=result.get("title"),
                updated=result.get("public_timestamp"),
            )
            for result in results
            if result["link"].startswith("/")
        ]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ListingError(f"is no reply of the Search API: {type(error).__name__}: {error}") from error


def parse_content(source: Source, body: bytes) -> Parsed:
    """One document of the Content API.

    Raises:
        ParseError: the reply is not the Content API's, or a release without words.
    """
    try:
        content: dict[str, Any] = json.loads(body)
        schema = content["schema_name"]
        if schema == "gone":
            return Parsed("gone", reason=_gone_reason(content))
        if schema == "redirect":
            return _redirect(source, content)
        return Parsed("release", _document(source, content), leads_to=_translations(source, content))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        if isinstance(error, ParseError):
            raise
        raise ParseError(f"is no document of the Content API: {type(error).__name__}: {error}") from error


def _document(source: Source, content: dict[str, Any]) -> Document:
    details = content["details"]
    notes = _change_notes(details)
    paragraphs = paragraphs_of(_markup(details.get("body")))
    if not paragraphs:
        raise ParseError("details.body holds no text")
    published_on, published_at = _published(source.zone, content, notes)
    locale = content.get("locale") or source.language
    return Document(
        url=urljoin(source.homepage, content["base_path"]),
        title=clean(content["title"]),
        paragraphs=paragraphs,
        language=locale.partition("-")[0],
        issuer_country=source.issuer,
        external_id=f"{content.get('content_id') or content['base_path']}:{locale}",
        summary=clean(content.get("description") or "") or None,
        document_type=content["document_type"],
        published_on=published_on,
        published_at=published_at,
        status="withdrawn" if content.get("withdrawn_notice") else "live",
        translation_of=f"{content['content_id']}:en" if locale != "en" and content.get("content_id") else None,
        change_notes=notes,
    )


def _markup(body: object) -> str:
    """Govspeak made HTML; content stores also keep it as a list of one text a content type."""
    if isinstance(body, list):
        return next((str(part["content"]) for part in body if part.get("content_type") == "text/html"), "")
    return str(body or "")


def _change_notes(details: dict[str, Any]) -> tuple[ChangeNote, ...]:
    history = details.get("change_history") or []
    notes = [
        ChangeNote(datetime.fromisoformat(item["public_timestamp"]).astimezone(UTC), clean(item.get("note") or ""))
        for item in history
    ]
    return tuple(sorted(notes, key=lambda note: note.noted_at))


def _published(zone: ZoneInfo, content: dict[str, Any], notes: tuple[ChangeNote, ...]) -> tuple[Any, datetime | None]:
    """When it was first published: `public_updated_at` is the last edit and will not do."""
    details = content["details"]
    first_note = notes[0].noted_at.isoformat() if notes else None
    for stated in (content.get("first_published_at"), details.get("first_public_at"), first_note):
        day, moment = read_time(stated, _ISO, zone) if stated else (None, None)
        if day:
            return day, moment
    return None, None


def _translations(source: Source, content: dict[str, Any]) -> tuple[Entry, ...]:
    others = content.get("links", {}).get("available_translations") or []
    return tuple(
        Entry(_content_url(source.listing, other["base_path"]), title=other.get("title"))
        for other in others
        if other.get("locale") != content.get("locale") and other.get("base_path")
    )


def _redirect(source: Source, content: dict[str, Any]) -> Parsed:
    exact = [item["destination"] for item in content["redirects"] if item.get("path") == content["base_path"]]
    path = urlsplit(exact[0]).path if exact and exact[0].startswith("/") else None
    entries = (Entry(_content_url(source.listing, path)),) if path else ()
    return Parsed("redirect", reason=f"redirects to {exact[0] if exact else 'nowhere'}", leads_to=entries)


def _gone_reason(content: dict[str, Any]) -> str:
    words = " ".join(paragraphs_of(content.get("details", {}).get("explanation") or ""))
    return f"gone: {words}" if words else "gone"


def _content_url(listing: object, path: str) -> str:
    if not isinstance(listing, GovukListing):
        raise ParseError("listing.format: govuk_content needs a govuk_search listing, which names the Content API")
    return listing.content_url.rstrip("/") + path
