"""The rows of positions: the titles that a release gives to a person, and their ranks.

What belongs here: what a title says about rank. What does not: finding names and offices in a sentence, and whose
country an office belongs to (`allegiance`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.lexicons import mapping, word_class

if TYPE_CHECKING:
    from pipelines.extract.offices import Office

DEPUTY_WORDS = frozenset({"deputy", "vice", "assistant", "under", "undersecretary", "associate"})
CABINET = frozenset({"minister", "head_of_government"})


def rank_of(office: Office) -> str | None:
    """The rank of an office: what its head says, lowered for deputies; who presides over a body heads no state."""
    rank = mapping("offices").get(office.head)
    before = {word.lower() for word in office.title.split(office.head.split(" ")[0], maxsplit=1)[0].split()}
    deputy = bool(before & DEPUTY_WORDS)
    if rank == "minister" and office.head == "Secretary" and not is_ministerial(office.title):
        return "official"
    if rank == "head":
        return ("deputy_" if deputy else "") + ("head_of_state" if presides_over_state(office) else "head_of_body")
    if rank == "deputy_head":
        return "deputy_head_of_state" if presides_over_state(office) else "deputy_head_of_body"
    if deputy and rank in CABINET:
        return "deputy_minister" if rank == "minister" else "deputy_head_of_government"
    return rank


def is_ministerial(title: str) -> bool:
    """Whether a secretary is a minister: of State, of a department, or bare as in `Secretary Blinken`."""
    if " in the " in title or " at the " in title:
        return False
    first = title.lower().split(" of ")[0].split()
    return "of" in title.lower().split() or (first[-1:] == ["secretary"] and len(first) == 1)


def presides_over_state(office: Office) -> bool:
    """Whether a president is a state's: the title holds no word beside the office itself."""
    own = office.title.lower().replace("vice-", "vice ").split(" and ")[0] if office.joint else office.title.lower()
    return not office.body and all(word in word_class("presidency") for word in own.replace("-", " ").split())
