"""A site that fails in every way: each address ends in its verdict, politely, and the good ones are kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from pipelines.collect import visit
from pipelines.fetch.archive import Archive
from pipelines.fetch.client import PoliteClient
from pipelines.model import Page, Verdict
from pipelines.parse.page import parse_page
from pipelines.source import Source, load_source
from tests.conftest import HASTY, SOURCE
from tests.faults import (
    Answer,
    FaultSite,
    article,
    bomb,
    drip,
    endless,
    half_body,
    listing,
    longer_than_said,
    page,
    redirect,
    reply,
    reset,
)

HTML = {"content_type": "text/html; charset=utf-8"}
LATIN = {"content_type": "text/html; charset=iso-8859-1"}
SHELL = (
    b"<html><head><title>Ministry</title><script>var a = 1;</script></head><body><div id='root'></div></body></html>"
)
MOVED = reply(200, b"<html><body><p>Welcome to our new portal, where all is better than it was.</p></body></html>")


@dataclass(frozen=True)
class Fault:
    """What an address answers, time after time, and how that must end."""

    answers: tuple[Answer, ...]
    verdict: Verdict
    asked: int  # how often it may be asked


GOOD, LOST, TRIES = Verdict.PAGE, Verdict.UNREACHABLE, HASTY.attempts
FAULTS = {
    "too many requests, then served": Fault((reply(429, b"later", retry_after="1"), page("A")), GOOD, 2),
    "too many requests, come back next week": Fault((reply(429, b"later", retry_after="600000"),), LOST, 1),
    "errors of the server in a burst": Fault(
        (reply(500, b"a"), reply(502, b"b"), reply(503, b"c"), page("B")), GOOD, 4
    ),
    "errors of the server without end": Fault((reply(500, b"oops"),), LOST, TRIES),
    "hangs up, then served": Fault((reset, reset, page("C")), GOOD, 3),
    "hangs up": Fault((reset,), LOST, TRIES),
    "drips": Fault((drip,), Verdict.BROKEN, 1),
    "stops half way, then served": Fault((half_body, page("D")), GOOD, 2),
    "stops half way": Fault((half_body,), LOST, TRIES),
    "is longer than it says": Fault((longer_than_said,), Verdict.PAGE, TRIES),
    "leads to itself": Fault((redirect("/news/11"),), Verdict.BROKEN, HASTY.max_redirects + 1),
    "leads to a private address": Fault((redirect("http://10.0.0.1/news/12"),), Verdict.BROKEN, 1),
    "leads to this machine": Fault((redirect("http://127.0.0.1:22/"),), Verdict.BROKEN, 1),
    "leads to the home page": Fault((redirect("/"),), Verdict.SOFT_ERROR, 1),
    "leads to another site": Fault((redirect("https://elsewhere.example/news/15"),), Verdict.REDIRECT, 1),
    "is a bomb": Fault((bomb,), Verdict.BROKEN, 1),
    "has a hundred megabytes": Fault((endless,), Verdict.BROKEN, 1),
    "says that it is gzip": Fault((reply(200, b"it is not", content_encoding="gzip"),), Verdict.BROKEN, 1),
    "lies about its charset": Fault((reply(200, article("Señor Ğül").encode(), **LATIN),), GOOD, 1),
    "is a picture": Fault((reply(200, b"\x89PNG and so on, and so forth"),), Verdict.BROKEN, 1),
    "apologises with status 200": Fault(
        (reply(200, b"<html><title>Technical difficulties</title><p>We are sorry.</p></html>"),), Verdict.SOFT_ERROR, 1
    ),
    "is under maintenance": Fault((reply(200, b"<title>Site under maintenance</title>"),), Verdict.SOFT_ERROR, 1),
    "is an empty shell": Fault((reply(200, SHELL, **HTML),), Verdict.EMPTY, 1),
    "is empty": Fault((reply(200, b""),), Verdict.EMPTY, 1),
    "is gone": Fault((reply(410, b"gone"),), Verdict.GONE, 1),
    "asks for proof that we are human": Fault(
        (reply(200, b"<html><title>Just a moment...</title></html>"),), Verdict.CHALLENGE, 1
    ),
    "refuses": Fault((reply(403, b"no"),), Verdict.BLOCKED, 1),
}
NUMBERS = {name: number for number, name in enumerate(FAULTS, start=1)}


def serve(site: FaultSite) -> list[int]:
    """Serve every fault at /news/1 and on, good pages between them, and return all numbers as they are listed."""
    site.on("/", MOVED)
    listed = []
    for name, number in NUMBERS.items():
        site.on(f"/news/{number}", *FAULTS[name].answers)
        site.on(f"/news/{number + 100}", page(f"Good {number}"))
        listed += [number, number + 100]
    return listed


def archived(home: Path) -> dict[int, dict[str, Any]]:
    """The pages of the archive by number."""
    rows = [row for part in Archive(home, "test_ministry").parts() for row in pq.read_table(part).to_pylist()]
    return {int(row["url"].rpartition("/")[2]): row for row in rows if row["role"] == "page"}


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[FaultSite, Path, Source]]:
    """The site after one visit, and the archive."""
    home = tmp_path_factory.mktemp("faults")
    (home / "test_ministry.toml").write_text(SOURCE)
    source = load_source(home / "test_ministry.toml")
    with FaultSite() as site, PoliteClient(HASTY, routes={"ministry.example": site.origin}) as client:
        site.on("/news?page=1", listing(*serve(site)))
        site.on("/news?page=2", listing())
        visit(source, home, client)
        yield site, home, source


@pytest.mark.parametrize("name", FAULTS)
def test_every_address_ends_in_the_right_verdict(campaign: tuple[FaultSite, Path, Source], name: str) -> None:
    _, home, _ = campaign
    row = archived(home)[NUMBERS[name]]
    assert row["verdict"] == FAULTS[name].verdict, row["reason"]
    assert (row["reason"] is None) == (row["verdict"] == Verdict.PAGE), "what is no page says why"


@pytest.mark.parametrize("name", FAULTS)
def test_nothing_is_asked_for_more_often_than_politeness_allows(
    campaign: tuple[FaultSite, Path, Source], name: str
) -> None:
    site, _, _ = campaign
    assert 1 <= site.asked[f"/news/{NUMBERS[name]}"] <= FAULTS[name].asked


def test_all_good_pages_are_in_the_archive_and_read_well(campaign: tuple[FaultSite, Path, Source]) -> None:
    site, home, source = campaign
    rows = archived(home)
    for number in NUMBERS.values():
        assert site.asked[f"/news/{number + 100}"] == 1
        assert title_of(source, rows[number + 100]) == f"Good {number}"
    assert title_of(source, rows[NUMBERS["lies about its charset"]]) == "Señor Ğül"


def title_of(source: Source, row: dict[str, Any]) -> str:
    headers = tuple((header["name"], header["value"]) for header in row["headers"])
    document = parse_page(
        source, Page(row["url"], row["url"], row["fetched_at"], Verdict.PAGE, headers=headers, body=row["body"])
    ).document
    assert document is not None
    return document.title


def test_a_certificate_that_nobody_trusts_is_not_looked_behind(source: Source, tmp_path: Path) -> None:
    with (
        FaultSite(tls=True) as site,
        PoliteClient(HASTY, routes={"ministry.example": site.origin}) as client,
    ):
        outcome = visit(source, tmp_path, client)
        assert outcome.verdict is Verdict.BROKEN
        assert "certificate" in (outcome.reason or "")
        assert site.asked.total() == 0


def test_a_listing_that_shrinks_to_nothing_while_it_is_walked_is_not_believed_at_once(
    site: FaultSite, client: PoliteClient, source: Source, tmp_path: Path
) -> None:
    site.on("/news?page=1", listing(6, 5))
    site.on("/news?page=2", listing(), listing(4, 3))
    site.on("/news?page=3", listing(2, 1))
    site.on("/news?page=4", listing())
    for number in range(1, 7):
        site.on(f"/news/{number}", page(f"Release {number}"))
    visit(source, tmp_path, client)
    assert sorted(archived(tmp_path)) == [1, 2, 3, 4, 5, 6]


def test_a_listing_that_is_reordered_while_it_is_walked_loses_nothing(
    site: FaultSite, client: PoliteClient, source: Source, tmp_path: Path
) -> None:
    site.on("/news?page=1", listing(6, 5, 4), listing(2, 6, 5))
    site.on("/news?page=2", listing(4, 6, 3), listing(4, 3, 1))
    site.on("/news?page=3", listing(3, 1), listing())
    site.on("/news?page=4", listing())
    for number in range(1, 7):
        site.on(f"/news/{number}", page(f"Release {number}"))
    for _ in range(2):
        visit(source, tmp_path, client)
    assert sorted(archived(tmp_path)) == [1, 2, 3, 4, 5, 6]
    assert max(site.asked[f"/news/{number}"] for number in range(1, 7)) == 1


def test_requests_of_a_whole_visit_are_spaced(site: FaultSite, source: Source, tmp_path: Path) -> None:
    slow = source.model_copy(update={"fetch": source.fetch.model_copy(update={"delay_seconds": 0.2})})
    site.on("/news?page=1", listing(*range(1, 6)))
    site.on("/news?page=2", listing())
    for number in range(1, 6):
        site.on(f"/news/{number}", reply(500, b"oops") if number == 3 else page(f"Release {number}"))
    with PoliteClient(HASTY, routes={"ministry.example": site.origin}) as client:
        visit(slow, tmp_path, client)
    assert min(later - sooner for sooner, later in pairwise(site.times[1:])) >= 0.1
