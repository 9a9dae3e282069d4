"""Sitemaps, news sitemaps and their indexes are listings too."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pipelines.model import Page, Verdict
from pipelines.parse.listing import read_listing
from pipelines.parse.parsed import ListingError
from pipelines.source import Source, load_source

HOME = "https://ministry.example"
SPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
)


@pytest.fixture
def source(write_source: Callable[..., Path]) -> Source:
    return load_source(write_source(('format = "html"\nurl', 'children = "/release-"\nformat = "sitemap"\nurl')))


def sitemap(kind: str, *items: str) -> Page:
    body = f'<?xml version="1.0" encoding="UTF-8"?><{kind} {SPACES}>{"".join(items)}</{kind}>'
    url = f"{HOME}/sitemap.xml"
    return Page(url, url, datetime(2026, 5, 6, tzinfo=UTC), Verdict.PAGE, body=body.encode())


def test_addresses_come_newest_first_with_their_last_change(source: Source) -> None:
    old = f"<url><loc>{HOME}/news/1</loc><lastmod>2026-05-01</lastmod></url>"
    new = f"<url><loc> {HOME}/news/2 </loc><lastmod>2026-05-05T09:00:00+05:00</lastmod></url>"
    other = f"<url><loc>{HOME}/about</loc></url>"
    entries = read_listing(source, sitemap("urlset", old, other, new)).entries
    assert [(entry.external_id, entry.listed_on) for entry in entries] == [
        ("2", date(2026, 5, 5)),
        ("1", date(2026, 5, 1)),
    ]
    assert entries[1].updated == "2026-05-01"


def test_a_news_sitemap_tells_title_and_day_of_publication(source: Source) -> None:
    news = (
        "<news:news><news:publication_date>2026-05-04</news:publication_date><news:title>Talks</news:title></news:news>"
    )
    item = f"<url><loc>{HOME}/news/1</loc><lastmod>2026-05-06</lastmod>{news}</url>"
    entry = read_listing(source, sitemap("urlset", item)).entries[0]
    assert (entry.title, entry.listed_on, entry.updated) == ("Talks", date(2026, 5, 4), "2026-05-06")


def test_an_index_leads_to_the_sitemaps_that_hold_releases_newest_first(source: Source) -> None:
    children = [
        f"<sitemap><loc>{HOME}/{name}.xml</loc><lastmod>{day}</lastmod></sitemap>"
        for name, day in [("release-1", "2026-05-01"), ("page-1", "2026-05-09"), ("release-2", "2026-05-05")]
    ]
    listed = read_listing(source, sitemap("sitemapindex", *children))
    assert listed.further == (f"{HOME}/release-2.xml", f"{HOME}/release-1.xml")
    assert listed.entries == ()


def test_what_is_no_sitemap_is_told(source: Source) -> None:
    with pytest.raises(ListingError, match="is no sitemap"):
        read_listing(source, sitemap("html", "<body/>"))


def test_entities_of_a_sitemap_are_not_unfolded(source: Source) -> None:
    body = f'<!DOCTYPE x [<!ENTITY a "boo">]><urlset {SPACES}><url><loc>{HOME}/news/1&a;</loc></url></urlset>'
    url = f"{HOME}/sitemap.xml"
    page = Page(url, url, datetime(2026, 5, 6, tzinfo=UTC), Verdict.PAGE, body=body.encode())
    assert all("boo" not in entry.url for entry in read_listing(source, page).entries)
