"""Dates that a text states or implies, as spans of days with a precision.

What belongs here: the forms in which releases give dates, and how relative words are resolved against the day of
publication. What does not: which event a date belongs to. A date that cannot be resolved has no days and no EDTF: it
is never today.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pipelines.extract.days import RESOLVERS

if TYPE_CHECKING:
    from datetime import date

    from pipelines.extract.days import DateSpan


class DateWords(NamedTuple):
    """Words of a text that tell a date; `span` is None where they cannot be resolved."""

    start: int
    end: int
    span: DateSpan | None
    rule: str


MONTH = (
    r"(?=[JFMASOND])(?P<{0}>January|February|March|April|May|June|July|August|September|October|November|December|"
    r"JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|"
    r"Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
YEAR = r"(?P<{0}>(?:19|20)\d\d)(?!\d)"
OLD_YEAR = r"(?P<{0}>(?:1[6-9]|20)\d\d)(?!\d)"  # only beside a month
TO = r"\s?(?:-|\u2013|—|to|and|until|till|through|&)\s?"
M1, M2, D1, D2 = MONTH.format("m1"), MONTH.format("m2"), DAY.format("d1"), DAY.format("d2")
Y, Y1 = YEAR.format("year"), YEAR.format("year1")
THIS_YEAR = r"(?P<this>this|last|next|the same)\syear\b"
NOT_COUNTED = r"\b(?![\d:%]|\s?(?:%|percent|per cent|million|billion|countries|people))"
OLD = OLD_YEAR.format("year")
IN_YEAR = rf"(?:,?\s(?:of\s)?(?:{OLD}|{THIS_YEAR}))?"
ON_WEEKDAY = r"(?:[A-Z][a-z]{2,5}day,?\s)"  # `from Friday, 6 August, to Wednesday, 11 August`
PREPOSITIONS = frozenset({"in", "since", "until", "by", "during", "of", "for"})
WEEKDAY = (
    r"(?=[MTWFS])(?<!Good )(?<!Black )(?<!Ash )(?<!Cyber )(?<!Bloody )(?<!Giving )(?<!Palm )(?<!Easter )"
    r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
)
COUNT = r"(?P<count>\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten)"

FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("iso_date", re.compile(rf"\b{Y}-(?P<m>\d\d)-{D1}\b")),
    ("numeric_date", re.compile(rf"\b{D1}[./](?P<m>[01]?\d)[./]{Y}\b")),
    ("full_days_of_two_years", re.compile(rf"\b{D1}\s{M1},?\s{Y1}{TO}{D2}\s{M2},?\s{Y}")),
    ("days_of_two_months", re.compile(rf"\b{D1}\s{M1}{TO}{D2}\s{M2}\b{IN_YEAR}")),
    ("days_of_two_months", re.compile(rf"\b{M1}\s{D1}{TO}{M2}\s{D2}\b{IN_YEAR}")),
    ("days_of_two_months", re.compile(rf"\b{D1}\s{M1},?\sto\s{ON_WEEKDAY}{D2}\s{M2}\b{IN_YEAR}")),
    ("days_of_two_months", re.compile(rf"\b{M1}\s{D1},?\sto\s{ON_WEEKDAY}{M2}\s{D2}\b{IN_YEAR}")),
    ("day_span", re.compile(rf"\b{D1}{TO}{D2}\s(?:of\s)?{M1}\b{IN_YEAR}")),
    ("day_span", re.compile(rf"\b{M1}\s{D1}{TO}{D2}{NOT_COUNTED}{IN_YEAR}")),
    ("day", re.compile(rf"\b{D1}\s(?:of\s)?{M1}\b{IN_YEAR}")),
    ("day", re.compile(rf"\b{M1}\s{D1}{NOT_COUNTED}{IN_YEAR}")),
    ("month_span", re.compile(rf"\b{M1}{TO}{M2}\b{IN_YEAR}")),
    ("month_of_year", re.compile(rf"\b(?:(?:early|mid|late)[- ])?{M1},?\s(?:of\s)?(?:{OLD}|{THIS_YEAR})")),
    ("year_span", re.compile(rf"\b{Y1}{TO}{Y}\b(?![-\u2013]\d)")),
    ("year_span_short", re.compile(rf"\b{Y1}[-\u2013/](?P<short>\d\d)\b(?![-\u2013.,]?\d)")),
    (
        "part_of_year",
        re.compile(
            r"\b(?P<part>first|second|third|fourth|last|1st|2nd|3rd|4th)\s(?P<unit>quarter|half)\sof\s"
            rf"(?:the\s)?(?:{Y}|{THIS_YEAR})",
        ),
    ),
    ("months_of_year", re.compile(rf"\bfirst\s(?P<count>\w+)\smonths\sof\s(?:{Y}|{THIS_YEAR})")),
    (
        "month_near",
        re.compile(
            r"\b(?P<near>this past|this|last|next|in|since|until|by|during|of|for|early|mid|late|previous)"
            rf"(?:\s(?:early|mid|late))?[-\s]{M1}\b(?!\s?\d)",
        ),
    ),
    (
        "month_of_noun",
        re.compile(
            rf"(?:[\u2019']s?|\b(?:[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Tt]he|[Ii]ts|[Aa]))\s(?P<words>(?:(?:this|last|next)\s)?{M1})"
            r"(?=\s(?:[\w-]+\s){0,2}?(?:[Mm]eetings?|[Cc]alls?|[Vv]isits?|[Tt]rips?|[Ss]ummits?|[Tt]alks|[Ss]essions?|"
            r"[Cc]onferences?|[Cc]onversations?|[Ff]orum|[Dd]ialogue|[Dd]iscussions?|[Cc]onsultations|[Ee]lections?|"
            r"[Mm]inisterial|[Rr]ound)\b)",
        ),
    ),
    ("weekday", re.compile(rf"\b(?:(?P<near>last|next|this|coming)\s)?{WEEKDAY}\b")),
    (
        "relative_day",
        re.compile(
            r"\b(?P<word>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Tt]his (?:morning|afternoon|evening)|"
            r"[Ll]ast night|the day before yesterday|the day after tomorrow)\b",
        ),
    ),
    (
        "relative_period",
        re.compile(
            r"\b(?P<near>[Tt]his|[Ll]ast|[Nn]ext|[Tt]he current|[Tt]he coming|[Tt]he past|[Tt]he previous)\s"
            r"(?P<unit>week|month|year)\b",
        ),
    ),
    ("ago", re.compile(rf"\b{COUNT}\s(?P<unit>day|week|month|year)s?\s(?:ago|earlier)\b")),
    ("year", re.compile(rf"(?<![-\u2013/\d.,$€£+])\b{Y}\b(?![-\u2013/]?\d|[.,]\d|\s?%|-\w)")),
)
DAY_RULES = frozenset({"day", "iso_date", "numeric_date", "day_span", "days_of_two_months"})


MONTH_SIGN = re.compile(
    r"J(?:an|un|ul|AN|UN|UL)|F(?:eb|EB)|M(?:ar|ay|AR|AY)|A(?:pr|ug|PR|UG)|S(?:ep|EP)|O(?:ct|CT)|N(?:ov|OV)|D(?:ec|EC)"
)
YEAR_SIGN = re.compile(r"(?:19|20)\d\d")
WEEKDAY_SIGN = re.compile(r"[nsir]day")
DAY_SIGN = re.compile(r"oday|esterday|omorrow|onight|his (?:morn|after|even)|ast night|the day (?:before|after)")
PERIOD_SIGN = re.compile(r"(?:his|ast|ext|he current|he coming|he previous) (?:week|month|year)")
AGO_SIGN = re.compile(r"\b(?:ago|earlier)\b")
PART_SIGN = re.compile(r"quarter|half|months")
KINDS = (  # with letters of which one stands in every such sign, for they are found sooner
    ("month", ("",), MONTH_SIGN), ("year", ("19", "20"), YEAR_SIGN), ("weekday", ("day",), WEEKDAY_SIGN),
    ("day", ("day", "morrow", "night", "his "), DAY_SIGN), ("period", (" week", " month", " year"), PERIOD_SIGN),
    ("ago", ("ago", "earlier"), AGO_SIGN), ("part", ("quarter", "half", "months"), PART_SIGN),
)  # fmt: skip
BEFORE_SIGN = 40  # characters that any date has at most before its first sign
NEEDS = {  # what must stand in a text for a form to be in it
    "iso_date": "year", "numeric_date": "year", "full_days_of_two_years": "months", "days_of_two_months": "months",
    "day_span": "month", "day": "month", "month_span": "months", "month_of_year": "month", "year_span": "year",
    "year_span_short": "year", "part_of_year": "part", "months_of_year": "part", "month_near": "month",
    "month_of_noun": "month", "weekday": "weekday", "relative_day": "day", "relative_period": "period", "ago": "ago",
    "year": "year",
}  # fmt: skip


def signs_of(text: str) -> dict[str, int]:
    """Where the first sign of each kind of date words stands, so that the forms need not be tried elsewhere."""
    found = {
        kind: first.start()
        for kind, letters, sign in KINDS
        if holds_one(text, letters) and (first := sign.search(text)) is not None
    }
    if "month" in found and MONTH_SIGN.search(text, found["month"] + 1):
        found["months"] = found["month"]
    return found


def holds_one(text: str, letters: tuple[str, ...]) -> bool:
    """Whether a text holds one of some rows of letters."""
    for part in letters:  # noqa: SIM110 -- a generator takes longer than the search
        if part in text:
            return True
    return False


def find_dates(text: str, published_on: date | None) -> list[DateWords]:
    """Every date in the text, in order; forms earlier in `FORMS` win where two overlap.

    Relative words (`yesterday`, `on Monday`, `in April last year`) need `published_on`; without it their span is None.
    """
    found: list[DateWords] = []
    covered = bytearray(len(text))
    signs = signs_of(text)
    if not signs:
        return []
    for rule, form in FORMS:
        first_sign = signs.get(NEEDS[rule])
        if first_sign is None:
            continue
        for match in form.finditer(text, max(0, first_sign - BEFORE_SIGN)):
            start, end = edges(match)
            if 1 not in covered[start:end]:
                covered[start:end] = b"\1" * (end - start)
                found.append(DateWords(start, end, resolve(rule, match, published_on), rule))
    return with_weekdays(text, sorted(found, key=lambda words: words.start))


def with_weekdays(text: str, found: list[DateWords]) -> list[DateWords]:
    """A weekday that only introduces a day (`Saturday, December 9`) as part of that day's words."""
    kept: list[DateWords] = []
    for words in found:
        before = kept[-1] if kept else None
        joined = before is not None and before.rule == "weekday" and words.rule in DAY_RULES
        if before is not None and joined and text[before.end : words.start].strip() in {"", ","}:
            kept[-1] = DateWords(before.start, words.end, words.span, words.rule)
        else:
            kept.append(words)
    return kept


def edges(match: re.Match[str]) -> tuple[int, int]:
    """The span of the words themselves: a preposition that only helped to see the date stays outside."""
    groups = match.re.groupindex
    if "words" in groups:
        return match.span("words")
    if "near" in groups and match["near"] in PREPOSITIONS:
        return match.end("near") + 1, match.end()
    return match.span()


def resolve(rule: str, match: re.Match[str], published_on: date | None) -> DateSpan | None:
    """The days that the words mean, or None: an impossible day (31 June) or nothing to count from."""
    try:
        return RESOLVERS[rule](match, published_on)
    except (ValueError, OverflowError):
        return None
