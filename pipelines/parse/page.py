"""A page of the archive as a release: the one entry point of the folder for articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.formats import GovukArticle, HtmlArticle
from pipelines.parse.article import parse_html
from pipelines.parse.govuk import parse_content
from pipelines.parse.parsed import ParseError
from pipelines.parse.reply import parse_reply
from pipelines.parse.text import decode

if TYPE_CHECKING:
    from pipelines.model import Entry, Page
    from pipelines.parse.parsed import Parsed
    from pipelines.source import Source


def parse_page(source: Source, page: Page) -> Parsed:
    """A fetched page as a release, or by name something else. Pure: the same page gives the same result.

    Raises:
        ParseError: the page is not what the source's file says.
    """
    match source.article_at(page.fetched_at.date()):
        case GovukArticle():
            return parse_content(source, page.body)
        case HtmlArticle() as block:
            content_type = dict(page.headers).get("content-type", "")
            return parse_html(source, block, page.url, decode(page.body, content_type))
        case block:
            return parse_reply(source, block, page.url, page.body)


def leads_to(source: Source, page: Page) -> tuple[Entry, ...]:
    """Further pages that a page names: its translations, or the address it has moved to."""
    if not isinstance(source.article_at(page.fetched_at.date()), GovukArticle):
        return ()
    try:
        return parse_content(source, page.body).leads_to
    except ParseError:
        return ()  # the reading will say so, and where
