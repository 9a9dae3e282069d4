"""A visit fetches what is new, newest first, bounded, and leaves the rest to the next one."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from pipelines.collect import Far, Visit, visit
from pipelines.fetch.archive import Archive, ArchiveError
from pipelines.fetch.client import PoliteClient
from pipelines.home import sample_sources
from pipelines.model import Verdict
from pipelines.sample.site import SampleSite
from pipelines.source import Source, load_source
from tests.conftest import HASTY
from tests.faults import FaultSite, endless, listing, page, reply

FEED = (
    b"<rss version='2.0'><channel><title>t</title><item><title>One</title><link>https://ministry.example/news/1</link>"
    b"<pubDate>Tue, 05 May 2020 08:04:00 GMT</pubDate></item></channel></rss>"
)


def publish(site: FaultSite, *pages_of_numbers: list[int]) -> None:
    """Serve a listing of these pages, and all articles that they name."""
    for page_no, numbers in enumerate(pages_of_numbers, start=1):
        site.on(f"/news?page={page_no}", listing(*numbers))
        for number in numbers:
            site.on(f"/news/{number}", page(f"Release {number}"))
    site.on(f"/news?page={len(pages_of_numbers) + 1}", listing())


def fetched(home: Path, source_id: str = "test_ministry") -> list[str]:
    """The last step of every page address in the archive, in the order of the fetches."""
    rows = [row for part in Archive(home, source_id).parts() for row in pq.read_table(part).to_pylist()]
    pages = sorted((row for row in rows if row["role"] == "page"), key=lambda row: row["fetched_at"])
    return [row["url"].rpartition("/")[2] for row in pages]


def rows_of(home: Path, role: str) -> list[dict[str, Any]]:
    parts = Archive(home, "test_ministry").parts()
    return [row for part in parts for row in pq.read_table(part).to_pylist() if row["role"] == role]


def test_all_that_is_listed_is_fetched_newest_first(
    site: FaultSite, client: PoliteClient, source: Source, tmp_path: Path
) -> None:
    publish(site, [5, 4], [3, 2], [1])
    outcome = visit(source, tmp_path, client)
    assert fetched(tmp_path) == ["5", "4", "3", "2", "1"]
    assert (outcome.verdict, outcome.backlog_count, outcome.listed_count) == (Verdict.PAGE, 0, 5)


def test_a_second_visit_fetches_nothing_and_says_so(
    site: FaultSite, client: PoliteClient, source: Source, tmp_path: Path
) -> None:
    publish(site, [2, 1])
    visit(source, tmp_path, client)
    outcome = visit(source, tmp_path, client)
    assert (outcome.verdict, outcome.fetched_count) == (Verdict.UNCHANGED, 0)


def test_bounded_visits_walk_the_whole_archive_without_fetching_twice(
    site: FaultSite, client: PoliteClient, source: Source, tmp_path: Path
) -> None:
    publish(site, [9, 8, 7], [6, 5, 4], [3, 2, 1])
    outcomes = [visit(source, tmp_path, client, max_pages=2) for _ in range(6)]
    assert fetched(tmp_path) == ["9", "8", "7", "6", "5", "4", "3", "2", "1"]
    assert [outcome.fetched_count for outcome in outcomes] == [2, 2, 2, 2, 1, 0]
    assert outcomes[-1].backlog_count == 0


def test_what_is_new_comes_before_what_was_left_over(
    site: FaultSite, client: PoliteClient, source: Source, tmp_path: Path
) -> None:
    publish(site, [3, 2, 1])
    visit(source, tmp_path, client, max_pages=1)
    publish(site, [5, 4, 3, 2, 1])
    visit(source, tmp_path, client, max_pages=3)
    assert fetched(tmp_path) == ["3", "5", "4", "2"]


def test_a_visit_tells_how_far_the_source_is_over_all_visits(
    site: FaultSite, client: PoliteClient, source: Source, tmp_path: Path
) -> None:
    publish(site, [7, 6], [5, 4], [3, 2, 1])
    visit(source, tmp_path, client, max_pages=2)
    told: list[tuple[int, Far]] = []
    visit(source, tmp_path, client, max_pages=0, progress=lambda done, far: told.append((done, far)))
    assert [(done, far.held_count, far.listed_count) for done, far in told] == [
        (1, 3, 4),
        (2, 4, 4),
        (3, 5, 7),
        (4, 6, 7),
        (5, 7, 7),
    ]
    assert [far.is_ended for _, far in told] == [False] * 5
    assert told[-1][1].page_no == 3


def test_items_that_new_ones_pushed_to_the_next_page_are_not_lost(
    site: FaultSite, client: PoliteClient, source: Source, tmp_path: Path
) -> None:
    publish(site, [4, 3], [2, 1])
    visit(source, tmp_path, client, max_pages=1)
    publish(site, [7, 6], [5, 4], [3, 2], [1])
    while visit(source, tmp_path, client, max_pages=2).fetched_count:
        pass
    assert sorted(fetched(tmp_path)) == ["1", "2", "3", "4", "5", "6", "7"]


def test_after_a_long_silence_all_that_was_missed_is_found(
    site: FaultSite, client: PoliteClient, source: Source, tmp_path: Path
) -> None:
    publish(site, [2, 1])
    visit(source, tmp_path, client)
    publish(site, [8, 7], [6, 5], [4, 3], [2, 1])
    visit(source, tmp_path, client)
    assert fetched(tmp_path) == ["2", "1", "8", "7", "6", "5", "4", "3"]


def test_a_site_that_repeats_its_last_page_ends_the_walk(
    site: FaultSite, client: PoliteClient, source: Source, tmp_path: Path
) -> None:
    publish(site, [3, 2], [1])
    site.on("/news?page=3", listing(1))
    site.on("/news?page=4", listing(1))
    assert visit(source, tmp_path, client).verdict is Verdict.PAGE
    assert site.asked["/news?page=4"] == 0


def test_a_page_of_the_listing_of_which_nothing_is_kept_does_not_end_the_walk(
    site: FaultSite, client: PoliteClient, write_source: Callable[..., Path], tmp_path: Path
) -> None:
    words = 'format = "json"\nitems = "items"\naddress = "/news/{no}"\nkeep_if = "kind == \'release\'"'
    source = load_source(write_source(('format = "html"\nurl', f"{words}\nurl")))
    kinds = [[(4, "release")], [(3, "speech")], [(2, "release"), (1, "release")], []]
    for page_no, kind in enumerate(kinds, start=1):
        items = [{"no": number, "kind": name} for number, name in kind]
        site.on(f"/news?page={page_no}", reply(200, json.dumps({"items": items}).encode()))
    for number in (4, 2, 1):
        site.on(f"/news/{number}", page(f"Release {number}"))
    assert visit(source, tmp_path, client).verdict is Verdict.PAGE
    assert fetched(tmp_path) == ["4", "2", "1"]
    assert visit(source, tmp_path, client).fetched_count == 0


def test_a_killed_visit_is_continued_by_the_next(
    site: FaultSite, client: PoliteClient, source: Source, tmp_path: Path
) -> None:
    publish(site, list(range(60, 30, -1)), list(range(30, 0, -1)))

    class Killed(BaseException):
        pass

    def die(done: int, _due: int) -> None:
        if done == 40:
            raise Killed

    with pytest.raises(Killed):
        visit(source, tmp_path, client, progress=die)
    assert len(fetched(tmp_path)) > 20, "what was flushed before the end is there"
    visit(source, tmp_path, client)
    assert sorted(map(int, set(fetched(tmp_path)))) == list(range(1, 61))


def test_a_visit_that_is_asked_to_stop_writes_what_it_has(
    site: FaultSite, client: PoliteClient, source: Source, tmp_path: Path
) -> None:
    publish(site, [4, 3, 2, 1])
    outcome = visit(source, tmp_path, client, progress=lambda done, _due: client.stop() if done == 2 else None)
    assert (outcome.fetched_count, outcome.backlog_count) == (2, 2)
    assert fetched(tmp_path) == ["4", "3"]


@pytest.mark.parametrize(
    ("body", "verdict", "words"),
    [
        (b"<html><body><p>Welcome to our new portal</p></body></html>", Verdict.EMPTY, "names 0 releases"),
        (b'<html><body><a href="/news/1">One</a></body></html>', Verdict.BROKEN, "names 1 releases"),
        (b"<html><title>Just a moment...</title></html>", Verdict.CHALLENGE, "just a moment"),
    ],
)
def test_a_listing_that_became_something_else_has_its_verdict(
    site: FaultSite,
    client: PoliteClient,
    write_source: Callable[..., Path],
    tmp_path: Path,
    body: bytes,
    verdict: Verdict,
    words: str,
) -> None:
    source = load_source(write_source(("[article]", "at_least = 3\n\n[article]")))
    site.on("/news?page=1", reply(200, body))
    outcome = visit(source, tmp_path, client)
    assert (outcome.verdict, outcome.failed) == (verdict, True)
    assert words in (outcome.reason or "")
    recorded = rows_of(tmp_path, "visit")[0]
    assert (recorded["verdict"], recorded["reason"]) == (verdict, outcome.reason)
    assert rows_of(tmp_path, "listing")[0]["body"] == body, "the evidence is kept"


def test_a_host_that_is_not_there_ends_in_its_verdict(source: Source, tmp_path: Path) -> None:
    with PoliteClient(HASTY, routes={"ministry.example": "http://127.0.0.1:9"}) as lost:
        outcome = visit(source, tmp_path, lost)
    assert (outcome.verdict, outcome.failed) == (Verdict.UNREACHABLE, True)


def test_one_bad_page_does_not_stop_the_others(
    site: FaultSite, client: PoliteClient, source: Source, tmp_path: Path
) -> None:
    publish(site, [3, 2, 1])
    site.on("/news/2", endless)
    outcome = visit(source, tmp_path, client)
    assert outcome.verdict_counts == {"page": 2, "broken": 1}
    assert (outcome.verdict, outcome.backlog_count) == (Verdict.PAGE, 0)


def test_a_page_that_failed_is_tried_again_by_later_visits_but_not_for_ever(
    site: FaultSite, client: PoliteClient, source: Source, tmp_path: Path
) -> None:
    publish(site, [2, 1])
    site.on("/news/2", reply(403, b"no"))
    outcomes = [visit(source, tmp_path, client) for _ in range(6)]
    assert site.asked["/news/2"] == 3
    assert [outcome.failed for outcome in outcomes] == [False] * 6, "one page is not the site"
    assert "403" in (outcomes[1].reason or "")
    visit(source, tmp_path, client, now=datetime.now(UTC) + timedelta(days=2))
    assert site.asked["/news/2"] == 4


def test_a_site_that_refuses_page_after_page_is_left_alone(
    site: FaultSite, client: PoliteClient, source: Source, tmp_path: Path
) -> None:
    publish(site, list(range(20, 0, -1)))
    for number in range(1, 21):
        site.on(f"/news/{number}", reply(403, b"no"))
    outcome = visit(source, tmp_path, client)
    assert (outcome.verdict, outcome.fetched_count) == (Verdict.BLOCKED, 2)
    assert "403" in (outcome.reason or "")


def test_what_was_old_when_it_was_found_is_hardly_looked_at_again(
    site: FaultSite, client: PoliteClient, write_source: Callable[..., Path], tmp_path: Path
) -> None:
    dated = write_source(('format = "html"\nurl', 'format = "feed"\nurl'))
    site.on("/news?page=1", reply(200, FEED, content_type="application/rss+xml"))
    site.on("/news/1", page("Release 1"))
    now = datetime.now(UTC)
    looks = [visit(load_source(dated), tmp_path, client, now=now + timedelta(days=day)) for day in (0, 30, 3000)]
    assert [look.fetched_count for look in looks] == [1, 0, 1]


def test_a_disk_that_cannot_be_written_says_so(
    site: FaultSite, client: PoliteClient, source: Source, tmp_path: Path
) -> None:
    publish(site, [1])
    (tmp_path / "archive").write_text("a file where the folder should be")
    with pytest.raises(ArchiveError, match="could not be written"):
        visit(source, tmp_path, client)


@pytest.fixture
def sample(tmp_path: Path) -> Callable[..., Visit]:
    """Visits a source of the sample site as it stood on a day."""

    def look(name: str, as_of: date, *, now: datetime | None = None) -> Visit:
        with SampleSite(as_of=as_of) as site:
            routes = dict.fromkeys(site.hosts, site.origin)
            with PoliteClient(HASTY, routes=routes) as client:
                return visit(sample_sources().sources[name], tmp_path, client, now=now)

    return look


def test_a_major_edit_that_the_listing_tells_of_is_fetched_at_once(sample: Callable[..., Visit]) -> None:
    sample("sample_united_kingdom", date(2025, 2, 12))
    outcome = sample("sample_united_kingdom", date(2025, 2, 14))
    assert outcome.verdict_counts["page"] >= 1, outcome


def test_a_page_with_validators_that_did_not_change_is_not_sent_again(sample: Callable[..., Visit]) -> None:
    first = sample("sample_uzbekistan", date(2025, 6, 1))
    again = sample("sample_uzbekistan", date(2025, 6, 1), now=datetime.now(UTC) + timedelta(days=3650))
    assert again.verdict_counts == {"unchanged": first.verdict_counts["page"]}


def test_translations_and_moved_pages_are_found_through_the_pages_that_name_them(
    sample: Callable[..., Visit], tmp_path: Path
) -> None:
    outcome = sample("sample_united_kingdom", date(2026, 10, 31))
    assert outcome.verdict_counts["gone"] == 1
    assert "british-ambassador-presents-credentials-in-astana.ru" in fetched(tmp_path, "sample_united_kingdom")


def test_the_disallowed_folder_is_not_fetched(sample: Callable[..., Visit]) -> None:
    assert sample("sample_uzbekistan", date(2026, 10, 31)).verdict_counts["disallowed"] == 1


def test_a_source_that_refuses_is_left_alone_for_a_while_and_then_asked_again(
    site: FaultSite, client: PoliteClient, source: Source, tmp_path: Path
) -> None:
    site.on("/news?page=1", reply(403, b"no"))
    now = datetime.now(UTC)
    first = visit(source, tmp_path, client, now=now)
    asked = site.asked.total()
    second = visit(source, tmp_path, client, now=now + timedelta(minutes=30))
    assert (first.verdict, second.verdict) == (Verdict.BLOCKED, Verdict.BLOCKED)
    assert "asked again after" in (second.reason or "")
    assert site.asked.total() == asked, "nothing was asked"
    site.on("/news?page=1", listing(1))
    site.on("/news/1", page("Release 1"))
    assert visit(source, tmp_path, client, now=now + timedelta(hours=2)).verdict is Verdict.PAGE


def test_what_is_older_than_the_file_asks_for_is_left_alone_and_ends_the_walk(
    site: FaultSite, client: PoliteClient, write_source: Callable[..., Path], tmp_path: Path
) -> None:
    card = '\nsince = 2026-05-04\ncard = "li"\ndated = { at = "time", format = "%d.%m.%Y" }\n'
    source = load_source(write_source(("(?P<id>\\d+)$'", f"(?P<id>\\d+)$'{card}")))
    for page_no, numbers in enumerate(([6, 5], [4, 3], [2, 1]), start=1):
        items = "".join(f"<li><a href='/news/{one}'>R</a><time>0{one}.05.2026</time></li>" for one in numbers)
        site.on(f"/news?page={page_no}", reply(200, f"<html><ul>{items}</ul></html>".encode()))
        for number in numbers:
            site.on(f"/news/{number}", page(f"Release {number}"))
    outcome = visit(source, tmp_path, client)
    assert fetched(tmp_path) == ["6", "5", "4"]
    assert (outcome.backlog_count, site.asked["/news?page=4"]) == (0, 0)


@pytest.fixture
def whole_text(write_source: Callable[..., Path]) -> Source:
    """A source whose listing carries its releases."""
    listing_words = 'format = "json"\nurl = "https://ministry.example/api?page={page}"\nitems = "[]"\n'
    listing_words += "address = 'https://ministry.example/news/{id}'\nlinks = '/news/(?P<id>\\d+)$'\nfull_text = true\n"
    old_listing = (
        'format = "html"\nurl = "https://ministry.example/news?page={page}"\nlinks = \'/news/(?P<id>\\d+)$\'\n'
    )
    old_article = (
        'format = "html"\ntitle = "h1"\nbody = "div.body"\npublished = { at = "time", format = "%d.%m.%Y, %H:%M" }'
    )
    return load_source(
        write_source((old_listing, listing_words), (old_article, 'format = "json"\ntitle = "title"\nbody = "text"'))
    )


def carried(*numbers: int, words: str = "words") -> bytes:
    items = [{"id": number, "title": f"Release {number}", "text": f"<p>{words}</p>"} for number in numbers]
    return json.dumps(items).encode()


def test_a_listing_that_carries_its_releases_is_all_that_is_fetched(
    site: FaultSite, client: PoliteClient, whole_text: Source, tmp_path: Path
) -> None:
    site.on("/api?page=1", reply(200, carried(4, 3)))
    site.on("/api?page=2", reply(200, carried(2, 1)))
    site.on("/api?page=3", reply(200, b"[          ]"))
    outcomes = [visit(whole_text, tmp_path, client) for _ in range(2)]
    site.on("/api?page=1", reply(200, carried(4, 3, words="new")))
    outcomes.append(visit(whole_text, tmp_path, client))
    assert [outcome.verdict_counts["page"] for outcome in outcomes] == [4, 0, 2]
    assert outcomes[0].backlog_count == 0
    assert {path.partition("?")[0] for path in site.asked} == {"/robots.txt", "/api"}


def test_an_index_of_sitemaps_is_followed_to_its_newest_and_on(
    site: FaultSite, client: PoliteClient, write_source: Callable[..., Path], tmp_path: Path
) -> None:
    source = load_source(
        write_source(
            (
                'format = "html"\nurl = "https://ministry.example/news?page={page}"',
                'format = "sitemap"\nurl = "https://ministry.example/sitemap.xml"',
            )
        )
    )
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    home = "https://ministry.example"
    children = "".join(
        f"<sitemap><loc>{home}/{year}.xml</loc><lastmod>{year}-05-05</lastmod></sitemap>" for year in (2025, 2026)
    )
    site.on("/sitemap.xml", reply(200, f"<sitemapindex {space}>{children}</sitemapindex>".encode()))
    for year, number in ((2025, 1), (2026, 2)):
        urls = f"<url><loc>{home}/news/{number}</loc></url>"
        site.on(f"/{year}.xml", reply(200, f"<urlset {space}>{urls}</urlset>".encode()))
        site.on(f"/news/{number}", page(f"Release {number}"))
    visit(source, tmp_path, client)
    assert fetched(tmp_path) == ["2", "1"]
