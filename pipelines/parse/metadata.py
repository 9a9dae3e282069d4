"""What a page says of itself for machines: schema.org articles in JSON-LD, and meta elements such as OpenGraph's.

Formats: https://schema.org/Article, https://ogp.me.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SUFFIXES = ("Article", "Posting", "Report")  # NewsArticle, BlogPosting, Report: the page's own text, not its site


def meta_contents(tree: HtmlElement, name: str) -> Iterator[str]:
    """The contents of the page's meta elements of that name or property, upper and lower case alike."""
    for element in tree.getroottree().iter("meta"):
        stated = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if stated.lower() == name.lower() and element.get("content"):
            yield element.get("content")


def schema_values(tree: HtmlElement, name: str) -> Iterator[str]:
    """The values of a property of the page's schema.org articles; of an object or a person, its name."""
    for item in _schema_items(tree):
        if _is_article(item):
            yield from _texts(item.get(name))


def _schema_items(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    # Half a second of start-up, which sources without such metadata need not pay.
    from extruct.jsonld import JsonLdExtractor  # noqa: PLC0415

    try:
        found = JsonLdExtractor().extract_items(tree.getroottree().getroot())
    except ValueError:
        return  # JSON that no one can read says nothing
    for item in found:
        for part in item.get("@graph") or [item]:
            if isinstance(part, dict):
                yield part


def _is_article(item: dict[str, Any]) -> bool:
    stated = item.get("@type") or ""
    types = stated if isinstance(stated, list) else [stated]
    return any(str(name).endswith(_SUFFIXES) for name in types)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        yield from _texts(value.get("name"))
    elif isinstance(value, str) and value:
        yield value
