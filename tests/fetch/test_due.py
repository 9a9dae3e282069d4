"""Pages are looked at again for edits, ever more rarely, and a source that refuses is left alone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

import pytest

from pipelines.fetch.archive import Held, Refusals
from pipelines.fetch.due import is_due, is_due_again, is_new_wording, rests_until
from pipelines.formats import Fetch
from pipelines.model import Entry

START = datetime(2026, 5, 5, tzinfo=UTC)
FETCH = Fetch(look_again_hours=12)
ENTRY = Entry("https://ministry.example/news/1")


def held(first: float, last: float | None = None, **more: str) -> Held:
    """A page that was fetched so many days after the start, first and last."""
    seen = START + timedelta(days=first if last is None else last)
    return Held(START + timedelta(days=first), seen, "page", 0, **more)


def after(days: float) -> datetime:
    return START + timedelta(days=days)


def test_looks_for_edits_thin_out_with_the_age_of_the_wording() -> None:
    looks, last, day = [], 0.0, 0.0
    while day < 365:
        day += 0.25
        if is_due_again(ENTRY, held(0, last), FETCH, after(day)):
            looks.append(day)
            last = day
    assert looks[:3] == [0.5, 1.0, 2.0]
    assert 8 <= len(looks) <= 16, looks


def test_what_was_old_when_it_was_found_is_hardly_looked_at_again() -> None:
    old = Entry(ENTRY.url, listed_on=date(2016, 5, 5))
    assert not is_due_again(old, held(0), FETCH, after(300))
    assert is_due_again(ENTRY, held(0), FETCH, after(300))


@pytest.mark.parametrize("stated", ["Mon, 04 May 2026 08:00:00 GMT", "2026-05-04T08:00:00Z"])
def test_what_the_source_tells_of_the_last_change_counts_from_there(stated: str) -> None:
    first = held(-400, 0)
    assert not is_due_again(ENTRY, first, FETCH, after(1))
    assert is_due_again(ENTRY, held(-400, 0, last_modified=stated), FETCH, after(1))
    assert is_due_again(Entry(ENTRY.url, updated=stated), first, FETCH, after(1))


def test_what_is_young_is_due_whatever_the_wait_when_it_is_looked_for() -> None:
    week = timedelta(days=7)
    assert not is_due_again(ENTRY, held(0), FETCH, after(0.1))
    assert is_due_again(ENTRY, held(0), FETCH, after(0.1), young=week)
    assert is_due(ENTRY, held(0), FETCH, after(0.1), young=week)
    assert not is_due_again(ENTRY, held(0, 7.9), FETCH, after(8), young=week)


def test_an_update_that_the_listing_tells_of_is_due_at_once() -> None:
    known = held(0, entry_updated="2026-05-04")
    assert not is_due(Entry(ENTRY.url, updated="2026-05-04"), known, FETCH, after(0.1))
    assert is_due(Entry(ENTRY.url, updated="2026-05-05"), known, FETCH, after(0.1))


def test_a_release_that_the_listing_carries_is_kept_when_its_words_differ() -> None:
    entry = Entry(ENTRY.url, body=b"words")
    assert is_new_wording(entry, None)
    assert is_new_wording(entry, held(0, sha256=sha256(b"other words").hexdigest()))
    assert not is_new_wording(entry, held(0, sha256=sha256(b"words").hexdigest()))
    assert not is_new_wording(ENTRY, None)


def test_a_source_that_refuses_is_asked_ever_more_rarely_but_each_day() -> None:
    rests = [rests_until(Refusals(count, START)) for count in (0, 1, 2, 3, 10)]
    hours = [None if until is None else (until - START).total_seconds() / 3600 for until in rests]
    assert hours == [None, 1, 2, 4, 24]
