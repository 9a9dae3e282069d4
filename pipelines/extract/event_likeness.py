"""Whether dates, places and mechanisms of two tellings can be those of one engagement.

What belongs here: comparing single attributes. What does not: who took part, and which tellings are joined
(`event_merging`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.lexicons import fold

if TYPE_CHECKING:
    from pipelines.extract.event_dates import When
    from pipelines.extract.event_places import Where
    from pipelines.extract.mechanisms import Mechanism
    from pipelines.extract.telling import Candidate

ALIKE = 0.6
SUMMIT = "summit"  # a word for no other kind of session
APART = str.maketrans("\u2013-()", "    ")  # what parts the words of a name
EMPTY_WORDS = frozenset({"of", "the", "and", "for", "on", "between", "meeting", "session"})


def agree(one: When | None, other: When | None) -> bool:
    """Whether two dates can be of one engagement."""
    if one is None or other is None:
        return True
    size = {"day": 10, "month": 7, "year": 4}
    cut = min(size[one.precision], size[other.precision])
    if one.start_on.isoformat()[:cut] == other.start_on.isoformat()[:cut]:
        return True
    spans = (one, other) if one.end_on else (other, one)
    return spans[0].end_on is not None and spans[0].start_on <= spans[1].start_on <= spans[0].end_on


def same_place(one: Where | None, other: Where | None) -> bool:
    """Whether two settings can be one."""
    if one is None or other is None:
        return True
    if one.place and other.place:
        return one.place.place_id == other.place.place_id
    if one.goals or other.goals:
        return {one.country_code, *one.goals} >= {other.country_code, *other.goals} - {None} or bool(other.goals)
    return one.country_code == other.country_code


def one_journey(known: Candidate, new: Candidate) -> bool:
    """Whether two visits with dates that agree go to one country: its region told here, its city there."""
    if known.kind != "visit" or known.where is None or new.where is None:
        return False
    dated = known.when is not None and new.when is not None
    return dated and known.where.country_code == new.where.country_code


def same_mechanism(one: Mechanism | None, other: Mechanism | None) -> bool:
    """Whether nothing in the mechanisms speaks against one engagement."""
    if one is None or other is None:
        return True
    if one.apart != other.apart:
        return False
    return one.session_no is None or other.session_no is None or one.session_no == other.session_no


def named_alike(one: Mechanism, other: Mechanism, share: float = ALIKE) -> bool:
    """Whether two names of mechanisms share most of the words of the shorter one, or any for a share of 0."""
    if one.name is None or other.name is None:
        return SUMMIT not in {one.mechanism_kind, other.mechanism_kind} or one.mechanism_kind == other.mechanism_kind
    x, y = key_words(one.name), key_words(other.name)
    shorter = min(len(x), len(y)) or 1
    return bool(x & y) and len(x & y) / shorter >= share


def key_words(name: str) -> set[str]:
    """The telling words of a name."""
    return {word for word in fold(name).translate(APART).split() if word not in EMPTY_WORDS}
