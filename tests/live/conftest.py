"""Looks at each live source once, for all tests of it, and prints at the end what each turned out to be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

import pytest

from pipelines.fetch.client import PoliteClient
from pipelines.model import Document, Entry, Page, Verdict
from pipelines.parse.listing import listing_request, read_listing
from pipelines.parse.page import parse_page
from pipelines.parse.parsed import ListingError, ParseError
from pipelines.source import Source


@dataclass(frozen=True)
class Seen:
    """What a live source gave: its listing, and the newest release that it names."""

    source: Source
    listing: Page
    entries: tuple[Entry, ...] = ()
    article: Page | None = None
    outcome: str = ""
    document: Document | None = None
    reason: str | None = None

    @property
    def line(self) -> tuple[str, ...]:
        """A line of the table of verdicts."""
        article = self.article.verdict if self.article else "-"
        day = str(self.document.published_on) if self.document else "-"
        return (
            self.source.source_id,
            str(self.listing.verdict),
            str(len(self.entries)),
            str(article),
            self.outcome or "-",
            day,
            self.reason or "",
        )


SEEN: dict[str, Seen] = {}


@pytest.fixture(scope="session")
def look() -> Iterator[Callable[[Source], Seen]]:
    """Looks at a source, once a session."""
    with PoliteClient() as client:

        @cache
        def at(source_id: str) -> Seen:
            SEEN[source_id] = _look(sources[source_id], client)
            return SEEN[source_id]

        sources: dict[str, Source] = {}

        def seen(source: Source) -> Seen:
            sources[source.source_id] = source
            return at(source.source_id)

        yield seen


def _look(source: Source, client: PoliteClient) -> Seen:
    request = listing_request(source, 1)
    assert request is not None
    page = client.fetch(request.url, source.fetch, json=request.json)
    seen = Seen(source, page, reason=page.reason)
    if page.verdict is not Verdict.PAGE:
        return seen
    try:
        listed = read_listing(source, page)
        if listed.further:
            page = client.fetch(listed.further[0], source.fetch)
            listed = read_listing(source, page)
    except ListingError as error:
        return replace(seen, reason=f"listing: {error}")
    return _look_at_newest(replace(seen, entries=listed.entries), client) if listed.entries else seen


def _look_at_newest(seen: Seen, client: PoliteClient) -> Seen:
    entry = seen.entries[0]
    if entry.body is None:
        article = client.fetch(entry.url, seen.source.fetch)
    else:
        article = replace(seen.listing, url=entry.url, body=entry.body)
    seen = replace(seen, article=article, reason=article.reason)
    if article.verdict is not Verdict.PAGE:
        return seen
    try:
        parsed = parse_page(seen.source, article)
    except ParseError as error:
        return replace(seen, outcome="quarantined", reason=str(error))
    return replace(seen, outcome=parsed.outcome, document=parsed.document, reason=parsed.reason)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table of verdicts."""
    if not SEEN:
        return
    head = ("source", "listing", "names", "newest", "read as", "published", "reason")
    lines = [head, *(seen.line for _, seen in sorted(SEEN.items()))]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head) - 1)]
    terminalreporter.section("verdicts of the live sources")
    for line in lines:
        cells = [cell.ljust(width) for cell, width in zip(line, widths, strict=False)]
        terminalreporter.write_line("  ".join([*cells, line[-1]]))
