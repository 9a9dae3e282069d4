"""A release that is one item of a JSON reply: any interface's by JMESPath, and WordPress's."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jmespath

from pipelines.formats import DatePick, JsonArticle, PlainPick, WordpressArticle
from pipelines.parse.article import page_tree, paragraphs_within
from pipelines.parse.parsed import ParseError
from pipelines.parse.pick import values_of_reply
from pipelines.parse.release import release_of
from pipelines.parse.text import paragraphs_of, text_of

if TYPE_CHECKING:
    from pipelines.parse.parsed import Parsed
    from pipelines.source import Source

# developer.wordpress.org/rest-api/reference/posts: `date_gmt` is in UTC and says so by its name only.
_WORDPRESS = JsonArticle(
    format="json",
    title=[PlainPick(at="title.rendered")],
    body="content.rendered",
    published=[DatePick(at="date_gmt", zone="UTC"), DatePick(at="date")],
    summary=[PlainPick(at="excerpt.rendered")],
    address=[PlainPick(at="link")],
    document_type=[PlainPick(at="type")],
)


def parse_reply(source: Source, block: JsonArticle | WordpressArticle, url: str, body: bytes) -> Parsed:
    """One item of a JSON reply as a release.

    Raises:
        ParseError: it is no JSON, or lacks what the block names.
    """
    words = _as_json(block)
    try:
        item = json.loads(body)
    except ValueError as error:
        raise ParseError(f"is no JSON: {error}") from error
    markup = jmespath.search(words.body, item)
    if not isinstance(markup, str):
        raise ParseError(f"article.body: nothing stands at {words.body!r}")
    return release_of(source, words, url, values_of_reply(item), _paragraphs(words, markup))


def _as_json(block: JsonArticle | WordpressArticle) -> JsonArticle:
    if isinstance(block, JsonArticle):
        return block
    return _WORDPRESS.model_copy(update={"region": block.region, "drop": block.drop, "until": block.until})


def _paragraphs(block: JsonArticle, markup: str) -> tuple[str, ...]:
    if block.region or block.drop:
        return paragraphs_within(page_tree(f"<body>{markup}</body>"), block.region or "body", block.drop)
    paragraphs = paragraphs_of(markup) if "<" in markup else tuple(filter(None, map(text_of, markup.splitlines())))
    if not paragraphs:
        raise ParseError(f"article.body: {block.body!r} holds no text")
    return paragraphs
