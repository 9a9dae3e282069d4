# ruff: noqa: RUF001 - releases are set with typographic marks
from __future__ import annotations

from datetime import date

import pytest

from pipelines.extract.dates import find_dates
from tests.extract.reading import PUBLISHED_ON


def edtf(text: str, published_on: date | None = PUBLISHED_ON) -> list[str | None]:
    return [words.span.edtf if words.span else None for words in find_dates(text, published_on)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 12 May 2024", "2024-05-12"),
        ("on May 12, 2024", "2024-05-12"),
        ("on the 12th of May 2024", "2024-05-12"),
        ("since 2024-03-01", "2024-03-01"),
        ("dated 01.03.2024", "2024-03-01"),
        ("Sunday, 12 May 2024", "2024-05-12"),
        ("from 3 to 5 May", "2024-05-03/2024-05-05"),
        ("on March 30-31", "2024-03-30/2024-03-31"),
        ("from 30 April to 2 May 2024", "2024-04-30/2024-05-02"),
        ("from 28 December to 3 January 2024", "2023-12-28/2024-01-03"),
        ("in April 2023", "2023-04"),
        ("in April last year", "2023-04"),
        ("in January–June 2023", "2023-01/2023-06"),
        ("in the first quarter of 2024", "2024-01/2024-03"),
        ("the first five months of 2023", "2023-01/2023-05"),
        ("for 2026-2027", "2026/2027"),
        ("since 1992", "1992"),
    ],
)
def test_stated_dates_keep_their_precision(text: str, expected: str) -> None:
    assert edtf(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("met today", "2024-05-15"),
        ("met yesterday", "2024-05-14"),
        ("met on Monday", "2024-05-13"),
        ("will meet on Monday", "2024-05-20"),
        ("last Friday", "2024-05-10"),
        ("earlier this month", "2024-05"),
        ("last year", "2023"),
        ("this October", "2024-10"),
        ("this past October", "2023-10"),
        ("will call this Friday", "2024-05-17"),
        ("in December", "2023-12"),
        ("marked on January 19", "2024-01-19"),
        ("two days ago", "2024-05-13"),
        ("three years ago", "2021"),
        ("agreed at their March meeting in Oslo", "2024-03"),
        ("after the Minister’s December visit", "2023-12"),
        ("this week", "2024-05-13/2024-05-19"),
    ],
)
def test_relative_dates_are_counted_from_the_publication(text: str, expected: str) -> None:
    [words] = find_dates(text, PUBLISHED_ON)
    assert words.span is not None
    assert (words.span.edtf, words.span.basis) == (expected, "relative")


@pytest.mark.parametrize("text", ["yesterday", "on Monday", "in April last year", "on January 19", "last month"])
def test_without_a_publication_day_a_relative_date_stays_open(text: str) -> None:
    assert edtf(text, None) == [None]


@pytest.mark.parametrize(
    "text", ["They may march on.", "COVID-19 and COP29", "room 2050-B", "$2024 million", "31 June 2024"]
)
def test_what_is_no_date_gives_no_days(text: str) -> None:
    assert [found for found in edtf(text) if found and len(found) > 4] == []


def test_a_span_knows_its_first_and_last_day() -> None:
    [words] = find_dates("in February 2024", None)
    assert words.span is not None
    assert (words.span.first, words.span.last, words.span.precision) == (date(2024, 2, 1), date(2024, 2, 29), "month")
