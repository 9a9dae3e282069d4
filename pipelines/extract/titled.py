"""The joint statement that a release itself is: its title names it, and its opening tells who makes it.

What belongs here: which titles name an instrument, and the states that issue it. What does not: the instruments that
the body names (`instruments`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.extract.agreement_parties import codes_in, two_sides
from pipelines.extract.instrument_heads import head_at, heads
from pipelines.extract.lexicons import word_class
from pipelines.extract.state_rows import rows_of_states, title_codes

if TYPE_CHECKING:
    from pipelines.extract.context import Context
    from pipelines.extract.vocabulary import Marked

TITLED = re.compile(r"statement|communiqu|declaration|vision", re.IGNORECASE)
LAST_DAY = re.compile(r", \d{1,2} [A-Z][a-z]+ \d{4}\b")
JOINT_KINDS = frozenset({"joint_statement", "declaration"})
OPENING = 4  # sentences in which a joint statement tells who makes it
TWO = 2


@dataclass(frozen=True, slots=True)
class Titled:
    """The instrument that a title names."""

    name: str
    kind: str
    words: frozenset[str]  # of the title, folded
    line_no: int  # of the sentence that tells who issues it
    parties: tuple[str, ...]


def titled_instrument(context: Context) -> Titled | None:
    """The joint statement that the release is, by its title."""
    title = context.document.title
    if not context.lines or not TITLED.search(title):
        return None
    marked = context.title
    kind = next(filter(None, (kind_at(marked, at) for at in range(len(marked.tokens)))), None)
    if kind is None or is_of_one_state(marked):
        return None
    line_no, parties = issuers_of(context, marked)
    day = LAST_DAY.search(title)
    name = title[: day.start()] if day else title
    words = frozenset(token.low for token in marked.tokens if token.word)
    return Titled(name.strip(), kind, words, line_no, parties)


def kind_at(marked: Marked, at: int) -> str | None:
    """The kind of a joint instrument whose head stands at a token of a title, behind nothing but a name."""
    token = marked.tokens[at]
    if not token.capital or not opens_title(marked, at):
        return None
    if token.low == "statement" and is_of_group(marked, at):
        return "joint_statement"
    head = head_at(marked, at, heads().get(token.low, ()))
    if head is None or head.kind not in JOINT_KINDS or not (head.needs == "free" or token.low == "communique"):
        return None
    following = marked.at(at + len(head.parts))
    told = following is not None and following.low in {"by", "between", "of"}
    return head.kind if told or "press" not in head.parts else None


def is_of_group(marked: Marked, at: int) -> bool:
    """Whether a statement is that of a group of states: `G7 Statement`, `Statement of the Quad`."""
    before, link, noun = marked.at(at - 1), marked.at(at + 1), marked.at(at + 2)
    if noun is not None and noun.low == "the":
        noun = marked.at(at + 3)
    if before is not None and before.low in word_class("group_of_states"):
        return True
    linked = link is not None and link.low in {"of", "by", "from"}
    return linked and noun is not None and noun.low in word_class("group_of_states")


def opens_title(marked: Marked, at: int) -> bool:
    """Whether only capitals, from the beginning or a colon, stand before a token."""
    for step in range(at - 1, -1, -1):
        token = marked.tokens[step]
        if token.text == ":":
            return True
        linked = token.capital or token.low in {"of", "and", "the", "a"}
        if token.low in word_class("not_titled_instrument") or (token.word and not linked):
            return False
    return True


def is_of_one_state(marked: Marked) -> bool:
    """Whether offices of one government make the statement: `by the Department of … and the Department of …`."""
    return any(token.low in word_class("office_at_home") for token in marked.tokens)


def issuers_of(context: Context, title: Marked) -> tuple[int, tuple[str, ...]]:
    """The sentence that tells who issues a joint statement, and the states and bodies that do."""
    issuer = context.document.issuer_country
    opening = range(min(OPENING, len(context.lines)))
    telling = [line_no for line_no in opening if tells_statement(context.lines[line_no])]
    home = telling[0] if telling else 0
    told = title_codes(title)
    rows = [(line_no, states_in(context, line_no)) for line_no in (*telling, *opening)]
    rows.insert(len(telling), (home, told if issuer in told and len(told) >= TWO else ()))
    fallback = (home, two_sides(context) or (issuer,))
    return next(((line_no, codes) for line_no, codes in rows if codes), fallback)


def states_in(context: Context, line_no: int) -> tuple[str, ...]:
    """The row of states and bodies of a sentence to which the issuer belongs."""
    rows = (codes_in(context, line_no, *row, bodies=True) for row in rows_of_states(context.lines[line_no]))
    return next((row for row in rows if context.document.issuer_country in row and len(row) >= TWO), ())


def tells_statement(marked: Marked) -> bool:
    """Whether a sentence speaks of the statement, or begins it."""
    if marked.tokens and marked.tokens[0].low == "we":
        return True
    return any(token.low in {"statement", "communique", "declaration"} for token in marked.tokens)
