"""Sessions and conferences that others only speak of: `discussed preparations for the Forum`, `ahead of the Summit`.

What belongs here: the words that say so, and who held such a session or was at it all the same. What does not: whether
a sentence tells that a mechanism met at all (`sessions`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.clauses import BE, leads_in
from pipelines.extract.event_dates import token_at
from pipelines.extract.event_scene import TITLE
from pipelines.extract.lexicons import word_class

if TYPE_CHECKING:
    from pipelines.extract.event_dates import When
    from pipelines.extract.event_scene import Row
    from pipelines.extract.event_triggers import Trigger
    from pipelines.extract.references import Item

FEWEST = 2  # tokens before `at` in which a noun and what came about stand
FAR = 14  # tokens before a session in which the verb over it stands
DATED_BEFORE, DATED_BEHIND = 6, 16  # tokens around the name of a session in which its own date stands
STOPS = frozenset({";", ":", "?", "!"})


def speech_over(row: Row, trigger: Trigger) -> int | None:
    """Where the word stands by which a session is only spoken of; None where somebody held it or went to it."""
    lows = row.marked.lows
    told = leads_in(row.marked.tokens, trigger.last) or "between" in lows[trigger.first : trigger.last + 1]
    if trigger.mechanism is None or row.sentence.sentence_no == TITLE or told:
        return None
    begin = trigger.mechanism.start
    if is_outcome(row, begin):
        return begin - 2
    for step in range(begin - 1, max(-1, begin - FAR - 1), -1):
        if lows[step] in STOPS:
            return None
        if lows[step] in word_class("spoken_over"):
            return step
        if lows[step] in word_class("going_to_session") and lows[step - 1 : step] != ("for",):
            return None
    return None


def is_outcome(row: Row, begin: int) -> bool:
    """Whether something came about at a session, and nobody is said to have done it: `pledges made at the Forum`."""
    lows = row.marked.lows
    step = begin - 1
    while step > 0 and lows[step] in {"the", "this", "last"}:
        step -= 1
    if step < FEWEST or lows[step] != "at" or lows[step - 1] not in word_class("come_about"):
        return False
    return lows[step - 2] not in BE and not any(item.last == step - 1 for item in row.items)


def holders(row: Row, trigger: Trigger, over: int) -> tuple[Item, ...]:
    """Who held a session that is spoken of, or was at it: of `thanked A for hosting the Forum`, A."""
    lows = row.marked.lows
    begin = trigger.mechanism.start if trigger.mechanism is not None else trigger.first
    if word_class("part_in_session").isdisjoint(lows[over + 1 : begin]):
        return ()
    return tuple(item for item in row.items if over < item.first and item.last <= begin)


def is_passing(row: Row, trigger: Trigger) -> bool:
    """Whether a session is only spoken of, and nobody is named who held it or was at it."""
    over = speech_over(row, trigger)
    return over is not None and not holders(row, trigger, over)


def joined_behind(row: Row, trigger: Trigger, right: tuple[Item, ...]) -> tuple[Item, ...]:
    """Whom the words right behind the name of a session make part of it: `the Dialogue with A`, `hosted by B`."""
    behind = row.marked.lows[trigger.last : trigger.last + 4]
    return right if {"with", "between", "by"}.intersection(behind) else ()


def own_day(row: Row, trigger: Trigger, when: When | None) -> When | None:
    """The date of a session that is spoken of, where it stands beside the name; others are those of the speech."""
    begin = trigger.mechanism.start if trigger.mechanism is not None else trigger.first
    for words in row.dates:
        step = token_at(row, words.start)
        near = begin - DATED_BEFORE <= step < trigger.last + DATED_BEHIND
        if when is not None and near and words.span is not None and words.span.first == when.start_on:
            return when
    return None
