"""Verbs and nouns that only say of a session named beside them that it was held, or where others met.

What belongs here: which triggers a session takes in. What does not: finding the triggers (`event_triggers`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.extract.clauses import BE, NEAR
from pipelines.extract.lexicons import word_class
from pipelines.extract.mechanism_names import behind_acronym
from pipelines.extract.ordinals import ordinal
from pipelines.extract.phrases import is_office_head

if TYPE_CHECKING:
    from pipelines.extract.event_triggers import Trigger
    from pipelines.extract.tokens import Token

FOR_SESSION = 9  # tokens between `met` and the session for which they did
CLOSE = 5  # tokens between `convened` and the session


def calls_session(trigger: Trigger, sittings: list[int]) -> bool:
    """Whether a verb only says that the session behind it was held: `convened the second meeting of the Council`."""
    convening = trigger.words in {"convened", "convenes", "convene"}
    return convening and any(0 <= first - trigger.last <= CLOSE for first in sittings)


def meets_for(tokens: tuple[Token, ...], trigger: Trigger, sittings: list[int]) -> bool:
    """Whether those who met did so for a session that is told: `The Ministers met in Oslo for the 3rd Council`."""
    if trigger.words not in {"met", "meet", "meets", "will meet"}:
        return False
    for first in sittings:
        before = [token.low for token in tokens[max(0, first - 3) : first] if token.low not in {"the", "their"}]
        between = [token.low for token in tokens[trigger.last : first]]
        if (
            before[-1:] == ["for"]
            and 0 < len(between) <= FOR_SESSION
            and "with" not in between
            and "and" not in between
        ):
            return not any(token.capital and is_office_head(token) for token in tokens[trigger.last : first])
    return False


def is_of_sitting(tokens: tuple[Token, ...], trigger: Trigger) -> bool:
    """Whether something only convened somewhere, and nobody convened others: `chaired by A, and convened online`."""
    before = tokens[trigger.first - 1].low
    if trigger.words not in {"convened", "convenes"} or before not in {"and", "was", "were"}:
        return False
    behind = {token.low for token in tokens[trigger.last : trigger.last + 1]}
    return bool(behind & {"in", "on", "at", "under"}) or (before == "and" and "by" in behind)


def is_its_verb(tokens: tuple[Token, ...], mechanism: Trigger, trigger: Trigger) -> bool:
    """Whether a verb says that the mechanism right before it met: `the Task Force met`, `the Council, which met`."""
    if trigger.words not in {"met", "meets", "meet", "convened", "convenes"}:
        return False
    begin = behind_acronym(tokens, mechanism.last)
    between = [token.low for token in tokens[begin : trigger.first]]
    auxiliary = all(low in word_class("auxiliary") or low in BE for low in between)
    linked = bool({"and", "or", "to", "who"}.intersection(between[-1:]))
    return (len(between) <= 1 and not linked) or auxiliary or "which" in between[-2:]


def is_setting_of_talks(tokens: tuple[Token, ...], found: list[Trigger]) -> bool:
    """Whether a conference at the head of the sentence is only where others met: `At the Forum, A met B`."""
    talks = any(trigger.kind == "meeting" and trigger.is_verb for trigger in found[1:])
    return talks and tokens[0].low == "at" and found[0].first < NEAR


def with_own_sessions(tokens: tuple[Token, ...], found: list[Trigger]) -> list[Trigger]:
    """The triggers with `its third meeting` taken as the session of the mechanism before it."""
    kept: list[Trigger] = []
    for trigger in found:
        before = kept[-1] if kept else None
        own = trigger.form == "noun" and trigger.first > 1 and tokens[trigger.first - 2].low == "its"
        number = ordinal(tokens[trigger.first - 1]) if own else None
        if before is None or before.mechanism is None or (number is None and not is_its_verb(tokens, before, trigger)):
            kept.append(trigger)
            continue
        mechanism = replace(before.mechanism, session_no=before.mechanism.session_no or number, sitting=True)
        kept[-1] = before._replace(mechanism=mechanism, last=trigger.last if own else before.last, governed=True)
    return kept


def is_venue(tokens: tuple[Token, ...], trigger: Trigger, found: list[Trigger]) -> bool:
    """Whether a title names a conference only as where its engagement was: `Meeting with A at the Forum`."""
    if trigger.mechanism is None or trigger is found[0] or found[0].mechanism is not None:
        return False
    before = [token.low for token in tokens[max(0, trigger.first - 2) : trigger.first] if token.low != "the"]
    return before[-1:] == ["at"]
