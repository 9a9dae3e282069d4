"""Visits side by side, each under a bar, until they are done or somebody has had enough."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

from rich.progress import Progress

from pipelines.collect import Far, Visit, visit
from pipelines.fetch.client import PoliteClient
from pipelines.source import Source
from pipelines.terminal import progress

_AT_ONCE = 8
_WAKE_SECONDS = 0.1  # a signal that another thread received reaches the main one only when it wakes


def visit_all(
    sources: list[Source], home: Path, client: PoliteClient, max_pages: int | None
) -> tuple[list[Visit], bool]:
    """Visit the sources side by side; each host is still asked one thing at a time.

    Returns the visits, and whether they came to their own end: Ctrl-C ends each after the page that it is at.
    """
    with progress() as bars, ThreadPoolExecutor(_AT_ONCE) as pool:

        def one(source: Source) -> Visit:
            return visit(source, home, client, max_pages=max_pages, progress=_advancing(bars, source, max_pages))

        under_way = [pool.submit(one, source) for source in sources]
        try:
            while wait(under_way, timeout=_WAKE_SECONDS).not_done:
                pass
            return [visit.result() for visit in under_way], True
        except KeyboardInterrupt:
            client.stop()
            return [visit.result() for visit in under_way if not visit.cancel()], False


def _advancing(bars: Progress, source: Source, max_pages: int | None) -> Callable[[int, Far], None]:
    """A bar of the pages that a visit fetches, of how many, where that is known, and how far its source is."""
    bar = bars.add_task(source.source_id, total=None)
    bound = source.fetch.max_pages if max_pages is None else max_pages

    def advance(done: int, far: Far) -> None:
        known = done + far.due_count if far.is_ended else None
        total = min(bound, known or bound) if bound else known
        held = f"{far.held_count:,} of {far.listed_count:,} listed{'' if far.is_ended else ' so far'} are held"
        bars.update(bar, completed=done, total=total, description=f"{source.source_id}: {held}")

    return advance
