"""What a page says of itself for machines can be picked, and the generic reader is never silent."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipelines.model import Page, Verdict
from pipelines.parse.page import parse_page
from pipelines.parse.parsed import Parsed, ParseError
from pipelines.source import load_source

SCHEMA = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "headline": "The ministry"},
        {"@type": "NewsArticle", "headline": "Talks held", "datePublished": "2026-05-05T13:04:00+05:00"},
    ],
}
TEXT = "".join(
    f"<p>The minister and the ambassador spoke of trade, transit and water for the {number}. time this year.</p>"
    for number in range(1, 6)
)
PICKS = (
    ('title = "h1"', 'title = ["schema:headline", "meta:og:title", "h1"]'),
    (
        'published = { at = "time", format = "%d.%m.%Y, %H:%M" }',
        'published = ["schema:datePublished", "meta:article:published_time"]',
    ),
)


@pytest.fixture
def read(write_source: Callable[..., Path]) -> Callable[..., Parsed]:
    """Reads a page by the usual source, some of its words replaced."""

    def parse(head: str, body: str, *replacements: tuple[str, str]) -> Parsed:
        url = "https://ministry.example/news/7"
        markup = f"<html><head><title>Site</title>{head}</head><body>{body}</body></html>"
        page = Page(url, url, datetime(2026, 5, 6, tzinfo=UTC), Verdict.PAGE, body=markup.encode())
        return parse_page(load_source(write_source(*replacements)), page)

    return parse


def script(words: str) -> str:
    return f'<script type="application/ld+json">{words}</script>'


@pytest.mark.parametrize(
    ("head", "title", "time"),
    [
        (script(json.dumps(SCHEMA)), "Talks held", "08:04"),
        (script("{not json") + '<meta property="og:title" content="Talks &amp; tea">', "Talks & tea", None),
        ('<meta name="article:published_time" content="2026-05-05T10:00:00Z">', "The heading", "10:00"),
        ("", "The heading", None),
    ],
)
def test_metadata_comes_first_where_it_is_there(
    read: Callable[..., Parsed], head: str, title: str, time: str | None
) -> None:
    document = read(head, f"<h1>The heading</h1><div class='body'>{TEXT}</div>", *PICKS).document
    assert document is not None
    assert document.title == title
    assert (document.published_at and f"{document.published_at:%H:%M}") == time


def test_a_page_that_its_selectors_do_not_fit_is_read_generically_where_the_file_allows_it(
    read: Callable[..., Parsed],
) -> None:
    redesigned = f"<nav><a href='/'>Home</a></nav><main><h1>Talks held</h1><article>{TEXT}</article></main>"
    with pytest.raises(ParseError, match=r"article\.body"):
        read("", redesigned)
    parsed = read("", redesigned, ('body = "div.body"', 'body = "div.body"\nfall_back = "generic"'))
    assert parsed.outcome == "fallback"
    assert "article.body: nothing matches 'div.body'" in (parsed.reason or "")
    assert parsed.document is not None
    assert parsed.document.title == "Talks held"
    assert len(parsed.document.paragraphs) == 5
    assert parsed.document.published_on is None, "the generic reader must not guess a date"


def test_the_generic_reader_takes_no_teaser_for_a_release(read: Callable[..., Parsed]) -> None:
    with pytest.raises(ParseError, match=r"article\.body"):
        read("", "<h1>Talks</h1><p>Soon.</p>", ('body = "div.body"', 'body = "div.body"\nfall_back = "generic"'))
