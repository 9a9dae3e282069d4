"""Pages in the manner of kt.kz, a news site that carries a ministry's releases among others.

Its traits, after pages seen from 2024 to 2026: the date shares its line with a view counter that changes on
every request; two further whole articles follow on the same page in the same markup; adverts and menus surround
it all.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

PER_PAGE = 10
FOLLOWING = 2

FRAME = Template("""<!DOCTYPE html>
<html$lang>
<head>
<meta charset="$charset">
<title>$title - $name</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
$head<script>window.dataLayer = window.dataLayer || []; dataLayer.push({"visit": "$visit"});</script>
<style>.page-meta span { color: #777; }</style>
</head>
<body>
<nav class="menu"><ul><li><a href="/eng/">Home</a></li><li><a href="/eng/government/">Government</a></li>
<li><a href="/eng/international_affair/">International affairs</a></li>
<li><a href="/eng/society/">Society</a></li></ul>
<p>Saturday, 1 January 2000. USD 480.15 EUR 520.40</p></nav>
<div class="advert"><p>Your advertisement here. Call today, slot $visit!</p></div>
<main>
$main
</main>
<footer><p>$name. All rights reserved. Materials may be used with reference to the source only.</p>
<script src="/static/counter.js?v=$visit"></script></footer>
</body>
</html>
""")

ARTICLE = Template("""<header class="page-heading"><h1>$title</h1></header>
<div class="page-meta"><span>$stated</span> <span>$views</span></div>
<div class="page-content"><div>$paragraphs</div></div>
""")

CARD = Template("""<div class="news-card">
<a class="news-card__image" href="$path"><img src="/static/blank.png" alt=""></a>
<a class="news-card__title" href="$path">$title</a> <span class="news-card__date">$day</span></div>
""")


@dataclass(frozen=True, slots=True)
class Article:
    """One article as the page shows it; `stated` is its date in words of the page, or nothing."""

    path: str
    title: str
    stated: str
    paragraphs: tuple[str, ...]
    head: str = ""
    language: str | None = "en"
    charset: str = "utf-8"

    @property
    def views(self) -> int:
        """How often it had been read before the site opened: some number, always the same."""
        return 900 + sum(self.path.encode()) % 9000


def listing_page(name: str, articles: Sequence[Article], page_no: int, visit: int) -> str:
    """Write one page of the listing; a page past the end is a listing of nothing."""
    start = (page_no - 1) * PER_PAGE
    cards = "".join(_card(article) for article in articles[start : start + PER_PAGE])
    last_no = max(1, -(-len(articles) // PER_PAGE))
    pager = " ".join(f'<a href="?page={number}">{number}</a>' for number in range(1, last_no + 1))
    main = f'<div class="news-list">\n{cards}</div>\n<div class="pager">{pager}</div>'
    return _framed(name, Article("", "International affairs", "", ()), main, visit)


def article_page(name: str, articles: Sequence[Article], path: str, visit: int) -> bytes | None:
    """Write the page of one article with the next ones below it; None when no article has this path.

    A page in an old charset says so in its own `meta` only, and spells out what the charset lacks.
    """
    at = next((number for number, article in enumerate(articles) if article.path == path), None)
    if at is None:
        return None
    shown = [articles[(at + step) % len(articles)] for step in range(min(1 + FOLLOWING, len(articles)))]
    main = '<div class="advert"><p>Advertisement</p></div>\n'.join(_block(one, visit) for one in shown)
    page = _framed(name, shown[0], main, visit)
    return page.encode(shown[0].charset, "xmlcharrefreplace")


def _framed(name: str, article: Article, main: str, visit: int) -> str:
    return FRAME.substitute(
        lang=f' lang="{escape(article.language)}"' if article.language else "",
        charset=article.charset,
        title=escape(article.title),
        head=article.head,
        name=name,
        visit=visit,
        main=main,
    )


def _block(article: Article, visit: int) -> str:
    return ARTICLE.substitute(
        title=escape(article.title),
        stated=article.stated,
        views=article.views + visit,
        paragraphs="".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in article.paragraphs),
    )


def _card(article: Article) -> str:
    day = article.stated.partition(",")[0]
    return CARD.substitute(path=escape(article.path), title=escape(article.title), day=day)
