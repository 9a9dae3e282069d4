"""`mfa-uz.example`: a ministry with a feed of summaries and article pages, in the manner of Uzbekistan's.

Its traits: the feed names an address that robots.txt asks not to fetch, and a page whose text is not in the
language that its markup claims; pages and feed carry validators and answer 304.
"""

from __future__ import annotations

from dataclasses import dataclass
from email.utils import format_datetime
from html import escape
from string import Template
from typing import TYPE_CHECKING

from pipelines.sample.exchange import Ask, Reply, conditional, missing_reply, page_reply
from pipelines.sample.releases import Release, read_releases

if TYPE_CHECKING:
    from datetime import date

HOST = "mfa-uz.example"
FEED = "/en/press/rss"
SUMMARY_LENGTH = 160

ROBOTS = """User-agent: *
Crawl-delay: 0.1
Disallow: /en/internal/
"""

CHANNEL = Template("""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0">
<channel>
<title>Ministry of Foreign Affairs of the Republic of Uzbekistan</title>
<link>https://$host/en/press</link>
<description>News of the Ministry</description>
<language>en</language>
$items</channel>
</rss>
""")

ITEM = Template("""<item>
<title>$title</title>
<link>https://$host$path</link>
<guid isPermaLink="false">mfa-uz-$id</guid>
<pubDate>$published</pubDate>
<description>$summary</description>
</item>
""")

PAGE = Template("""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>$title | Ministry of Foreign Affairs</title>
<link rel="canonical" href="https://$host$path">
</head>
<body>
<nav><a href="/en">Home</a> <a href="/en/press">Press</a> <a href="/ru">Русский</a></nav>
<article>
<h1>$title</h1>
<time datetime="$published">$day</time>
<div class="text">
$paragraphs</div>
</article>
<aside><h2>Useful links</h2><p>Consular service hotline, visa information, vacancies.</p></aside>
<footer><p>9, Uzbekistan avenue, Tashkent</p></footer>
</body>
</html>
""")


class UzbekRelease(Release):
    """A release of this ministry."""


@dataclass(frozen=True, slots=True)
class UzbekSite:
    """The feed, the pages it leads to, and robots.txt."""

    releases: tuple[UzbekRelease, ...]
    host: str = HOST

    def answer(self, ask: Ask) -> Reply:
        """Answer with the feed, an article, or the rules for crawlers."""
        if ask.path == "/robots.txt":
            return page_reply(ROBOTS, "text/plain; charset=utf-8")
        if ask.path == FEED:
            changed_at = max((release.changed_at for release in self.releases), default=None)
            return conditional(ask, page_reply(self._feed(), "application/rss+xml; charset=utf-8"), changed_at)
        release = next((one for one in self.releases if one.path == ask.path), None)
        if release is None:
            return missing_reply(ask.path)
        return conditional(ask, page_reply(_page(release)), release.changed_at)

    def _feed(self) -> str:
        return CHANNEL.substitute(host=HOST, items="".join(_item(release) for release in self.releases))


def uzbek_site(as_of: date | None) -> UzbekSite:
    """Build the site as it stood at the end of a day."""
    return UzbekSite(read_releases(UzbekRelease, "uzbek", as_of))


def _item(release: UzbekRelease) -> str:
    return ITEM.substitute(
        host=HOST,
        path=escape(release.path),
        id=release.id,
        title=escape(release.title),
        published=format_datetime(release.published_at),
        summary=escape(release.paragraphs[0][:SUMMARY_LENGTH].rpartition(" ")[0] + "…"),
    )


def _page(release: UzbekRelease) -> str:
    return PAGE.substitute(
        host=HOST,
        path=escape(release.path),
        title=escape(release.title),
        published=release.published_at.isoformat(),
        day=f"{release.published_at:%d.%m.%Y}",
        paragraphs="".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in release.paragraphs),
    )
