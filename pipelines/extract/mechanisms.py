"""Standing mechanisms and conferences as a sentence names them: `the 8th meeting of the Strategic Dialogue`.

What belongs here: the heads of such names, their kind, and the number of a session. What does not: how far a name
reaches (`mechanism_names`), whether the sentence tells that it met (`sessions`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipelines.extract.lexicons import rows, straight, word_class
from pipelines.extract.mechanism_names import (
    BRACKETED,
    LONGEST_LEFT,
    SESSION_WORDS,
    behind_acronym,
    extend_left,
    extend_right,
)
from pipelines.extract.ordinals import TENS, ordinal_at
from pipelines.extract.tokens import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.extract.event_scene import Row
    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked

NUMBERED = re.compile(r"(?P<name>COP|UNGA|MC|C5\+1|CPM)[ -]?(?P<number>\d{1,3})?")
COUNTED_ONLY = frozenset({"programme", "program", "retreat"})  # mechanisms only where their sessions are counted
SHARED = frozenset(
    {"joint", "intergovernmental", "interstate", "mixed", "bilateral", "trilateral", "steering", "advisory"}
)
STANDING = frozenset({"working_group", "commission", "council"})  # they work between their meetings too
NEAR = 7
CONVENE = frozenset({"met", "meet", "meets", "convened", "convene", "convenes", "held"})


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
    if (
        tokens[index].low == "conference"
        and tokens[index + 1 : index + 2]
        and tokens[index + 1].low in {"call", "calls"}
    ):
        return None
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
    if kind == "none":
        return None
    while index + size < len(tokens) and (more := match_head(tokens, index + size)) and tokens[index + size].capital:
        size, kind, mechanism_kind = size + more[0], more[1], more[2]
    if (behind := head_behind_acronym(tokens, index + size)) is not None:
        gathering = kind == "conference" and behind[1] == "bilateral"  # `the Ministers' Meeting (MM) Retreat`
        size, kind, mechanism_kind = behind[0] - index, "conference" if gathering else behind[1], behind[2]
    first = extend_left(row, index, floor, persons)
    last = extend_right(row, index + size, persons)
    own_session, left = None, first
    inner = next((step for step in range(first, index) if ordinal_at(tokens, step) is not None), None)
    if inner is not None:
        own_session, first = None if is_first_of_some(tokens, inner) else ordinal_at(tokens, inner), inner + 1
    if first < index and tokens[first].text in {"annual", "regular"} and tokens[first + 1].capital:
        first += 1
    start, session, sitting = read_session(tokens, first if inner is None else inner + 1, floor)
    sitting = sitting or (
        last < len(tokens) and tokens[last].low in SESSION_WORDS and (tokens[last].capital or tokens[index].capital)
    )
    words = [token.text for token in tokens[first:last]]
    base = row.sentence.char_start
    owner = name_before(row, left, inner)
    several = kind == "conference" and tokens[index + size - 1].low.endswith("s")  # `successful high-level summits`
    capital = any(token.capital for token in tokens[first:last])
    named = (len(words) > size and not several) or capital or bool(session)
    named = named or (sitting and size > 1 and mechanism_kind == "commission")  # `a meeting of the joint commission`
    talks = tokens[last - 1].low == "meeting" and not session and tokens[last : last + 1] and tokens[last].low == "with"
    if talks and not is_between_states(row, first, last, index):
        return None
    counted = bool(session or own_session)
    if kind == "counted" and not (counted or last > index + size or {"World", "International"} & set(words)):
        return None
    if kind == "bilateral" and not is_mechanism(row, first, last, index, counted=counted or sitting):
        return None
    kind = {"counted": "conference", "bilateral": "dialogue"}.get(kind, kind)
    name = row.sentence.text[tokens[first].start - base : tokens[last - 1].end - base] if named else None
    if name is not None and owner:
        name, first = f"{owner} {name}", left
    return Mechanism(
        row_no, start, first, last, kind, mechanism_kind, name, session or own_session, sitting,
    )  # fmt: skip


def name_before(row: Row, left: int, inner: int | None) -> str:
    """The states before a session's number that are part of a name: `Northern Isles - Peru` of `… third conference`."""
    if inner is None or inner == left:
        return ""
    tokens, base = row.marked.tokens, row.sentence.char_start
    states = any(step in row.marked.countries for step in range(left, inner))
    joined = any(tokens[step].text in {"-", "\u2013", "+"} for step in range(left, inner))
    return row.sentence.text[tokens[left].start - base : tokens[inner - 1].end - base] if states and joined else ""


def is_mechanism(row: Row, first: int, last: int, head: int, *, counted: bool) -> bool:
    """Whether a council or committee meets between states: it sits, it is of two or shared, or it is co-chaired."""
    tokens = row.marked.tokens
    words = [token.low for token in tokens[first:last]]
    before = [token.low for token in tokens[max(0, first - 2) : first] if token.low != "the"]
    chaired = len(words) > 1 and before[-1:] != [] and before[-1].startswith("co-chair")
    shared = not SHARED.isdisjoint(words) and acts(tokens, last)
    if tokens[head].capital and (counted or chaired or shared):
        return True
    return is_between_states(row, first, last, head) and words[-1] not in COUNTED_ONLY


def acts(tokens: tuple[Token, ...], last: int) -> bool:
    """Whether the words right behind a name, its bracketed acronym apart, say that it met: `will be convened`."""
    step = behind_acronym(tokens, last)
    lows = [token.low for token in tokens[step : step + BRACKETED] if token.low not in {"will", "was", "were", "be"}]
    return bool(lows) and lows[0] in CONVENE


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


def is_at_work(row: Row, mechanism: Mechanism) -> bool:
    """Whether a group or council only works, and is not said to meet: `the Task Force will help`."""
    if mechanism.mechanism_kind not in STANDING or mechanism.sitting or mechanism.session_no:
        return False
    lows = row.marked.lows
    before = lows[max(0, mechanism.start - NEAR) : mechanism.start]
    begin = behind_acronym(row.marked.tokens, mechanism.last)
    behind = lows[begin : begin + NEAR]
    gone = word_class("going_to_session") | {"members", "participants"}
    return gone.isdisjoint(before) and word_class("sitting_word").isdisjoint(behind)


def is_first_of_some(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether it is only the first of some: `the first meeting convened by Peru`, `the first session since 2019`."""
    if tokens[index].low != "first":
        return False
    return any(token.low in word_class("first_of_some") for token in tokens[index + 1 : index + LONGEST_LEFT])


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
        return begin - 1, None if is_first_of_some(tokens, begin - 1) else number, sitting
    return (step if sitting else first), None, sitting
