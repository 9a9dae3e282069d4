"""Listings: which releases a ministry names, one function a format."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urldefrag

import feedparser
from lxml import html
from lxml.etree import ParserError
from url_normalize import url_normalize

from pipelines.model import Entry
from pipelines.parse.govuk import search_entries, search_url
from pipelines.parse.parsed import ListingError
from pipelines.parse.text import clean, decode
from pipelines.source import FeedListing, GovukListing, HtmlListing

if TYPE_CHECKING:
    from pipelines.model import Page
    from pipelines.source import Source


def listing_url(source: Source, page_no: int) -> str | None:
    """The address of a page of the listing, counted from 1; None where the listing has no such page."""
    match source.listing:
        case HtmlListing() as listing:
            if page_no == 1 and listing.first_url:
                return listing.first_url
            if page_no > 1 and "{page}" not in listing.url:
                return None
            return listing.url.replace("{page}", str(page_no - 1 + listing.first_page))
        case GovukListing() as listing:
            return search_url(listing, page_no)
        case FeedListing() as listing:
            return listing.url if page_no == 1 else None


def list_entries(source: Source, page: Page) -> list[Entry]:
    """The releases that a page of the listing names, in its order, each once.

    Raises:
        ListingError: the page is no listing of this format.
    """
    match source.listing:
        case HtmlListing() as listing:
            found = _html_entries(listing, page)
        case FeedListing() as listing:
            found = _feed_entries(listing, page)
        case GovukListing() as listing:
            found = search_entries(listing, page.body)
    return _each_once(found)


def _each_once(found: list[Entry]) -> list[Entry]:
    """Keep the order; cards link twice, by a picture and by the title."""
    unique: dict[str, Entry] = {}
    for entry in found:
        if entry.url not in unique or unique[entry.url].title is None:
            unique[entry.url] = entry
    return list(unique.values())


def _html_entries(listing: HtmlListing, page: Page) -> list[Entry]:
    try:
        tree = html.document_fromstring(decode(page.body, _content_type(page)), base_url=page.final_url)
    except ParserError as error:
        raise ListingError(f"is no HTML: {error}") from error
    tree.make_links_absolute(page.final_url, handle_failures="ignore")
    return [
        entry
        for link in tree.iter("a")
        if (entry := _entry(listing.links, link.get("href", ""), clean(link.text_content())))
    ]


def _feed_entries(listing: FeedListing, page: Page) -> list[Entry]:
    feed = feedparser.parse(page.body, response_headers={"content-type": _content_type(page)})
    if not feed.version:
        raise ListingError("is no RSS or Atom feed")
    return [
        entry
        for item in feed.entries
        if (entry := _entry(listing.links, item.get("link", ""), clean(item.get("title", "")), _changed(item)))
    ]


def _changed(item: feedparser.FeedParserDict) -> str | None:
    """When an item last changed, as stated; asked of the plain dict, since feedparser's own warns of a fallback."""
    stated = dict.get(item, "updated") or dict.get(item, "published")
    return str(stated) if stated else None


def _entry(links: str, href: str, title: str, updated: str | None = None) -> Entry | None:
    url = url_normalize(urldefrag(href).url) if href.startswith("http") else None
    match = re.search(links, url) if url else None
    if url is None or match is None:
        return None
    return Entry(url, match.groupdict().get("id"), title or None, updated)


def _content_type(page: Page) -> str:
    return dict(page.headers).get("content-type", "")
