"""Listings that are JSON replies: any interface's by JMESPath, GraphQL's, and WordPress's."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urljoin

import jmespath
from url_normalize import url_normalize

from pipelines.formats import DatePick
from pipelines.model import Entry
from pipelines.parse.parsed import Listed, ListingError
from pipelines.parse.pick import pick_published, read_time, values_of_reply
from pipelines.parse.text import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.formats import JsonItems, WordpressListing
    from pipelines.model import Page
    from pipelines.source import Source

_GMT = DatePick(at="date_gmt", zone="UTC")
_FIELDS = "id,date,date_gmt,modified_gmt,link,type,title,excerpt,content"
_PAST_THE_LAST = "rest_post_invalid_page_number"  # with status 400: class-wp-rest-posts-controller.php


def wordpress_url(listing: WordpressListing, page_no: int) -> str:
    """The address of one page of posts; pages count from 1."""
    query = {**listing.query, "per_page": str(listing.page_size), "page": str(page_no), "_fields": _FIELDS}
    return f"{listing.url}?{urlencode(query)}"


def list_posts(source: Source, listing: WordpressListing, page: Page) -> Listed:
    """The posts of one page of the REST interface, each with its whole text.

    Raises:
        ListingError: the reply is not WordPress's.
    """
    reply = _json(page)
    if isinstance(reply, dict) and reply.get("code") == _PAST_THE_LAST:
        return Listed(ends=True)
    try:
        entries = [
            Entry(
                url=url_normalize(post["link"]) or post["link"],
                external_id=source.external_id(post["link"]),
                title=text_of(post["title"]["rendered"]) or None,
                updated=post.get("modified_gmt"),
                listed_on=read_time(post["date_gmt"], _GMT, source.zone)[0],
                body=_dump(post),
            )
            for post in reply
            if re.search(listing.links, post["link"])
        ]
    except (KeyError, TypeError) as error:
        raise ListingError(f"is no reply of WordPress: {type(error).__name__}: {error}; {_start(page)}") from error
    return Listed(tuple(entries), ends=len(reply) < listing.page_size)


def list_items(source: Source, listing: JsonItems, page: Page) -> Listed:
    """The items of one JSON reply.

    Raises:
        ListingError: the reply is no JSON, states errors, or has no such list.
    """
    reply = _json(page)
    if isinstance(reply, dict) and reply.get("errors"):  # spec.graphql.org, Response Format
        raise ListingError(f"the reply states errors: {json.dumps(reply['errors'], ensure_ascii=False)[:300]}")
    items = jmespath.search(listing.items, reply)
    if items is None:
        raise ListingError(f"nothing stands at {listing.items!r}: {_start(page)}")
    found = items if isinstance(items, list) else [items]
    entries = tuple(entry for item in found for entry in _item_entry(source, listing, page, item))
    return Listed(entries, leaves_out=len(entries) < len(found))


def _item_entry(source: Source, listing: JsonItems, page: Page, item: Any) -> Iterator[Entry]:  # noqa: ANN401 - JSON
    if listing.keep_if and not jmespath.search(listing.keep_if, item):
        return
    href = _address(listing, item)
    url = url_normalize(urljoin(page.final_url, href)) if href else None
    match = re.search(listing.links, url) if url else None
    if url is None or match is None:
        return
    values = values_of_reply(item)
    yield Entry(
        url=url,
        external_id=match.groupdict().get("id"),
        title=_value(listing.title, item),
        updated=_value(listing.updated, item),
        listed_on=pick_published(values, listing.dated, source.zone)[0],
        body=_dump(item) if listing.full_text else None,
    )


def _address(listing: JsonItems, item: Any) -> str | None:  # noqa: ANN401 - JSON
    if listing.link:
        return _value(listing.link, item)
    try:
        return (listing.address or "").format_map(item)
    except (KeyError, TypeError) as error:
        raise ListingError(f"listing.address: an item has no field {error}") from error


def _value(path: str | None, item: Any) -> str | None:  # noqa: ANN401 - JSON
    found = jmespath.search(path, item) if path else None
    return text_of(str(found)) or None if found is not None else None


def _json(page: Page) -> Any:  # noqa: ANN401 - JSON
    try:
        return json.loads(page.body)
    except ValueError as error:
        raise ListingError(f"is no JSON: {_start(page)}") from error


def _start(page: Page) -> str:
    return f"the reply begins {page.body[:80].decode('utf-8', 'replace')!r}"


def _dump(item: Any) -> bytes:  # noqa: ANN401 - JSON
    return json.dumps(item, ensure_ascii=False, sort_keys=True).encode()
