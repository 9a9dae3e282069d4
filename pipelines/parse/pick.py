"""Picking a value out of a page, as a source's file says where it stands."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from lxml.cssselect import CSSSelector

from pipelines.parse.text import clean

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from lxml.html import HtmlElement

    from pipelines.source import DatePick, PlainPick

_EARLIEST_YEAR = 1990  # no release stands on the web since before there was one


def select(tree: HtmlElement, selector: str) -> list[HtmlElement]:
    """All elements that a CSS selector matches, in the order of the page."""
    return list(CSSSelector(selector, translator="html")(tree))


def pick(tree: HtmlElement, where: PlainPick) -> str | None:
    """The first value that is there and matches; None where the page has none."""
    for element in select(tree, where.at):
        text = clean(element.get(where.attribute, "") if where.attribute else element.text_content())
        value = _match(where.pattern, text) if where.pattern else text
        if value:
            return value
    return None


def pick_published(tree: HtmlElement, wheres: list[DatePick], zone: ZoneInfo) -> tuple[date | None, datetime | None]:
    """Day and, where one is stated, time of publication: the first of the places that has it.

    The day is the one that the page shows; the time is in UTC. A day without its year takes it from the pick's
    `year`, and is not read where that is not there.
    """
    for where in wheres:
        stated = pick(tree, where)
        if stated and where.year:
            year = pick(tree, where.year)
            stated = f"{stated} {year}" if year else None
        if stated:
            found = read_time(stated, where.format, zone)
            if found[0]:
                return found
    return None, None


def read_time(stated: str, form: str, zone: ZoneInfo) -> tuple[date | None, datetime | None]:
    """A stated time as day and moment; (None, None) where it is not of the form or cannot be a release's."""
    try:
        moment = datetime.fromisoformat(stated) if form == "iso" else datetime.strptime(stated, form)  # noqa: DTZ007
    except ValueError:
        return None, None
    if moment.year < _EARLIEST_YEAR:
        return None, None
    has_time = len(stated) > len("2024-01-01") if form == "iso" else "%H" in form
    if not has_time:
        return moment.date(), None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    return moment.date(), aware.astimezone(UTC)


def _match(pattern: str, text: str) -> str | None:
    match = re.search(pattern, text)
    if match is None:
        return None
    groups = [group for group in match.groups() if group]
    return " ".join(groups) if groups else match.group()
