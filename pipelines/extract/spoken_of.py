"""Sessions and talks that others only speak of: `discussed preparations for the Forum`, `ahead of the Summit`.

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
    from pipelines.extract.participants import Parties
    from pipelines.extract.references import Item

FEWEST = 2  # tokens before `at` in which a noun and what came about stand
FAR = 14  # tokens before a session in which the verb over it stands
DATED_BEFORE, DATED_BEHIND = 6, 16  # tokens around the name of a session in which its own date stands
TALKS = frozenset({"meeting", "call"})
STOPS = frozenset({";", ":", "?", "!"})


def speech_over(row: Row, trigger: Trigger) -> int | None:
    """Where the word stands by which a session or talks are only spoken of; None where somebody held or joined them."""
    lows = row.marked.lows
    session = trigger.mechanism is not None
    told = leads_in(row.marked.tokens, trigger.last) or (
        session and "between" in lows[trigger.first : trigger.last + 1]
    )
    noun = trigger.kind in TALKS and not trigger.is_verb and not trigger.governed
    if row.sentence.sentence_no == TITLE or told or not (session or (noun and not is_setting(row, trigger))):
        return None
    begin = begin_of(trigger)
    if is_outcome(row, begin):
        return begin - 2
    for step in range(begin - 1, max(-1, begin - FAR - 1), -1):
        if lows[step] in STOPS:
            return None
        if is_speech(row, step):
            return step
        if lows[step] in word_class("going_to_session") and lows[step - 1 : step] != ("for",):
            return None
    return None


def is_speech(row: Row, step: int) -> bool:
    """Whether a word is one of speech or feeling, and neither in a name nor a welcome that somebody was given."""
    if row.marked.lows[step] not in word_class("spoken_over") or row.marked.tokens[step].capital:
        return False
    return row.marked.lows[step] != "welcome" or row.marked.lows[step - 1] not in word_class("kind_of_welcome")


def is_setting(row: Row, trigger: Trigger) -> bool:
    """Whether talks are where something was said: `reaffirmed in his meeting with A`."""
    step = trigger.first - 1
    adjectives = word_class("event_adjective") | word_class("possessive") | {"a", "the", "these", "separate", "our"}
    while step > 0 and row.marked.lows[step] in adjectives:
        step -= 1
    return step >= 0 and row.marked.lows[step] in {"in", "during", "at"}


def begin_of(trigger: Trigger) -> int:
    """Where the words begin that name what is spoken of."""
    return trigger.mechanism.start if trigger.mechanism is not None else trigger.first


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
    begin = begin_of(trigger)
    if word_class("part_in_session").isdisjoint(lows[over + 1 : begin]):
        return ()
    return tuple(item for item in row.items if over < item.first and item.last <= begin)


def is_passing(row: Row, trigger: Trigger, found: Parties) -> bool:
    """Whether a session or talks are only spoken of, and nobody is named who held them or was there."""
    over = speech_over(row, trigger)
    if over is None:
        return False
    if trigger.mechanism is not None:
        return not holders(row, trigger, over)
    named = any(item.form == "person" for item in found.both)
    return not named or row.marked.lows[over] in word_class("wished_over")


def joined_behind(row: Row, trigger: Trigger, right: tuple[Item, ...]) -> tuple[Item, ...]:
    """Whom the words right behind the name of a session make part of it: `the Dialogue with A`, `hosted by B`."""
    behind = row.marked.lows[trigger.last : trigger.last + 4]
    return right if {"with", "between", "by"}.intersection(behind) else ()


def own_day(row: Row, trigger: Trigger, when: When | None) -> When | None:
    """The date of a session that is spoken of, where it stands beside the name; others are those of the speech."""
    begin = begin_of(trigger)
    for words in row.dates:
        step = token_at(row, words.start)
        near = begin - DATED_BEFORE <= step < trigger.last + DATED_BEHIND
        if when is not None and near and words.span is not None and words.span.first == when.start_on:
            return when
    return None
