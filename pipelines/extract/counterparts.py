"""Those who were met one by one: how the parties of one telling part into several engagements.

What belongs here: the words that say so. What does not: who took part at all (`participants`).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.extract.event_dates import from_span, token_at
from pipelines.extract.lexicons import word_class
from pipelines.extract.participants import Parties

if TYPE_CHECKING:
    from pipelines.extract.event_dates import When
    from pipelines.extract.event_scene import Row
    from pipelines.extract.event_triggers import Trigger

NEAR = 6
MANY = frozenset({"meetings", "conversations", "calls"})


def split_counterparts(row: Row, trigger: Trigger, found: Parties) -> list[Parties]:
    """One group of parties for each counterpart that was met on its own, else all of them in one."""
    right = [item for item in found.right if item.form == "person"]
    if trigger.kind == "appointment" and right:
        return by_post(found)
    left = [item for item in found.left if item.form == "person"]
    lows = set(row.marked.lows[max(0, trigger.first - NEAR) : trigger.last + 4])
    several = trigger.form == "verb" or trigger.words.endswith(("letters", "messages", "telegrams"))
    if trigger.kind == "letter" and several and len(left) > 1:
        return [Parties((item,), found.right) for item in left] if right else [found]
    if trigger.kind == "meeting" and not right and len(left) > 2 and lows & word_class("separately"):  # noqa: PLR2004
        return [Parties(tuple(left[-1:]), (item,)) for item in left[:-1]]
    if trigger.kind not in {"meeting", "call"} or len(right) <= 1:
        return [found]
    lows |= set(row.marked.lows[found.right[0].first : found.right[-1].last + 1])
    apart = (
        bool(lows & word_class("separately"))
        or "separate" in row.marked.words
        or "respectively" in row.marked.lows[found.right[-1].last : found.right[-1].last + 2]
        or ("series" in lows and "of" in lows)
        or (trigger.words.split(" ")[0] in MANY and (bool(found.left) or trigger.governed))
    )
    begin = found.right[0].first
    days = [words for words in row.dates if words.span is not None and words.span.precision == "day"]
    dated = len([words for words in days if token_at(row, words.start) > begin]) > 1
    if not apart and not dated:
        return by_semicolon(row, found)
    return [Parties(found.left, (item,)) for item in right]


def by_semicolon(row: Row, found: Parties) -> list[Parties]:
    """One group for each stretch between semicolons that goes on with `with`: `met with A; with B; and with C`."""
    tokens = row.marked.tokens
    first, last = found.right[0].first, found.right[-1].last
    cuts = [
        step
        for step in range(first, last)
        if tokens[step].text == ";" and "with" in {token.low for token in tokens[step + 1 : step + 3]}
    ]
    bounds = [first, *cuts, last]
    groups = [tuple(item for item in found.right if begin <= item.first < end) for begin, end in pairwise(bounds)]
    return [Parties(found.left, group) for group in groups if group]


def by_post(found: Parties) -> list[Parties]:
    """One group for each person who is appointed, with the countries that the words of the post name."""
    starts = [item.first for item in found.right if item.form == "person"]
    bounds = [*starts[1:], None]
    groups = []
    for begin, end in zip(starts, bounds, strict=True):
        groups.append(tuple(item for item in found.right if begin <= item.first and (end is None or item.first < end)))
    left = tuple(item for item in found.left if item.person_no is None)
    return [Parties(left, group) for group in groups]


def own_date(row: Row, trigger: Trigger, group: Parties) -> When | None:
    """The first date behind the only counterpart of a group."""
    del trigger
    item = group.right[0]
    following = [words for words in row.dates if words.span and token_at(row, words.start) >= item.last]
    return from_span(following[0].span) if following and following[0].span else None
