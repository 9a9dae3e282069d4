"""The live sites give listings and releases; run by `make test LIVE=1` where there is a web."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pipelines.fetch.client import PoliteClient
from pipelines.home import live_sources
from pipelines.model import Verdict
from pipelines.parse.listing import listing_request, read_listing
from pipelines.parse.page import parse_page
from pipelines.source import Source

pytestmark = pytest.mark.live


@pytest.fixture(scope="module")
def client() -> Iterator[PoliteClient]:
    with PoliteClient() as client:
        yield client


@pytest.mark.parametrize("source", live_sources().sources.values(), ids=lambda source: source.source_id)
def test_the_listing_names_releases_and_the_newest_can_be_read(source: Source, client: PoliteClient) -> None:
    request = listing_request(source, 1)
    assert request is not None
    listing = client.fetch(request.url, source.fetch, json=request.json)
    assert listing.verdict is Verdict.PAGE, f"{listing.url}: {listing.verdict}: {listing.reason}"
    entries = read_listing(source, listing).entries
    assert len(entries) >= source.listing.at_least
    article = client.fetch(entries[0].url, source.fetch)
    assert article.verdict is Verdict.PAGE, f"{article.url}: {article.verdict}: {article.reason}"
    parsed = parse_page(source, article)
    assert parsed.outcome in {"release", "skipped", "redirect", "gone"}
    if parsed.document:
        assert parsed.document.published_on is not None
        assert len(parsed.document.body) > 100
