"""Words out of bytes and markup: decoding, whitespace, paragraphs.

What belongs here: what holds for any page. What does not: where on a page the words stand.
"""

from __future__ import annotations

import re
import unicodedata
from email.message import Message
from html import unescape
from typing import TYPE_CHECKING

from bs4.dammit import UnicodeDammit
from lxml import html
from lxml.etree import ParserError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul
    """.split()  # noqa: SIM905 - read as words
)
_SILENT = frozenset(
    "audio button iframe input noscript object script select style svg template textarea video".split()  # noqa: SIM905
)
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_BLANK_LINE = re.compile(r"\n\s*\n")  # line breaks often stand apart: <br>&nbsp;<br>
_SPACE = re.compile(r"\s+")
_XML_PROLOG = re.compile(r"^\s*<\?xml[^>]*\?>")


def decode(body: bytes, content_type: str) -> str:
    """Bytes of a page as text: by byte order mark, header, declaration, and else as UTF-8 or windows-1252.

    A header or a declaration that lies is found out by the bytes it cannot decode; one that names a one-byte
    encoding can decode all, but words of such an encoding are hardly ever UTF-8 by chance.
    """
    if not body.isascii() and _is_utf8(body):
        return _XML_PROLOG.sub("", body.decode("utf-8-sig"))
    header = Message()
    header["content-type"] = content_type
    stated = header.get_content_charset()
    found = UnicodeDammit(body, user_encodings=[stated] if stated else [], is_html=True)
    return _XML_PROLOG.sub("", found.unicode_markup or body.decode("utf-8", "replace"))


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def clean(text: str) -> str:
    """One line of text: composed, without invisible marks, its white space folded."""
    composed = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return " ".join(composed.split())


def paragraphs_of(markup: str) -> tuple[str, ...]:
    """The paragraphs of a piece of markup: one for each block, and where lines are broken twice."""
    if not markup.strip():
        return ()
    try:
        return paragraphs_in(html.document_fromstring(f"<body>{_XML_PROLOG.sub('', markup)}</body>"))
    except ParserError:
        return ()  # comments alone, say


def paragraphs_in(element: HtmlElement) -> tuple[str, ...]:
    """The paragraphs of an element of a page, by the same rule."""
    pieces: list[str] = []
    _gather(element, pieces)
    return tuple(text for text in map(clean, _BLANK_LINE.split("".join(pieces))) if text)


def text_of(markup: str) -> str:
    """One line of text out of a value that may hold entities or tags, as titles in replies do."""
    return " ".join(paragraphs_of(markup)) if "<" in markup else clean(unescape(markup))


def _gather(element: HtmlElement, pieces: list[str]) -> None:
    """Add the words of an element, its blocks parted by blank lines; the parser bounds how deep a page can nest."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _SILENT:
        return  # a comment, or nothing to read
    if tag == "br":
        pieces.append("\n")
        return
    edge = "\n\n" if tag in _BLOCKS else ""
    pieces += (edge, _SPACE.sub(" ", element.text or ""))
    for child in element:
        _gather(child, pieces)
        pieces.append(_SPACE.sub(" ", child.tail or ""))
    pieces.append(edge)
