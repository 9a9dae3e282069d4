"""How far the clause of words that tell an engagement reaches, and what its verb shares with the one before.

What belongs here: where clauses end, purposes and shared subjects. What does not: who stands in them (`participants`).
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.extract.lexicons import word_class

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.event_triggers import Trigger
    from pipelines.extract.tokens import Token


REACH = 60
VERB_OVER = 8  # tokens between a governing verb and its noun
MADE = 24  # tokens between `the visit that` and `made`
PURPOSE = 14  # tokens between `to attend` and what is attended
BE = frozenset({"was", "were", "is", "are", "be", "been", "being"})
NEAR = 7
FAR = 14
STOPS = frozenset({";", ":", "?", "!"})
STOP_WORDS = frozenset(
    [
        "which",
        "where",
        "while",
        "during",
        "after",
        "before",
        "following",
        "regarding",
        "concerning",
        "about",
        "amid",
        "because",
        "since",
        "until",
        "ahead",
        "whose",
        "whereas",
        "under",
        "despite",
        "although",
        "when",
        "how",
        "why",
        "what",
        "that",
    ]
)
STOP_PAIRS = frozenset({
    ("press", "service"), ("in", "order"), ("in", "connection"), ("in", "which"), ("at", "which"), ("in", "accordance"),
    ("in", "preparation"), ("in", "advance"),
})  # fmt: skip
KEPT_PARTICIPLES = frozenset(
    [
        "united",
        "accompanied",
        "appointed",
        "accredited",
        "designated",
        "led",
        "headed",
        "attended",
        "hosted",
        "named",
        "invited",
        "newly-appointed",
        "represented",
        "joined",
        "retired",
        "elected",
        "based",
        "concerned",
        "limited",
        "related",
        "involved",
    ]
)


def right_edge(tokens: tuple[Token, ...], trigger: Trigger, later: Sequence[Trigger], start: int) -> int:
    """The index where the trigger's own clause ends."""
    following = [other.first for other in later if other.is_verb or other.governed]
    following = [first for first in following if first > start]
    limit = min([len(tokens), start + REACH, *following])
    begin = behind_holding(tokens, trigger.last, start) if trigger.form == "mechanism" else start
    for step in range(begin, limit):
        if ends_clause(tokens, step):
            return step
    return limit


def behind_holding(tokens: tuple[Token, ...], last: int, start: int) -> int:
    """Where those follow who took part in a session: behind `at which`, `were held`, `took place`."""
    if leads_in(tokens, last):
        return last + 3
    lows = [token.low for token in tokens[last : last + FAR]]
    held = lows[:2] in (["was", "held"], ["were", "held"], ["took", "place"])
    return last + lows.index("with") if held and "with" in lows else start


def leads_in(tokens: tuple[Token, ...], last: int) -> bool:
    """Whether a relative clause tells who took part: `the Summit, at which A and B …`."""
    return [token.low for token in tokens[last + 1 : last + 3]] in (
        ["in", "which"],
        ["at", "which"],
        ["during", "which"],
    )


def ends_clause(tokens: tuple[Token, ...], step: int) -> bool:
    """Whether a new clause or a topic begins at a token."""
    token = tokens[step]
    after = tokens[step + 1] if step + 1 < len(tokens) else None
    before = tokens[step - 1] if step else None
    if token.text in STOPS or after is None:
        return token.text in STOPS and not goes_on(token, after)
    if token.low in {"to", "on"}:
        return begins_topic(token, after)
    if token.low in STOP_WORDS:
        return after.low != "another"
    invited = token.low in {"at", "upon"} and "invitation" in {near.low for near in tokens[step : step + 4]}
    if invited or (token.low, after.low) in STOP_PAIRS or (token.low == "as" and not is_as_well(before, after)):
        return True
    if token.low == "and" and after.low in word_class("possessive"):
        return begins_other(tokens, step + 2)
    return before is not None and not token.capital and begins_verb(token, before)


def is_as_well(before: Token | None, after: Token) -> bool:
    """Whether an `as` is one of `as well as`."""
    return after.low == "well" or (before is not None and before.low == "well")


def begins_other(tokens: tuple[Token, ...], step: int) -> bool:
    """Whether a noun of talks of its own begins at an index: `A's call with B and my discussion with C`."""
    return any(token.low in word_class("talks_noun") for token in tokens[step : step + 2])


def begins_verb(token: Token, before: Token) -> bool:
    """Whether a word in small letters is a verb that begins another clause."""
    if token.low in word_class("telling_verb"):
        return True
    if token.low.endswith("ed"):
        return token.low not in KEPT_PARTICIPLES and before.low not in {"the", "newly", "a", "an"}
    return token.low.endswith("ing") and before.text == "," and token.low not in {"including", "representing", "being"}


def goes_on(token: Token, after: Token | None) -> bool:
    """Whether a semicolon only parts the items of a list."""
    return token.text == ";" and after is not None and (after.capital or after.low in {"and", "with", "as"})


def begins_topic(token: Token, after: Token) -> bool:
    """Whether `to` begins an infinitive, or `on` a subject of talk rather than a day."""
    if token.low == "to":
        return after.low not in {"the", "a", "an", "his", "her"} and not after.capital
    return not (after.text[0].isdigit() or after.capital or after.low == "behalf")


def left_edge(tokens: tuple[Token, ...], first: int) -> int:
    """The index where the clause of a trigger begins."""
    for step in range(first - 1, max(-1, first - REACH), -1):
        token = tokens[step]
        if token.text in STOPS or token.low in {"where", "while", "whereas", "namely"}:
            return step + 1
        if token.low in {"said", "says"} and begins_told(tokens, step + 1, first):
            return step + 1
        if token.low == "that" and 0 < step < first - 1 and not tokens[step - 1].capital:
            return step + 1
    return max(0, first - REACH)


def begins_told(tokens: tuple[Token, ...], step: int, first: int) -> bool:
    """Whether what somebody said begins at an index: `A said the meeting will be held in Oslo`."""
    return step < first and (tokens[step].low in {"the", "a", "an", "that"} or tokens[step].capital)


def verb_over(tokens: tuple[Token, ...], trigger: Trigger) -> int:
    """Where the verb stands that governs a noun: that of `attend` in `attend the committee's meeting`."""
    if trigger.is_verb or not trigger.governed:
        return trigger.first
    for step in range(trigger.first - 1, max(-1, trigger.first - VERB_OVER), -1):
        if tokens[step].low in word_class("light_verb"):
            return step
    return trigger.first


def maker(tokens: tuple[Token, ...], trigger: Trigger) -> int | None:
    """The verb of a relative clause that says whose an engagement was: `the visit that A made to`, `had with`."""
    after = tokens[trigger.last : trigger.last + 1]
    if trigger.is_verb or trigger.kind not in {"visit", "meeting", "call"} or not after:
        return None
    if after[0].low not in {"that", "which"}:
        return maker_unlinked(tokens, trigger.last) if after[0].capital else None
    for step in range(trigger.last + 1, min(len(tokens), trigger.last + MADE)):
        if tokens[step].low in word_class("making_verb"):
            return step
        if tokens[step].text in STOPS:
            return None
    return None


def maker_unlinked(tokens: tuple[Token, ...], last: int) -> int | None:
    """The verb of a relative clause without a link: `the call Minister A made`."""
    step = last
    while (
        step < len(tokens) and step - last < VERB_OVER and (tokens[step].capital or tokens[step].low in {"of", "the"})
    ):
        step += 1
    made = step > last and step < len(tokens) and tokens[step].low in {"made", "had", "paid"}
    return step if made else None


def is_purpose(tokens: tuple[Token, ...], trigger: Trigger) -> bool:
    """Whether the engagement is what somebody goes for: `visited Oslo to attend the Forum`, `to meet with A`."""
    if trigger.is_verb:
        return trigger.first > 0 and tokens[trigger.first - 1].low == "to"
    if trigger.mechanism is not None and trigger.first > 1:
        article = tokens[trigger.first - 1].low == "the"
        led = tokens[max(0, trigger.first - 1 - article)]
        joining = (
            led.low in word_class("attending") | {"co-chairing"}
            and tokens[max(0, trigger.first - 2 - article)].low == "for"
        )
        if led.low == "for" or joining or is_delegated(tokens, trigger.first):
            return True
    for step in range(trigger.first - 2, max(-1, trigger.first - PURPOSE), -1):
        if tokens[step].text in STOPS or tokens[step].text == ",":
            return False
        if tokens[step].low == "to":
            low = tokens[step + 1].low
            return low in word_class("joined") or low in word_class("light_verb")
    return False


def is_delegated(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether somebody goes with a delegation to it: `will travel as head of the delegation to the Congress`."""
    lows = [token.low for token in tokens[max(0, first - NEAR) : first]]
    return any(one == "delegation" and other in {"to", "for"} for one, other in pairwise(lows))


def before_verb(tokens: tuple[Token, ...], first: int) -> int:
    """The index of the word in front of a verb, its auxiliaries and adverbs passed over."""
    step = first - 1
    while step >= 0 and (
        tokens[step].low.endswith("ly")
        or tokens[step].low in passed_over()
        or (tokens[step].low == "of" and step and tokens[step - 1].low in {"series", "number", "round"})
        or (tokens[step].low in {"series", "number", "round"} and tokens[step + 1].low == "of")
        or (tokens[step].low in {"in", "at"} and step and tokens[step - 1].low in word_class("joined"))
        or tokens[step].low in word_class("joined")
    ):
        step -= 1
    return step


def shares_subject(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether the verb follows a link with nothing but adverbs and auxiliaries between: `and also had a meeting`."""
    step = before_verb(tokens, first)
    if [token.low for token in tokens[max(0, step - 2) : step + 1]] == ["as", "well", "as"]:
        return True
    return step >= 0 and (tokens[step].low in {"and", "before", "after", "then"} or tokens[step].text == ",")


@cache
def passed_over() -> frozenset[str]:
    """The words that may stand between a link and the verb or noun that shares its subject."""
    return word_class("auxiliary") | word_class("light_verb") | word_class("event_adjective") | {"a", "an", "the"}


def relative(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether the verb's subject is `who`."""
    step = first - 1
    while step >= 0 and (tokens[step].low in word_class("auxiliary") or tokens[step].low.endswith("ly")):
        step -= 1
    return step >= 0 and tokens[step].low == "who"


def is_governed(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a verb makes the noun happen: `held … talks`, `talks … were held`, `the visit began`."""
    if first > 1 and tokens[first - 1].low in word_class("event_adjective") | {"a", "an"}:
        ahead = {token.low for token in tokens[max(0, first - 4) : first]}
        article = bool(ahead & {"a", "an"})
        if (article and ("on" in ahead or ("for" in ahead and is_staying(tokens, first)))) or ahead >= {
            "in",
            "official",
        }:
            return True  # `on a visit`, `is in official visit`
    light_verbs = word_class("light_verb")
    for step in range(first - 1, max(-1, first - NEAR - 1), -1):
        if tokens[step].low in light_verbs:
            return True
        if tokens[step].low == "of" and step and tokens[step - 1].low in {"series", "number", "range", "round", "set"}:
            continue
        if tokens[step].text in {",", ";", ":"} or tokens[step].low in {"of", "that", "during", "after", "with"}:
            break
    return is_said_to_be_held(tokens, last)


def is_said_to_be_held(tokens: tuple[Token, ...], last: int) -> bool:
    """Whether a verb behind a noun says that it was: `the talks with A were held`, `the visit began`."""
    for step in range(last, min(len(tokens), last + FAR * 2)):
        if tokens[step].text == ";":
            return False
        if tokens[step].low in word_class("took_place") and (
            tokens[step - 1].low in BE
            or (tokens[step - 1].low == "also" and tokens[step - 2].low in BE)
            or tokens[step].low in {"place", "began", "begins"}
        ):
            return True
    return False


def is_staying(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether somebody is said to be in a place: `who is in Norway for a two-day visit`."""
    before = [token.low for token in tokens[max(0, first - FAR) : first]]
    return any(one in BE | {"arrived"} and other == "in" for one, other in pairwise(before))


def is_passive(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether the verb's subject is its object: `was received by`."""
    before = {token.low for token in tokens[max(0, first - 3) : first]}
    return bool(before & {"was", "were", "been", "is", "be", "being"}) and any(
        token.low == "by" for token in tokens[last : last + FAR]
    )
