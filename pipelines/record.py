"""Recording a source: one listing and one article as they come, for its tests."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pipelines.fetch.client import PoliteClient
from pipelines.model import Entry, Page, Request, Verdict
from pipelines.parse.listing import listing_request, read_listing
from pipelines.source import Source


class RecordError(RuntimeError):
    """A source that gives nothing to record; the message says why."""


def record(source: Source, client: PoliteClient, folder: Path) -> Path:
    """Save the first page of the listing and its first article under `<folder>/<source_id>/`.

    A recording is the body as it came (`listing`, `article`) and beside it a TOML file of its address, content type
    and time. An `expected.json` that is there is left alone: the tests compare with it.

    Raises:
        RecordError: the listing or the article could not be had.
    """
    target = folder / source.source_id
    listing, entries = _listing(source, client)
    if not entries:
        raise RecordError(f"{source.source_id}: the listing {listing.url} names no release; mend [listing] first.")
    target.mkdir(parents=True, exist_ok=True)
    _save(target, "listing", listing)
    _save(target, "article", _article(source, client, entries[0], listing))
    return target


def _listing(source: Source, client: PoliteClient) -> tuple[Page, tuple[Entry, ...]]:
    """The first page that names releases: of an index of sitemaps, the newest of those that it names."""
    page = _get(source, client, listing_request(source, 1) or Request(source.homepage))
    listed = read_listing(source, page)
    if listed.entries or not listed.further:
        return page, listed.entries
    page = _get(source, client, Request(listed.further[0]))
    return page, read_listing(source, page).entries


def _article(source: Source, client: PoliteClient, entry: Entry, listing: Page) -> Page:
    if entry.body is None:
        return _get(source, client, Request(entry.url))
    return replace(listing, url=entry.url, body=entry.body, headers=(("content-type", "application/json"),))


def _get(source: Source, client: PoliteClient, request: Request) -> Page:
    page = client.fetch(request.url, source.fetch, json=request.json)
    if page.verdict is not Verdict.PAGE:
        raise RecordError(f"{source.source_id}: {request.url}: {page.verdict}: {page.reason}")
    return page


def _save(target: Path, name: str, page: Page) -> None:
    (target / name).write_bytes(page.body)
    content_type = dict(page.headers).get("content-type", "")
    words = f'url = "{page.url}"\ncontent_type = "{content_type}"\nfetched_at = {page.fetched_at:%Y-%m-%dT%H:%M:%SZ}\n'
    (target / f"{name}.toml").write_text(words, encoding="utf-8")
