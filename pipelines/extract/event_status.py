"""Whether an engagement was held, is planned or was cancelled, or is only hoped for, denied or recalled.

What belongs here: the words around a trigger that say so. What does not: dates.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.extract.clauses import maker, verb_over
from pipelines.extract.event_scene import TITLE
from pipelines.extract.lexicons import word_class

if TYPE_CHECKING:
    from datetime import date

    from pipelines.extract.event_dates import When
    from pipelines.extract.event_scene import Row
    from pipelines.extract.event_triggers import Trigger
    from pipelines.extract.tokens import Token

NEAR = 6
LONGER = 8  # words before a noun, with `the successful convening of` among them
BEHIND = 12
FARTHER = 14
FAR = 20
SHORT = 3
LATE_NEWS = 45  # days that a release may come behind what it announces
AHEAD = frozenset({("to", "be"), ("will", "be"), ("scheduled", "for"), ("planned", "for"), ("will", "take")})
ABOUT_TO = frozenset({"is", "are", "due", "set", "going", "plan", "plans", "intend", "intends"})  # before `to`
TO_COME = frozenset({"be", "take", "convene", "meet", "gather", "begin", "start", "open", "include", "conclude"})
TO_MAKE = frozenset({"make", "pay", "hold", "have", "undertake"})
BASE_FORMS = frozenset({"meet", "receive", "host", "speak", "call on", "arrive in", "travel to", "sign"})


def status_of(row: Row, trigger: Trigger, when: When | None, published_on: date | None) -> str | None:
    """`held`, `planned` or `cancelled`; None for what is denied, or only hoped for without a date."""
    tokens = row.marked.tokens
    before = clause_before(tokens, trigger.first)
    after = [token.low for token in tokens[trigger.last : trigger.last + BEHIND]]
    told = before if trigger.is_verb else [*before, *(token.low for token in tokens[trigger.last : trigger.last + FAR])]
    off = any(low in word_class("putting_off") for low in clause_before(tokens, trigger.first, FARTHER))
    if word_class("cancelled").intersection((*told, *after[:NEAR])) or (off and not trigger.is_verb):
        return "cancelled"
    refused = ("not", "going") in pairwise(before)
    if refused or word_class("negation").intersection(before[-4:]) or (not trigger.is_verb and "not" in after[:4]):
        return None
    if trigger.kind in {"letter", "aid"}:
        return aid_status(tokens, trigger) if trigger.kind == "aid" else "held"
    return status_in_time(row, trigger, when, published_on, before=before, after=after)


def status_in_time(
    row: Row, trigger: Trigger, when: When | None, published_on: date | None, *, before: list[str], after: list[str]
) -> str | None:
    """The status by the words for what is to come or wished for, `before` and `after` it, and by the date."""
    tokens = row.marked.tokens
    dated = when is not None and published_on is not None
    title = row.sentence.sentence_no == TITLE
    verb = verb_over(tokens, trigger)
    infinitive = verb > 0 and tokens[verb - 1].low == "to" and (trigger.is_verb or verb < trigger.first)
    seized = infinitive and is_seized(tokens, verb)
    purpose = infinitive and not trigger.words.startswith("announc") and not seized
    wishes = before if trigger.is_verb else clause_before(tokens, trigger.first, LONGER)
    wished = purpose or bool(word_class("wish").intersection(wishes))
    if dated and when and published_on and is_over(when, published_on):
        return None if wished and (trigger.is_verb or infinitive) else "held"
    if is_idea(tokens, trigger) and not dated:
        return None
    if infinitive and "will" in before and not {"scheduled", "planned", "due", "set"} & set(before) and not dated:
        return None
    made = maker(tokens, trigger)
    will = not trigger.is_verb and "will" in clause_before(tokens, trigger.first, FARTHER)
    will = will or (not trigger.is_verb and is_on_programme([token.low for token in tokens[trigger.last :]]))
    will = will or (made is not None and tokens[made].low in TO_MAKE)
    will = will or (dated and not is_past(trigger) and is_still_to_come(tokens, trigger, when, published_on))
    will = will or is_to_be_launched(tokens, trigger) or opens_plan(tokens, trigger)
    if will or is_planned(before, after, trigger) or (title and purpose):
        return "planned"
    past = is_past(trigger) or bool(word_class("attended").intersection(before))
    ahead = bool(when and published_on and is_after(when, published_on)) and not past
    ahead = ahead or (wished and bool(when and published_on and is_running(when, published_on)))
    plain = trigger.is_verb and trigger.words in BASE_FORMS and not title and not seized
    if not ahead and (wished or plain):
        return None
    return "planned" if ahead else "held"


def opens_plan(tokens: tuple[Token, ...], trigger: Trigger) -> bool:
    """Whether opening words tell where somebody will do something: `In meetings with students, A will speak of`."""
    if trigger.first > SHORT or tokens[0].low not in {"in", "during", "at"} or trigger.is_verb:
        return False
    behind = tokens[trigger.last : trigger.last + FARTHER]
    comma = next((step for step, token in enumerate(behind) if token.text == ","), len(behind))
    return any(token.low == "will" for token in behind[comma:])


def is_still_to_come(tokens: tuple[Token, ...], trigger: Trigger, when: When | None, published_on: date | None) -> bool:
    """Whether the sentence tells of what will be today, or later in the month or year of its date."""
    if when is None or published_on is None:
        return False
    before = [token.low for token in tokens[: trigger.first]]
    today = when.precision == "day" and when.start_on == published_on
    behind = [token.low for token in tokens[trigger.last : trigger.last + NEAR // 2]]
    if today and ("will" in before or ("later", "today") in pairwise(behind)):
        return True
    return is_running(when, published_on) and any(
        pair == ("later", "this") for pair in pairwise(token.low for token in tokens)
    )


def is_seized(tokens: tuple[Token, ...], verb: int) -> bool:
    """Whether an infinitive tells what was done: `used her stay to meet`, `took the opportunity to call on`."""
    before = {token.low for token in tokens[max(0, verb - NEAR) : verb]}
    given = {"was", "opportunity"} <= before or {"provided", "opportunity"} <= before
    return given or (bool(before & {"used", "took", "seized"}) and bool(before & word_class("occasion")))


def is_idea(tokens: tuple[Token, ...], trigger: Trigger) -> bool:
    """Whether it is only spoken of that something be held or set up: `discussed launching the Dialogue`."""
    before = [token.low for token in tokens[max(0, trigger.first - NEAR) : trigger.first]]
    if not trigger.is_verb and ("open", "to") in pairwise(before):
        return True
    return any(
        first in word_class("spoken_of") and second in word_class("setting_up") for first, second in pairwise(before)
    )


def aid_status(tokens: tuple[Token, ...], trigger: Trigger) -> str:
    """`planned` for aid that is announced or pledged, else `held`."""
    before = {token.low for token in tokens[max(0, trigger.first - FARTHER) : trigger.first]}
    promised = before & word_class("aid_promise") and not before & {"delivered", "provided", "sent"}
    return "planned" if promised or "will" in before else "held"


def is_to_be_launched(tokens: tuple[Token, ...], trigger: Trigger) -> bool:
    """Whether two only committed themselves to begin it: `agreed on cooperation, including launching a dialogue`."""
    before = [token.low for token in tokens[max(0, trigger.first - SHORT) : trigger.first]]
    if trigger.mechanism is None or not {"launching", "establishing", "starting", "initiating"}.intersection(before):
        return False
    return any(token.low.startswith(("commit", "agree", "decid", "discuss")) for token in tokens[: trigger.first])


def is_over(when: When, published_on: date) -> bool:
    """Whether the whole date lies well before the publication."""
    last = when.end_on or when.start_on
    return (published_on - last).days > {"day": 1, "month": 31, "year": 366}[when.precision]


def is_missed(row: Row, trigger: Trigger, when: When, published_on: date) -> bool:
    """Whether a date without a year was taken for one gone by where the words tell of one to come: `will visit in`."""
    last = when.end_on or when.start_on
    if when.basis != "relative" or when.precision == "year" or (published_on - last).days <= LATE_NEWS:
        return False
    tokens = row.marked.tokens
    behind = [token.low for token in tokens[trigger.last : trigger.last + NEAR]]
    if not trigger.is_verb and any(pair in AHEAD for pair in pairwise(behind)):
        return True
    first = verb_over(tokens, trigger)
    return (trigger.is_verb or first < trigger.first) and "will" in clause_before(tokens, first, SHORT)


def is_running(when: When, published_on: date) -> bool:
    """Whether the publication lies in the month or year of a date: what is wished for `this year` is still to come."""
    if when.precision == "month":
        return (when.start_on.year, when.start_on.month) == (published_on.year, published_on.month)
    return when.precision == "year" and when.start_on.year == published_on.year


def is_past(trigger: Trigger) -> bool:
    """Whether the trigger is a verb in the past: what it tells has happened, whatever the day in its zone."""
    first = trigger.words.split(" ")[0]
    return trigger.is_verb and (
        first.endswith("ed") or first in {"met", "spoke", "held", "sat", "saw", "came", "spoken"}
    )


def clause_before(tokens: tuple[Token, ...], first: int, size: int = NEAR) -> list[str]:
    """The few words before a trigger, within its clause; a capital `May` is a month."""
    found: list[str] = []
    for token in reversed(tokens[max(0, first - size) : first]):
        if token.text in {",", ";", ":", "."} or token.low in {"that", "where", "which"}:
            break
        found.append("" if token.text == "May" else token.low)
    return found[::-1]


def is_planned(before: list[str], after: list[str], trigger: Trigger) -> bool:
    """Whether the words say that it is still to come: `will meet`, `upcoming visit`, `talks are scheduled`."""
    on_programme = {"programme", "program", "itinerary", "agenda"}.intersection(before) and "includes" in before
    if before[-3:][:1] in (["preparations"], ["preparation"]) or "preparations" in before or on_programme:
        return True
    if word_class("planned").intersection((*before, trigger.words.split(" ")[0])):
        return True
    if any(first in ABOUT_TO and second == "to" for first, second in pairwise(before)):
        return True
    if trigger.is_verb:
        return (trigger.words == "meeting" and before[-1:] in (["is"], ["are"], ["also"])) or trigger.words.startswith(
            "expected"
        )
    to_come = "will" in after[:4] and after[:2] != [",", "we"]  # `Recalling the Summit, we will act`
    if trigger.mechanism is not None and (to_come or "eve" in before):
        return True
    later = "will" in after and bool({"which", "that"}.intersection(after[: after.index("will")]))
    later = later or {"lie", "ahead"} <= set(after)
    told = after[:1] in (["was"], ["were"])  # `The visit was an opportunity to meet`
    later = later or any(
        first in {"to", "will"} and second in TO_COME and not told for first, second in pairwise(after)
    )
    near = after[: after.index(",") + SHORT] if "," in after else after  # `the Assembly, scheduled for May`
    return later or bool({"scheduled", "planned", "upcoming"}.intersection(near[:NEAR]))


def is_on_programme(after: list[str]) -> bool:
    """Whether the words behind put it on a programme: `talks and a forum are on the programme`."""
    for step, low in enumerate(after[:-3]):
        if low in {"is", "are"} and after[step + 1] == "on" and after[step + 3] in {"programme", "program", "agenda"}:
            return True
    return False


def is_after(when: When, published_on: date) -> bool:
    """Whether the whole date lies after the publication."""
    if when.precision == "day":
        return when.start_on > published_on
    if when.precision == "month":
        return (when.start_on.year, when.start_on.month) > (published_on.year, published_on.month)
    return when.start_on.year > published_on.year


def is_background(row: Row, trigger: Trigger) -> bool:
    """Whether the sentence looks back on it: `recalled the visit`, `since their last meeting`."""
    tokens = row.marked.tokens
    opening = 1 if tokens[0].low == "earlier" and {"day", "today"}.intersection(row.marked.lows[1:4]) else 0
    before = [token.low for token in tokens[max(opening, trigger.first - 10) : trigger.first]]
    made = maker(tokens, trigger)
    had = trigger.is_verb and before[-1:] == ["had"]
    recalled = made is not None and tokens[made].low not in TO_MAKE
    praised = "participation" in before and not word_class("praise").isdisjoint(row.marked.lows[: trigger.first])
    return praised or recalled or bool(word_class("looking_back").intersection(before)) or had
