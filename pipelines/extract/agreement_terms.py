"""What a release says of an instrument: its status, its date and its parties.

What belongs here: the words around a name that tell these. What does not: finding the name (`instruments`).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipelines.extract.days import DateSpan
from pipelines.extract.lexicons import rows, word_class

if TYPE_CHECKING:
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
CLAUSE_EDGE = re.compile(r"[;]|, (?:which|who|where|while)\b|\. ")
DONE = frozenset({"signed", "adopted", "ratified", "in_force"})
LATE = frozenset({"under_ratification", "ratified", "in_force"})  # what comes after the signing
TWO = 2


@dataclass(frozen=True, slots=True)
class Status:
    """A status with the place of the words that tell it, in the sentence."""

    name: str
    at: int


@cache
def status_pattern(side: str) -> re.Pattern[str]:
    """The words that tell a status on one side of a name, the longest first."""
    found = [row["words"] for row in rows("agreement_status") if row["side"] == side]
    found.sort(key=lambda phrase: (-len(phrase), phrase))
    joined = "|".join(re.escape(phrase).replace(r"\\*", r"[\\w ]{1,40}").replace(r"\ ", r"\s") for phrase in found)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)")


@cache
def status_names(side: str) -> dict[str, str]:
    """From the words to the status."""
    return {row["words"]: row["status"] for row in rows("agreement_status") if row["side"] == side}


def status_of(context: Context, found: Instrument) -> Status:
    """The status that the words beside a name tell; `mentioned` where they tell none."""
    marked = context.lines[found.line_no]
    sentence = marked.line.sentence
    text = sentence.text.lower() if len(sentence.text.lower()) == len(sentence.text) else sentence.text
    start = marked.tokens[found.first].start - sentence.char_start
    end = marked.tokens[found.last - 1].end - sentence.char_start
    own = own_status(text, end) or Status("mentioned", start)
    return own if found.nested else governing_status(text, start, own)


def governing_status(text: str, start: int, own: Status) -> Status:
    """The status that the words before a name tell, unless its own verb tells more."""
    floor = max(0, start - BEFORE_REACH)
    edges = list(CLAUSE_EDGE.finditer(text, floor, start))
    floor = edges[-1].end() if edges else floor
    told = [one for one in status_pattern("before").finditer(text, floor, start) if governs(text, one.end(), start)]
    if not told:
        return own
    name = status_names("before")[told[-1][0]]
    stronger = own.name == "mentioned" or (name in LATE and RANK[name] > RANK[own.name])
    return Status(name, told[-1].start()) if stronger else own


def own_status(text: str, end: int) -> Status | None:
    """The strongest status of which a name is the subject, where its verb stands close behind it."""
    told = [
        Status(status_names("after")[match[0]], match.start())
        for match in status_pattern("after").finditer(text, end, min(len(text), end + AFTER_REACH))
    ]
    if not told or (told[0].at - end > NEAR and "," in text[end : told[0].at]):
        return None
    return max(told, key=lambda status: (RANK[status.name], -status.at))


def governs(text: str, verb_end: int, start: int) -> bool:
    """Whether words before a name reach it: nearby, or over a list of other names."""
    gap = text[verb_end:start]
    return (len(gap) <= NEAR and not OTHER_GAP.search(gap)) or bool(LIST_GAP.search(gap))


OTHER_GAP = re.compile(r"\b(?:in|under|outlined|set|by|with)\b")  # the words before govern something else
LIST_GAP = re.compile(
    r"\b(?:agreement|memorand|protocol|treaty|plan|program|documents?|letter|declaration|roadmap|convention|contract|statement|between)"
)


def date_of(context: Context, found: Instrument, status: Status) -> DateSpan | None:
    """The day that the sentence gives to what the status says; news without a date has the month of publication."""
    if status.name == "mentioned":
        return None
    marked = context.lines[found.line_no]
    base = marked.line.sentence.char_start
    start, end = marked.tokens[found.first].start - base, marked.tokens[found.last - 1].end - base
    dated = [one for one in context.dates[found.line_no] if one.span and not (start <= one.start < end)]
    following = [one for one in dated if one.start >= min(end, status.at) and one.start - end <= DATE_REACH]
    chosen = following[0] if following else next(iter(dated), None)
    if chosen is not None and chosen.span is not None:
        return chosen.span
    return news_day(context) if status.name in {"signed", "adopted"} and status.at < start else None


def news_day(context: Context) -> DateSpan | None:
    """The one day that the opening of the release gives, or else the month of its publication."""
    published = context.document.published_on
    opening = [one.span for dates in context.dates[:TWO] for one in dates if one.span and one.span.precision == "day"]
    if len({span.first for span in opening}) == 1:
        return opening[0]
    if published is None:
        return None
    return DateSpan(published.replace(day=1), published.replace(day=1), "month", "publication")


def parties_of(context: Context, found: Instrument, status: Status) -> tuple[str, ...]:
    """The parties that the name itself tells, or else its sentence, or else the two sides of the release."""
    issuer = context.document.issuer_country
    done = status.name in DONE
    own = codes_in(context, found.line_no, found.first, found.last)
    if all(len(code) != TWO for code in own):
        own = ()  # `United Nations Charter`: the body lends its name and is no party
    if len(own) >= TWO or found.kind == "convention" or (status.name == "mentioned" and (own or bare_name(found))):
        return own
    near = codes_in(context, found.line_no, 0, len(context.lines[found.line_no].tokens), bodies=done)
    if len(near) == 1 and near[0] != issuer and len(near[0]) == TWO and status.name != "mentioned":
        near = (issuer, *near)
    if set(own) <= set(near) and (len(near) == TWO or (len(near) == 1 and near[0] != issuer)):
        return near
    pair = two_sides(context)
    return pair if set(own) <= set(pair) else own


def bare_name(found: Instrument) -> bool:
    """Whether a name in capitals says nothing of parties: `Paris Agreement`, `Treaty of Peace`."""
    return found.capital and (found.kind in {"treaty", "declaration"} or not found.complemented)


def codes_in(context: Context, line_no: int, first: int, last: int, *, bodies: bool = False) -> tuple[str, ...]:
    """The countries that some tokens name, and the bodies that conclude treaties by their acronyms, or all bodies."""
    marked = context.lines[line_no]
    found = {index: name.code for index, name in marked.countries.items() if first <= index < last}
    for name in context.body_names:
        if name.line_no == line_no and first <= name.first and name.last <= last:
            body = context.organizations[name.organization_no - 1]
            acronym = body.acronym or acronyms().get(body.name)
            wide = bodies and body.name != acronym and acronym in acronyms().values()
            if body.kind == "international" and acronym and (wide or acronym in word_class("party_body")):
                found[name.first] = acronym
    for index in range(first, min(last, len(marked.tokens))):
        if marked.tokens[index].text in word_class("party_body"):
            found[index] = marked.tokens[index].text
    return tuple(dict.fromkeys(found[index] for index in sorted(found)))


@cache
def acronyms() -> dict[str, str]:
    """The usual acronyms of international bodies by their names."""
    return {row["name"]: row["acronym"] for row in rows("known_bodies") if row["acronym"]}


def two_sides(context: Context) -> tuple[str, ...]:
    """The issuer and the only other side that the release names more than once, or at all."""
    issuer = context.document.issuer_country
    counts: Counter[str] = Counter()
    for line_no, marked in enumerate(context.lines):
        counts.update(codes_in(context, line_no, 0, len(marked.tokens)))
    counts.pop(issuer, None)
    ranked = counts.most_common(TWO)
    if len(ranked) == 1 or (len(ranked) == TWO and ranked[0][1] > ranked[1][1] + 1):
        return issuer, ranked[0][0]
    return ()


def signatories_of(context: Context, found: Instrument) -> tuple[int, ...]:
    """The bodies, not states or international ones, that the name itself gives as its parties."""
    tokens = context.lines[found.line_no].tokens
    between = [step for step in range(found.bare_last, found.last) if tokens[step].low in {"between", "with"}]
    if not between:
        return ()
    inside = [
        one
        for one in context.body_names
        if one.line_no == found.line_no and one.first >= between[0] and one.last <= found.last
    ]
    kinds = {one.organization_no: context.organizations[one.organization_no - 1].kind for one in inside}
    return tuple(number for number, kind in kinds.items() if kind != "international")
