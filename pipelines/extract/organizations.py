"""Every body that a release names, with all its mentions.

What belongs here: putting the finders and the joining together, and linking offices with their bodies. What does not:
any rule about names.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from pipelines.extract.bodies import SMALL, BodyWords, Scope, bracketed
from pipelines.extract.body_checks import find_phrases
from pipelines.extract.body_joining import Body, join_bodies, organization
from pipelines.extract.companies import find_companies
from pipelines.extract.context import BodyName
from pipelines.extract.known_bodies import by_acronym, find_known
from pipelines.extract.lexicons import straight
from pipelines.extract.ministries import find_ministries
from pipelines.extract.places import is_region
from pipelines.extract.several_ministries import find_several
from pipelines.extract.vocabulary import country_end
from pipelines.model import Mention, Position

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipelines.extract.context import Context
    from pipelines.extract.places import PlaceName
    from pipelines.extract.vocabulary import Marked

PICTURES = frozenset({"photo", "photos", "photograph", "photographs", "picture", "pictures", "image", "images"})
CREDITS = frozenset({"credit", "credits", "courtesy", "source", "by"})
FARTHEST_COLON = 6


def with_organizations(context: Context) -> Context:
    """The context with every body that the release names, all mentions joined, and the offices linked to theirs."""
    found = with_officers_countries(context, find_bodies(context))
    bodies = join_bodies(found, context.document.issuer_country)
    rows = tuple(organization(number, body) for number, body in enumerate(bodies, 1))
    later = [*later_acronyms(context.lines, found, bodies), *the_ministry(context.lines, found, bodies)]
    named = [(item, number) for number, body in enumerate(bodies, 1) for item in body.words] + later
    named.sort(key=lambda pair: (pair[0].start, pair[0].end))
    names = tuple(
        BodyName(number, item.line_no, item.first, item.last, item.start, item.end, item.rule) for item, number in named
    )
    context = replace(context, organizations=rows, body_names=names)
    context = replace(context, places=places_outside(context))
    return replace(context, people=replace(context.people, positions=link_positions(context)))


def with_officers_countries(context: Context, found: Sequence[BodyWords]) -> list[BodyWords]:
    """The words with the country of the officer in whose title a ministry stands, where they state none."""
    by_sentence: dict[int, list[Position]] = {}
    for row in context.people.positions:
        by_sentence.setdefault(row.sentence_no, []).append(row)
    placed: list[BodyWords] = []
    for item in found:
        if item.kind == "ministry" and item.country is None:
            officers = by_sentence.get(context.lines[item.line_no].line.sentence.sentence_no, ())
            placed.append(replace(item, country=officers_country(item, officers)))
        else:
            placed.append(item)
    return placed


def officers_country(item: BodyWords, officers: Sequence[Position]) -> str | None:
    """The country of the only officers whose titles hold the words of a body."""
    codes = {row.country_code for row in officers if f" of the {item.name}" in row.title}
    return codes.pop() if len(codes) == 1 else None


def places_outside(context: Context) -> tuple[PlaceName, ...]:
    """The places that are no mere word of a body's name; where a mission or an office stands is told of it."""
    by_line: dict[int, list[BodyName]] = {}
    for name in context.body_names:
        by_line.setdefault(name.line_no, []).append(name)
    return tuple(
        place
        for place in context.places
        if not any(is_inside(context, name, place) for name in by_line.get(place.line_no, ()))
    )


def is_inside(context: Context, name: BodyName, place: PlaceName) -> bool:
    """Whether a place is only a word of a body's name, which the region that it serves is not."""
    if not name.first <= place.first < name.last or is_region(place.place):
        return False
    before = context.lines[place.line_no].tokens[place.first - 1].low if place.first > name.first else ""
    return before not in {"in", "at"} and context.organizations[name.organization_no - 1].kind != "mission"


def organization_mentions(context: Context) -> Iterator[Mention]:
    """The mentions of bodies."""
    body = context.document.body
    for name in context.body_names:
        surface = body[name.start : name.end]
        sentence_no = context.lines[name.line_no].line.sentence.sentence_no
        yield Mention(sentence_no, name.start, name.end, "organization", surface, str(name.organization_no), name.rule)


def find_bodies(context: Context) -> list[BodyWords]:
    """The words of all sentences that name bodies, in the order of the text."""
    persons = frozenset(context.people.tokens)
    found: list[BodyWords] = []
    for line_no, marked in enumerate(context.lines):
        if is_credit(marked):
            continue
        scope = Scope(line_no, marked, persons)
        candidates = chain(
            find_known(scope), find_phrases(scope), find_ministries(line_no, marked), find_several(scope),
            find_companies(scope),
        )  # fmt: skip
        found += settle(marked, list(candidates))
    return [signed(context.lines, item) for item in without_taken_acronyms(found)]


def without_taken_acronyms(found: Sequence[BodyWords]) -> list[BodyWords]:
    """The words without known acronyms that the release has given to another body: `the Institute of Tides (IT)`."""
    taken = {item.acronym for item in found if item.acronym and item.known is None}
    return [item for item in found if item.known is None or item.name not in taken]


def is_credit(marked: Marked) -> bool:
    """Whether a sentence only says whose a picture is: `Photo credit: …`, `Photo: …`."""
    if not marked.tokens or marked.tokens[0].low not in PICTURES:
        return False
    label = marked.tokens[1:FARTHEST_COLON]
    colon = next((step for step, token in enumerate(label) if token.text == ":"), None)
    return colon == 0 or any(token.low in CREDITS for token in (label[:colon] if colon else label[:1]))


def signed(lines: Sequence[Marked], item: BodyWords) -> BodyWords:
    """A ministry that closes its line, with the country that opens the next, as in the signature of a release."""
    if item.country is not None or item.kind != "ministry" or item.line_no + 1 >= len(lines):
        return item
    following = lines[item.line_no + 1]
    name = following.countries.get(0)
    if item.last < len(lines[item.line_no].tokens) or name is None or name.form != "name":
        return item
    closing = following.at(country_end(following, 0))
    alone = closing is None or not closing.word or closing.text.isupper()
    return replace(item, country=name.code) if alone else item


def settle(marked: Marked, candidates: Sequence[BodyWords]) -> list[BodyWords]:
    """Of names that overlap the longest, with the acronym in brackets; in a mission's name, where it is sent to too."""
    if not candidates:
        return []
    known = {item.first: item for item in candidates if item.rule == "known_body" and item.kind == "ministry"}
    owner: dict[int, BodyWords] = {}
    kept: list[BodyWords] = []
    for item in sorted(candidates, key=precedence):
        steps = range(item.first, item.last)
        over = {id(owner[step]): owner[step] for step in steps if step in owner}
        if runs_past(marked, item, known.get(item.first)) or not all(
            clear_of(marked, item, other) for other in over.values()
        ):
            continue
        kept.append(item)
        owner.update(dict.fromkeys(steps, item))
    inner = {bracketed(marked, item.last) for item in kept}
    outside = [item for item in kept if item.first not in inner]
    return [with_acronym(marked, item) for item in sorted(outside, key=lambda item: item.start)]


def clear_of(marked: Marked, item: BodyWords, other: BodyWords) -> bool:
    """Whether two names may stand together: parts of one compound, or a mission and where it is sent to."""
    return item.start >= other.end or other.start >= item.end or is_accredited_to(marked, item, other)


def precedence(item: BodyWords) -> tuple[int, bool, int]:
    """The longer name first, then the one whose finder knows more of it."""
    return item.first - item.last, item.rule != "ministry_short_name", item.first


def runs_past(marked: Marked, item: BodyWords, known: BodyWords | None) -> bool:
    """Whether a name only adds bare capitals to a known ministry's: `Department of State` and a programme's name."""
    if known is None or item.last <= known.last:
        return False
    return marked.tokens[known.last].capital and known.last not in marked.countries


def is_accredited_to(marked: Marked, item: BodyWords, mission: BodyWords) -> bool:
    """Whether a name at the end of a mission's is the international body that it is sent to, not the one that sends."""
    if mission.kind != "mission" or item.kind != "international" or item.first <= mission.first:
        return False
    before = item.first - 2 if marked.tokens[item.first - 1].low == "the" else item.first - 1
    return marked.tokens[before].low != "of"


def with_acronym(marked: Marked, item: BodyWords) -> BodyWords:
    """The words with the acronym that stands in brackets behind them."""
    inner = bracketed(marked, item.last)
    if inner is None:
        return item
    acronym = marked.tokens[inner].text
    body = by_acronym().get(acronym)
    same = item.known is None and body is not None and body.kind == item.kind
    return replace(item, acronym=acronym, known=body.name if body is not None and same else item.known)


def later_acronyms(
    lines: Sequence[Marked], found: Sequence[BodyWords], bodies: Sequence[Body],
) -> Iterator[tuple[BodyWords, int]]:  # fmt: skip
    """The acronyms that the release has introduced in brackets, wherever they stand."""
    known = {
        item.acronym: (item, number) for number, body in enumerate(bodies, 1) for item in body.words if item.acronym
    }
    covered = {(item.line_no, step) for item in found for step in range(item.first, item.last)}
    if not known:
        return
    for line_no, marked in enumerate(lines):
        for index, token in enumerate(marked.tokens):
            if token.text in known and (line_no, index) not in covered:
                item, number = known[token.text]
                yield (
                    BodyWords(
                        line_no, index, index + 1, token.start, token.end, token.text, item.kind, "release_acronym"
                    ),
                    number,
                )


def the_ministry(
    lines: Sequence[Marked], found: Sequence[BodyWords], bodies: Sequence[Body],
) -> Iterator[tuple[BodyWords, int]]:  # fmt: skip
    """`the Ministry`, where the release names only one."""
    ministries = [number for number, body in enumerate(bodies, 1) if body.kind == "ministry"]
    if len(ministries) != 1:
        return
    covered = {(item.line_no, step) for item in found for step in range(item.first, item.last)}
    for line_no, marked in enumerate(lines):
        for index, token in enumerate(marked.tokens) if "ministry" in marked.words else ():
            before = marked.at(index - 1)
            if token.text != "Ministry" or before is None or before.low != "the" or (line_no, index) in covered:
                continue
            after = marked.at(index + 1)
            if after is None or not (after.capital or after.low == "of"):
                yield (
                    BodyWords(
                        line_no, index, index + 1, token.start, token.end, token.text, "ministry", "the_ministry"
                    ),
                    ministries[0],
                )


def link_positions(context: Context) -> tuple[Position, ...]:
    """The positions with the body that the title names."""
    body = context.document.body
    by_sentence: dict[int, list[tuple[str, int]]] = {}
    for name in sorted(context.body_names, key=lambda name: (name.first - name.last, name.start)):
        sentence_no = context.lines[name.line_no].line.sentence.sentence_no
        by_sentence.setdefault(sentence_no, []).append((own_text(context, body, name), name.organization_no))
    return tuple(
        replace(row, organization_no=body_of_title(row.title, by_sentence.get(row.sentence_no, ())))
        for row in context.people.positions
    )


def own_text(context: Context, body: str, name: BodyName) -> str:
    """The words that name a body without the country at either end, as they stand in a title."""
    marked, first, last = context.lines[name.line_no], name.first, name.last
    while first < last - 1 and first in marked.countries:
        first += 1
    while last - 1 > first and (last - 1 in marked.countries or marked.tokens[last - 1].low in SMALL):
        last -= 1
    whole = first == name.first and last == name.last
    start, end = (name.start, name.end) if whole else (marked.tokens[first].start, marked.tokens[last - 1].end)
    return straight(body[start:end])


def body_of_title(title: str, names: Sequence[tuple[str, int]]) -> int | None:
    """The number of the body that a title names; not of the one that an envoy is sent to."""
    plain = straight(title)
    for text, number in names:
        found = re.search(rf"\b{re.escape(text)}(?!\w)", plain) if text in plain else None
        if found and not plain[: found.start()].rstrip().endswith((" to", " to the")):
            return number
    return None
