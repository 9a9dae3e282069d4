"""Whether words name a union or a firm, whose heads are everyday words: `Union`, `Energy`, `Partners`.

What belongs here: what such names need beside their head. What does not: all other bodies (`body_checks`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.gazetteer import longest_name
from pipelines.extract.vocabulary import is_common

if TYPE_CHECKING:
    from pipelines.extract.body_checks import Candidate

MEMBERS_OF_UNIONS = frozenset(
    {
        "international", "national", "workers", "teachers", "farmers", "students", "student", "labor", "labour",
        "trade", "writers", "journalists", "employees", "women's", "youth",
    }
)  # fmt: skip


def is_union(found: Candidate) -> bool:
    """A union whose members or whose proper name are told: `Union of Bakers`, `Acme Workers Union`."""
    lows = {token.low for token in found.before}
    proper = any(not is_common(token) or token.acronym for token in found.before)
    return (
        proper or bool(lows & MEMBERS_OF_UNIONS) or bool(found.after and found.marked.tokens[found.at + 1].low == "of")
    )


def is_firm(found: Candidate) -> bool:
    """A firm whose own word, no place and no English, stands right before a plain head: `Initech Energy`."""
    marked, at = found.marked, found.at
    if found.after or not found.before or at - 1 in marked.countries or not marked.adjacent(at):
        return False
    own, following = marked.tokens[at - 1], marked.at(at + found.head.size)
    runs_on = following is not None and following.capital and following.word and marked.adjacent(at + found.head.size)
    plain = own.acronym or not own.word or "-" in own.text or is_common(own)
    return not (runs_on or plain) and longest_name(marked, at - 1) == at - 1
