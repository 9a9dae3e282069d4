"""The words that tell an engagement: verbs and nouns of the lexicon, and named mechanisms that met.

What belongs here: finding the words and saying what governs them. What does not: who took part, when and where.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pipelines.extract.clauses import BE, NEAR, is_governed, is_passive
from pipelines.extract.event_scene import TITLE
from pipelines.extract.lexicons import rows, word_class
from pipelines.extract.mechanisms import Mechanism, find_mechanisms, is_at_work
from pipelines.extract.phrases import is_office_head
from pipelines.extract.session_verbs import (
    calls_session,
    is_of_sitting,
    is_setting_of_talks,
    is_venue,
    meets_for,
    with_own_sessions,
)
from pipelines.extract.sessions import (
    bare_sessions,
    full_name,
    is_at_counted,
    is_during,
    is_frame,
    is_listed,
    is_press,
    is_short_form,
    is_under,
    runs_on,
    session_behind,
    tells_session,
)
from pipelines.extract.tokens import reads

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.extract.event_scene import Row
    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked


ENGAGED = 3  # tokens behind `engaged` in which those stand who were met
IDIOMS = frozenset({("it", "comes"), ("it", "came"), ("site", "visits"), ("site", "visit"), ("press", "call")})
STAYING = frozenset({"is in", "are in", "was in", "were in", "will be in", "has been in"})


class Trigger(NamedTuple):
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


class Found(NamedTuple):
    """All triggers of a line, and the mechanisms on whose sidelines something else happened."""

    triggers: tuple[Trigger, ...]
    frames: tuple[Mechanism, ...]


class Sorted(NamedTuple):
    """The mechanisms of a line: that met, that frame, at which something was; and the tokens of all."""

    told: list[Mechanism]
    frames: list[Mechanism]
    counted: list[Mechanism]
    taken: set[int]


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


@cache
def first_words() -> frozenset[str]:
    """The folded words that a trigger can begin with."""
    return frozenset(lexicon())


def find_triggers(row_no: int, row: Row, known: dict[str, Mechanism]) -> Found:
    """The triggers of a line, in order; words inside a mechanism's name tell nothing of their own."""
    tokens = row.marked.tokens
    told, frames, counted, taken = sort_mechanisms(row_no, row, known)
    for mechanism in bare_sessions(row_no, row, known, taken):
        told.append(mechanism)
        taken |= set(mechanism.whole)
    taken |= {step for item in row.items if item.form == "person" for step in range(item.first, item.last)}
    sittings = [one.start for one in told]
    found = [one for one in word_triggers(row_no, row.marked, taken) if not calls_session(one, sittings)]
    alone = not told and all(one.kind == "signing" and tokens[one.first - 1].low in BE for one in found)
    told, frames = (counted, frames) if alone else (told, frames + counted)
    found += [of_session(row_no, tokens, mechanism) for mechanism in told]
    found = [one for one in found if not meets_for(tokens, one, sittings)]
    found.sort(key=lambda trigger: trigger.first)
    found = [one for one in with_own_sessions(tokens, found) if not is_of_sitting(tokens, one)]
    if found and found[0].mechanism is not None and is_setting_of_talks(tokens, found):
        frames.append(found[0].mechanism)
        found = found[1:]
    if row_no == TITLE:
        frames += [one.mechanism for one in found if one.mechanism is not None and is_venue(tokens, one, found)]
        found = [one for one in found if one.mechanism is None or not is_venue(tokens, one, found)]
    return Found(tuple(found), tuple(frames))


def sort_mechanisms(row_no: int, row: Row, known: dict[str, Mechanism]) -> Sorted:
    """The mechanisms of a line by what it tells of them."""
    tokens = row.marked.tokens
    found = Sorted([], [], [], set())
    told = 0  # the index after the last session that is told
    for spotted in find_mechanisms(row_no, row):
        mechanism = full_name(tokens, spotted, known)
        aside = row_no != TITLE and is_at_work(row, mechanism)
        aside = (
            aside
            or is_press(tokens, mechanism)
            or is_short_form(tokens, mechanism, told)
            or is_under(tokens, mechanism)
        )
        if aside or runs_on(row, mechanism):
            found.taken.update(mechanism.whole)
        elif is_frame(tokens, mechanism.start) or (row_no == TITLE and is_during(tokens, mechanism.start)):
            found.frames.append(mechanism)
            found.taken.update(mechanism.whole)
        elif tells_session(row_no, row, mechanism) or is_listed(tokens, mechanism, told):
            told = mechanism.last
            found.told.append(mechanism)
            found.taken.update(mechanism.whole, range(mechanism.last, session_behind(tokens, mechanism.last)))
        elif is_at_counted(tokens, mechanism):
            found.counted.append(mechanism)
            found.taken.update(mechanism.whole)
        elif mechanism.name and mechanism.last - mechanism.first > 1:
            found.taken.update(mechanism.whole)
    return found


def of_session(row_no: int, tokens: tuple[Token, ...], mechanism: Mechanism) -> Trigger:
    """The trigger of a session that is told."""
    governed = is_governed(tokens, mechanism.start, mechanism.last)
    return Trigger(
        row_no, mechanism.start, mechanism.last, mechanism.kind, "mechanism", mechanism.name or "",
        governed=governed, mechanism=mechanism,
    )  # fmt: skip


def word_triggers(row_no: int, marked: Marked, taken: set[int]) -> Iterator[Trigger]:
    """The triggers of the lexicon outside the taken tokens."""
    tokens, begins, past = marked.tokens, lexicon(), 0
    for index in marked.standing(first_words()):
        match = match_words(tokens, index, begins) if index >= past and index not in taken else None
        if match is None:
            continue
        size, kind, form, words = match
        last = index + size
        noun = not form.endswith("verb")
        idle = is_compound(tokens, last) if noun else is_participle(tokens, index, last)
        idle = idle or (
            words in word_class("way_of_talking") and tokens[index - 1].low in {"by", "via", "through", "over"}
        )
        idle = idle or (form == "weak_noun" and row_no != TITLE and in_capitals(tokens, index, last))
        if not idle and (noun or not lacks_object(tokens, index, last)):
            yield Trigger(
                row_no, index, last, kind, form, words,
                governed=noun and is_governed(tokens, index, last),
                passive=not noun and is_passive(tokens, index, last),
            )  # fmt: skip
        past = last


def in_capitals(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a common noun stands within a name in capitals: `the Exchange Fellowship`."""
    before, after = tokens[first - 1 : first], tokens[last : last + 1]
    return tokens[first].capital and any(token.capital and token.word for token in (*before, *after))


def match_words(
    tokens: tuple[Token, ...], index: int, begins: dict[str, list[tuple[tuple[str, ...], str, str]]]
) -> tuple[int, str, str, str] | None:
    """The longest trigger at an index: size, kind, form, words."""
    courtesy = index > 0 and tokens[index].low in {"call", "calls"} and tokens[index - 1].low == "courtesy"
    if courtesy or (tokens[index].low in {"call", "calls"} and is_owned(tokens, index) and not asks_for(tokens, index)):
        return 1, "meeting" if courtesy else "call", "noun", tokens[index].low
    if is_idiom(tokens, index):
        return None
    if tokens[index].low == "meeting" and (is_continuous(tokens, index) or is_gerund(tokens, index)):
        return 1, "meeting", "verb", "meeting"
    for parts, kind, form in begins.get(tokens[index].low, ()):
        if reads(tokens, index, parts):
            own = "place_verb" if kind == "visit" and form == "noun" and visit_is_verb(tokens, index) else form
            if parts[0] in {"call", "calls"} and own == "person_verb" and is_owned(tokens, index):
                own = "noun"
            return len(parts), kind, own, " ".join(parts)
    return None


def is_idiom(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a word tells nothing of its own: `when it comes to`, `site visits`, `receive calls by`."""
    low, before = tokens[index].low, tokens[index - 1].low if index else ""
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    asked = index == 0 and low == "visit" and after in {"our", "the", "us", "this"}  # `Visit our website`
    return asked or (before, low) in IDIOMS or (low == "calls" and after == "by" and before.startswith("receiv"))


def is_continuous(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether `meeting` is the verb: `is meeting with`, `are also meeting the Minister`."""
    before = [token.low for token in tokens[max(0, index - 2) : index] if token.low != "also"]
    after = tokens[index + 1 : index + 1 + NEAR]
    if before[-1:] not in (["is"], ["are"]) or not after:
        return False
    return after[0].low == "with" or any(is_office_head(token) for token in after)


def is_gerund(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether `meeting` opens the sentence as a verb: `After meeting his Norwegian counterpart A, Minister B held`."""
    after = tokens[index + 1 : index + 3]
    led = index == 1 and tokens[0].low in {"after", "before", "while", "when"}
    return led and bool(after) and (after[0].low in word_class("possessive") | {"with"} or after[0].capital)


def asks_for(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a call is a demand or a visit: `its call for peace`, `his call on the President`."""
    return index + 1 < len(tokens) and tokens[index + 1].low in {"for", "to", "on", "upon", "by"}


def is_owned(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a word that is verb or noun is the noun: `his call on`, `A's joint call on`, `a courtesy call on`."""
    step = index - 1
    while step >= 0 and tokens[step].low in word_class("event_adjective") | {"courtesy", "joint", "official"}:
        step -= 1
    if step < 0:
        return False
    return tokens[step].low in word_class("before_call")


def visit_is_verb(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether `visit` is the verb: behind no article, adjective or possessive, and before no `to`, `of`, `by`."""
    if index == 0 or tokens[index].low not in {"visit", "visits"}:
        return False
    before, after = tokens[index - 1], tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and before.low == "to" and after.low in word_class("possessive") | {"their", "our"}:
        return True
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
    """Whether a verb that needs a person or a place has no name in reach: `will host later this year`."""
    if tokens[first].low == "delegation":
        return not (last < len(tokens) and (tokens[last].capital or tokens[last].low == "the"))
    if " ".join(token.low for token in tokens[first:last]) in STAYING:
        return any(token.low in {"visit", "trip"} for token in tokens[last : last + NEAR * 2])
    if tokens[first].low in {"engage", "engages", "engaged"}:
        return not any(token.low in word_class("official_noun") for token in tokens[last : last + ENGAGED])
    if tokens[first].low not in {"host", "hosts", "hosted"}:
        told = tokens[first].low != "welcome" or tokens[first - 1].low == "will"
        named = told and last < len(tokens) and tokens[last].capital
        return tokens[first].low.startswith("welcom") and not named
    near = tokens[last : last + NEAR]
    return not any(
        token.capital or token.low in word_class("pronoun") or token.low in word_class("official_noun")
        for token in near
    )


def is_participle(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a verb only qualifies the noun before: `a lunch hosted by`."""
    if first and tokens[first - 1].text in {"-", "\u2011"}:
        return True
    if tokens[first].low == "gathered" and first and tokens[first - 1].low in {"those", "all", "everyone"}:
        return True
    if tokens[first].low in {"elected", "appointed"} and last < len(tokens) and tokens[last].text.islower():
        return tokens[last].low in word_class("official_noun")
    if last >= len(tokens) or tokens[last].low != "by" or not tokens[first].low.endswith("ed"):
        return False
    if any(token.low in {"phone", "telephone", "video", "videoconference"} for token in tokens[last + 1 : last + 2]):
        return False
    return not any(token.low in BE or token.low in {"been", "being"} for token in tokens[max(0, first - 4) : first])


def is_compound(tokens: tuple[Token, ...], last: int) -> bool:
    """Whether a noun only qualifies the next: `meeting room`, `swearing-in ceremony`, `aid agency`."""
    if last < len(tokens) and tokens[last].low in {"meeting", "session"}:
        return tokens[last - 1].low in {"inauguration", "opening", "anniversary"}
    return last < len(tokens) and tokens[last].low in word_class("after_event_noun")
