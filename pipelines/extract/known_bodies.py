"""Bodies that a lexicon knows, by name, by other names and by acronym.

What belongs here: matching the lexicon, and the country's name that belongs to a national body of it. What does not:
bodies that only the words of their names show to be bodies (`body_phrases`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipelines.extract.bodies import (
    POSSESSIVES,
    SPELLINGS,
    BodyWords,
    country_near,
    country_start,
    same_spelling,
    words_at,
)
from pipelines.extract.gazetteer import longest_place
from pipelines.extract.lexicons import rows, word_class, words
from pipelines.extract.tokens import cut
from pipelines.extract.vocabulary import country_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.extract.bodies import Scope
    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked

PLATFORMS = frozenset({"Facebook", "TikTok"})
WHITE_HOUSE = "White House"
CONGRESS = "Congress"
UNITED_NATIONS = "United Nations"
TRADED = frozenset({"company", "media", "bank"})  # their names begin those of what they sponsor
SPONSORED = frozenset(
    {
        "Forum", "Summit", "Award", "Awards", "Prize", "Festival", "Conference", "Index", "Pay", "Cup", "Open",
        "Fellowship", "Scholarship", "Programme", "Program", "Challenge", "Convening", "Roundtable", "Initiative",
        "Workshop", "Stadium", "Arena", "Center", "Centre",
    }
)  # fmt: skip
CONSULTED = frozenset({"Consultation", "Consultations", "Dialogue"})  # of those of two states
FARTHEST_SPONSORED = 4
MANY = 2
BRANCHED = frozenset({"ngo", "agency"})  # their branches bear the name of a country or a city behind their own


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A line of the lexicon of bodies."""

    name: str
    acronym: str | None
    kind: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a body's name: folded words, and the exact text where it is a single word."""

    words: tuple[str, ...]
    capitals: tuple[bool, ...]
    exact: str | None
    body: KnownBody


@cache
def spellings() -> dict[str, list[Spelling]]:
    """All spellings of all known bodies by their first word, the longest first."""
    found: dict[str, list[Spelling]] = {}
    for row in rows("known_bodies"):
        body = KnownBody(row["name"], row["acronym"] or None, row["kind"], row["country"] or None)
        for form in forms(row):
            tokens = cut(form)
            lows = tuple(same_spelling(token.low) for token in tokens)
            exact = form if len(tokens) == 1 else None
            spelling = Spelling(lows, tuple(token.capital for token in tokens), exact, body)
            found.setdefault(lows[0], []).append(spelling)
    for group in found.values():
        group.sort(key=lambda spelling: (-len(spelling.words), spelling.words))
    return found


@cache
def lengths() -> dict[tuple[str, ...], tuple[int, ...]]:
    """How many words the spellings have that a word or two begin, the longest first."""
    found: dict[tuple[str, ...], set[int]] = {}
    for group in spellings().values():
        for spelling in group:
            found.setdefault(spelling.words[:MANY], set()).add(len(spelling.words))
    return {begin: tuple(sorted(sizes, reverse=True)) for begin, sizes in found.items()}


@cache
def first_words() -> frozenset[str]:
    """The words, of plain letters, that a spelling can begin with in any of their own spellings."""
    return frozenset(spellings()) | {low for low, usual in SPELLINGS.items() if usual in spellings()}


@cache
def by_words() -> dict[tuple[str, ...], list[Spelling]]:
    """The spellings by all their words."""
    found: dict[tuple[str, ...], list[Spelling]] = {}
    for group in spellings().values():
        for spelling in group:
            found.setdefault(spelling.words, []).append(spelling)
    return found


def forms(row: dict[str, str]) -> Iterator[str]:
    """The name, the other names and the acronym of a line; what the United Nations own is also the UN's."""
    for form in (row["name"], *row["other_names"].split("|")):
        if not form:
            continue
        yield form
        if "United Nations " in form:
            yield form.replace("United Nations ", "UN ")
    if row["acronym"] and row["acronym"] not in words("ambiguous_acronyms"):
        yield row["acronym"]


@cache
def by_acronym() -> dict[str, KnownBody]:
    """The known body of each acronym that means nothing else."""
    return {
        spelling.exact: spelling.body
        for group in spellings().values()
        for spelling in group
        if spelling.exact and spelling.exact[:2].isupper()
    }


def find_known(scope: Scope) -> Iterator[BodyWords]:
    """Every known body of a sentence, the longest spelling at each place."""
    marked = scope.marked
    past = 0
    for index in starts_of(marked):
        if index < past:
            continue
        spelling = match_known(marked, index) if not scope.is_person(index) else None
        if spelling is None:
            token = marked.tokens[index]
            if "-" in token.text and token.word:
                yield from find_in_compound(scope.line_no, marked, index)
            continue
        last = index + len(spelling.words)
        own = match_known(marked, last) if spelling.body.name == UNITED_NATIONS and marked.adjacent(last) else None
        if own is not None and own.body.kind == "international":
            spelling, last = own, last + len(own.words)
        if not (is_other_thing(marked, index, spelling) or is_another_states(marked, index, spelling)):
            yield known_words(scope.line_no, marked, index, last, spelling.body)
        past = last


def starts_of(marked: Marked) -> list[int]:
    """The tokens at which a known body may begin: capitals that begin a spelling, and compounds."""
    begins, lows = first_words(), marked.lows
    starts = [index for index in marked.capitals if lows[index] in begins or not lows[index].isascii()]
    if "-" not in marked.line.sentence.text:
        return starts
    compounds = [index for index, token in enumerate(marked.tokens) if "-" in token.text]
    return sorted({*starts, *compounds})


def is_other_thing(marked: Marked, index: int, spelling: Spelling) -> bool:
    """Whether the words name something else than the known body: an event, a venue, a longer name, a channel."""
    last = index + len(spelling.words)
    if is_longer_name(marked, index, spelling) or is_sponsor(marked, last, spelling) or is_field(marked, index, last):
        return True
    following = marked.at(last)
    if spelling.body.kind == "ministry" and following is not None and following.text in CONSULTED:
        return True
    if spelling.exact in PLATFORMS:
        return is_channel(marked, index)
    if spelling.exact == CONGRESS:
        return is_other_congress(marked, index)
    return spelling.body.name == WHITE_HOUSE and is_visited(marked, index, last)


def is_field(marked: Marked, index: int, last: int) -> bool:
    """Whether the words are one field of an office among others: `of Foreign Affairs, European Union and Trade`."""
    comma, field, link = marked.at(index - 1), marked.at(index - 2), marked.at(last)
    listed = comma is not None and comma.text == "," and link is not None and link.low in {"and", "&"}
    return listed and field is not None and field.text in {"Foreign", "Affairs"}


def is_another_states(marked: Marked, index: int, spelling: Spelling) -> bool:
    """Whether a state owns what only looks like the known body: `a Pakistani CDC`, `Chad's Security Council`."""
    before = marked.at(index - 1)
    owner = index - 2 if before is not None and before.text in POSSESSIVES else index - 1
    if owner not in marked.countries:
        return False
    body, code = spelling.body, marked.countries[owner].code
    if spelling.exact is not None:
        return owner == index - 1 and spelling.exact == body.acronym and body.country not in {None, code}
    return body.name.startswith("United Nations") and spelling.words[0] not in {"united", "un"}


def is_longer_name(marked: Marked, index: int, spelling: Spelling) -> bool:
    """Whether words behind make it something else: `the Commonwealth of Virginia`, `the Commonwealth Games`."""
    of, following = marked.at(index + len(spelling.words)), marked.at(index + len(spelling.words) + 1)
    single = spelling.exact is not None and spelling.body.kind == "international" and not spelling.exact.isupper()
    if not single or of is None:
        return False
    return of.text in {"Games", "Day"} or (of.low == "of" and following is not None and following.capital)


def is_channel(marked: Marked, index: int) -> bool:
    """Whether a platform is only where one may read more: `on Facebook`, `Facebook @ministry`."""
    before, after = marked.at(index - 1), marked.at(index + 1)
    told = before is not None and before.low in {"on", "via"}
    return told or (after is not None and after.text in {"@", ":"})


def is_visited(marked: Marked, index: int, last: int) -> bool:
    """Whether a seat of power is only where something was held, or begins an event's name."""
    article = marked.at(index - 1)
    before = marked.at(index - 2) if article is not None and article.low == "the" else article
    if before is not None and before.low in word_class("locative") and before.low not in {"of", "between"}:
        return True
    return names_event(marked, last)


def names_event(marked: Marked, last: int) -> bool:
    """Whether the capitals behind a name make it that of an event, a prize or a venue."""
    for step in range(last, last + FARTHEST_SPONSORED):
        token = marked.at(step)
        if token is None or not token.capital or not token.word or not marked.adjacent(step):
            return False
        if token.text in SPONSORED:
            return True
    return False


def is_other_congress(marked: Marked, index: int) -> bool:
    """Whether the word is not the parliament that English calls so without an article: `the Congress of Leaders`."""
    before, after = marked.at(index - 1), marked.at(index + 1)
    qualified = before is not None and (
        before.low in word_class("determiner")
        or before.text in POSSESSIVES
        or (before.capital and before.word and index > 1)
    )
    if qualified and index - 1 not in marked.countries:
        return True
    return after is not None and (after.low == "of" or (after.capital and after.word and marked.adjacent(index + 1)))


def is_sponsor(marked: Marked, last: int, spelling: Spelling) -> bool:
    """Whether a firm's name only begins that of an event, a prize or a venue: `the Acme New Energy Forum`."""
    return spelling.body.kind in TRADED and names_event(marked, last)


def match_known(marked: Marked, index: int) -> Spelling | None:
    """The longest spelling of a known body that begins at an index."""
    begin = tuple([same_spelling(low) for low in marked.lows[index : index + MANY]])
    sizes = (*lengths().get(begin, ()), *(lengths().get(begin[:1], ()) if len(begin) > 1 else ()))
    if not sizes:
        return None
    group = marked.tokens[index : index + sizes[0]]
    lows = tuple([same_spelling(low) for low in marked.lows[index : index + sizes[0]]])
    for size in sizes:
        for spelling in by_words().get(lows[:size], ()) if size <= len(lows) else ():
            if is_spelled(group[:size], spelling):
                return spelling
    return None


def is_spelled(group: tuple[Token, ...], spelling: Spelling) -> bool:
    """Whether tokens of a spelling's words have its letters, if it is one word, and its capitals if it is more."""
    if spelling.exact is not None:
        return group[0].text == spelling.exact
    return all(token.capital or not capital for token, capital in zip(group, spelling.capitals, strict=True))


def known_words(line_no: int, marked: Marked, first: int, last: int, body: KnownBody) -> BodyWords:
    """The words of a known body with the country that they bear, if it is not an international one."""
    country = body.country
    international = body.kind == "international" or (country is None and body.kind == "bank")
    if not international:
        first, before = country_before(marked, first, country)
        last, after = country_after(marked, last, body)
        country = before or after or country_near(marked, first, last) or country
    branch = branch_end(marked, last) if body.kind in BRANCHED else last
    own = body.name if branch == last and (country == body.country or body.country is None) else None
    last = branch
    start, end, name = words_at(marked, first, last)
    return BodyWords(line_no, first, last, start, end, name, body.kind, "known_body", country, own, head=body.name)


def country_before(marked: Marked, first: int, country: str | None) -> tuple[int, str | None]:
    """Where a body's name begins with the country written right before it, and that country."""
    name = marked.countries.get(first - 1)
    if name is None or not marked.adjacent(first) or (name.form == "people" and name.code != country):
        return first, None
    begin = country_start(marked, first - 1)
    return begin + 1 if marked.tokens[begin].low == "the" else begin, name.code


def country_after(marked: Marked, last: int, body: KnownBody) -> tuple[int, str | None]:
    """Where a body's name ends with `of <country>` or, for the branch of a body, with the country alone."""
    token = marked.at(last)
    if token is not None and token.low == "of":
        article = marked.at(last + 1)
        begin = last + 2 if article is not None and article.low == "the" else last + 1
        if begin in marked.countries and marked.countries[begin].form == "name":
            return country_end(marked, begin), marked.countries[begin].code
    if body.kind in BRANCHED and last in marked.countries and marked.adjacent(last) and is_branch(marked, last):
        return country_end(marked, last), marked.countries[last].code
    return last, None


def is_branch(marked: Marked, index: int) -> bool:
    """Whether a country behind a body is told by its name: `Caritas Peru`, not `Caritas American Fund`."""
    return marked.countries[index].form == "name"


def branch_end(marked: Marked, last: int) -> int:
    """The index after the city that a branch of a body bears behind its name."""
    token = marked.at(last)
    end = longest_place(marked, last) if token and token.capital and marked.adjacent(last) else last
    following = marked.at(end)
    runs_on = following is not None and following.capital and following.word and marked.adjacent(end)
    return last if runs_on else end


def find_in_compound(line_no: int, marked: Marked, index: int) -> Iterator[BodyWords]:
    """Acronyms within a compound: `EU-Kazakhstan`, `UN-led`."""
    token = marked.tokens[index]
    start = token.start
    for part in token.text.split("-"):
        body = by_acronym().get(part)
        if body is not None:
            end = start + len(part)
            yield BodyWords(
                line_no, index, index + 1, start, end, part, body.kind, "acronym_in_compound", body.country, body.name
            )
        start += len(part) + 1
