"""`gov-uk.example`: the Foreign, Commonwealth & Development Office through the two JSON interfaces of GOV.UK.

What belongs here: which address answers what. The Content API's documents are written by `govuk_content`, the Search
API's replies by `govuk_search`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipelines.sample.exchange import Ask, Reply, conditional, json_reply, page_reply
from pipelines.sample.govuk_content import content_of, gone_content, redirect_content
from pipelines.sample.govuk_release import GovukRelease
from pipelines.sample.govuk_search import search_reply
from pipelines.sample.releases import happened, read_releases

if TYPE_CHECKING:
    from datetime import date

HOST = "gov-uk.example"
SEARCH = "/api/search.json"
CONTENT = "/api/content"
ROBOTS = "User-agent: *\nDisallow: /*/print$\n"
CACHE = (("Cache-Control", "max-age=300, public"),)


@dataclass(frozen=True, slots=True)
class GovukSite:
    """The Search API, the Content API and robots.txt."""

    releases: tuple[GovukRelease, ...]
    as_of: date | None
    host: str = HOST

    def answer(self, ask: Ask) -> Reply:
        """Answer with search results, a document, or the rules for crawlers."""
        if ask.path == "/robots.txt":
            return page_reply(ROBOTS, "text/plain; charset=utf-8")
        reply = search_reply(ask.query, self.releases) if ask.path == SEARCH else self._content(ask)
        return conditional(ask, replace(reply, headers=reply.headers + CACHE))

    def _content(self, ask: Ask) -> Reply:
        path = ask.path.removeprefix(CONTENT)
        release = next((one for one in self.releases if one.path == path), None)
        if release is None or path == ask.path:
            return json_reply({"errors": [{"status": 404, "message": f"no document at {path}"}]}, 404)
        if release.gone is not None and happened(release.gone.at, self.as_of):
            return json_reply(gone_content(release, release.gone), 410)
        if release.redirect is not None and happened(release.redirect.at, self.as_of):
            return json_reply(redirect_content(release, release.redirect))
        siblings = tuple(one for one in self.releases if one.id == release.id)
        return json_reply(content_of(release, siblings, self.as_of))


def govuk_site(as_of: date | None) -> GovukSite:
    """Build the site as it stood at the end of a day."""
    return GovukSite(read_releases(GovukRelease, "govuk", as_of), as_of)
