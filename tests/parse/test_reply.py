"""A release that is one item of a JSON reply is read by JMESPath, and WordPress's by what it documents."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from pipelines.model import Document, Page, Verdict
from pipelines.parse.page import parse_page
from pipelines.parse.parsed import ParseError
from pipelines.source import Source, load_source

HTML = """format = "html"
title = "h1"
body = "div.body"
published = { at = "time", format = "%d.%m.%Y, %H:%M" }
"""
JSON = """format = "json"
title = "title"
body = "text"
published = { at = "created", midnight_is_no_time = true }
summary = "lead"
document_type = "tags[].name"
"""


@pytest.fixture
def of(write_source: Callable[..., Path]) -> Callable[[str], Source]:
    """A source whose articles have these words."""
    return lambda words: load_source(write_source((HTML, words)))


def read(source: Source, item: Any) -> Document:
    url = "https://ministry.example/news/7"
    body = item if isinstance(item, bytes) else json.dumps(item).encode()
    document = parse_page(source, Page(url, url, datetime(2026, 5, 6, tzinfo=UTC), Verdict.PAGE, body=body)).document
    assert document is not None
    return document


ITEM = {
    "title": "Talks &laquo;at last&raquo;",
    "text": "<p>One.</p><p>Two&nbsp;things.</p>",
    "created": "2026-05-05T09:40:00.000+05:00",
    "lead": "<p>In short</p>",
    "tags": [{"name": "visits"}],
}


def test_fields_are_read_by_their_paths(of: Callable[[str], Source]) -> None:
    document = read(of(JSON), ITEM)
    assert (document.title, document.paragraphs) == ("Talks «at last»", ("One.", "Two things."))
    assert (document.summary, document.document_type, document.external_id) == ("In short", "visits", "7")
    assert document.published_at == datetime(2026, 5, 5, 4, 40, tzinfo=UTC)


def test_plain_text_has_a_paragraph_a_line(of: Callable[[str], Source]) -> None:
    assert read(of(JSON), {**ITEM, "text": "One & more.\n\nTwo.\r\n"}).paragraphs == ("One & more.", "Two.")


def test_a_midnight_that_stands_for_a_day_is_no_time(of: Callable[[str], Source]) -> None:
    document = read(of(JSON), {**ITEM, "created": "2020-05-05T00:00:00.000+00:00"})
    assert (document.published_on, document.published_at) == (date(2020, 5, 5), None)


def test_wordpress_tells_utc_and_the_day_is_the_ministrys_own(of: Callable[[str], Source]) -> None:
    post = {
        "title": {"rendered": "Talks &laquo; held"},
        "content": {"rendered": "<div class='menu'>Menu</div><div class='entry'><p>One.</p><aside>No</aside></div>"},
        "date_gmt": "2026-05-05T20:30:00",
        "link": "https://ministry.example/news/7/",
    }
    source = of('format = "wordpress"\nregion = "div.entry"\ndrop = ["aside"]\n')
    document = read(source, post)
    assert (document.title, document.paragraphs) == ("Talks « held", ("One.",))
    assert (document.published_on, document.published_at) == (
        date(2026, 5, 6),
        datetime(2026, 5, 5, 20, 30, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("item", "told"),
    [(b"<html>", "is no JSON"), ({"title": "T"}, "article.body"), ({"text": "<p>a</p>"}, "article.title")],
)
def test_an_item_that_lacks_something_says_what(of: Callable[[str], Source], item: Any, told: str) -> None:
    with pytest.raises(ParseError, match=told):
        read(of(JSON), item)
