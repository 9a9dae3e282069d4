"""Engagements that a sentence only speaks of: their results, that they are near, that something came after them.

What belongs here: the words around them that say so, and dates that are of the saying. What does not: who took part
(`participants`).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.extract.clauses import leads_in
from pipelines.extract.lexicons import word_class

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.event_triggers import Trigger
    from pipelines.extract.vocabulary import Marked

NEAR = 5
OPENING = 3  # tokens of opening words before a noun, and behind its comma: `During the talks, on 2 May`
SAID = frozenset({"said", "told", "stated", "announced", "reported"})  # on the day of the release: `…, he said today`
TELLING = frozenset({"briefed", "informed", "recalled", "commented", "reported", "announced"})
FAR = 12  # tokens before talks in which somebody `stressed` them
ASIDE = 8  # tokens before a session in which `after the conclusion of` stands


def is_result_told(marked: Marked, trigger: Trigger) -> bool:
    """Whether what came of a session is only spoken of: `discussed the results of the meeting of the Council`."""
    lows = [low for low in marked.lows[max(0, trigger.first - NEAR) : trigger.first] if low not in {"the", "of"}]
    told = lows[-1:] and lows[-1] in {"results", "outcomes", "outcome", "importance", "significance", "decisions"}
    return trigger.mechanism is not None and bool(told)


def is_subject_of_talk(marked: Marked, trigger: Trigger) -> bool:
    """Whether a session to come is only what was spoken of: `discussed preparations for the forthcoming Summit`."""
    if trigger.mechanism is None:
        return False
    lows = marked.lows[max(0, trigger.first - ASIDE) : trigger.first]
    ahead = bool({"forthcoming", "upcoming", "preparation", "preparations"}.intersection(lows)) or leads_up(lows)
    return ahead and not word_class("attending").intersection(lows)


def leads_up(lows: Sequence[str]) -> bool:
    """Whether the words before a session say that it is near: `the lead up to the Summit`, `in the run-up to`."""
    return bool({"lead-up", "run-up"}.intersection(lows)) or any(
        pair in {("lead", "up"), ("run", "up"), ("road", "to")} for pair in pairwise(lows)
    )


def only_dates(marked: Marked, trigger: Trigger) -> bool:
    """Whether a session only says when something else was, or is praised: `after the close of the Forum, A met B`."""
    if trigger.mechanism is None:
        return False
    lows = marked.lows[max(0, trigger.first - ASIDE) : trigger.first]
    praised = any(one in word_class("conclusion") and other == "of" for one, other in pairwise(lows))
    before = trigger.first <= ASIDE + 4 and bool({"following", "after", "ahead"}.intersection(lows))
    alone = marked.lows[trigger.last : trigger.last + 1] == (",",) and not leads_in(marked.tokens, trigger.last)
    return praised or (before and alone)


def is_of_telling(marked: Marked, trigger: Trigger, index: int, rule: str) -> bool:
    """Whether a date is not that of talks but of what was said of them or in them.

    `On Monday A briefed the press on her talks with B`; `During the talks, they spoke of the summit in May`.
    """
    lows = marked.lows
    if index < trigger.first:
        said = TELLING.intersection(lows[index : trigger.first])
        return bool(said) and trigger.kind in {"meeting", "call"} and not (trigger.is_verb or trigger.governed)
    if is_scheduled(marked, index - 1) and index - trigger.last > OPENING + 1:
        return True
    if SAID.intersection(lows[trigger.last : index]) and index - trigger.last > OPENING:
        return rule in {"relative_day", "weekday"} and "that" not in lows[trigger.last : index]
    opens = trigger.first <= OPENING * 2 and lows[:1] in {("during",), ("at",), ("in",)} and not trigger.is_verb
    return opens and lows[trigger.last : trigger.last + 1] == (",",) and index - trigger.last > OPENING


def is_scheduled(marked: Marked, step: int) -> bool:
    """Whether `for` leads to the day of what is to come: `scheduled for April 5`."""
    lows = marked.lows
    return lows[step] == "for" and step > 0 and lows[step - 1] in {"scheduled", "planned", "slated", "set"}


def is_recounted(marked: Marked, trigger: Trigger) -> bool:
    """Whether the subject speaks of talks that a clause of their own tells: `stressed the meeting that was held`."""
    if trigger.is_verb or word_class("telling_verb").isdisjoint(
        marked.lows[max(0, trigger.first - FAR) : trigger.first]
    ):
        return False
    behind = marked.lows[trigger.last : trigger.last + ASIDE * 2]
    held = (("was", "held"), ("were", "held"), ("took", "place"))
    return any(low in {"that", "which"} and behind[step + 1 : step + 3] in held for step, low in enumerate(behind))


def is_of_company(marked: Marked, trigger: Trigger) -> bool:
    """Whether a sentence only says who came along to talks told elsewhere: `was joined in his meetings by A`."""
    before = marked.lows[max(0, trigger.first - NEAR) : trigger.first]
    return "joined" in before and marked.lows[trigger.last : trigger.last + 1] == ("by",)


def is_met_with_things(marked: Marked, trigger: Trigger) -> bool:
    """Whether a need is met, or a deed is met with another: `ready to meet threats`, `must be met with unity`."""
    lows = marked.lows
    if lows[trigger.last : trigger.last + 1] == ("with",):
        return lows[trigger.first - 1] == "be"
    end = next((step for step in range(trigger.last, len(lows)) if marked.tokens[step].capital), len(lows))
    return not word_class("need_noun").isdisjoint(lows[trigger.last : min(end, trigger.last + NEAR)])
