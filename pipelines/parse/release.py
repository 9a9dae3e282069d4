"""A release out of its picked parts: what pages and replies have in common."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from pipelines.model import Document
from pipelines.parse.language import language_of
from pipelines.parse.parsed import Parsed, ParseError
from pipelines.parse.pick import pick, pick_published

if TYPE_CHECKING:
    from pipelines.formats import HtmlArticle, JsonArticle
    from pipelines.parse.pick import Values
    from pipelines.source import Source


def release_of(
    source: Source, block: HtmlArticle | JsonArticle, url: str, values: Values, paragraphs: tuple[str, ...]
) -> Parsed:
    """A release from its paragraphs and from what the block picks beside them.

    Args:
        source: the source.
        block: the words of its file for this page.
        url: the address that was asked for.
        values: finds what picks name.
        paragraphs: the body.

    Raises:
        ParseError: there is no title.
    """
    title = pick(values, block.title)
    if not title:
        raise ParseError(f"article.title: nothing matches {' or '.join(repr(where.at) for where in block.title)}")
    text = "\n\n".join((title, *paragraphs))
    if block.keep_if and not re.search(block.keep_if, text):
        return Parsed("skipped", reason="article.keep_if: the text is not the issuer's")
    published_on, published_at = pick_published(values, block.published, source.zone)
    original = pick(values, block.original)
    document = Document(
        url=urljoin(url, pick(values, block.address) or url),
        title=title,
        paragraphs=paragraphs,
        language=language_of(text, (pick(values, block.language) or source.language)[:2].lower()),
        issuer_country=(pick(values, [block.issuer]) if block.issuer else None) or source.issuer,
        external_id=source.external_id(url),
        summary=pick(values, block.summary),
        document_type=pick(values, block.document_type),
        published_on=published_on,
        published_at=published_at,
        translation_of=(source.external_id(urljoin(url, original)) or original) if original else None,
    )
    return Parsed("release", document)
