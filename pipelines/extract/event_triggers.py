"""The words that tell an engagement: verbs and nouns of the lexicon, and named mechanisms that met.

What belongs here: finding the words and saying what governs them. What does not: who took part, when and where.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from pipelines.extract.event_scene import TITLE
from pipelines.extract.lexicons import rows, word_class
from pipelines.extract.mechanisms import SESSION_WORDS, Mechanism, find_mechanisms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.extract.event_scene import Row
    from pipelines.extract.tokens import Token

NEAR = 7
FAR = 14
BE = frozenset({"was", "were", "is", "are", "be", "been", "being"})
SIDELINES = frozenset(
    {"sidelines", "margins", "margin", "fringes", "framework", "part", "occasion", "during", "within"}
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words from `first` up to `last` that tell an engagement of a kind."""

    row_no: int
    first: int
    last: int
    kind: str
    form: str  # verb, person_verb, place_verb, thing_verb, with_verb, noun, weak_noun, mechanism
    words: str
    governed: bool = False  # a noun under a verb that makes it happen: `held a meeting`, `the meeting took place`
    passive: bool = False
    mechanism: Mechanism | None = None

    @property
    def is_verb(self) -> bool:
        """Whether it is a verb with its own subject."""
        return self.form.endswith("verb")


@dataclass(frozen=True, slots=True)
class Found:
    """All triggers of a line, and the mechanisms on whose sidelines something else happened."""

    triggers: tuple[Trigger, ...]
    frames: tuple[Mechanism, ...]


@cache
def lexicon() -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    """The triggers by first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for row in rows("event_triggers"):
        parts = tuple(row["words"].split(" "))
        found.setdefault(parts[0], []).append((parts, row["kind"], row["form"]))
    for group in found.values():
        group.sort(key=lambda item: (-len(item[0]), item[0]))
    return found


def full_name(mechanism: Mechanism, known: dict[str, Mechanism]) -> Mechanism:
    """The mechanism under the name that the release gave it before: `the Summit` for `the 6th Sea States Summit`."""
    if mechanism.name is None:
        return mechanism
    words = mechanism.name.split(" ")
    head = words[-1].lower()
    if len(words) == 1 and head in known and mechanism.session_no is None:
        earlier = known[head]
        return replace(mechanism, name=earlier.name, session_no=earlier.session_no)
    if len(words) > 1:
        known[head] = mechanism
    return mechanism


def find_triggers(row_no: int, row: Row, known: dict[str, Mechanism]) -> Found:
    """The triggers of a line, in order; words inside a mechanism's name tell nothing of their own."""
    tokens = row.marked.tokens
    found: list[Trigger] = []
    frames: list[Mechanism] = []
    taken: set[int] = set()
    for spotted in find_mechanisms(row_no, row):
        mechanism = full_name(spotted, known)
        if is_press(tokens, mechanism) or runs_on(row, mechanism):
            taken |= set(mechanism.whole)
        elif is_frame(tokens, mechanism.start) or (row_no == TITLE and is_during(tokens, mechanism.start)):
            frames.append(mechanism)
            taken |= set(mechanism.whole)
        elif tells_session(row_no, row, mechanism):
            governed = is_governed(tokens, mechanism.start, mechanism.last)
            found.append(
                Trigger(
                    row_no, mechanism.start, mechanism.last, mechanism.kind, "mechanism", mechanism.name or "",
                    governed=governed, mechanism=mechanism,
                )
            )  # fmt: skip
            taken |= set(mechanism.whole)
        elif mechanism.name and mechanism.last - mechanism.first > 1:
            taken |= set(mechanism.whole)
    taken |= {step for item in row.items if item.form == "person" for step in range(item.first, item.last)}
    found.extend(word_triggers(row_no, tokens, taken))
    return Found(tuple(sorted(found, key=lambda trigger: trigger.first)), tuple(frames))


def word_triggers(row_no: int, tokens: tuple[Token, ...], taken: set[int]) -> Iterator[Trigger]:
    """The triggers of the lexicon outside the taken tokens."""
    index, begins = 0, lexicon()
    while index < len(tokens):
        match = None if index in taken else match_words(tokens, index, begins)
        if match is None:
            index += 1
            continue
        size, kind, form, words = match
        last = index + size
        noun = not form.endswith("verb")
        idle = is_compound(tokens, last) if noun else is_participle(tokens, index, last)
        if not idle and (noun or not lacks_object(tokens, index, last)):
            yield Trigger(
                row_no, index, last, kind, form, words,
                governed=noun and is_governed(tokens, index, last),
                passive=not noun and is_passive(tokens, index, last),
            )  # fmt: skip
        index = last


def match_words(
    tokens: tuple[Token, ...], index: int, begins: dict[str, list[tuple[tuple[str, ...], str, str]]]
) -> tuple[int, str, str, str] | None:
    """The longest trigger at an index: size, kind, form, words."""
    for parts, kind, form in begins.get(tokens[index].low, ()):
        if tuple(token.low for token in tokens[index : index + len(parts)]) == parts:
            own = "place_verb" if kind == "visit" and form == "noun" and visit_is_verb(tokens, index) else form
            return len(parts), kind, own, " ".join(parts)
    return None


def visit_is_verb(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether `visit` is the verb: behind no article, adjective or possessive, and before no `to`, `of`, `by`."""
    if index == 0 or tokens[index].low not in {"visit", "visits"}:
        return False
    before, after = tokens[index - 1], tokens[index + 1] if index + 1 < len(tokens) else None
    if (
        after is None
        or after.low in {"to", "of", "by", "with", "was", "is", "has", "will", "took"}
        or not after.text[0].isalnum()
    ):
        return False
    if before.low in word_class("event_adjective") or before.low in word_class("determiner_of_noun"):
        return False
    return after.capital or after.low in {"the", "several", "a"}


def lacks_object(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a verb that needs a person has no name in reach: `will host later this year`."""
    if tokens[first].low not in {"host", "hosts", "hosted"}:
        return False
    near = tokens[last : last + NEAR]
    return not any(
        token.capital or token.low in word_class("pronoun") or token.low in word_class("official_noun")
        for token in near
    )


def is_participle(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a verb only qualifies the noun before: `a lunch hosted by`."""
    if last >= len(tokens) or tokens[last].low != "by" or not tokens[first].low.endswith("ed"):
        return False
    return not any(token.low in BE or token.low in {"been", "being"} for token in tokens[max(0, first - 4) : first])


def is_compound(tokens: tuple[Token, ...], last: int) -> bool:
    """Whether a noun only qualifies the next: `meeting room`, `visit programme`, `aid agency`."""
    return last < len(tokens) and tokens[last].low in word_class("after_event_noun")


def is_governed(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a verb makes the noun happen: `held … talks`, `talks … were held`, `the visit began`."""
    if first > 1 and tokens[first - 1].low in word_class("event_adjective") | {"a", "an"}:
        ahead = [token.low for token in tokens[max(0, first - 4) : first]]
        if "on" in ahead and {"a", "an"}.intersection(ahead):
            return True
    for step in range(first - 1, max(-1, first - NEAR - 1), -1):
        if tokens[step].low in word_class("light_verb"):
            return True
        if tokens[step].text in {",", ";", ":"} or tokens[step].low in {"of", "that", "during", "after", "with"}:
            break
    for step in range(last, min(len(tokens), last + FAR * 2)):
        if tokens[step].text == ";":
            return False
        if tokens[step].low in word_class("took_place") and (
            tokens[step - 1].low in BE or tokens[step].low in {"place", "began", "begins"}
        ):
            return True
    return False


def is_passive(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether the verb's subject is its object: `was received by`."""
    before = {token.low for token in tokens[max(0, first - 3) : first]}
    return bool(before & {"was", "were", "been", "is", "be", "being"}) and any(
        token.low == "by" for token in tokens[last : last + FAR]
    )


def runs_on(row: Row, mechanism: Mechanism) -> bool:
    """Whether the name only qualifies another: `Arctic Dialogue Relations`."""
    after = row.marked.at(mechanism.last)
    if after is None or row.sentence.sentence_no == TITLE or not row.marked.adjacent(mechanism.last):
        return False
    return (
        after.capital and after.word and after.low not in SESSION_WORDS and mechanism.last not in row.marked.countries
    )


def is_press(tokens: tuple[Token, ...], mechanism: Mechanism) -> bool:
    """Whether it is a press conference or a conference by telephone, which are no conferences."""
    words = {token.low for token in tokens[max(0, mechanism.first - 1) : mechanism.last - 1]}
    return bool(words & word_class("press"))


def is_during(tokens: tuple[Token, ...], start: int) -> bool:
    """Whether the title tells something that happened during the mechanism's session."""
    return bool({"during", "amid"}.intersection(token.low for token in tokens[max(0, start - 3) : start]))


def is_frame(tokens: tuple[Token, ...], start: int) -> bool:
    """Whether the mechanism only frames what the sentence tells: `on the sidelines of`, `within the framework of`."""
    before = [
        token.low
        for token in tokens[max(0, start - 5) : start]
        if token.low not in {"the", "of", "its", "our", "their", "ongoing", "a"}
    ]
    return bool(before) and before[-1] in SIDELINES and before[-1] != "during"


def is_named(tokens: tuple[Token, ...], mechanism: Mechanism) -> bool:
    """Whether it is more than `political dialogue` in general: a capital, a session, or a gathering by its kind."""
    if mechanism.session_no is not None or mechanism.sitting or mechanism.kind == "conference":
        return True
    return mechanism.mechanism_kind == "consultations" or any(
        token.capital for token in tokens[mechanism.first : mechanism.last]
    )


def tells_session(row_no: int, row: Row, mechanism: Mechanism) -> bool:
    """Whether a sentence tells that a mechanism met, or when it will."""
    if row_no == TITLE:
        return mechanism.name is not None
    tokens = row.marked.tokens
    if mechanism.mechanism_kind == "assembly" and not mechanism.sitting and mechanism.session_no is None:
        return [token.low for token in tokens[mechanism.last : mechanism.last + 1]] == ["held"]
    if not is_named(tokens, mechanism):
        return False
    before = {token.low for token in tokens[max(0, mechanism.start - NEAR) : mechanism.start]}
    numbered = mechanism.session_no is not None and mechanism.sitting and not before & word_class("not_yet")
    ahead = mechanism.name is not None and bool(row.dates) and any(t.low in word_class("planned") for t in tokens)
    return (
        numbered
        or ahead
        or bool(before & word_class("joined"))
        or is_governed(tokens, mechanism.start, mechanism.last)
        or tells_behind(tokens, mechanism)
    )


def tells_behind(tokens: tuple[Token, ...], mechanism: Mechanism) -> bool:
    """Whether the words behind say that it met: `the Summit, at which …`, `the roundtable convened …`."""
    behind = [token.low for token in tokens[mechanism.last : mechanism.last + FAR]]
    if mechanism.name and (behind[2:3] == ["which"] or behind[:2] == [",", "where"]):
        return behind[1:2] in (["in"], ["at"], ["during"], [","], ["where"]) or behind[:2] == [",", "where"]
    return bool(word_class("took_place_alone").intersection(behind))
