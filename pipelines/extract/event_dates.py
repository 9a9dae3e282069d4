"""When an engagement was: the date that its own sentence gives it, or what the release as a whole implies.

What belongs here: choosing among the dates of a sentence, and turning the choice into what an event row holds. What
does not: reading dates (`dates`, `days`).
"""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pipelines.extract.clauses import maker
from pipelines.extract.lexicons import word_class
from pipelines.extract.lexicons import words as words_of
from pipelines.extract.recounted import is_of_telling, is_scheduled
from pipelines.extract.tokens import token_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.dates import DateWords
    from pipelines.extract.days import DateSpan
    from pipelines.extract.event_scene import Row
    from pipelines.extract.event_triggers import Trigger

FAR = 22  # tokens between a trigger and its date
SINCE_THEN = frozenset({"met", "took", "held", "visited", "became", "spoke", "launched"})
NEAR = 8
CLOSE = 1
LONGEST_NAME = 5  # tokens of the name of talks that a year stands before
RIGHT_BEHIND = 1  # tokens between a noun and its own date: `the meetings in September`
DAY_PARTS = frozenset({"day", "morning", "afternoon", "evening", "night"})
LATER = {"same": 0, "following": 1, "next": 1}
OWNED = frozenset({"\u2019s", "'s", "its", "his", "her", "their"})
SIGNED = frozenset({"signed", "concluded"})
OPENERS = frozenset({"following", "after", "before", "since", "ahead", "building", "further", "on", "as"})
ON_WITH = frozenset({"on", "in", "at", "from", "to", "with", "for", "and"})  # the opening words go on
NOT_WHEN = frozenset({"since", "until", "by", "till", "dated", "for", "than", "before", "to"})
OF_EVENTS = frozenset(
    {"appointment", "election", "letter", "ceremony", "arrival", "signing", "travel", "trip", "speech"}
)
OF_THING = frozenset(
    {"anniversary", "elections", "election", "referendum", "attack", "attacks", "earthquake", "coup", "invasion"}
)
OF_INSTRUMENT = frozenset({"agreement", "treaty", "memorandum", "declaration", "protocol", "resolution", "statement"})


@dataclass(frozen=True, slots=True)
class When:
    """The days of an engagement, as an event row holds them."""

    start_on: date
    end_on: date | None
    precision: str  # day, month, year
    edtf: str
    basis: str  # stated, relative, publication

    @property
    def month(self) -> When:
        """The month of it, for what happened on some day of a longer stay; the year, where it lies in two months."""
        first = self.start_on.replace(day=1)
        last = self.end_on or first
        if last.month != first.month and last.year == first.year:
            return When(first.replace(month=1), None, "year", f"{first.year:04}", self.basis)
        return When(first, None, "month", first.isoformat()[:7], self.basis)


def from_span(span: DateSpan) -> When:
    """A span of days as the date of an engagement; some day of a named week is known by its month only."""
    first, last = span.first, span.last
    if span.within:
        begin = first.replace(day=1)
        return When(begin, None, "month", begin.isoformat()[:7], "relative")
    longer = span.precision == "day" and first != last
    return When(first, last if longer else None, span.precision, span.edtf, span.basis)


def next_time(when: When) -> When:
    """The same day, month or span of a year later: what is told to come is not what lies behind."""
    first = same_day(when.start_on, 1)
    last = same_day(when.end_on, 1) if when.end_on else None
    size = {"day": 10, "month": 7, "year": 4}[when.precision]
    told = [day.isoformat()[:size] for day in (first, last) if day is not None]
    return When(first, last, when.precision, "/".join(told), when.basis)


def same_day(day: date, years: int) -> date:
    """The same day some years later, 28 February for 29."""
    year = day.year + years
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))


def of_publication(published_on: date | None) -> When | None:
    """The month of publication: an engagement told as news without a date."""
    if published_on is None:
        return None
    return When(published_on.replace(day=1), None, "month", published_on.isoformat()[:7], "publication")


def on_day(day: date) -> When:
    """The day of publication itself: of a greeting that is the release."""
    return When(day, None, "day", day.isoformat(), "relative")


def stated_date(row: Row, trigger: Trigger, others: Sequence[Trigger]) -> When | None:
    """The date that a sentence gives a trigger: the nearest fitting one, nearer to it than to any other trigger."""
    best: tuple[int, DateSpan] | None = None
    linked = links_clause(row, trigger, others)
    opened = trigger.first if is_set_apart(row, trigger) else opening_before(row, trigger, others)
    for words in row.dates:
        if words.span is None or not tells_when(row, words) or is_of_release(row, words):
            continue
        gap = distance(row, trigger, words)
        if gap is None or (row.sentence.sentence_no and belongs_to_other(row, words, gap, trigger, others)):
            continue
        if token_at(row, words.start) < opened or is_of_telling(
            row.marked, trigger, token_at(row, words.start), words.rule
        ):
            continue
        if linked and token_at(row, words.start) < trigger.first:
            gap += FAR * 2  # of the verb before, where its own clause gives another
        if best is None or gap < best[0]:
            best = (gap, words.span)
    if best is None and trigger.kind == "visit" and trigger.is_verb:
        span = closing_days(row, trigger)
        return from_span(span) if span is not None else None
    return from_span(best[1]) if best else None


def links_clause(row: Row, trigger: Trigger, others: Sequence[Trigger]) -> bool:
    """Whether `and` joins a verb to one before it: `called on A earlier today and met B on 1 May`."""
    before = row.marked.lows[trigger.first - 1 : trigger.first]
    return (
        trigger.is_verb and before == ("and",) and any(other.first < trigger.first for other in others if other.is_verb)
    )


def is_of_release(row: Row, words: DateWords) -> bool:
    """Whether a title only gives the number and the day of the release: `No: 31, 4 May 2021, Press Release on …`."""
    numbered = row.sentence.sentence_no == 0 and row.marked.lows[:1] in {("no",), ("nr",)}
    return numbered and token_at(row, words.start) <= NEAR


def days_later(row: Row) -> int | None:
    """How many days after what was told before a sentence tells: `on the following day`, `the same evening`."""
    if row.marked.words.isdisjoint(DAY_PARTS):
        return None
    if row.marked.lows[:1] in {("earlier",), ("later",)} and "day" in row.marked.lows[1:4]:
        return 0
    for index, low in enumerate(row.marked.lows[2:NEAR], 2):
        if low in DAY_PARTS and row.marked.lows[index - 2] == "the":
            return LATER.get(row.marked.lows[index - 1])
    return None


def day_later(when: When | None, days: int) -> When | None:
    """A day some days after another that is known to the day."""
    if when is None or when.precision != "day" or when.end_on is not None:
        return None
    day = when.start_on + timedelta(days=days)
    return When(day, None, "day", day.isoformat(), "relative")


def closing_days(row: Row, trigger: Trigger) -> DateSpan | None:
    """The days that close a sentence and are its only date: `will visit Oslo to attend A, B and C from 3 to 5 May`."""
    spans = [words for words in row.dates if words.span is not None]
    if len(spans) != 1 or spans[0].span is None or spans[0].span.precision != "day":
        return None
    behind = token_at(row, spans[0].start) > trigger.last
    closes = len(row.sentence.text) - spans[0].end <= 1
    return spans[0].span if behind and closes and tells_when(row, spans[0]) else None


def tells_when(row: Row, words: DateWords) -> bool:
    """Whether a date says when something happened, not since when, till when, or of which instrument."""
    index = token_at(row, words.start)
    tokens = row.marked.tokens
    step = index - 1
    while step >= 0 and tokens[step].low in {"the", "early", "late", "mid", "("}:
        step -= 1
    said = is_of_statement(row, words)
    if step < 0 or said:
        return not said
    before = tokens[step].low
    if before in NOT_WHEN and not is_scheduled(row.marked, step):  # but `preparations for the June 29 Summit`
        barred = step == index - 1 or not is_of_talks(row, words, strictly=True)
    else:
        barred = before in OWNED and not is_of_talks(row, words)
    if barred or words.rule in {"year_span", "year_span_short"}:
        return False
    if before in {"of", "on"} and step > 0 and tokens[step - 1].low in OF_INSTRUMENT | OF_THING:
        return False
    if words.rule == "year":
        if names_talks(row, index + 1):
            return not is_told_closer(row, words)
        return before in {"in", "during", ","} and (
            index <= 1 or tokens[step - 1].low in SIGNED or tokens[step - 1].low not in word_class("telling_verb")
        )
    return True


def is_told_closer(row: Row, words: DateWords) -> bool:
    """Whether the sentence tells a day or a month of the same year: `from 3 to 5 May to the 2024 Oslo Summit`."""
    spans = [other.span for other in row.dates if other.span is not None and other.span.precision != "year"]
    return words.span is not None and any(span.first.year == words.span.first.year for span in spans)


def names_talks(row: Row, index: int) -> bool:
    """Whether a name for talks begins at an index: `the 2022 Northern Leaders Summit`."""
    for token in row.marked.tokens[index : index + LONGEST_NAME]:
        if token.low in word_class("talks_noun"):
            return True
        if not token.capital:
            return False
    return False


def is_of_statement(row: Row, words: DateWords) -> bool:
    """Whether a date is only that of what is said: `today's announcement follows the Dialogue`."""
    lows = row.marked.lows[token_at(row, words.end) :][:2]
    return lows[:1] in {("\u2019s",), ("'s",)} and not word_class("statement_noun").isdisjoint(lows)


def is_of_talks(row: Row, words: DateWords, *, strictly: bool = False) -> bool:
    """Whether a date is of talks, not of a thing: `its May 2 meeting`, not `its May 2 launches`.

    Where neither follows it is, unless `strictly` asked for.
    """
    index = token_at(row, words.end)
    tokens = row.marked.tokens[index : index + RIGHT_BEHIND + 2]
    things = tokens and tokens[0].text.islower() and tokens[0].low not in words_of("function_words")
    return (not things and not strictly) or any(token.low in word_class("talks_noun") | OF_EVENTS for token in tokens)


def token_at(row: Row, offset: int) -> int:
    """The index of the token at an offset of the sentence."""
    base = row.sentence.char_start
    tokens = row.marked.tokens
    return bisect_right(tokens, base + offset, key=token_end)


def distance(row: Row, trigger: Trigger, words: DateWords) -> int | None:
    """How far a date lies from a trigger in tokens; None where too far. What opens the sentence is always near."""
    index = token_at(row, words.start)
    far = FAR if words.rule != "year" else NEAR
    if index < trigger.first:
        gap = trigger.first - index
        return min(gap, far) if index <= NEAR or gap <= far else None
    gap = index - trigger.last
    crossing = any(ends_reach(row, step) for step in range(maker(row.marked.tokens, trigger) or trigger.last, index))
    return gap if gap <= far * 2 and not crossing else None


def ends_reach(row: Row, step: int) -> bool:
    """Whether what follows a token is said and not told: behind a semicolon, or `that` and no word of taking place."""
    token, after = row.marked.tokens[step], row.marked.at(step + 1)
    if (
        token.text == ";"
        or (token.low == "since" and tells_since(row, step))
        or token.low.startswith("congratulat")
        or (token.text == "," and after is not None and after.low == "following")
    ):
        return True
    took = after is not None and after.low in word_class("took_place") | {"was", "were", "is", "will"}
    set_off = token.low == "since" or (token.low in {"advance", "ahead"} and after is not None and after.low == "of")
    return set_off or (token.low == "that" and not took)


def tells_since(row: Row, step: int) -> bool:
    """Whether `since` begins a clause with a verb, whose date is another's: `since they met in Oslo in May`."""
    return not SINCE_THEN.isdisjoint(row.marked.lows[step + 1 : step + NEAR])


def is_set_apart(row: Row, trigger: Trigger) -> bool:
    """Whether a noun only dates what is told before it, and a date before is not its own: `on May 2 after talks`."""
    before = row.marked.lows[max(0, trigger.first - 2) : trigger.first]
    return not trigger.is_verb and trigger.first > NEAR and bool({"after", "before", "following"}.intersection(before))


def opening_before(row: Row, trigger: Trigger, others: Sequence[Trigger]) -> int:
    """Where a clause begins behind opening words that tell another engagement: `Following A's talks with B, C met`."""
    opening = [other for other in others if not other.is_verb or (other.first == 1 and other.words == "meeting")]
    told = next((other.last for other in opening if other.first < trigger.first), None)
    return 0 if told is None else end_of_opening(row, told, trigger.first)


def end_of_opening(row: Row, told: int, until: int) -> int:
    """The index behind the comma that ends opening words in which an engagement is told up to `told`; 0 for none."""
    tokens = row.marked.tokens
    if tokens[0].low not in OPENERS:
        return 0
    dated = {step for words in row.dates for step in range(token_at(row, words.start), token_at(row, words.end))}
    commas = [step for step in range(told, until) if tokens[step].text == "," and step not in dated]
    commas = [step for step in commas if step + 1 not in row.marked.countries or step + 2 not in commas]
    commas = [step for step in commas if tokens[step + 1].low not in ON_WITH]
    return next((step + 1 for step in commas if any(step < item.first < until for item in row.items)), 0)


def words_size(row: Row, words: DateWords) -> int:
    """How many tokens a date has, roughly."""
    return len(row.sentence.text[words.start : words.end].split())


def belongs_to_other(row: Row, words: DateWords, gap: int, trigger: Trigger, others: Sequence[Trigger]) -> bool:
    """Whether another trigger stands between a date and this one, or follows it more closely."""
    return gap > FAR * 2 or any(
        claims(row, words, trigger, other)
        for other in others
        if other is not trigger
        and not other.words.startswith("host")
        and not (trigger.words.startswith("host") and other.form == "weak_noun")
    )


def claims(row: Row, words: DateWords, trigger: Trigger, other: Trigger) -> bool:
    """Whether a date is another trigger's rather than this one's, by where the three stand."""
    index = token_at(row, words.start)
    behind = trigger.last <= other.first and 0 <= index - other.last <= RIGHT_BEHIND
    if behind or is_of_visit(row, other, index, trigger):
        return True
    if not (other.is_verb or other.governed or other.form == "mechanism"):
        return False
    leads = 0 <= other.first - index <= CLOSE + words_size(row, words) and trigger.first > other.first
    between = min(index, trigger.first) < other.first < max(index, trigger.first)
    closer = other.last <= index < trigger.first and other.is_verb and index - other.last < trigger.first - index
    return leads or closer or (between and (index > trigger.first or index > NEAR))


def is_of_visit(row: Row, visit: Trigger, index: int, trigger: Trigger) -> bool:
    """Whether a date closes the words of a visit before other talks: `the visit of A to Norway in March … talks`."""
    if visit.kind != "visit" or visit.is_verb or trigger.is_verb or not visit.last <= index < trigger.first:
        return False
    between = row.marked.tokens[visit.last : index]
    verbs = word_class("telling_verb") | {"was", "were", "is", "are"}
    return not trigger.governed and all(token.low not in verbs for token in between)
