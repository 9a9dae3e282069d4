"""Whether words name an embassy, a mission or a delegation that stands, rather than a journey.

What belongs here: what such names need beside their head. What does not: all other bodies (`body_checks`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.body_heads import match_head
from pipelines.extract.vocabulary import is_common

if TYPE_CHECKING:
    from pipelines.extract.body_checks import Candidate

PASSING = frozenset({"trade", "business", "investment", "rescue", "training", "medical", "observer", "peace"})
SENDERS = frozenset({"EU", "UN", "NATO", "OSCE", "AU"})


def is_mission(found: Candidate) -> bool:
    """An embassy, consulate or mission whose state or seat is named."""
    return bool(found.countries or found.after or (found.before and any(not is_common(t) for t in found.before)))


def is_sent_mission(found: Candidate) -> bool:
    """A mission or delegation that its sender and whom it is sent to show to be a standing one."""
    tokens, countries = found.marked.tokens, found.marked.countries
    before = range(found.first, found.at)
    sender = any(step in countries or tokens[step].text in SENDERS for step in before)
    behind = found.at + found.head.size
    own = tokens[behind].low == "of" and (behind + 1 in countries) if behind < found.last else False
    inner = any(match_head(found.marked, step) for step in range(behind, found.last))
    passing = any(token.low in PASSING for token in found.before)
    sent = any(token.low == "to" for token in tokens[found.at : found.last])
    return sent and (sender or own) and not (inner or passing)


def is_union_delegation(found: Candidate) -> bool:
    """A delegation of the European Union to a state, which is its embassy there; others need an acronym."""
    tokens = found.marked.tokens[found.first : found.last]
    union = any(token.text in SENDERS or token.low == "union" for token in tokens)
    sent = any(token.low == "to" for token in found.marked.tokens[found.at : found.last])
    return (union and sent) or (found.own and found.acronym is not None)
