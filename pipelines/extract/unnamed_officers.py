"""Officers without a name who act for a state: `the head of Norwegian diplomacy received A`.

What belongs here: the words that tell of them. What does not: officers whom the release names (`bare_offices`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.clauses import before_verb
from pipelines.extract.phrases import is_office_head

if TYPE_CHECKING:
    from pipelines.extract.event_scene import Row
    from pipelines.extract.event_triggers import Trigger
    from pipelines.extract.participants import Parties

FAR = 12  # tokens before a verb in which its subject's office stands
OFFICERS = frozenset({"chief", "head", "minister", "diplomat", "envoy"})  # in small letters


def is_of_office(row: Row, trigger: Trigger) -> bool:
    """Whether an officer without a name acts for a state: `The head of Norwegian diplomacy received A`."""
    if trigger.passive:
        return False
    before = row.marked.tokens[max(0, trigger.first - FAR) : trigger.first]
    return any(token.low in OFFICERS or is_office_head(token) for token in before)


def is_received_by_office(row: Row, trigger: Trigger) -> bool:
    """Whether somebody was received by an officer without a name: `was received by the Minister for Trade`."""
    tokens = row.marked.tokens
    by = next(
        (step for step in range(trigger.last, min(len(tokens), trigger.last + 2)) if tokens[step].low == "by"), None
    )
    if by is None or not trigger.passive or not trigger.words.startswith("receiv"):
        return False
    return (
        tokens[by + 1 : by + 2] != ()
        and tokens[by + 1].low == "the"
        and any(map(is_office_head, tokens[by + 2 : by + 5]))
    )


def is_on_office(row: Row, trigger: Trigger, found: Parties) -> bool:
    """Whether somebody paid a call on an officer without a name: `called on the President of Norway`, not `on … to`."""
    if not trigger.words.startswith("call") or trigger.passive or not found.right:
        return False
    host, tokens = found.right[0], row.marked.tokens
    office = tokens[trigger.last : max(host.first, trigger.last + 4)]
    asked = host.last < len(tokens) and tokens[host.last].low in {"to", "for", "\u2019s", "'s"}
    near = host.first - trigger.last <= FAR // 2 and host.form in {"name", "adjective"}
    return near and not asked and tokens[trigger.last].low == "the" and any(map(is_office_head, office))


def is_by_officer(row: Row, trigger: Trigger) -> bool:
    """Whether an officer without a name goes, of the country that speaks: `When the Home Secretary visited Norway`."""
    tokens = row.marked.tokens
    step = before_verb(tokens, trigger.first)
    if not trigger.is_verb or step < 1 or not tokens[step].capital or not is_office_head(tokens[step]):
        return False
    while step > 0 and tokens[step].capital:
        step -= 1
    return tokens[step].low == "the"
