"""Listings: how to ask for a page of one, and which releases it names; one function a format.

What belongs here: the formats that are markup, and the choice among all. What does not: replies in JSON, which are
`listing_reply` and `govuk`.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import feedparser
from lxml import etree, html
from url_normalize import url_normalize

from pipelines.formats import (
    DatePick,
    FeedListing,
    GovukListing,
    GraphqlListing,
    HtmlListing,
    JsonListing,
    SitemapListing,
    WordpressListing,
)
from pipelines.model import Entry, Request
from pipelines.parse.govuk import search_entries, search_url
from pipelines.parse.listing_reply import list_items, list_posts, wordpress_url
from pipelines.parse.parsed import Listed, ListingError
from pipelines.parse.pick import pick, pick_published, read_time, select, values_of_page
from pipelines.parse.text import clean, decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from lxml.html import HtmlElement

    from pipelines.model import Page
    from pipelines.source import Source

_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
_ISO, _RFC2822 = DatePick(at="lastmod"), DatePick(at="published", format="rfc2822")


def listing_request(source: Source, page_no: int) -> Request | None:
    """How to ask for a page of the listing, counted from 1; None where the listing has no such page."""
    match source.listing:
        case GovukListing() as listing:
            return Request(search_url(listing, page_no))
        case WordpressListing() as listing:
            return Request(wordpress_url(listing, page_no))
        case HtmlListing(first_url=str(first)) if page_no == 1:
            return Request(first)
        case GraphqlListing() as listing:
            query = listing.query.replace("{page}", str(listing.first_page + (page_no - 1) * listing.step))
            return Request(listing.url, json.dumps({"query": query}).encode())
        case listing if page_no > 1 and "{page}" not in listing.url:
            return None
        case listing:
            return Request(listing.url.replace("{page}", str(listing.first_page + (page_no - 1) * listing.step)))


def read_listing(source: Source, page: Page) -> Listed:
    """What a page of the listing names: releases in its order, each once.

    Raises:
        ListingError: the page is no listing of this format.
    """
    match source.listing:
        case HtmlListing() as listing:
            found = Listed(tuple(_html_entries(source, listing, page)))
        case FeedListing() as listing:
            found = Listed(tuple(_feed_entries(source, listing, page)))
        case SitemapListing() as listing:
            found = _sitemap(source, listing, page)
        case WordpressListing() as listing:
            found = list_posts(source, listing, page)
        case JsonListing() | GraphqlListing() as listing:
            found = list_items(source, listing, page)
        case GovukListing() as listing:
            found = Listed(tuple(search_entries(listing, page.body)))
    return replace(found, entries=_each_once(found.entries))


def _each_once(found: Iterable[Entry]) -> tuple[Entry, ...]:
    """Keep the order. Cards link twice, by a picture and by the title; copies of an item differ in length."""
    unique: dict[str, Entry] = {}
    for entry in found:
        known = unique.get(entry.url)
        if known is None or _says(entry) > _says(known):
            unique[entry.url] = entry
    return tuple(unique.values())


def _says(entry: Entry) -> tuple[int, bool]:
    return len(entry.body or b""), entry.title is not None


def _html_entries(source: Source, listing: HtmlListing, page: Page) -> Iterator[Entry]:
    try:
        tree = html.document_fromstring(decode(page.body, content_type_of(page)), base_url=page.final_url)
    except etree.ParserError as error:
        raise ListingError(f"is no HTML: {error}") from error
    tree.make_links_absolute(page.final_url, handle_failures="ignore")
    for card in select(tree, listing.card) if listing.card else [tree]:
        values = values_of_page(card)
        title = pick(values, [listing.title]) if listing.title else None
        listed_on = pick_published(values, listing.dated, source.zone)[0]
        for link in card.iter("a"):
            yield from _entry(listing.links, link.get("href", ""), title or clean(link.text_content()), listed_on)


def _feed_entries(source: Source, listing: FeedListing, page: Page) -> Iterator[Entry]:
    feed = feedparser.parse(page.body, response_headers={"content-type": content_type_of(page)}, sanitize_html=False)
    if not feed.version:
        raise ListingError("is no RSS or Atom feed")
    for item in feed.entries:
        # Asked of the plain dict, since feedparser's own warns of a fallback.
        stated = dict.get(item, "published") or dict.get(item, "updated")
        changed = dict.get(item, "updated") or stated
        listed_on = _listed_on(stated, source)
        body = _feed_item(item) if listing.full_text else None
        link, title = item.get("link", ""), clean(item.get("title", ""))
        yield from _entry(listing.links, link, title, listed_on, updated=changed, body=body)


def _listed_on(stated: str | None, source: Source) -> date | None:
    if stated is None:
        return None
    return read_time(stated, _RFC2822, source.zone)[0] or read_time(stated, _ISO, source.zone)[0]


def _feed_item(item: feedparser.FeedParserDict) -> bytes:
    """An item as JSON, by feedparser's names: what the archive keeps of a release whose page is not fetched."""
    words = {name: dict.get(item, name) for name in ("id", "link", "title", "published", "updated", "summary")}
    content = [str(part.get("value", "")) for part in item.get("content", ())]
    return json.dumps(
        {**words, "content": max(content, key=len, default=words["summary"])}, ensure_ascii=False
    ).encode()


def _sitemap(source: Source, listing: SitemapListing, page: Page) -> Listed:
    try:
        root = etree.fromstring(page.body, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    except etree.XMLSyntaxError as error:
        raise ListingError(f"is no sitemap: {error}") from error
    if root is None or root.tag not in {f"{_SITEMAP}urlset", f"{_SITEMAP}sitemapindex"}:
        raise ListingError("is no sitemap")
    if root.tag == f"{_SITEMAP}sitemapindex":
        children = [(_text(child, f"{_SITEMAP}lastmod"), _text(child, f"{_SITEMAP}loc")) for child in root]
        newest_first = sorted(children, key=lambda child: child[0], reverse=True)
        return Listed(further=tuple(url for _, url in newest_first if url and re.search(listing.children, url)))
    entries = [entry for item in root.iter(f"{_SITEMAP}url") for entry in _sitemap_entry(source, listing, item)]
    return Listed(tuple(sorted(entries, key=lambda entry: entry.updated or "", reverse=True)))


def _sitemap_entry(source: Source, listing: SitemapListing, item: HtmlElement) -> Iterator[Entry]:
    changed = _text(item, f"{_SITEMAP}lastmod") or None
    stated = _text(item, f".//{_NEWS}publication_date") or changed
    title = clean(_text(item, f".//{_NEWS}title"))
    yield from _entry(listing.links, _text(item, f"{_SITEMAP}loc"), title, _listed_on(stated, source), updated=changed)


def _text(element: HtmlElement, path: str) -> str:
    return (element.findtext(path) or "").strip()


def _entry(
    links: str,
    href: str,
    title: str,
    listed_on: date | None,
    *,
    updated: str | None = None,
    body: bytes | None = None,
) -> Iterator[Entry]:
    url = url_normalize(href.partition("#")[0]) if href.startswith("http") else None
    match = re.search(links, url) if url else None
    if url and match:
        yield Entry(url, match.groupdict().get("id"), title or None, updated, listed_on, body)


def content_type_of(page: Page) -> str:
    """The content type that the response stated."""
    return dict(page.headers).get("content-type", "")
