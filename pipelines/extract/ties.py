"""Since when two states have had diplomatic relations, as a release states it or lets count back from an anniversary.

What belongs here: that. What does not: relations that a release only calls old; a year without a day, for a tie bears
a day and none is invented.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.extract.agreement_parties import codes_in, two_sides
from pipelines.model import DiplomaticTie

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from pipelines.extract.context import Context
    from pipelines.extract.days import DateSpan

# It begins with a letter, not with the edge of a word, so that a search can leap to one.
RELATIONS = re.compile(r"[Dd](?<=\b.)(?i:iplomatic (?:relations|relationship|ties)\b)")
ANNIVERSARY = re.compile(
    r"\b(?:(?P<years>\d{1,3})(?:<sup>)?(?:st|nd|rd|th)?(?:</sup>)? ?(?:-?year )?"
    r"(?:anniversary (?:of|since|from)|years of)"
    r"|(?P<round>centenary|centennial|bicentenary|bicentennial) of) (?:the |our |their )?"
    r"(?:establish\w+ (?:of )?)?(?:the |our |their |bilateral |formal |official |unbroken |[A-Z][\w.\u2013-]+ )*"
    r"diplomatic (?:relations|relationship|ties)\b",
)
ROUND_YEARS = {"centenary": 100, "centennial": 100, "bicentenary": 200, "bicentennial": 200}
KEPT_WITH = re.compile(  # what is held for an anniversary need not be held on its day
    r"\b(?:reception|event|ceremony|visit|visited|dinner|luncheon|concert|gala|exhibition|seminar|conference|forum"
    r"|hosted|met|meeting|meet|arrived|held|took place|tonight|travel)\b",
    re.IGNORECASE,
)
ESTABLISHED = re.compile(
    r"\b(?:establish(?:ed|ing|ment)|since|go(?:es)? back to|dates? back to|dating back to|restored|entered into)\b",
)
NOT_YET = re.compile(
    r"\b(?:will establish|to establish|not established|not been established|severed|broke off|embassy)\b"
)
STATES = 2
NEAR = 60  # characters between the verb and its day, where the sentence gives several


def read_ties(context: Context) -> tuple[DiplomaticTie, ...]:
    """The ties of a release, each pair of states once for each day that is told."""
    if not RELATIONS.search(context.document.body):
        return ()
    found: dict[tuple[str, str, date], DiplomaticTie] = {}
    for line_no, marked in enumerate(context.lines):
        sentence = marked.line.sentence
        if not RELATIONS.search(sentence.text):
            continue
        pair = states_of(context, line_no)
        for day, rule in days_of(context, line_no):
            if len(pair) == STATES:
                row = DiplomaticTie(pair[0], pair[1], day, sentence.sentence_no, rule)
                found.setdefault((pair[0], pair[1], day), row)
    return tuple(found.values())


def states_of(context: Context, line_no: int) -> tuple[str, ...]:
    """The two states that the sentence names, or its only one and the issuer, or the two sides of the release."""
    issuer = context.document.issuer_country
    codes = codes_in(context, line_no, 0, len(context.lines[line_no].tokens))
    named = [code for code in codes if len(code) == len("XX") and code not in {"EU", "UN"}]
    if len(named) == 1 and named[0] != issuer:
        named = [issuer, *named]
    pair = tuple(named) if len(named) > 1 else two_sides(context)
    pair = pair if all(len(code) == len("XX") and code not in {"EU", "UN"} for code in pair) else ()
    return pair if not pair or pair[0] == issuer or issuer not in pair else tuple(reversed(pair))


def days_of(context: Context, line_no: int) -> Iterator[tuple[date, str]]:
    """The days of establishment that a sentence tells."""
    text = context.lines[line_no].line.sentence.text
    days = [one for one in context.dates[line_no] if one.rule in {"day", "iso_date", "numeric_date", "relative_day"}]
    spans = [(one.start, one.span) for one in days if one.span]
    anniversary = ANNIVERSARY.search(text)
    if anniversary is not None and len(spans) == 1 and not KEPT_WITH.search(text):
        years = int(anniversary["years"] or ROUND_YEARS[anniversary["round"]])
        yield from counted_back(context, spans[0][1], years)
    match = ESTABLISHED.search(text)
    if anniversary is not None or match is None or NOT_YET.search(text):
        return
    stated = [(start, span) for start, span in spans if span.basis == "stated"]
    near = [span for start, span in stated if len(stated) == 1 or 0 < start - match.end() < NEAR]
    if near:
        yield near[0].first, "tie_stated"


def counted_back(context: Context, span: DateSpan, years: int) -> Iterator[tuple[date, str]]:
    """The day so many years before an anniversary; a day that lies about that far back is the day itself."""
    published = context.document.published_on
    if published is not None and published.year - span.first.year >= years - 1 > 0:
        yield span.first, "tie_stated"
        return
    try:
        yield span.first.replace(year=span.first.year - years), "tie_anniversary"
    except ValueError:  # 29 February of no leap year
        return
