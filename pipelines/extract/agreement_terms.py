"""What a release says of an instrument: its status and its date.

What belongs here: the words around a name that tell these. What does not: finding the name (`instruments`), and whose
instrument it is (`agreement_parties`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipelines.extract.days import DateSpan, years
from pipelines.extract.lexicons import rows, word_class

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.extract.context import Context
    from pipelines.extract.instruments import Instrument

BEFORE_REACH = 240
AFTER_REACH = 110
NEAR = 30  # characters behind the name in which its own verb stands
DATE_REACH = 90
RANK = {
    "in_force": 7, "ratified": 6, "under_ratification": 5, "signed": 4, "adopted": 4, "under_negotiation": 3,
    "proposed": 2, "mentioned": 0,
}  # fmt: skip
ITEM = re.compile(r"(?<!\w)\((?:[a-z]|[ivx]{1,4}|\d)\)")
LIST_ITEM = re.compile(rf"{ITEM.pattern}\s(?:the |a |an )?(?:\w+ )?$")
LIST_LEAD = re.compile(r"\b(?:documents|papers|instruments|agreements|treaties|memoranda|memorandums|mous)\b")
COMPANION = re.compile(r"\b(?:together|along) with (?:the |an? )?(?:\w+ )?$")  # `a treaty was signed along with a pact`
CLAUSE_EDGE = re.compile(r"[;]|, (?:which|who|where|while)\b|\. ")
WITHIN = re.compile(  # what is done under an instrument is not done to it
    r"\b(?:as part of|under|in line with|in accordance with|consistent with|pursuant to|enshrined in|in keeping with)"
    r"\s(?:the |its |their |our |an? |his |her )?$"
)
ADJUNCT = (" in ", " on ", " at ", " by ", " between ", " during ")  # `a treaty signed in 1975, and another treaty`
TERM = ("for ", "For ", "from ", "From ", "period of ", "valid until ", "until ")  # words before the term of a plan
PLURAL = ("were", "are", "have been")
OTHER_NAME = re.compile(r"\b(?:agreement|memorandum|protocol|treaty|declaration|convention)\b")
PASSIVE = ("was ", "were ", "has been ", "have been ")
OLD = re.compile(r",? (?:which|that) ")  # what a name is known for is no news
WORD = re.compile(r"(?<!\w)(?:,|[\w-]+)")
DONE = frozenset({"signed", "adopted", "ratified", "in_force"})
LATE = frozenset({"under_ratification", "ratified", "in_force"})  # what comes after the signing
YEAR = re.compile(r"(?:1[89]|20)\d\d(?= [A-Z])")
TWO = 2
NEWS_DAYS = 31  # days from its publication within which a day in the opening is that of the news


@dataclass(frozen=True, slots=True)
class Status:
    """A status with the place of the words that tell it, in the sentence."""

    name: str
    at: int


@cache
def status_phrases(side: str) -> dict[str, tuple[tuple[re.Pattern[str], str], ...]]:
    """By first word, the phrases that tell a status on one side of a name, the longest first.

    An adverb may stand between the words of a phrase.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for row in rows("agreement_status"):
        if row["side"] == side:
            found.setdefault(row["words"].split(" ")[0], []).append((row["words"], row["status"]))
    space = rf"\s(?:(?:{'|'.join(sorted(word_class('status_adverb')))})\s)?"
    return {
        word: tuple(
            (re.compile(re.escape(phrase).replace("\\ ", space) + r"(?!\w)"), status)
            for phrase, status in sorted(group, key=lambda pair: (-len(pair[0]), pair[0]))
        )
        for word, group in found.items()
    }


def statuses(side: str, text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The phrases between two places of a text that tell a status on one side of a name: start, end, status."""
    known, past = status_phrases(side), start
    for word in WORD.finditer(text, start, end):
        if word.start() < past:
            continue
        for pattern, status in known.get(word[0], ()):
            match = pattern.match(text, word.start(), end)
            if match is not None:
                past = match.end()
                yield match.start(), past, status
                break


def status_of(context: Context, found: Instrument) -> Status:
    """The status that the words beside a name tell; `mentioned` where they tell none."""
    if found.shared_end:
        return Status("mentioned", 0)
    row = found.known is None
    return status_beside(context, found.line_no, found.first, found.last, nested=found.nested, row=row)


def status_beside(
    context: Context, line_no: int, first: int, last: int, *, nested: bool = False, row: bool = True
) -> Status:
    """The status that the words beside some tokens tell.

    A nested name shares no verb before it, and one that is no member of a `row` only a verb that is near.
    """
    marked = context.lines[line_no]
    sentence = marked.line.sentence
    text = sentence.text.lower() if len(sentence.text.lower()) == len(sentence.text) else sentence.text
    start = marked.tokens[first].start - sentence.char_start
    end = marked.tokens[last - 1].end - sentence.char_start
    own = own_status(text, end) or Status("mentioned", start)
    if nested or WITHIN.search(text, max(0, start - NEAR), start):
        return own
    listed = status_of_list(text, start) if row and ":" in text[:start] else None
    return listed or governing_status(text, start, own, row=row)


def status_of_list(text: str, start: int) -> Status | None:
    """The status that the words before a colon tell of all that they lead into: `the papers exchanged were: …`."""
    colon = text.find(": ", 0, start)
    if colon < 0 or not LIST_LEAD.search(text, 0, colon):
        return None
    told = list(statuses("after", text, 0, colon)) or list(statuses("before", text, 0, colon))
    return Status(told[-1][2], told[-1][0]) if told else None


def governing_status(text: str, start: int, own: Status, *, row: bool = True) -> Status:
    """The status that the words before a name tell, unless its own verb tells more."""
    if LIST_ITEM.search(text, 0, start):
        start = next(iter(ITEM.finditer(text))).start()
    floor = max(0, start - BEFORE_REACH)
    edges = list(CLAUSE_EDGE.finditer(text, floor, start))
    floor = edges[-1].end() if edges else floor
    told = [one for one in statuses("before", text, floor, start) if governs(text, one[1], start, row=row)]
    if not told and COMPANION.search(text, floor, start):
        told = list(statuses("after", text, floor, start))
    if not told:
        return own
    at, _, name = told[-1]
    stronger = own.name == "mentioned" or (name in LATE and RANK[name] > RANK[own.name])
    return Status(name, at) if stronger else own


def own_status(text: str, end: int) -> Status | None:
    """The strongest status of which a name is the subject, where its verb stands close behind it."""
    reach = min(len(text), end + AFTER_REACH)
    told = [Status(name, at) for at, _, name in statuses("after", text, end, reach)]
    if told and OTHER_NAME.search(text, end, told[0].at) and not text.startswith(PLURAL, told[0].at):
        return None  # `the programme and the treaty that was signed`
    if not told or (told[0].at - end > NEAR and "," in text[end : told[0].at] and not in_row(text, end, told[0].at)):
        return None
    return max(told, key=lambda status: (RANK[status.name], -status.at))


def in_row(text: str, end: int, verb: int) -> bool:
    """Whether a name stands first in a row of instruments that share a verb: `a treaty, a protocol … were signed`."""
    return text.startswith(PLURAL, verb) and bool(LIST_GAP.search(text, end, verb))


def governs(text: str, verb_end: int, start: int, *, row: bool = True) -> bool:
    """Whether words before a name reach it: nearby, or over a list of other names."""
    gap = text[verb_end:start]
    if PURPOSE_GAP.search(gap):
        return False
    return (len(gap) <= NEAR and not OTHER_GAP.search(gap)) or (
        row and not gap.startswith(ADJUNCT) and bool(LIST_GAP.search(gap))
    )


PURPOSE_GAP = re.compile(r"\bfor (?:(?:an?|the) )?$")  # `announced a plan for an agreement`
OTHER_GAP = re.compile(r"\b(?:in|under|outlined|set|by|with|for)\b")  # the words before govern something else
LIST_GAP = re.compile(
    r"\b(?:agreement|memorand|protocol|treaty|plan|program|documents?|letter|declaration|roadmap|convention|contract|statement"
    r"|communiqu|minutes|accord|pact|between)"
)


def date_of(context: Context, found: Instrument, status: Status) -> DateSpan | None:
    """The day that the sentence gives to what the status says; news without a date has the month of publication."""
    if status.name == "mentioned":
        return None
    marked = context.lines[found.line_no]
    base = marked.line.sentence.char_start
    start, end = marked.tokens[found.first].start - base, marked.tokens[found.last - 1].end - base
    text = marked.line.sentence.text
    if (year := YEAR.match(text, start)) is not None:  # `the 1954 Manila Pact`
        return years(int(year[0]), int(year[0]), "stated") if status.name in DONE else None
    dated = [
        one
        for one in context.dates[found.line_no]
        if one.span and not (start <= one.start < end) and not text.endswith(TERM, 0, one.start)
    ]
    following = [one for one in dated if one.start >= min(end, status.at) and one.start - end <= DATE_REACH]
    chosen = following[0] if following else next(iter(dated), None)
    published = context.document.published_on
    if chosen is not None and chosen.span is not None:
        ahead = status.name in DONE and published is not None and (chosen.span.first - published).days > 1
        return None if ahead else chosen.span
    fresh = status.at < start or text.startswith(PASSIVE, status.at)
    return news_day(context) if fresh and status.name in {"signed", "adopted"} and not OLD.match(text[end:]) else None


def news_day(context: Context) -> DateSpan | None:
    """The one day that the opening of the release gives, or else the month of its publication."""
    published = context.document.published_on
    opening = [one.span for dates in context.dates[:TWO] for one in dates if one.span and one.span.precision == "day"]
    opening = [span for span in opening if published is None or abs((published - span.first).days) <= NEWS_DAYS]
    if len({span.first for span in opening}) == 1:
        return opening[0]
    if published is None:
        return None
    return DateSpan(published.replace(day=1), published.replace(day=1), "month", "publication")
