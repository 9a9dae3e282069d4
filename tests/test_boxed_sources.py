"""Every source in the box goes the whole way on its recordings, and a second visit costs next to nothing."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from pipelines.collect import visit
from pipelines.fetch.client import PoliteClient
from pipelines.home import live_sources
from pipelines.model import Verdict
from pipelines.parse.listing import listing_request
from pipelines.source import Source
from tests.conftest import HASTY
from tests.faults import FaultSite, reply
from tests.recordings import load_page, names_of

SOURCES = live_sources().sources
MOST_REQUESTS = 2  # robots.txt and the listing


def serve(site: FaultSite, source: Source) -> set[str]:
    """Serve a source's recordings at their addresses, all else being gone, and return their hosts."""
    hosts = set()
    for name in names_of(source.source_id):
        page = load_page(source.source_id, name)
        request = listing_request(source, 1)
        url = request.url if name == "listing" and request else page.url
        parts = urlsplit(url)
        hosts.add(parts.netloc)
        if not name.startswith("response"):
            path = parts.path + (f"?{parts.query}" if parts.query else "")
            site.on(path, reply(200, page.body, content_type=dict(page.headers)["content-type"]))
    return hosts


@pytest.mark.parametrize("source_id", SOURCES)
def test_a_visit_reads_the_recordings_and_the_next_one_costs_at_most_two_requests(
    source_id: str, site: FaultSite, tmp_path: Path
) -> None:
    source = SOURCES[source_id].model_copy(
        update={"fetch": SOURCES[source_id].fetch.model_copy(update={"delay_seconds": 0})}
    )
    routes = dict.fromkeys(serve(site, source), site.origin)
    with PoliteClient(HASTY, routes=routes) as client:
        first = visit(source, tmp_path, client)
    assert first.verdict is Verdict.PAGE, first.reason
    assert first.verdict_counts["page"] >= 1
    before = site.asked.total()
    with PoliteClient(HASTY, routes=routes) as client:
        second = visit(source, tmp_path, client)
    assert second.verdict is Verdict.UNCHANGED, second.reason
    assert site.asked.total() - before <= MOST_REQUESTS, site.asked


def test_there_are_fifteen_ministries_and_their_visits_are_spread_over_the_hour() -> None:
    assert len({source.issuer for source in SOURCES.values()}) >= 15
    minutes = [source.cron.split()[0] for source in SOURCES.values()]
    assert len(set(minutes)) > 3 / 4 * len(minutes), "sources that start together would wait for each other"
    assert all(source.verified is None for source in SOURCES.values()), "none was read live from here"
