"""Real pages, where they are at hand beside the checkout, are read by the sources' files alone."""

from __future__ import annotations

import csv
import gzip
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipelines.home import live_sources
from pipelines.model import Page, Verdict
from pipelines.parse.listing import read_listing
from pipelines.parse.page import parse_page
from pipelines.parse.parsed import Parsed
from pipelines.source import Source
from tests.realdata import REALDATA

pytestmark = pytest.mark.skipif(not REALDATA.exists(), reason="the real pages are not beside this checkout")


def fetched(body: bytes, url: str, when: datetime) -> Page:
    return Page(url, url, when, Verdict.PAGE, headers=(("content-type", "text/html"),), body=body)


def chinese_pages() -> list[Page]:
    folder = REALDATA / "china_mfa"
    with (folder / "index.csv").open(encoding="utf-8") as rows:
        return [
            fetched(
                (folder / row["file"]).read_bytes(), row["url"], datetime.fromtimestamp(float(row["fetched_unix"]), UTC)
            )
            for row in csv.DictReader(rows)
        ]


@pytest.fixture(scope="module")
def china() -> Source:
    return live_sources().sources["cn_mfa"]


def test_chinese_press_conferences_give_title_day_and_body(china: Source) -> None:
    documents = [parse_page(china, page).document for page in chinese_pages() if "/default" not in page.url]
    whole = [one for one in documents if one and one.title and one.published_on and len(one.body) > 300]
    assert len(whole) >= 165
    assert {one.language for one in whole} == {"en"}
    stated = [one for one in whole if str(one.published_on.year) in one.title]  # type: ignore[union-attr]
    assert len(stated) >= 159, "the day is the one that the title states"


def test_chinese_listings_give_their_links(china: Source) -> None:
    counts = [len(read_listing(china, page).entries) for page in chinese_pages() if "/default" in page.url]
    assert counts.count(40) == 12
    assert counts.count(20) == 1


def american_releases() -> list[Parsed]:
    source = live_sources().sources["us_state"]
    feeds = sorted((REALDATA / "us_state" / "rss_snapshots").glob("*.rss"))
    pages = [fetched(path.read_bytes(), source.homepage, datetime.now(UTC)) for path in feeds]
    entries = [entry for page in pages for entry in read_listing(source, page).entries]
    return [parse_page(source, fetched(entry.body or b"", entry.url, datetime.now(UTC))) for entry in entries]


def test_american_feeds_carry_title_day_and_text() -> None:
    documents = [parsed.document for parsed in american_releases()]
    assert len(documents) == 80
    assert all(one and one.title and one.published_at and one.paragraphs for one in documents)
    assert not [one for one in documents if one and "Office of the Spokesperson" in one.paragraphs]


def american_item(item: dict[str, str]) -> Parsed:
    """An item of the feeds of 2021 and 2022, as the listing would carry it."""
    words = {"title": item["title"], "link": item["link"], "published": item["pubDate"]}
    words |= {"summary": item["description"], "content": item["content_encoded"]}
    page = fetched(json.dumps(words).encode(), item["link"], datetime.now(UTC))
    return parse_page(live_sources().sources["us_state"], page)


def american_items() -> list[dict[str, str]]:
    with gzip.open(REALDATA / "us_state" / "items.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


@pytest.mark.parametrize("step", [10, pytest.param(1, marks=pytest.mark.prove)])
def test_american_items_are_read(step: int) -> None:
    items = american_items()
    assert len(items) == 2007
    documents = [american_item(item).document for item in items[::step]]
    assert all(one and one.title and one.published_at and one.paragraphs for one in documents)


def days(source_id: str) -> dict[str, str]:
    """Days of publication that a person has checked against the page, by address."""
    path = Path(__file__).parent / "publication_days.csv"
    with path.open(encoding="utf-8") as rows:
        return {row["url"]: row["published_on"] for row in csv.DictReader(rows) if row["source_id"] == source_id}


def test_the_day_of_publication_is_the_one_that_a_person_reads(china: Source) -> None:
    pages = {page.url: page for page in chinese_pages()}
    items = {item["link"]: item for item in american_items()}
    read = {
        **{url: parse_page(china, pages[url]) for url in days("cn_mfa")},
        **{url: american_item(items[url]) for url in days("us_state")},
        **{name: gov_uk(name) for name in days("gb_fcdo")},
    }
    checked = days("cn_mfa") | days("us_state") | days("gb_fcdo")
    assert len(checked) == 50
    assert {url: str(parsed.document and parsed.document.published_on) for url, parsed in read.items()} == checked


def gov_uk(name: str) -> Parsed:
    path = next((REALDATA / "govuk").glob(f"*/frontend/{name}.json"))
    return parse_page(
        live_sources().sources["gb_fcdo"], fetched(path.read_bytes(), f"https://www.gov.uk/{name}", datetime.now(UTC))
    )


NAMES = sorted(path.stem for path in (REALDATA / "govuk").glob("*/frontend/*.json"))


@pytest.mark.parametrize("name", NAMES)
def test_every_govuk_example_is_a_release_or_what_it_stands_for(name: str) -> None:
    parsed = gov_uk(name)
    stands_for = "gone" if name.startswith("gone") else "redirect" if name.startswith("redirect") else "release"
    assert parsed.outcome == stands_for
    if parsed.document:
        assert parsed.document.body
        assert (parsed.document.status == "withdrawn") == ("withdrawn" in name)
        assert parsed.document.published_on or name.startswith(("fatality", "withdrawn_fatality"))


def test_govuk_translations_name_their_original() -> None:
    arabic = gov_uk("speech-translated").document
    assert arabic is not None
    assert (arabic.language, arabic.translation_of) == ("ar", "ea1c268d-165c-4b4a-a400-f3b5c2e0988e:en")
