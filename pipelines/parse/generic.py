"""The generic reader: for pages that the selectors of their source's file do not fit.

It finds the main text by how pages are built in general (trafilatura: Barbaresi 2021, ACL demo), so it can take a
teaser for the text or drop a list. What it reads is a release all the same, but its outcome is `fallback`, and a
date is only taken from where the source's file or the page's own metadata states one: never from a guess.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html

from pipelines.formats import DatePick, PlainPick
from pipelines.parse.parsed import Parsed, ParseError
from pipelines.parse.pick import pick, values_of_page, without
from pipelines.parse.release import release_of
from pipelines.parse.text import clean

if TYPE_CHECKING:
    from pipelines.formats import HtmlArticle
    from pipelines.source import Source

_TITLES = [PlainPick(at=at) for at in ("schema:headline", "meta:og:title", "h1", "title")]
_DATES = [DatePick(at=at) for at in ("schema:datePublished", "meta:article:published_time")]
_LEAST_CHARS = 200  # a shorter text is a teaser or a menu


def read_generically(source: Source, block: HtmlArticle, url: str, markup: str, error: ParseError) -> Parsed:
    """A page as a release by its general build, with the reason why its selectors did not do.

    Raises:
        ParseError: the first error, where this reader finds no text either.
    """
    # Half a second of start-up, which is only paid where a page needs it.
    from trafilatura import extract  # noqa: PLC0415

    page = html.document_fromstring(markup)
    kept = html.tostring(without(page, block.drop), encoding="unicode") if block.drop else markup
    text = extract(kept, url=url, favor_precision=True, include_comments=False, with_metadata=False) or ""
    if len(text) < _LEAST_CHARS:
        raise error
    titles, dates = [*block.title, *_TITLES], [*block.published, *_DATES]
    values = values_of_page(page)
    headline = pick(values, titles)
    paragraphs = tuple(line for line in map(clean, text.split("\n")) if line and line != headline)
    words = block.model_copy(update={"title": titles, "published": dates})
    parsed = release_of(source, words, url, values, paragraphs)
    outcome = "fallback" if parsed.outcome == "release" else parsed.outcome
    return Parsed(outcome, parsed.document, reason=f"read by the generic reader: {error}")
