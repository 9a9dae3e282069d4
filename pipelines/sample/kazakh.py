"""`kazakhstan-today.example`: the Kazakh ministry's releases among other news, in the manner of kt.kz.

Some items are not the ministry's, one page is in windows-1251, and a date may lack its time or be missing altogether.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo

from pipelines.sample.exchange import HTML, Ask, Reply, missing_reply, page_reply
from pipelines.sample.newspaper import Article, article_page, listing_page
from pipelines.sample.releases import Release, read_releases

if TYPE_CHECKING:
    from datetime import date

HOST = "kazakhstan-today.example"
LISTING = "/eng/international_affair/"
NAME = "Kazakhstan Today"


class KazakhRelease(Release):
    """A release with what its page shows of the date: the minute, only the day, or nothing."""

    shown: Literal["time", "day", "none"] = "time"
    charset: Literal["utf-8", "windows-1251"] = "utf-8"


@dataclass(frozen=True, slots=True)
class KazakhSite:
    """The listing and the article pages; there is no robots.txt."""

    articles: tuple[Article, ...]
    host: str = HOST

    def answer(self, ask: Ask) -> Reply:
        """Answer with a page of the listing or an article."""
        if ask.path == LISTING:
            return page_reply(listing_page(NAME, self.articles, ask.page_no, ask.number))
        body = article_page(NAME, self.articles, ask.path, ask.number)
        if body is None:
            return missing_reply(ask.path)
        old = b'<meta charset="windows-1251">' in body[:200]
        return page_reply(body, "text/html" if old else HTML)


def kazakh_site(as_of: date | None) -> KazakhSite:
    """Build the site as it stood at the end of a day."""
    releases = read_releases(KazakhRelease, "kazakh", as_of)
    return KazakhSite(tuple(_article(release) for release in releases))


def _article(release: KazakhRelease) -> Article:
    formats = {"time": "%d.%m.%Y, %H:%M", "day": "%d.%m.%Y", "none": ""}
    local = release.published_at.astimezone(ZoneInfo("Asia/Almaty"))
    stated = local.strftime(formats[release.shown])
    return Article(release.path, release.title, stated, release.paragraphs, charset=release.charset)
