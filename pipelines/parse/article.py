"""A release that is a web page: read by the selectors of its source's file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from lxml import html
from lxml.etree import ParserError

from pipelines.model import Document
from pipelines.parse.language import language_of
from pipelines.parse.parsed import Parsed, ParseError
from pipelines.parse.pick import pick, pick_published, select
from pipelines.parse.text import paragraphs_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from pipelines.source import HtmlArticle, PlainPick, Source


def parse_html(source: Source, block: HtmlArticle, url: str, markup: str) -> Parsed:
    """One article page as a release.

    Raises:
        ParseError: a selector that the page must match does not.
    """
    tree = _region(block, markup)
    title = pick(tree, block.title)
    if not title:
        raise ParseError(f"article.title: nothing matches {block.title.at!r}")
    paragraphs = _paragraphs(tree, block)
    text = "\n\n".join((title, *paragraphs))
    if block.keep_if and not re.search(block.keep_if, text):
        return Parsed("skipped", reason="article.keep_if: the text is not the issuer's")
    published_on, published_at = pick_published(tree, block.published, source.zone)
    document = Document(
        url=urljoin(url, _optional(tree, block.address) or url),
        title=title,
        paragraphs=paragraphs,
        language=language_of(text, _optional(tree, block.language) or source.language),
        issuer_country=_optional(tree, block.issuer) or source.issuer,
        external_id=source.external_id(url),
        summary=_optional(tree, block.summary),
        published_on=published_on,
        published_at=published_at,
    )
    return Parsed("release", document)


def _region(block: HtmlArticle, markup: str) -> HtmlElement:
    try:
        page = html.document_fromstring(markup)
    except ParserError as error:
        raise ParseError(f"is no HTML: {error}") from error
    if block.only_first:
        _cut_from_second(page, block.only_first)
    if block.region == "body":
        return page  # the head stays within reach: metadata stands there
    regions = select(page, block.region)
    if not regions:
        raise ParseError(f"article.region: nothing matches {block.region!r}")
    return regions[0]


def _cut_from_second(page: HtmlElement, selector: str) -> None:
    """Drop a repeated element's second match and all that follows it on the page."""
    matches = select(page, selector)
    for second in matches[1:2]:
        _drop_from(second)


def _drop_from(first: HtmlElement) -> None:
    for element in [first, *first.xpath("following::*")]:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def _paragraphs(tree: HtmlElement, block: HtmlArticle) -> tuple[str, ...]:
    bodies = select(tree, block.body)
    if not bodies:
        raise ParseError(f"article.body: nothing matches {block.body!r}")
    for selector in block.drop:
        for element in select(bodies[0], selector):
            element.drop_tree()
    paragraphs = paragraphs_of(html.tostring(bodies[0], encoding="unicode", with_tail=False))
    if not paragraphs:
        raise ParseError(f"article.body: {block.body!r} holds no text")
    return paragraphs


def _optional(tree: HtmlElement, where: PlainPick | None) -> str | None:
    return pick(tree, where) if where else None
