"""A release that is a web page: read by the selectors of its source's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html
from lxml.etree import ParserError

from pipelines.parse.generic import read_generically
from pipelines.parse.parsed import ParseError
from pipelines.parse.pick import select, values_of_page, without
from pipelines.parse.release import release_of
from pipelines.parse.text import paragraphs_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

    from pipelines.formats import HtmlArticle
    from pipelines.parse.parsed import Parsed
    from pipelines.source import Source


def parse_html(source: Source, block: HtmlArticle, url: str, markup: str) -> Parsed:
    """One article page as a release.

    Where the block has `fall_back`, a page that its selectors do not fit is read by the generic reader instead, and
    the outcome says so.

    Raises:
        ParseError: a selector that the page must match does not.
    """
    try:
        tree = _region(block, markup)
        paragraphs = paragraphs_within(tree, block.body, block.drop, in_pieces=block.in_pieces)
        paragraphs = _with_lead(tree, block.lead, paragraphs)
        return release_of(source, block, url, values_of_page(tree), paragraphs)
    except ParseError as error:
        if block.fall_back is None:
            raise
        return read_generically(source, block, url, markup, error)


def paragraphs_within(tree: HtmlElement, body: str, drop: Iterable[str], *, in_pieces: bool = False) -> tuple[str, ...]:
    """The paragraphs of the first element that a selector matches, without what is to be dropped.

    Args:
        tree: the page, or its region.
        body: the selector.
        drop: selectors inside the element.
        in_pieces: take all elements that the selector matches, each once where they stand in one another.

    Raises:
        ParseError: nothing matches, or it holds no text.
    """
    bodies = select(tree, body)
    if not bodies:
        raise ParseError(f"article.body: nothing matches {body!r}")
    pieces = [without(piece, drop) for piece in (_outermost(bodies) if in_pieces else bodies[:1])]
    paragraphs = tuple(text for piece in pieces for text in paragraphs_in(piece))
    if not paragraphs:
        raise ParseError(f"article.body: {body!r} holds no text")
    return paragraphs


def _with_lead(tree: HtmlElement, lead: str | None, paragraphs: tuple[str, ...]) -> tuple[str, ...]:
    """The paragraphs with the opening words before them; words that the body repeats stand there once."""
    found = select(tree, lead) if lead else []
    opening = [text for one in found for text in paragraphs_in(one)]
    return (*(text for text in opening if text not in paragraphs), *paragraphs)


def _outermost(elements: list[HtmlElement]) -> list[HtmlElement]:
    return [element for element in elements if not any(other in elements for other in element.iterancestors())]


def page_tree(markup: str) -> HtmlElement:
    """A page's markup as a tree.

    Raises:
        ParseError: it is no HTML at all.
    """
    try:
        return html.document_fromstring(markup)
    except ParserError as error:
        raise ParseError(f"is no HTML: {error}") from error


def _region(block: HtmlArticle, markup: str) -> HtmlElement:
    page = page_tree(markup)
    if block.only_first:
        _cut_from_second(page, block.only_first)
    if block.region == "body":
        return page
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
