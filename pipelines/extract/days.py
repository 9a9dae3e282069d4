"""The days that the words of a date mean: calendar arithmetic from what is stated and from the day of publication.

What belongs here: the span of days behind each form of date. What does not: finding the words (`dates`).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
}
NUMBERS = {
    word: value
    for value, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    )
}
LONGEST_GAP_DAYS = 250  # a day and month without a year is the nearest such day, but rarely far ahead


@dataclass(frozen=True, slots=True)
class DateSpan:
    """The first and last day that a date can be, how precisely it is told, and on what grounds."""

    first: date
    last: date
    precision: str  # day, month, year
    basis: str  # stated, relative
    within: bool = False  # some day of it rather than all of it: `this week`

    @property
    def edtf(self) -> str:
        """The span in the Extended Date/Time Format: `2024-05-03`, `2024-05`, `2024-05-03/2024-05-05`."""
        size = {"day": 10, "month": 7, "year": 4}[self.precision]
        first, last = self.first.isoformat()[:size], self.last.isoformat()[:size]
        return first if first == last else f"{first}/{last}"


def year_of(match: re.Match[str], published_on: date | None) -> tuple[int | None, str]:
    """The year that the words give, stated or as `last year`, and the basis."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"]), "stated"
    if published_on is None:
        return None, "relative"
    shift = {"this": 0, "the current": 0, "last": -1, "next": 1}.get(groups.get("this") or "")
    return (None if shift is None else published_on.year + shift), "relative"


def month_of(match: re.Match[str], group: str) -> int:
    """The number of the month that a group names."""
    return MONTHS[match[group].rstrip(".").lower()]


def nearest(month: int, day: int, published_on: date, *, ahead: bool) -> int:
    """The year in which a day without a year lies nearest to the publication, looking ahead only where told to."""
    limit = published_on + timedelta(days=LONGEST_GAP_DAYS if ahead else LONGEST_GAP_DAYS // 2)
    years = (published_on.year - 1, published_on.year, published_on.year + 1)
    days = [(date(year, month, min(day, monthrange(year, month)[1])), year) for year in years]
    return min((abs(when - published_on), year) for when, year in days if when <= limit)[1]


def looks_ahead(match: re.Match[str]) -> bool:
    """Whether the words around the date speak of what is still to come."""
    return bool(AHEAD.search(match.string, max(0, match.start() - 120), match.end() + 40))


AHEAD = re.compile(
    r"\b(?:will|to be|upcoming|scheduled|planned|forthcoming|next|until|ahead of|to visit|to travel|coming)\b"
)


def read_days(match: re.Match[str], published_on: date | None) -> DateSpan | None:
    """A day or a span of days, within a month or across two."""
    groups = match.groupdict()
    first_month = month_of(match, "m1") if groups.get("m1") else int(match["m"])
    last_month = month_of(match, "m2") if groups.get("m2") else first_month
    first_day = int(match["d1"])
    last_day = int(groups.get("d2") or first_day)
    year, basis = year_of(match, published_on)
    if year is None and published_on is not None:
        year = nearest(first_month, first_day, published_on, ahead=looks_ahead(match))
    if year is None:
        return None
    start_year = int(groups.get("year1") or (year - 1 if basis == "stated" and first_month > last_month else year))
    end_year = start_year + 1 if basis != "stated" and first_month > last_month else year
    first, last = date(start_year, first_month, first_day), date(end_year, last_month, last_day)
    return DateSpan(first, last, "day", basis) if first <= last else None


def read_months(match: re.Match[str], published_on: date | None) -> DateSpan | None:
    """A month or a span of months, with a year or near the publication."""
    groups = match.groupdict()
    first = month_of(match, "m1")
    last = month_of(match, "m2") if groups.get("m2") else first
    year, basis = year_of(match, published_on)
    if year is None and published_on is not None:
        year = near_month(first, groups.get("near") or "", published_on, ahead=looks_ahead(match))
    if year is None:
        return None
    return months(year, first, year if last >= first else year + 1, last, basis)


def near_month(month: int, near: str, published_on: date, *, ahead: bool) -> int:
    """The year of a month that only `this`, `last` or `next` place, or nothing at all."""
    if near == "this":
        return published_on.year
    if near in {"last", "previous", "this past"}:
        return published_on.year if month < published_on.month else published_on.year - 1
    if near == "next":
        return published_on.year if month > published_on.month else published_on.year + 1
    return nearest(month, 15, published_on, ahead=ahead)


def months(year: int, month: int, last_year: int, last_month: int, basis: str) -> DateSpan:
    """From the first day of one month to the last day of another."""
    last = date(last_year, last_month, monthrange(last_year, last_month)[1])
    return DateSpan(date(year, month, 1), last, "month", basis)


def years(first: int, last: int, basis: str) -> DateSpan | None:
    """From the first day of one year to the last day of another."""
    return DateSpan(date(first, 1, 1), date(last, 12, 31), "year", basis) if first <= last else None


def read_years(match: re.Match[str], published_on: date | None) -> DateSpan | None:
    """A year or a span of years."""
    del published_on
    groups = match.groupdict()
    if groups.get("short"):
        first = int(match["year1"])
        return years(first, first // 100 * 100 + int(match["short"]), "stated")
    last = int(match["year"])
    return years(int(groups.get("year1") or last), last, "stated")


def read_part_of_year(match: re.Match[str], published_on: date | None) -> DateSpan | None:
    """A quarter or a half of a year."""
    year, basis = year_of(match, published_on)
    size = 3 if match["unit"] == "quarter" else 6
    part = {
        "first": 1,
        "1st": 1,
        "second": 2,
        "2nd": 2,
        "third": 3,
        "3rd": 3,
        "fourth": 4,
        "4th": 4,
        "last": 12 // size,
    }
    last = part[match["part"]] * size
    return None if year is None else months(year, last - size + 1, year, last, basis)


def read_first_months(match: re.Match[str], published_on: date | None) -> DateSpan | None:
    """The first so many months of a year."""
    year, basis = year_of(match, published_on)
    count = number(match["count"])
    return None if year is None or count is None else months(year, 1, year, count, basis)


def number(word: str) -> int | None:
    """A small number in digits or words."""
    if word.isdigit():
        return int(word)
    return 1 if word in {"a", "an"} else NUMBERS.get(word.lower())


def read_weekday(match: re.Match[str], published_on: date | None) -> DateSpan | None:
    """The last such day up to the publication, or the next one where the sentence looks ahead."""
    if published_on is None:
        return None
    number_of_day = WEEKDAYS[match["weekday"].lower()]
    back = (published_on.weekday() - number_of_day) % 7
    near = match["near"]
    if near in {"next", "coming"} or (near in {None, "this"} and looks_ahead(match)):
        return one_day(published_on + timedelta(days=7 - back if back else 7))
    return one_day(published_on - timedelta(days=7 if near == "last" and back == 0 else back))


def one_day(day: date) -> DateSpan:
    """A day found by counting from the publication."""
    return DateSpan(day, day, "day", "relative")


def read_relative_day(match: re.Match[str], published_on: date | None) -> DateSpan | None:
    """`today`, `yesterday`, `this morning` and their like."""
    if published_on is None:
        return None
    word = match["word"].lower()
    shifts = {
        "yesterday": -1,
        "last night": -1,
        "tomorrow": 1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
    }
    return one_day(published_on + timedelta(days=shifts.get(word, 0)))


def read_period(match: re.Match[str], published_on: date | None) -> DateSpan | None:
    """`this week`, `last month`, `next year`; `the past year` ends at no named day and stays open."""
    near = match["near"].lower()
    if published_on is None or near in {"the past", "the coming", "the previous"}:
        return None
    shift = {"last": -1, "next": 1}.get(near, 0)
    return shifted(published_on, match["unit"], shift)


def shifted(day: date, unit: str, shift: int) -> DateSpan | None:
    """The week, month or year that lies so many units from a day."""
    if unit == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
        return DateSpan(monday, monday + timedelta(days=6), "day", "relative", within=True)
    if unit == "month":
        year, month = divmod(day.year * 12 + day.month - 1 + shift, 12)
        return months(year, month + 1, year, month + 1, "relative")
    return years(day.year + shift, day.year + shift, "relative")


def read_ago(match: re.Match[str], published_on: date | None) -> DateSpan | None:
    """So many days, weeks, months or years before the publication."""
    count = number(match["count"])
    if published_on is None or count is None or match[0].endswith("earlier"):
        return None
    if match["unit"] == "day":
        return one_day(published_on - timedelta(days=count))
    return shifted(published_on, match["unit"], -count)


RESOLVERS: dict[str, Callable[[re.Match[str], date | None], DateSpan | None]] = {
    "iso_date": read_days,
    "numeric_date": read_days,
    "days_of_two_months": read_days,
    "full_days_of_two_years": read_days,
    "day_span": read_days,
    "day": read_days,
    "month_span": read_months,
    "month_of_year": read_months,
    "month_near": read_months,
    "month_of_noun": read_months,
    "year_span": read_years,
    "year_span_short": read_years,
    "year": read_years,
    "part_of_year": read_part_of_year,
    "months_of_year": read_first_months,
    "weekday": read_weekday,
    "relative_day": read_relative_day,
    "relative_period": read_period,
    "ago": read_ago,
}
