"""Instruments that a release announces by their number and then names one by one: `signed three MOUs. The MOU on …`.

What belongs here: which plurals a sentence tells to be signed or adopted, now or soon, and which later names they
cover. What does not: the words beside a name (`agreement_terms`).
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pipelines.extract.agreement_terms import DONE, Status, status_beside
from pipelines.extract.lexicons import mapping, word_class, words

if TYPE_CHECKING:
    from pipelines.extract.context import Context
    from pipelines.extract.instruments import Instrument
    from pipelines.extract.vocabulary import Marked

REACH = 8  # sentences
TWO = 2
TOLD = DONE | {"proposed"}
SUBJECT_GOES_ON = frozenset({"in", "on", "and", "covering", "between", "for"})
ARTICLES = frozenset({"the", "a", "an"})
HOLDING = frozenset({"include", "included", "includes", "comprise", "comprised", "are", "were", "is", "was"})
TAKING_UP = frozenset({"they", "these", "among"})
OPENING_REACH = 5  # tokens within which a sentence takes up what was announced: `The documents signed include`


class Announced:
    """What the sentences of a release tell of instruments in the plural."""

    def __init__(self, context: Context) -> None:
        """Keep the release; its plurals are read when an instrument asks for them."""
        self.context = context

    @cached_property
    def told(self) -> list[tuple[int, str, str]]:
        """The sentence, kind and status of each plural that is told to be signed or adopted."""
        plurals = mapping("instrument_plurals")
        starts = frozenset(plurals)
        found: list[tuple[int, str, str]] = []
        for line_no, marked in enumerate(self.context.lines):
            for at in marked.standing(starts):
                status = status_beside(self.context, line_no, at, at + 1).name
                status = status if status in TOLD else passive_behind(marked, at)
                if status in TOLD:
                    leads = (
                        marked.lows[-1] == ":" and not marked.tokens[at].capital
                    )  # a list may hold other kinds than the one it is called by
                    found.append((line_no, "any" if leads else plurals[marked.lows[at]], status))
        return found

    def status_of(self, found: Instrument) -> Status | None:
        """The status that the last plural before an instrument tells of its kind."""
        if found.known is not None or found.needs == "pinned":
            return None
        marked = self.context.lines[found.line_no]
        if takes_up(marked, found.first):
            before = [status for line_no, _, status in self.told if 0 < found.line_no - line_no <= TWO]
            return Status(before[-1], -1) if before else None
        if not opens_sentence(marked, found.first):
            return None
        listed = found.capital and not any(token.word for token in marked.tokens[found.last :])  # a line of an annex
        for line_no, kind, status in reversed(self.told):
            near = 0 < found.line_no - line_no <= REACH and kind in {found.kind, "any"}
            if near or (listed and line_no < found.line_no):
                self.told.append((found.line_no, kind, status))
                return Status(status, -1)
        return None


def passive_behind(marked: Marked, at: int) -> str:
    """The status that a passive tells of a plural over its matter: `MOUs on reeds, tides and fish were signed`."""
    following = marked.at(at + 1)
    if following is None or following.low not in SUBJECT_GOES_ON:
        return "mentioned"
    low = [token.low for token in marked.tokens[at + 1 :]]
    ends = (step for step, word in enumerate(low) if word in word_class("auxiliary_of_passive"))
    verb = next(ends, len(low))
    if "signed" not in low[verb : verb + 3]:
        return "mentioned"
    return "proposed" if low[verb] in {"will", "to", "would", "shall"} else "signed"


def takes_up(marked: Marked, first: int) -> bool:
    """Whether a sentence opens with what was announced and goes on to hold a name: `The documents include …`."""
    opening = marked.lows[: min(first, OPENING_REACH)]
    if HOLDING.isdisjoint(opening):
        return False
    return opening[0] in TAKING_UP or any(low in words("instrument_plurals") for low in opening)


def opens_sentence(marked: Marked, first: int) -> bool:
    """Whether nothing but an article or the mark of a list stands before a token."""
    return not any(token.word and token.low not in ARTICLES for token in marked.tokens[:first])
