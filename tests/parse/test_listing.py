"""Listings of every format give entries, and say when they are none."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipelines.home import sample_sources
from pipelines.model import Page, Request, Verdict
from pipelines.parse.listing import listing_request, read_listing
from pipelines.parse.parsed import ListingError
from pipelines.source import Source, load_source


def fetched(body: str, url: str = "https://ministry.example/news?page=1", content_type: str = "text/html") -> Page:
    headers = (("content-type", content_type),)
    return Page(url, url, datetime(2026, 5, 6, tzinfo=UTC), Verdict.PAGE, headers=headers, body=body.encode())


@pytest.fixture
def feed_source(write_source: Callable[..., Path]) -> Source:
    return load_source(write_source(('format = "html"\nurl', 'format = "feed"\nurl')))


def test_links_are_made_absolute_filtered_and_given_once(source: Source) -> None:
    links = "<a href='/news/1'>One</a> <a href='/about'>About</a> <a href='../news/2#x'>Two</a> <a href='/news/1'>1</a>"
    entries = read_listing(source, fetched(f"<html><body>{links}</body></html>")).entries
    assert [(entry.url, entry.external_id, entry.title) for entry in entries] == [
        ("https://ministry.example/news/1", "1", "One"),
        ("https://ministry.example/news/2", "2", "Two"),
    ]


@pytest.mark.parametrize("feed", ["rss", "atom"])
def test_feeds_give_address_title_and_last_change(feed_source: Source, feed: str) -> None:
    rss = (
        "<rss version='2.0'><channel><title>t</title><item><title>One</title>"
        "<link>https://ministry.example/news/1</link><pubDate>Tue, 05 May 2026 08:04:00 GMT</pubDate></item>"
        "</channel></rss>"
    )
    atom = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>t</title><entry><title>One</title>"
        "<link href='https://ministry.example/news/1'/><updated>2026-05-05T08:04:00Z</updated></entry></feed>"
    )
    entry = read_listing(feed_source, fetched(rss if feed == "rss" else atom, content_type="application/xml")).entries[
        0
    ]
    assert (entry.url, entry.title) == ("https://ministry.example/news/1", "One")
    assert entry.updated in {"Tue, 05 May 2026 08:04:00 GMT", "2026-05-05T08:04:00Z"}


def test_a_feed_that_is_html_is_no_feed(feed_source: Source) -> None:
    with pytest.raises(ListingError, match="no RSS or Atom"):
        read_listing(feed_source, fetched("<html><body><p>Our feeds: …</p></body></html>"))


def test_search_results_lead_to_the_content_api() -> None:
    source = sample_sources().sources["sample_united_kingdom"]
    results = [{"link": "/government/news/a", "title": "A", "public_timestamp": "2026-05-05T08:04:00Z"}]
    results.append({"link": "https://elsewhere.example/", "title": "B", "public_timestamp": ""})
    entries = read_listing(source, fetched(json.dumps({"results": results}))).entries
    assert [(entry.url, entry.updated) for entry in entries] == [
        ("https://gov-uk.example/api/content/government/news/a", "2026-05-05T08:04:00Z")
    ]


def test_a_reply_that_is_no_search_result_says_so() -> None:
    source = sample_sources().sources["sample_united_kingdom"]
    for body in ("<html>", "[]", '{"error": "x"}', '{"results": [1]}'):
        with pytest.raises(ListingError, match="Search API"):
            read_listing(source, fetched(body))


def test_pages_of_a_listing_are_counted_as_the_source_counts_them(source: Source) -> None:
    assert listing_request(source, 3) == Request("https://ministry.example/news?page=3")
    gov_uk = sample_sources().sources["sample_united_kingdom"]
    request = listing_request(gov_uk, 3)
    assert request is not None
    assert "start=20" in request.url
    assert listing_request(sample_sources().sources["sample_uzbekistan"], 2) is None
