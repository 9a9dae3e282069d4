"""How well and how fast article pages are read, beside two readers of any page and beside bare lxml.

    make bench

Quality is measured on the recorded pages whose text a person has written down (tests/recordings/*/article*.txt):
precision, recall and F1 of groups of four words in a row, as in the article extraction benchmark of Zyte, over all
pages together. Speed is measured on the same pages and, where they lie beside the checkout, on the real pages of the
Chinese ministry; one process on one core, best of several rounds. Bare lxml (parse the page, take the words of its
body) is the limit: it knows nothing of what is text and what is not.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import newspaper
import trafilatura
from lxml import html
from rich.console import Console
from rich.table import Table

from pipelines.formats import HtmlArticle
from pipelines.home import known_sources
from pipelines.model import Page
from pipelines.parse.article import parse_html
from pipelines.parse.text import decode
from pipelines.source import Source
from tests.recordings import FOLDER, load_page, names_of, written_text
from tests.test_realdata import REALDATA, chinese_pages

_ROUNDS = 5
_GROUP = 4
_WORD = re.compile(r"\w+")

Reader = Callable[["Sheet"], str]


@dataclass(frozen=True)
class Sheet:
    """One page, with its source's words for it, and its text where a person has written that down."""

    source: Source
    block: HtmlArticle
    page: Page
    text: str = ""


def recorded() -> list[Sheet]:
    """The recorded HTML pages whose text is written down."""
    sources = known_sources()
    found = []
    for folder in sorted(path for path in FOLDER.iterdir() if path.is_dir()):
        source = sources[folder.name]
        for name in names_of(folder.name):
            text, page = written_text(folder.name, name), load_page(folder.name, name)
            block = source.article_at(page.fetched_at.date())
            if text and isinstance(block, HtmlArticle):
                found.append(Sheet(source, block, page, "\n\n".join(text)))
    return found


def chinese() -> list[Sheet]:
    """The real pages of the Chinese ministry, where they are at hand."""
    source = known_sources()["cn_mfa"]
    pages = [page for page in chinese_pages() if "/default" not in page.url] if REALDATA.exists() else []
    blocks = [(source.article_at(page.fetched_at.date()), page) for page in pages]
    return [Sheet(source, block, page) for block, page in blocks if isinstance(block, HtmlArticle)]


def ours(sheet: Sheet) -> str:
    """By the selectors of the source's file."""
    document = parse_html(sheet.source, sheet.block, sheet.page.url, _markup(sheet)).document
    return document.body if document else ""


def by_trafilatura(sheet: Sheet) -> str:
    """By trafilatura, with its settings as they come, comments aside."""
    return trafilatura.extract(_markup(sheet), url=sheet.page.url, include_comments=False) or ""


def by_newspaper(sheet: Sheet) -> str:
    """By newspaper4k."""
    article = newspaper.Article(sheet.page.url, language="en", fetch_images=False)
    article.download(input_html=_markup(sheet))
    article.parse()
    return str(article.text)


def by_lxml(sheet: Sheet) -> str:
    """All words of the page's body."""
    return str(html.document_fromstring(_markup(sheet)).body.text_content())


READERS: dict[str, Reader] = {
    "Communique": ours,
    "trafilatura": by_trafilatura,
    "newspaper4k": by_newspaper,
    "bare lxml": by_lxml,
}


def quality(reader: Reader, sheets: list[Sheet]) -> tuple[float, float, float]:
    """Precision, recall and F1 of groups of four words, over all pages together."""
    hits = found_count = wanted_count = 0
    for sheet in sheets:
        found, wanted = _groups(reader(sheet)), _groups(sheet.text)
        hits += (found & wanted).total()
        found_count += found.total()
        wanted_count += wanted.total()
    precision, recall = hits / max(found_count, 1), hits / max(wanted_count, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main() -> None:
    """Measure and print."""
    sheets, real = recorded(), chinese()
    table = Table(title=f"Article pages: {len(sheets)} recorded, {len(real)} real", title_justify="left")
    for column in ("reader", "precision", "recall", "F1", "recorded pages/s", "real pages/s"):
        table.add_column(column, justify="left" if column == "reader" else "right")
    for name, reader in READERS.items():
        scores = [f"{score:.3f}" for score in quality(reader, sheets)]
        speeds = [_pages_a_second(reader, pages) for pages in (sheets, real)]
        table.add_row(name, *scores, *speeds)
    Console().print(table)


def _pages_a_second(reader: Reader, sheets: list[Sheet]) -> str:
    if not sheets:
        return "-"
    times = []
    for _ in range(_ROUNDS):
        started = time.process_time()
        for sheet in sheets:
            reader(sheet)
        times.append(time.process_time() - started)
    return f"{len(sheets) / min(times):.0f}"


def _markup(sheet: Sheet) -> str:
    return decode(sheet.page.body, dict(sheet.page.headers)["content-type"])


def _groups(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return Counter(zip(*(words[start:] for start in range(_GROUP)), strict=False))


if __name__ == "__main__":
    main()
