"""Picking a value out of a page or a reply, as a source's file says where it stands."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import jmespath
from lxml.cssselect import CSSSelector

from pipelines.formats import DatePick, PlainPick
from pipelines.parse.metadata import meta_contents, schema_values
from pipelines.parse.text import clean, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_EARLIEST_YEAR = 1990  # no release stands on the web since before there was one

Values = Callable[[PlainPick], Iterator[str]]  # all values that stand where a pick says, cleaned


def select(tree: HtmlElement, selector: str) -> list[HtmlElement]:
    """All elements that a CSS selector matches, in the order of the page."""
    if ":contains(" in selector:  # lxml forgets its own function for it after the first use of a selector
        return list(CSSSelector(selector, translator="html")(tree))
    return list(_compiled(selector)(tree))


@cache
def _compiled(selector: str) -> CSSSelector:
    return CSSSelector(selector, translator="html")


def without(part: HtmlElement, selectors: Iterable[str]) -> HtmlElement:
    """A copy of a part of a page without what the selectors match in it; the page keeps all, for the picks."""
    dropped = list(selectors)
    if not dropped:
        return part
    copy = deepcopy(part)
    for selector in dropped:
        for element in select(copy, selector):
            if element is not copy:
                element.drop_tree()
    return copy


def values_of_page(tree: HtmlElement) -> Values:
    """What picks find in a page or a part of one; metadata is looked for in the whole page."""

    def values(where: PlainPick) -> Iterator[str]:
        scheme, _, name = where.at.partition(":")
        if scheme == "schema":
            return map(clean, schema_values(tree, name))
        if scheme == "meta":
            return map(clean, meta_contents(tree, name))
        elements = select(tree, where.at)
        if where.attribute:
            return (clean(element.get(where.attribute, "")) for element in elements)
        return (clean(element.text_content()) for element in elements)

    return values


def values_of_reply(item: Any) -> Values:  # noqa: ANN401 - JSON is what it is
    """What picks find in an item of a JSON reply."""

    def values(where: PlainPick) -> Iterator[str]:
        found = jmespath.search(where.at, item)
        for value in found if isinstance(found, list) else [found]:
            if value is not None:
                yield text_of(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    return values


def pick(values: Values, wheres: Iterable[PlainPick]) -> str | None:
    """The first value that is there and matches; None where there is none."""
    for where in wheres:
        for text in values(where):
            value = _match(where.pattern, text) if where.pattern else text
            if value:
                return value
    return None


def pick_published(values: Values, wheres: Iterable[DatePick], zone: ZoneInfo) -> tuple[date | None, datetime | None]:
    """Day and, where one is stated, time of publication: the first of the places that has it.

    The day is the one that is stated, unless a pick names the zone of the interface that states it: then it is the
    day in the source's own zone. The time is in UTC. A day without its year takes it from the pick's
    `year`, and is not read where that is not there.
    """
    for where in wheres:
        stated = pick(values, [where])
        if stated and where.year:
            year = pick(values, [where.year])
            stated = f"{stated} {year}" if year else None
        if stated:
            found = read_time(stated, where, zone)
            if found[0]:
                return found
    return None, None


def read_time(stated: str, where: DatePick, zone: ZoneInfo) -> tuple[date | None, datetime | None]:
    """A stated time as day and moment; (None, None) where it is not of the form or cannot be a release's.

    Args:
        stated: the words.
        where: how they are written.
        zone: the source's own, in which the day is told.
    """
    moment = _moment(stated, where.format)
    if moment is None or moment.year < _EARLIEST_YEAR:
        return None, None
    if not _states_time(stated, where.format) or (where.midnight_is_no_time and not any(moment.timetuple()[3:6])):
        return moment.date(), None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=ZoneInfo(where.zone) if where.zone else zone)
    return (moment.astimezone(zone) if where.zone else moment).date(), moment.astimezone(UTC)


def _moment(stated: str, form: str) -> datetime | None:
    try:
        match form:
            case "iso":
                return datetime.fromisoformat(stated)
            case "rfc2822":
                return parsedate_to_datetime(stated)
            case _:
                return datetime.strptime(stated, form)  # noqa: DTZ007 - the zone is the source's
    except ValueError:
        return None


def _states_time(stated: str, form: str) -> bool:
    if form == "iso":
        return len(stated) > len("2024-01-01")
    return form == "rfc2822" or "%H" in form or "%I" in form


def _match(pattern: str, text: str) -> str | None:
    match = re.search(pattern, text)
    if match is None:
        return None
    groups = [group for group in match.groups() if group]
    return " ".join(groups) if groups else match.group()
