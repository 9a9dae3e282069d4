"""Standing mechanisms and conferences as a sentence names them: `the 8th meeting of the Strategic Dialogue`.

What belongs here: where the name of a mechanism begins and ends, its kind, and the number of its session. What does
not: whether the sentence tells that it met.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipelines.extract.lexicons import rows, straight, word_class
from pipelines.extract.ordinals import TENS, ordinal, ordinal_at
from pipelines.extract.tokens import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.extract.event_scene import Row
    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked

LONGEST_LEFT = 10
BRACKETED = 3  # tokens of an acronym with its brackets
LONGEST_RIGHT = 14
LONGEST_QUOTE = 24
NUMBERED = re.compile(r"(?P<name>COP|UNGA|MC|C5\+1|CPM)[ -]?(?P<number>\d{1,3})?")
SESSION_WORDS = frozenset(
    [
        "meeting",
        "session",
        "round",
        "edition",
        "sitting",
        "meetings",
        "iteration",
        "sessions",
        "rounds",
        "cycle",
        "plenary",
    ]
)
NAME_LINKS = frozenset({"of", "for", "on", "between", "with"})
COUNTED_ONLY = frozenset({"programme", "program", "retreat"})  # mechanisms only where their sessions are counted
DASHES = frozenset({"-", "\u2013", "—", "&", "/"})


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A mechanism or conference in a line: its name from `first` up to `last`, with its session from `start`."""

    row_no: int
    start: int  # with `the 8th meeting of the` before the name
    first: int
    last: int
    kind: str  # dialogue, conference
    mechanism_kind: str
    name: str | None  # None for `the forum`, `a seminar`
    session_no: int | None
    sitting: bool  # a meeting, session or round of it is spoken of
    apart: bool = False  # a session before or after the one that the release is about: `the next round`

    @property
    def whole(self) -> range:
        """All its tokens."""
        return range(self.start, self.last)


@cache
def heads() -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    """The heads of mechanisms by first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for row in rows("mechanism_heads"):
        parts = tuple(token.low for token in cut(row["words"]))
        found.setdefault(parts[0], []).append((parts, row["kind"], row["mechanism_kind"]))
    for group in found.values():
        group.sort(key=lambda item: (-len(item[0]), item[0]))
    return found


@cache
def first_words() -> frozenset[str]:
    """The folded words that a head can begin with."""
    return frozenset(heads())


def find_mechanisms(row_no: int, row: Row) -> list[Mechanism]:
    """The mechanisms and conferences of a line, in order; a format that only begins a longer name is part of it."""
    found = list(spot_mechanisms(row_no, row))
    longer = [one for one in found if one.last - one.first > 1]
    return [one for one in found if one in longer or not any(one.first in other.whole for other in longer)]


def spot_mechanisms(row_no: int, row: Row) -> Iterator[Mechanism]:
    """The mechanisms and conferences of a line as their heads are met, those within a longer name among them."""
    tokens = row.marked.tokens
    persons = {step for item in row.items if item.form == "person" for step in range(item.first, item.last)}
    past = floor = 0
    for index in name_starts(row.marked):
        if index < past:
            continue
        head = match_head(tokens, index)
        numbered = None if head else NUMBERED.fullmatch(tokens[index].text)
        if numbered is not None:
            session = int(numbered["number"]) if numbered["number"] else None
            start, _, sitting = read_session(tokens, index, floor)
            name = tokens[index].text
            yield Mechanism(row_no, start, index, index + 1, "conference", "summit", name, session, sitting)
        if head is None:
            continue
        found = read_mechanism(row_no, row, index, head, floor=floor, persons=persons)
        if found is None:
            past = index + head[0]
            continue
        yield found
        past = floor = found.last


def name_starts(marked: Marked) -> list[int]:
    """The tokens that can be a head or a numbered conference."""
    tokens = marked.tokens
    numbered = [step for step in marked.capitals if tokens[step].acronym and NUMBERED.fullmatch(tokens[step].text)]
    starts = marked.standing(first_words())
    return sorted({*starts, *numbered}) if numbered else starts


def match_head(tokens: tuple[Token, ...], index: int) -> tuple[int, str, str] | None:
    """The size, kind and mechanism's kind of the longest head at an index."""
    known = heads().get(tokens[index].low)
    if known is None:
        return None
    lows = tuple([straight(token.low) for token in tokens[index : index + len(known[0][0])]])
    for parts, kind, mechanism_kind in known:
        if lows[: len(parts)] == parts:
            return len(parts), kind, mechanism_kind
    return None


def read_mechanism(
    row_no: int, row: Row, index: int, head: tuple[int, str, str], *, floor: int, persons: set[int],
) -> Mechanism | None:  # fmt: skip
    """The mechanism around a head; None where the head means one only by the two states in its name, which has none."""
    tokens = row.marked.tokens
    size, kind, mechanism_kind = head
    while index + size < len(tokens) and (more := match_head(tokens, index + size)) and tokens[index + size].capital:
        size, kind, mechanism_kind = size + more[0], more[1], more[2]
    if (behind := head_behind_acronym(tokens, index + size)) is not None:
        size, kind, mechanism_kind = behind[0] - index, behind[1], behind[2]
    first = extend_left(row, index, floor, persons)
    last = extend_right(row, index + size, persons)
    own_session = None
    inner = next((step for step in range(first, index) if ordinal_at(tokens, step) is not None), None)
    if inner is not None:
        own_session, first = ordinal_at(tokens, inner), inner + 1
    start, session, sitting = read_session(tokens, first if inner is None else inner + 1, floor)
    sitting = sitting or (
        last < len(tokens) and tokens[last].low in SESSION_WORDS and (tokens[last].capital or tokens[index].capital)
    )
    words = [token.text for token in tokens[first:last]]
    base = row.sentence.char_start
    named = len(words) > size or any(token.capital for token in tokens[index : index + size]) or bool(session)
    if tokens[last - 1].low == "meeting" and not session and tokens[last : last + 1] and tokens[last].low == "with":
        return None
    if kind == "counted":
        if not (session or own_session or last > index + size or {"World", "International"} & set(words)):
            return None
        kind = "conference"
    if kind == "bilateral":
        counted = tokens[index].capital and (sitting or bool(session or own_session))
        if not counted and not (is_between_states(row, first, last, index) and words[-1].lower() not in COUNTED_ONLY):
            return None
        kind = "dialogue"
    name = row.sentence.text[tokens[first].start - base : tokens[last - 1].end - base] if named else None
    return Mechanism(
        row_no, start, first, last, kind, mechanism_kind, name, session or own_session, sitting,
    )  # fmt: skip


def head_behind_acronym(tokens: tuple[Token, ...], step: int) -> tuple[int, str, str] | None:
    """Where the true head ends that follows a bracketed acronym: `… Group (GG) Ministerial Meeting`; and its kinds."""
    if [token.text for token in tokens[step : step + 3 : 2]] != ["(", ")"] or not tokens[step + 3 : step + 4]:
        return None
    head = match_head(tokens, step + 3) if tokens[step + 3].capital else None
    return (step + 3 + head[0], head[1], head[2]) if head else None


def is_between_states(row: Row, first: int, last: int, head: int) -> bool:
    """Whether a name in capitals holds two states: `the Saudi-Singapore Joint Committee`."""
    codes = [
        item.side for item in row.items if first <= item.first < last and item.form in {"name", "adjective", "body"}
    ]
    return len(set(codes)) > 1 and row.marked.tokens[head].capital


def extend_left(row: Row, index: int, floor: int, persons: set[int]) -> int:
    """The first token of the name: capitals, countries and the adjectives of mechanisms before the head."""
    tokens = row.marked.tokens
    step = index
    while step > floor and index - step < LONGEST_LEFT:
        if belongs_left(row, step - 1, persons):
            step -= 1
        elif step - floor > BRACKETED and is_bracketed(tokens, step - 1) and tokens[step - BRACKETED - 1].capital:
            step -= BRACKETED
        else:
            break
    while step < index and (tokens[step].text in DASHES or tokens[step].low in {"and", "of", "the", "\u2019s", "'s"}):
        step += 1
    if step == 0 and index > 0 and tokens[0].low in word_class("not_in_mechanism"):
        step = 1
    return step


def is_bracketed(tokens: tuple[Token, ...], step: int) -> bool:
    """Whether a bracket closes an acronym: the `)` of `the Northern Council (NC) Summit`."""
    return tokens[step].text == ")" and tokens[step - 1].acronym and tokens[step - 2].text == "("


def belongs_left(row: Row, step: int, persons: set[int]) -> bool:
    """Whether a token before the head belongs to the name."""
    tokens = row.marked.tokens
    token = tokens[step]
    if token.text in {"\u2019", "'"} and step and tokens[step - 1].capital and tokens[step - 1].low.endswith("s"):
        return True
    if step in persons or token.low in word_class("not_in_mechanism") or token.low in SESSION_WORDS:
        return False
    if step in row.marked.countries or token.low in word_class("mechanism_modifier"):
        return True
    if token.text in DASHES or token.low == "and":
        return links_left(row, step)
    if token.low.endswith(("ed", "ing")) and not token.capital:
        return False
    return (token.capital and token.word) or ordinal(token) is not None or "+" in token.text


def links_left(row: Row, step: int) -> bool:
    """Whether a dash or `and` joins two parts of a name."""
    token, before = row.marked.tokens[step], row.marked.tokens[step - 1] if step else None
    if before is None:
        return False
    if token.text in DASHES and token.start > before.end and step - 1 not in row.marked.countries:
        return False
    return before.capital or step - 1 in row.marked.countries or before.low in word_class("mechanism_modifier")


def extend_right(row: Row, last: int, persons: set[int]) -> int:
    """The index after the name: `… between A and B`, `… of the UN`, `… on Asian formats`."""
    tokens = row.marked.tokens
    limit = min(len(tokens), last + LONGEST_RIGHT)
    step = last
    bracketed = [token.text for token in tokens[step : step + 3 : 2]] == ["(", ")"] and tokens[step + 1].acronym
    if bracketed and step + 3 < len(tokens) and tokens[step + 3].low in {"on", "for"}:
        behind = extend_right(row, step + 3, persons)
        return behind if behind > step + 3 else step
    while step < limit and tokens[step].low in NAME_LINKS:
        if tokens[step].low == "with" and step > last:
            break
        if (closed := end_of_quotes(tokens, step + 1)) is not None:
            return closed
        end = step + 1
        while end < limit and continues_right(row, end, persons):
            end += 1
        while end > step + 1 and tokens[end - 1].low in {"of", "and", "the", "for", "in", "a"}:
            end -= 1
        if end == step + 1:
            break
        step = end
    return step


def end_of_quotes(tokens: tuple[Token, ...], step: int) -> int | None:
    """The index after a title in quotation marks that begins at an index: `on “Water for All”`."""
    if step >= len(tokens) or tokens[step].text not in {"\u201c", "\u00ab"}:
        return None
    marks = {"\u201d", "\u00bb"}
    ends = (end + 1 for end in range(step, min(len(tokens), step + LONGEST_QUOTE)) if tokens[end].text in marks)
    return next(ends, None)


def continues_right(row: Row, step: int, persons: set[int]) -> bool:
    """Whether a token goes on with the complement of a name."""
    token = row.marked.tokens[step]
    if step in persons or token_is_day(row, step):
        return False
    if step in row.marked.countries or token.low in {"the", "of", "and", "for", "&"}:
        return True
    if token.low in word_class("not_in_mechanism"):
        return False
    return (token.capital and token.word and not token.low.endswith("day")) or (
        token.low in word_class("mechanism_modifier")
    )


def token_is_day(row: Row, step: int) -> bool:
    """Whether a token belongs to a date: `… Dialogue on June 8`."""
    token = row.marked.tokens[step]
    return token.low in word_class("calendar") or token.text[0].isdigit()


def read_session(tokens: tuple[Token, ...], first: int, floor: int) -> tuple[int, int | None, bool]:
    """Where `the 8th meeting of the` before a name begins, its number, and whether a sitting is spoken of."""
    step, sitting = first, False
    while step > floor and tokens[step - 1].low in {"the", "annual", "regular", "next", "latest", "ministerial", "of"}:
        step -= 1
    while step > floor and tokens[step - 1].low in SESSION_WORDS:
        step, sitting = step - 1, True
    begin = step
    while begin > floor and first - begin < LONGEST_LEFT and tokens[begin - 1].low in word_class("session_modifier"):
        begin -= 1
    if begin > floor and (number := ordinal_at(tokens, begin - 1)) is not None:
        if begin - 1 > floor and (tens := TENS.get(tokens[begin - 2].low)):
            return begin - 2, tens + number, sitting
        return begin - 1, number, sitting
    return (step if sitting else first), None, sitting
