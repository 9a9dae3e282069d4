"""A look at one page of a listing: asked for, judged, and what it names.

What belongs here: telling a page of a listing, its end, and a failure apart. What does not: how far a visit walks, and
what becomes of the entries.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipelines.model import Entry, Page, Request, Verdict
from pipelines.parse.listing import listing_request, read_listing
from pipelines.parse.parsed import Listed, ListingError

if TYPE_CHECKING:
    from pipelines.fetch.client import PoliteClient
    from pipelines.source import Source


@dataclass(frozen=True, slots=True)
class Look:
    """What one page of a listing turned out to be."""

    verdict: Verdict
    reason: str | None = None
    entries: tuple[Entry, ...] = ()
    is_last: bool = False  # the listing ends here
    page: Page | None = None  # None where the listing has no such page


@dataclass
class Looker:
    """Looks at the pages of one source's listing, in one visit."""

    source: Source
    client: PoliteClient
    _further: tuple[str, ...] = ()  # where the listing goes on, as its index says
    _named: dict[int, tuple[str, ...]] = field(default_factory=dict)  # the addresses that each page named

    def look(self, page_no: int) -> Look:
        """Fetch and judge one page, counted from 1.

        A page after the first that names nothing is the listing's end, but sites also fail so: it is asked for once
        more before it is believed.
        """
        found = self._look_once(page_no)
        if found.is_last and found.page and not found.entries:
            found = self._look_once(page_no)
        self._named[page_no] = tuple(entry.url for entry in found.entries)
        return found

    def _look_once(self, page_no: int) -> Look:
        request = self._request(page_no)
        if request is None:
            return Look(Verdict.PAGE, is_last=True)
        page = self.client.fetch(request.url, self.source.fetch, json=request.json)
        verdict, reason, listed = self._judge(page, page_no)
        if page_no > 1 and self._is_behind_the_end(verdict, page, listed, page_no):
            verdict, reason, is_last = Verdict.PAGE, None, True
        else:
            is_last = verdict is Verdict.PAGE and (listed.ends or self._request(page_no + 1) is None)
        entries = tuple(entry for entry in listed.entries if not self._is_too_old(entry))
        if verdict is Verdict.PAGE and listed.entries and not entries:
            is_last = True
        return Look(verdict, reason, entries, is_last, page)

    def _request(self, page_no: int) -> Request | None:
        """How to ask for a page; after an index, the addresses that it gave."""
        if self._further and page_no > 1:
            return Request(self._further[page_no - 2]) if page_no - 2 < len(self._further) else None
        return listing_request(self.source, page_no)

    def _judge(self, page: Page, page_no: int) -> tuple[Verdict, str | None, Listed]:
        if page.verdict is not Verdict.PAGE and not (page.verdict is Verdict.BROKEN and page.body):
            return page.verdict, page.reason, Listed()
        try:
            listed = read_listing(self.source, page)
        except ListingError as error:
            return Verdict.BROKEN, page.reason or f"listing: {error}", Listed()
        if page_no == 1:
            self._further = listed.further
        if page.verdict is not Verdict.PAGE and not listed.ends:
            return page.verdict, page.reason, Listed()
        least = self.source.listing.at_least if page_no == 1 else 1
        if len(listed.entries) < least and not listed.further and not (page_no > 1 and listed.leaves_out):
            verdict = Verdict.BROKEN if listed.entries else Verdict.EMPTY
            reason = f"the listing names {len(listed.entries)} releases, where listing.at_least is {least}"
            return verdict, reason, listed
        return Verdict.PAGE, None, listed

    def _is_behind_the_end(self, verdict: Verdict, page: Page, listed: Listed, page_no: int) -> bool:
        """Whether a page after the first says that there are no more: by status, by word, by naming none or the same.

        Some sites show their last page again for every page after it.
        """
        urls = tuple(entry.url for entry in listed.entries)
        names_none = verdict is Verdict.EMPTY and page.verdict is Verdict.PAGE
        says_so = verdict is Verdict.GONE or names_none or (listed.ends and not urls)
        return says_so or (bool(urls) and urls == self._named.get(page_no - 1))

    def _is_too_old(self, entry: Entry) -> bool:
        since = self.source.listing.since
        return since is not None and entry.listed_on is not None and entry.listed_on < since
