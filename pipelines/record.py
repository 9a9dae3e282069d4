"""Recording a source: one listing and one article as they come, for its tests."""

from __future__ import annotations

from pathlib import Path

from pipelines.fetch.client import PoliteClient
from pipelines.model import Page, Verdict
from pipelines.parse.listing import list_entries, listing_url
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
    listing = _get(source, client, listing_url(source, 1) or "")
    entries = list_entries(source, listing)
    if not entries:
        raise RecordError(f"{source.source_id}: the listing {listing.url} names no release; mend [listing] first.")
    target.mkdir(parents=True, exist_ok=True)
    _save(target, "listing", listing)
    _save(target, "article", _get(source, client, entries[0].url))
    return target


def _get(source: Source, client: PoliteClient, url: str) -> Page:
    page = client.fetch(url, source.fetch)
    if page.verdict is not Verdict.PAGE:
        raise RecordError(f"{source.source_id}: {url}: {page.verdict}: {page.reason}")
    return page


def _save(target: Path, name: str, page: Page) -> None:
    (target / name).write_bytes(page.body)
    content_type = dict(page.headers).get("content-type", "")
    words = f'url = "{page.url}"\ncontent_type = "{content_type}"\nfetched_at = {page.fetched_at:%Y-%m-%dT%H:%M:%SZ}\n'
    (target / f"{name}.toml").write_text(words, encoding="utf-8")
