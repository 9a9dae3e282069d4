"""Whether an office, bureau or directorate is a body by itself rather than a part of one.

What belongs here: what such names need beside their head. What does not: all other bodies (`body_checks`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.bodies import POSSESSIVES, is_office_head
from pipelines.extract.body_heads import match_head
from pipelines.extract.lexicons import words
from pipelines.extract.vocabulary import title_case

if TYPE_CHECKING:
    from pipelines.extract.body_checks import Candidate

OFFICERS = frozenset(
    {
        "minister",
        "mayor",
        "commissioner",
        "president",
        "prosecutor",
        "general",
        "governor",
        "ombudsman",
        "leader",
        "chancellor",
        "king",
        "premier",
    }
)
GOVERNED = frozenset(
    {"Secretary-General", "Commissioner", "Ombudsman", "Prosecutor", "Attorney", "Ombudsperson", "President", "Premier"}
)


def is_office(found: Candidate) -> bool:
    """An office, bureau or directorate that is a body by itself: the `Mayor's Office`, a patent office."""
    tokens = found.marked.tokens
    if any(title_case(token.text) in {"Department", "Ministry"} for token in (*found.before, *found.after)):
        return False
    if found.first > 1 and tokens[found.first - 1].low == "of" and match_head(found.marked, found.first - 2):
        return False
    owned = found.at > 1 and tokens[found.at - 1].text in POSSESSIVES and tokens[found.at - 2].low in OFFICERS
    special = any(token.low in words("office_bodies") for token in (*found.before, *found.after[-1:]))
    return owned or special or is_office_for(found) or any(token.text in GOVERNED for token in found.after)


def is_office_for(found: Candidate) -> bool:
    """An office `for` something that is no part of what an officer leads: not `Director of the Office for Harbours`."""
    tokens, behind = found.marked.tokens, found.at + found.head.size
    if found.head.name != "Office" or behind >= found.last or tokens[behind].low != "for":
        return False
    after = found.marked.at(found.last)
    led = after is not None and found.marked.adjacent(found.last) and is_office_head(after)
    before = [token.low for token in tokens[max(0, found.first - 2) : found.first]]
    return not (led or before[-1:] == ["of"] or before == ["of", "the"])
