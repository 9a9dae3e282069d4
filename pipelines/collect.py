"""The story of one visit: listing → entries → pages → archive parts.

A visit looks at the newest part of the listing first, fetches what is new, looks again at what is young, and then
goes on with what earlier visits left, as far as its bound allows. Its only state is the archive: what is listed
minus what is held. A visit that dies is continued by the next one.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from pipelines.fetch.archive import REFUSALS, Archive, page_row, visit_row
from pipelines.fetch.client import PoliteClient
from pipelines.fetch.due import NO_AGE, is_due, is_due_again, is_new_wording, rests_until
from pipelines.looks import Look, Looker
from pipelines.model import Entry, Page, Verdict
from pipelines.parse.page import leads_to
from pipelines.source import Source

_PAGES_A_PART = 25  # what a killed visit can lose
_LISTING_PAGES_A_VISIT = 50
_FAILURES_IN_A_ROW = 5  # then the site is left alone until the next visit
_REFUSALS_IN_A_ROW = 2  # the same, where it refuses us
_END_BELIEVED = timedelta(days=30)  # then the walk looks again whether the listing goes on
_OVERLAP = timedelta(days=1)  # between the days of two visits, where a listing dates what it names
_SAYS_NOTHING = frozenset(Verdict) - {
    Verdict.PAGE,
    Verdict.UNCHANGED,
    Verdict.GONE,
    Verdict.REDIRECT,
    Verdict.DISALLOWED,
}


@dataclass(frozen=True, slots=True)
class Far:
    """How far a source is, over all visits."""

    held_count: int  # of the addresses listed so far
    listed_count: int
    due_count: int  # known to be fetched by this visit, if its bound allows
    page_no: int  # of the listing, to which it was walked
    is_ended: bool  # the listing was walked to its end


Progress = Callable[[int, Far], None]  # pages fetched by this visit, and how far the source is


@dataclass(frozen=True, slots=True)
class Visit:
    """One look at a source, with its outcome."""

    source_id: str
    verdict: Verdict  # `page`: something new; `unchanged`: all as it was; else what went wrong
    reason: str | None
    listed_count: int  # entries seen for the first time
    backlog_count: int  # entries that are listed and not yet held
    byte_count: int
    verdict_counts: Counter[str]  # of the pages fetched
    parts: tuple[Path, ...]

    @property
    def fetched_count(self) -> int:
        """Pages asked for in this visit."""
        return self.verdict_counts.total()

    @property
    def failed(self) -> bool:
        """Whether the source could not be read as its file says."""
        return self.verdict in _SAYS_NOTHING


def visit(
    source: Source,
    home: Path,
    client: PoliteClient,
    *,
    max_pages: int | None = None,
    young: timedelta = NO_AGE,
    progress: Progress = lambda _done, _due: None,
    now: datetime | None = None,
) -> Visit:
    """Visit a source and add what it gives to the archive under `home`.

    Args:
        source: the source.
        home: the folder that holds `archive/`.
        client: fetches; shared by the visits of a run.
        max_pages: fetch no more pages than this; 0 is no limit; None is as the source's file says.
        young: look again at every release whose wording has stood for less than this, due or not.
        progress: told after each page.
        now: the moment against which ages are counted.
    """
    limit = source.fetch.max_pages if max_pages is None else max_pages
    started_at = now or datetime.now(UTC)
    return _Walk(source, Archive(home, source.source_id), client, limit or None, young, started_at, progress).run()


@dataclass
class _Walk:
    """A visit under way."""

    source: Source
    archive: Archive
    client: PoliteClient
    limit: int | None
    young: timedelta
    started_at: datetime
    progress: Progress
    rows: list[dict[str, Any]] = field(default_factory=list)
    parts: list[Path] = field(default_factory=list)
    due: deque[Entry] = field(default_factory=deque)
    asked: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)
    failures: list[Page] = field(default_factory=list)  # in a row, to now
    byte_count: int = 0
    listed_count: int = 0
    first_count: int = 0  # pages that no visit before had

    def run(self) -> Visit:
        """Walk, fetch, and record."""
        self.visit_id = f"{self.source.source_id}/{self.started_at:%Y%m%dT%H%M%S.%f}Z"
        self.state = self.archive.state(ends_since=self.started_at - _END_BELIEVED)
        self.listed = dict(self.state.listed)
        self.deepest, self.ended = 1, False
        self.held_before = sum(not self._is_pending(url) for url in self.listed)
        self.looker = Looker(self.source, self.client)
        until = rests_until(self.state.refusals)
        if until and self.started_at < until:
            times = self.state.refusals.count
            refused = f"refused {times} times in a row; asked again after {until:%Y-%m-%d %H:%M} UTC"
            return self._visit(Verdict.BLOCKED, refused)
        verdict, reason = self._walk_head()
        if verdict is Verdict.PAGE:
            self._fetch_due()
            self._walk_tail()
            verdict, reason = self._outcome()
        self.rows.append(visit_row(self.visit_id, self.source.source_id, self.started_at, verdict, reason))
        self._flush()
        return self._visit(verdict, reason)

    def _visit(self, verdict: Verdict, reason: str | None) -> Visit:
        return Visit(
            source_id=self.source.source_id,
            verdict=verdict,
            reason=reason,
            listed_count=self.listed_count,
            backlog_count=sum(self._is_pending(url) for url in self.listed),
            byte_count=self.byte_count,
            verdict_counts=self.counts,
            parts=tuple(self.parts),
        )

    def _walk_head(self) -> tuple[Verdict, str | None]:
        """Look at the listing from its newest page back to where all is known."""
        first_visit = not self.state.listed
        found: list[Entry] = []
        joined = False
        for page_no in range(1, _LISTING_PAGES_A_VISIT + 1):
            look = self._look(page_no)
            if look.verdict is not Verdict.PAGE and page_no == 1:
                return look.verdict, look.reason
            joined = look.is_last or self._joins(look.entries, is_quiet=not found)
            found += look.entries
            if joined or (first_visit and found) or look.verdict is not Verdict.PAGE:
                break
        self._begin_walk(fresh_start=first_visit or not joined)
        self._queue(self._in_order(found))
        return Verdict.PAGE, None

    def _joins(self, entries: tuple[Entry, ...], *, is_quiet: bool) -> bool:
        """Whether a page of the listing reaches back to what earlier visits saw.

        All on it must be known. Where something new came before it, and the listing dates what it names, it must
        also be older than the last visit: an edited item may have moved up among new ones.
        """
        if not entries or not all(entry.url in self.state.listed for entry in entries):
            return False
        days = [entry.listed_on for entry in entries if entry.listed_on]
        if is_quiet or not days or self.state.listed_at is None:
            return True
        return min(days) < (self.state.listed_at - _OVERLAP).date()

    def _begin_walk(self, *, fresh_start: bool) -> None:
        """Where the walk met nothing known, all behind it must be walked anew."""
        listings = [row for row in self.rows if row["role"] == "listing" and row["verdict"] == Verdict.PAGE]
        listings[0]["fresh_start"] = fresh_start
        if fresh_start:
            self.deepest, self.ended = len(listings), any(row["last"] for row in listings)
        else:
            self.deepest, self.ended = self.state.deepest_page or 1, self.state.ended

    def _walk_tail(self) -> None:
        """Go on with the listing where the walk of all visits ended, one page of overlap, to the bound."""
        page_no = self.deepest
        for _ in range(_LISTING_PAGES_A_VISIT if self.limit else 1_000_000):
            if self.ended or self._is_over():
                return
            look = self._look(page_no)
            self.ended = look.is_last
            if look.verdict is not Verdict.PAGE:
                return
            self.deepest = page_no
            self._queue(look.entries)
            self._fetch_due()
            page_no += 1

    def _look(self, page_no: int) -> Look:
        """Look at one page of the listing and put it, and the releases that it carries, into the part."""
        found = self.looker.look(page_no)
        if found.page is None:
            return found
        row = page_row(self.visit_id, self.source.source_id, found.page, entries=found.entries)
        row |= {"role": "listing", "page_no": page_no, "last": found.is_last}
        row |= {"verdict": str(found.verdict), "reason": found.reason}
        if found.verdict is Verdict.PAGE:
            row["body"] = None  # its entries are kept; only a listing that failed is evidence
        self.rows.append(row)
        self._keep_bodies(found.page, found.entries)
        return found

    def _keep_bodies(self, page: Page, entries: Iterable[Entry]) -> None:
        """Note the releases that the listing carries whole, as pages of their own."""
        for entry in entries:
            if (
                entry.body is None
                or not is_new_wording(entry, self.state.held.get(entry.url))
                or entry.url in self.asked
            ):
                continue
            digest = sha256(entry.body).hexdigest()
            headers = (("content-type", "application/json"),)
            kept = replace(page, url=entry.url, body=entry.body, sha256=digest, headers=headers, verdict=Verdict.PAGE)
            self._note(kept, entry)

    def _queue(self, entries: Iterable[Entry]) -> None:
        """Note what a listing names, and put in line what of it is due."""
        entries = list(entries)
        self.listed_count += sum(entry.url not in self.listed for entry in entries)
        self.listed |= {entry.url: entry for entry in entries}
        waiting = {entry.url for entry in self.due}
        fresh = (entry for entry in entries if entry.url not in self.asked and entry.url not in waiting)
        self.due.extend(filter(self._is_due, fresh))

    def _in_order(self, found: list[Entry]) -> list[Entry]:
        """What the listing shows now, then what is young enough to look at again, then what was left over."""
        newest = self.state.listed | {entry.url: entry for entry in found}
        young = [url for url, entry in newest.items() if self._is_young(entry)]
        return [newest[url] for url in dict.fromkeys([*(entry.url for entry in found), *young, *newest])]

    def _fetch_due(self) -> None:
        while self.due and not self._is_over():
            entry = self.due.popleft()
            self._fetch(entry)
            self.progress(self.counts.total(), self._far())

    def _far(self) -> Far:
        held_count = self.held_before + self.first_count
        return Far(held_count, len(self.listed), len(self.due), self.deepest, self.ended)

    def _fetch(self, entry: Entry) -> None:
        held = self.state.held.get(entry.url)
        page = self.client.fetch(
            entry.url,
            self.source.fetch,
            etag=held.etag if held else None,
            last_modified=held.last_modified if held else None,
        )
        further = leads_to(self.source, page) if page.verdict is Verdict.PAGE else ()
        self._note(page, entry, further)
        self.failures = [*self.failures, page] if page.verdict in _SAYS_NOTHING else []
        self._queue_further(further)

    def _note(self, page: Page, entry: Entry, further: tuple[Entry, ...] = ()) -> None:
        """Put one page into the part that is being written."""
        self.first_count += self._is_pending(entry.url)
        self.asked.add(entry.url)
        row = page_row(self.visit_id, self.source.source_id, page, entries=further, entry_updated=entry.updated)
        self.rows.append(row)
        self.counts[str(page.verdict)] += 1
        self.byte_count += len(page.body)
        if len(self.rows) >= _PAGES_A_PART:
            self._flush()

    def _queue_further(self, further: tuple[Entry, ...]) -> None:
        fresh = [entry for entry in further if entry.url not in self.listed]
        self.listed_count += len(fresh)
        self.listed |= {entry.url: entry for entry in fresh}
        self.due.extendleft(entry for entry in fresh if self._is_due(entry))

    def _is_over(self) -> bool:
        bound = self.limit is not None and self.counts.total() >= self.limit
        return bound or self.client.is_stopping or self._has_failed()

    def _has_failed(self) -> bool:
        """Whether the pages failed so often in a row that the site is better left alone until the next visit."""
        refusals = sum(page.verdict in REFUSALS for page in self.failures)
        return refusals >= _REFUSALS_IN_A_ROW or len(self.failures) >= _FAILURES_IN_A_ROW

    def _is_pending(self, url: str) -> bool:
        held = self.state.held.get(url)
        return url not in self.asked and (held is None or held.verdict is None)

    def _is_due(self, entry: Entry) -> bool:
        held = self.state.held.get(entry.url)
        return entry.body is None and is_due(entry, held, self.source.fetch, self.started_at, young=self.young)

    def _is_young(self, entry: Entry) -> bool:
        held = self.state.held.get(entry.url)
        return held is not None and is_due_again(entry, held, self.source.fetch, self.started_at, young=self.young)

    def _outcome(self) -> tuple[Verdict, str | None]:
        verdict = Verdict.PAGE if self.counts[Verdict.PAGE] else Verdict.UNCHANGED
        if not self.failures:
            return verdict, None
        last = self.failures[-1]
        reason = f"{len(self.failures)} pages in a row: {last.reason} ({last.url})"
        all_failed = len(self.failures) == self.counts.total() and last.verdict not in REFUSALS
        return last.verdict if all_failed or self._has_failed() else verdict, reason

    def _flush(self) -> None:
        if self.rows:
            self.parts.append(self.archive.write(self.rows))
            self.rows = []
