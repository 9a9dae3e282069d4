"""The names of instruments: where one begins and ends, and of what kind it is.

What belongs here: heads (`Agreement`, `memorandum of understanding`), the words before them that are part of the name,
and the complement after them. What does not: what the release says of the instrument (`agreement_terms`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from pipelines.extract.lexicons import rows, word_class, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.extract.context import Context
    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked

LONGEST_MODIFIER = 4  # common words before a head in small letters
LONGEST_COMPLEMENT = 40  # tokens
RELATIVE = frozenset({"last", "next", "this", "early", "late", "earlier", "later"})  # words that begin a date
QUOTES = frozenset({"\u201c", "\u201d", '"'})
DASHES = frozenset({"-", "\u2013", "\u2014"})


@dataclass(frozen=True, slots=True)
class Head:
    """A word or phrase that names a kind of instrument."""

    parts: tuple[str, ...]
    kind: str
    needs: str  # capital; named: before a capital; modified; governed: by a verb of signing; free


@dataclass(frozen=True, slots=True)
class Instrument:
    """The words of an instrument's name in a sentence."""

    line_no: int
    first: int  # index of its first token
    head: int  # index of the head's first token
    bare_last: int  # index after the head
    last: int  # index after its last token
    kind: str
    needs: str
    capital: bool  # the head begins with a capital
    acronym: str | None = None
    nested: bool = False  # within the complement of another instrument

    @property
    def modified(self) -> bool:
        """Whether words before the head are part of the name."""
        return self.first < self.head

    @property
    def complemented(self) -> bool:
        """Whether words after the head are part of the name."""
        return self.last > self.bare_last


@cache
def heads() -> dict[str, tuple[Head, ...]]:
    """The heads by their first word, the longest first."""
    found: dict[str, list[Head]] = {}
    for row in rows("instruments"):
        parts = tuple(row["head"].split(" "))
        found.setdefault(parts[0], []).append(Head(parts, row["kind"], row["needs"]))
    return {word: tuple(sorted(group, key=lambda head: -len(head.parts))) for word, group in found.items()}


def find_instruments(context: Context) -> Iterator[Instrument]:
    """Every name of an instrument, in the order of the text; anaphors such as `the Agreement` among them."""
    bodies = {(name.line_no, step) for name in context.body_names for step in range(name.first, name.last)}
    known = heads()
    for line_no, marked in enumerate(context.lines):
        past = inside = 0  # ends of the head and of the whole name before
        for at, token in enumerate(marked.tokens):
            if at < past or token.low not in known:
                continue
            head = head_at(marked, at, known[token.low])
            if head is None or not is_instrument(marked, at, head, in_body=(line_no, at) in bodies):
                continue
            found = spanned(context, line_no, at, head)
            if at < inside and not (found.capital and named_within(marked, found.first)):
                continue
            nested = at < inside
            past, inside = found.bare_last, max(inside, found.last)
            yield replace(found, nested=nested)


def named_within(marked: Marked, first: int) -> bool:
    """Whether a name inside another's complement is an instrument too: `protocol amending the Agreement …`."""
    before, link = marked.at(first - 1), marked.at(first - 2)
    return before is not None and link is not None and before.low == "the" and link.low in word_class("amending")


def head_at(marked: Marked, at: int, candidates: tuple[Head, ...]) -> Head | None:
    """The longest head whose words begin at a token."""
    tokens = marked.tokens
    for head in candidates:
        if tuple(token.low for token in tokens[at : at + len(head.parts)]) == head.parts:
            return head
    return None


def is_instrument(marked: Marked, at: int, head: Head, *, in_body: bool) -> bool:
    """Whether the head can name an instrument here: not within the name of a body, an office or a compound."""
    token = marked.tokens[at]
    following = marked.at(at + len(head.parts))
    if in_body or (head.needs in {"capital", "named"} and not token.capital):
        return False
    if following is not None and (following.low in word_class("not_instrument_before") or following.text in DASHES):
        return marked.tokens[at + len(head.parts)].text in {"\u2013", "\u2014"}
    if head.needs == "numbered":
        return token.capital and following is not None and following.text.isdigit()
    before = marked.at(at - 1)
    return before is None or before.low not in word_class("not_instrument_after")


def spanned(context: Context, line_no: int, at: int, head: Head) -> Instrument:
    """The instrument with the words before and after its head that are part of its name."""
    marked = context.lines[line_no]
    bare_last = at + len(head.parts)
    capital = marked.tokens[at].capital
    people = {step for line, step in context.people.tokens if line == line_no}
    first = capital_start(marked, at, people) if capital else common_start(marked, at)
    acronym, after = bracketed(marked, bare_last)
    after += head.needs == "numbered"
    last = complement_end(marked, after, line_no, context)
    if last == after and head.needs != "numbered":
        last = bare_last
    if acronym is None:
        acronym = bracketed(marked, last)[0]
    return Instrument(line_no, first, at, bare_last, last, head.kind, head.needs, capital, acronym)


def bracketed(marked: Marked, at: int) -> tuple[str | None, int]:
    """The acronym in brackets at a token, and the index after it."""
    tokens = marked.tokens[at : at + 3]
    if len(tokens) == 3 and tokens[0].text == "(" and tokens[2].text == ")" and tokens[1].acronym:  # noqa: PLR2004
        return tokens[1].text, at + 3
    return None, at


def capital_start(marked: Marked, at: int, people: set[int]) -> int:
    """Where the name begins, over capitals, countries, years, and `and` between capitals."""
    tokens = marked.tokens
    first = at
    while first > 0:
        step = first - 1
        token = tokens[step]
        linked = token.text in {"and", "&"} or token.text in DASHES
        if step in people or (token.low in words("function_words") and not linked):
            break
        if linked and (step == 0 or not name_part(marked, step - 1) or step - 1 in people):
            break
        if not linked and not name_part(marked, step):
            break
        first = step
    while first < at and (tokens[first].low in word_class("not_in_instrument_name") or tokens[first].text in DASHES):
        first += 1
    return first


def name_part(marked: Marked, at: int) -> bool:
    """Whether a token can stand before the head of an instrument's name."""
    token = marked.tokens[at]
    year = token.text.isdigit() and len(token.text) == 4  # noqa: PLR2004
    if token.low in words("function_words") or token.low in word_class("calendar"):
        return False
    return (token.capital and token.text not in {"\u2019s", "'s"}) or at in marked.countries or year


def common_start(marked: Marked, at: int) -> int:
    """Where the name begins before a head in small letters: the adjectives up to a determiner."""
    tokens = marked.tokens
    first = at
    while first > 0 and at - first < LONGEST_MODIFIER:
        token = tokens[first - 1]
        if token.low in word_class("determiner") or token.low in {"a", "an", "the", "new", "its", "their", "this"}:
            return first
        if not token.word or token.low in words("function_words") or token.low in word_class("not_in_instrument_name"):
            break
        first -= 1
    while first < at and tokens[first].low not in word_class("instrument_adjective"):
        first += 1
    return first


def complement_end(marked: Marked, at: int, line_no: int, context: Context) -> int:
    """The index after the complement (`on …`, `between … and …`), or `at` where there is none."""
    tokens = marked.tokens
    opening = marked.at(at)
    if opening is None or opening.low not in word_class("complement_opener") or not opens(marked, at, line_no, context):
        return at
    last = at
    between = False
    for step in range(at, min(len(tokens), at + LONGEST_COMPLEMENT)):
        token = tokens[step]
        between = between or token.low == "between"
        if step > at and (stops(marked, step, line_no, context, between=between) or leaves_name(marked, at, step)):
            break
        last = step + 1
    while last > at and tokens[last - 1].low in words("function_words"):
        last -= 1
    return last if last - at > 1 else at


def opens(marked: Marked, at: int, line_no: int, context: Context) -> bool:
    """Whether a preposition opens a complement rather than a date, a place or a circumstance."""
    following = marked.at(at + 1)
    if following is None or (marked.tokens[at].low != "of" and at_date(context, line_no, following)):
        return False
    if marked.tokens[at].low in {"in", "to"}:
        return not following.capital and following.low not in words("function_words")
    if marked.tokens[at].low == "with":
        named = marked.at(at + 2) if following.low == "the" else following
        return named is not None and named.capital
    return following.low not in word_class("pointing")


def leaves_name(marked: Marked, at: int, step: int) -> bool:
    """Whether a complement in capitals is over: a word in small letters that only prose can go on with."""
    token = marked.tokens[step]
    content = [one for one in marked.tokens[at + 1 : step] if one.word and one.low not in words("function_words")]
    if not content or not content[0].capital or token.capital or not token.word:
        return False
    following = marked.at(step + 1)
    if token.low not in words("function_words"):
        return True
    return token.low == "to" and (following is None or not following.capital)


def at_date(context: Context, line_no: int, token: Token, dated_by: str = "") -> bool:
    """Whether a date begins at a token; a bare year after other words than `in` or `on` may be part of a name."""
    base = context.lines[line_no].line.sentence.char_start
    found = [one for one in context.dates[line_no] if base + one.start <= token.start < base + one.end]
    return bool(found) and (dated_by == "on" or not found[0].rule.startswith("year"))


def stops(marked: Marked, step: int, line_no: int, context: Context, *, between: bool) -> bool:
    """Whether a token ends the complement."""
    token, following = marked.tokens[step], marked.at(step + 1)
    relative = token.low in RELATIVE and at_date(context, line_no, token)
    if relative or (line_no, step) in context.people.tokens or token.low in word_class("complement_stop"):
        return True
    if token.text in QUOTES:
        return following is None
    if not token.text[0].isalnum() and token.text != ",":
        return token.text in ";:.!?()*/" or (token.text in DASHES and not marked.adjacent(step))
    if token.text == "," or following is None:
        return token.text == "," and not in_list(marked, step)
    if token.low == "and":
        return not between and (following.low in words("function_words") or following.low in heads())
    return circumstance(marked, step, line_no, context)


def circumstance(marked: Marked, step: int, line_no: int, context: Context) -> bool:
    """Whether a preposition opens a date, a place or a pointing word rather than more of the name."""
    token, following = marked.tokens[step], marked.tokens[step + 1]
    if token.low not in {"on", "in", "at", "for"}:
        return False
    place = any(one.line_no == line_no and one.first == step + 1 for one in context.places)
    if following.low in word_class("pointing") or (place and token.low in {"in", "at"}):
        return True
    return at_date(context, line_no, following, "on" if token.low in {"on", "in"} else "")


def in_list(marked: Marked, comma: int) -> bool:
    """Whether a comma parts members of a list of one or two words each (`trade, economic and cultural`)."""
    following = marked.tokens[comma + 1 : comma + 5]
    if len(following) > 1 and following[0].low in {"and", "or"}:
        return marked.tokens[comma - 1].capital and following[1].capital and following[1].low not in heads()
    after = [token.low for token in following]
    nearby = [step for step, low in enumerate(after) if low in {"and", "or", "&", ","}]
    blocked = words("function_words") | word_class("complement_stop")
    return bool(nearby) and nearby[0] > 0 and not any(low in blocked for low in after[: nearby[0]])
