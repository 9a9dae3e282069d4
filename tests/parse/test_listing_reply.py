"""Listings that are JSON replies name releases, carry them whole where they can, and say when they end or refuse."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from pipelines.model import Page, Request, Verdict
from pipelines.parse.listing import listing_request, read_listing
from pipelines.parse.parsed import ListingError
from pipelines.source import Source, SourceError, load_source

HTML = 'format = "html"\nurl = "https://ministry.example/news?page={page}"\nlinks = \'/news/(?P<id>\\d+)$\'\n'
JSON = """format = "json"
url = "https://ministry.example/api?offset={page}"
first_page = 0
step = 20
items = "feed.entry"
link = "link"
title = "title"
updated = "changed"
dated = { at = "day", format = "%d/%m/%Y" }
links = '/news/(?P<id>\\d+)'
"""
GRAPHQL = """format = "graphql"
url = "https://ministry.example/graphql"
query = "{ news(page: {page}) { id body } }"
items = "data.news"
address = "https://ministry.example/news/{id}"
links = '/news/(?P<id>\\d+)'
full_text = true
"""
WORDPRESS = """format = "wordpress"
url = "https://ministry.example/wp-json/wp/v2/posts"
page_size = 2
links = '/news/(?P<id>\\d+)'
"""


def reply(words: Any, status: int = 200) -> Page:
    body = words if isinstance(words, bytes) else json.dumps(words).encode()
    url = "https://ministry.example/api"
    return Page(url, url, datetime(2026, 5, 6, tzinfo=UTC), Verdict.PAGE, status=status, body=body)


@pytest.fixture
def of(write_source: Callable[..., Path]) -> Callable[[str], Source]:
    """A source whose listing has these words."""
    return lambda words: load_source(write_source((HTML, words)))


def post(number: int) -> dict[str, Any]:
    return {
        "id": number,
        "link": f"https://ministry.example/news/{number}",
        "title": {"rendered": "Talks &laquo; held"},
        "content": {"rendered": "<p>Talks were held.</p>"},
        "date_gmt": "2026-05-05T20:30:00",
        "modified_gmt": "2026-05-06T07:00:00",
    }


def test_items_give_address_title_day_and_last_change(of: Callable[[str], Source]) -> None:
    item = {"link": "/news/7", "title": "Talks &amp; tea", "changed": "2026-05-06", "day": "05/05/2026"}
    listed = read_listing(of(JSON), reply({"feed": {"entry": [item, {"link": "/about"}]}}))
    entry = listed.entries[0]
    assert (len(listed.entries), entry.url, entry.external_id) == (1, "https://ministry.example/news/7", "7")
    assert (entry.title, entry.updated, entry.listed_on) == ("Talks & tea", "2026-05-06", date(2026, 5, 5))
    assert entry.body is None


def test_a_lone_item_counts_as_a_list_of_one(of: Callable[[str], Source]) -> None:
    assert len(read_listing(of(JSON), reply({"feed": {"entry": {"link": "/news/7"}}})).entries) == 1


def test_items_can_be_left_out_by_what_they_say(of: Callable[[str], Source]) -> None:
    source = of(JSON + "keep_if = \"kind == 'release'\"\n")
    items = [{"link": "/news/1", "kind": "release"}, {"link": "/news/2", "kind": "interview"}]
    assert [entry.external_id for entry in read_listing(source, reply({"feed": {"entry": items}})).entries] == ["1"]


def test_pages_are_asked_for_by_number_or_offset(of: Callable[[str], Source]) -> None:
    assert listing_request(of(JSON), 3) == Request("https://ministry.example/api?offset=40")
    graphql = listing_request(of(GRAPHQL), 2)
    assert graphql is not None
    assert graphql.json == b'{"query": "{ news(page: 2) { id body } }"}'


def test_a_graphql_reply_carries_its_releases_and_the_longest_copy_of_one(of: Callable[[str], Source]) -> None:
    copies = [{"id": 7, "body": "short"}, {"id": 7, "body": "the longest of them"}, {"id": 7, "body": "short too"}]
    entries = read_listing(of(GRAPHQL), reply({"data": {"news": copies}})).entries
    assert [entry.url for entry in entries] == ["https://ministry.example/news/7"]
    assert json.loads(entries[0].body or b"")["body"] == "the longest of them"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"errors": [{"message": "no such field"}]}, "no such field"),
        (b"<html><title>Technical Difficulties</title></html>", "is no JSON"),
        ({"data": {}}, "nothing stands at 'data.news'"),
        ({"data": {"news": [{"slug": "a"}]}}, "has no field 'id'"),
    ],
)
def test_a_reply_that_is_no_listing_says_why(of: Callable[[str], Source], words: Any, told: str) -> None:
    with pytest.raises(ListingError, match=told):
        read_listing(of(GRAPHQL), reply(words))


def test_wordpress_posts_carry_their_text_and_the_day_in_the_sources_own_zone(of: Callable[[str], Source]) -> None:
    listed = read_listing(of(WORDPRESS), reply([post(2), post(1)]))
    first = listed.entries[0]
    assert (first.title, first.listed_on, first.updated) == ("Talks « held", date(2026, 5, 6), "2026-05-06T07:00:00")
    assert b"Talks were held" in (first.body or b"")
    assert not listed.ends


@pytest.mark.parametrize("words", [[post(1)], {"code": "rest_post_invalid_page_number", "message": "…"}])
def test_wordpress_says_when_its_posts_end(of: Callable[[str], Source], words: Any) -> None:
    assert read_listing(of(WORDPRESS), reply(words)).ends


@pytest.mark.parametrize("words", [{"code": "rest_no_route"}, [{"id": 1}], b"<html></html>"])
def test_a_reply_that_is_not_wordpresss_is_no_listing(of: Callable[[str], Source], words: Any) -> None:
    with pytest.raises(ListingError, match=r"WordPress|no JSON"):
        read_listing(of(WORDPRESS), reply(words))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (JSON.replace('link = "link"\n', ""), "needs either `link` or `address`"),
        (JSON.replace('"feed.entry"', '"feed..entry"'), "is not a JMESPath expression"),
    ],
)
def test_a_listing_that_cannot_be_read_is_told_when_its_file_is(
    of: Callable[[str], Source], words: str, told: str
) -> None:
    with pytest.raises(SourceError, match=told):
        of(words)
