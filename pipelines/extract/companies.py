"""Companies, by legal form, by the word `company`, by quotation marks, and by whom they employ.

What belongs here: names that no head of a body ends. What does not: well-known companies (`known_bodies`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipelines.extract.bodies import (
    CLOSING,
    OPENING,
    POSSESSIVES,
    SMALL,
    BodyWords,
    bracketed,
    country_near,
    is_day,
    is_office_head,
    words_at,
)
from pipelines.extract.body_heads import match_head
from pipelines.extract.gazetteer import longest_place
from pipelines.extract.lexicons import fold, rows, words
from pipelines.extract.names import courtesy_size
from pipelines.extract.vocabulary import is_common, is_given

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pipelines.extract.bodies import Scope
    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked

NOUNS = frozenset(
    {
        "company", "firm", "corporation", "airline", "bank", "enterprise", "consortium", "holding", "manufacturer",
        "developer", "newspaper", "university", "companies", "firms", "airlines", "banks", "agency", "concern",
    }
)  # fmt: skip
OFFICERS = frozenset(
    {
        "CEO", "CFO", "COO", "Founder", "Co-Founder", "Co-founder", "Rector", "Chairman", "Chairperson", "President",
        "Director", "Board", "Manager", "Officer",
    }
)  # fmt: skip
MANY_NOUNS = frozenset({"companies", "firms", "airlines", "banks"})
LONGEST = 6
ITEM_ENDS = frozenset({"-", ";", "\u2013", "\u2014", "\u2022", "("})
UNITS = frozenset(
    {
        "Affairs", "Office", "Policy", "Relations", "Division", "Department", "Engagement", "Communications",
        "Operations", "Programs", "Programmes", "Bureau", "Government", "Services", "Section", "Unit", "Team",
        "Branch", "Desk",
    }
)  # fmt: skip
SHORTEST_ACRONYM = 3
FORM_PARTS = frozenset({"sp", "sp.", "z", "co", "co.", "."})  # of `Sp. z o.o.` and `Co., Ltd.`

if TYPE_CHECKING:
    Finder = Callable[[Scope, int], tuple[int, int] | None]


@cache
def legal_forms(place: str) -> frozenset[str]:
    """The legal forms that stand before or after a company's name."""
    return frozenset(row["form"] for row in rows("legal_forms") if row["place"] == place)


@cache
def cues() -> dict[str, tuple[tuple[Finder, str], ...]]:
    """The words beside which companies are named, with the finders to ask there, in order, and their rules."""
    found: dict[str, list[tuple[Finder, str]]] = {}
    for words_of_cue, finder, rule in (
        (legal_forms("after"), before_form, "legal_form"),
        (legal_forms("before"), after_form, "legal_form"),
        (NOUNS, after_noun, "called_company"),
        ({"company", "corporation"}, before_noun, "called_company"),
        (OFFICERS, after_officer, "officer_of"),
        (OFFICERS, after_title, "listed_body"),
        ({"("}, before_initials, "spelled_acronym"),
        ({"("}, inside_bracket, "spelled_acronym"),
        ({"of", "from", "with"}, after_person, "person_of"),
    ):
        for word in sorted(words_of_cue):
            found.setdefault(word, []).append((finder, rule))
    return {word: tuple(finders) for word, finders in found.items()}


@cache
def folded_cues() -> frozenset[str]:
    """The folded words beside which companies are named, one or several."""
    return frozenset(fold(word) for word in cues()) | MANY_NOUNS


def find_companies(scope: Scope) -> Iterator[BodyWords]:
    """Every company of a sentence that its surroundings show."""
    for index in scope.marked.standing(folded_cues()):
        token = scope.marked.tokens[index]
        for finder, rule in cues().get(token.text, ()):
            span = finder(scope, index)
            if span is not None:
                yield company(scope, span, rule)
                break
        if token.low in MANY_NOUNS:
            yield from listed(scope, index)


def company(scope: Scope, span: tuple[int, int], rule: str) -> BodyWords:
    """The words of a company."""
    start, end, name = words_at(scope.marked, *span)
    country = country_near(scope.marked, *span)
    return BodyWords(scope.line_no, *span, start, end, name, "company", rule, country, head="company")


def before_form(scope: Scope, index: int) -> tuple[int, int] | None:
    """The name that a legal form ends: `Acme Mining Ltd`, `Acme, Inc.`."""
    marked = scope.marked
    first = index
    if (comma := marked.at(index - 1)) is not None and comma.text == ",":
        if marked.tokens[index].text in words("us_states"):
            return None
        first -= 1
    while first > 1 and marked.tokens[first - 1].low in FORM_PARTS:
        first -= 1
    end = first
    while first > 0 and end - first < LONGEST and is_name_part(scope, first - 1):
        first -= 1
    proper = any(is_proper(token) for token in marked.tokens[first:end])
    following = marked.at(index + 1)
    last = index + 2 if following is not None and following.text == "." and is_short(marked, index) else index + 1
    return (first, last) if proper or end - first > 1 else None


def is_short(marked: Marked, index: int) -> bool:
    """Whether a stop behind a legal form is part of it and not the sentence's."""
    return index + 2 < len(marked.tokens) and marked.tokens[index].text in {"Ltd", "Inc", "Corp", "Co"}


def is_name_part(scope: Scope, index: int) -> bool:
    """Whether a token may stand in a company's name."""
    marked = scope.marked
    token = marked.tokens[index]
    if token.text == "&":
        return True
    return (
        token.capital and token.word and not scope.is_person(index) and not is_day(token)
        and not is_office_head(token) and token.low not in words("function_words") and not courtesy_size(marked, index)
    )  # fmt: skip


def after_form(scope: Scope, index: int) -> tuple[int, int] | None:
    """The name behind a legal form: `JSC Acme`, `LLP "Acme"`."""
    marked = scope.marked
    quoted = quoted_name(marked, index + 1)
    if quoted is not None:
        return index, quoted[1] + 1
    last = index + 1
    while last < len(marked.tokens) and last - index <= LONGEST and is_name_part(scope, last):
        last += 1
    return (index, last) if last > index + 1 else None


def quoted_name(marked: Marked, index: int) -> tuple[int, int] | None:
    """The tokens of a short name in quotation marks at an index."""
    token = marked.at(index)
    if token is None or token.text not in OPENING:
        return None
    for step in range(index + 2, min(index + LONGEST + 2, len(marked.tokens))):
        if marked.tokens[step].text in CLOSING and not opens_inner(marked, step):
            return (index + 1, step) if marked.tokens[index + 1].capital else None
    return None


def opens_inner(marked: Marked, index: int) -> bool:
    """Whether a straight mark opens a name within a name: `"National Company "Acme"`."""
    following = marked.at(index + 1)
    if following is None or not following.capital or marked.tokens[index].end != following.start:
        return False
    return marked.tokens[index - 1].end < marked.tokens[index].start


def after_noun(scope: Scope, index: int) -> tuple[int, int] | None:
    """The name behind a noun that calls it a company: `the company “Acme”`, `the airline Acme`."""
    marked = scope.marked
    quoted = quoted_name(marked, index + 1)
    return quoted or proper_name(scope, index + 1)


def before_noun(scope: Scope, index: int) -> tuple[int, int] | None:
    """The name before a small noun that calls it a company: `the National Tide Systems company`."""
    marked, first = scope.marked, index
    while first > 1 and index - first < LONGEST and is_name_part(scope, first - 1) and marked.adjacent(first):
        if first - 1 in marked.countries:
            return None
        first -= 1
    tokens, article = marked.tokens[first:index], marked.tokens[first - 1]
    if not tokens or not tokens[0].word or longest_place(marked, first) > first or article.low in POSSESSIVES:
        return None
    proper = any(is_proper(token) for token in tokens) and not is_given(tokens[0])
    return (first, index) if proper or (len(tokens) > 1 and article.low == "the") else None


def listed(scope: Scope, index: int) -> Iterator[BodyWords]:
    """The names of a list of companies: `companies such as Acme, Initech and Hooli`."""
    marked = scope.marked
    link, such = marked.at(index + 1), marked.at(index + 2)
    if link is None or link.low not in {"such", "including", "like", ":"}:
        return
    begin = index + 3 if such is not None and such.low == "as" else index + 2
    while (span := proper_name(scope, begin)) is not None:
        yield company(scope, span, "called_company")
        begin = after_link(marked, span[1])


def after_link(marked: Marked, index: int) -> int:
    """The index of the next item of a list, or one past the sentence where the list ends."""
    link, second = marked.at(index), marked.at(index + 1)
    if link is None or link.low not in {",", "and", "&"}:
        return len(marked.tokens)
    return index + 2 if link.text == "," and second is not None and second.low == "and" else index + 1


def after_officer(scope: Scope, index: int) -> tuple[int, int] | None:
    """The name of what a chief officer leads: `CEO of Acme`."""
    marked = scope.marked
    link = marked.at(index + 1)
    if link is None or link.low not in {"of", "at"}:
        return None
    article = marked.at(index + 2)
    begin = index + 3 if article is not None and article.low == "the" else index + 2
    return quoted_name(marked, begin) or proper_name(scope, begin)


def after_title(scope: Scope, index: int) -> tuple[int, int] | None:
    """The body in a list of those present: `- Jane Doe, Director, Acme Rights Watch - `."""
    marked = scope.marked
    comma = marked.at(index + 1)
    if comma is None or comma.text != "," or not is_title_of_person(scope, index):
        return None
    begin = last = index + 2
    while last < len(marked.tokens) and (is_name_part(scope, last) or marked.tokens[last].low in SMALL):
        last += 1
    closing = marked.at(last)
    if last == begin or last - begin > LONGEST or (closing is not None and closing.text not in ITEM_ENDS):
        return None
    named = not any(token.text in UNITS or is_office_head(token) for token in marked.tokens[begin:last])
    place = longest_place(marked, begin) == last or begin in marked.countries
    return (begin, last) if named and not place and marked.tokens[begin].capital else None


def is_title_of_person(scope: Scope, index: int) -> bool:
    """Whether a title of capitals stands between a person's name with a comma and an index."""
    step = index
    while step > 0 and index - step < LONGEST and scope.marked.tokens[step].capital:
        step -= 1
    return scope.marked.tokens[step].text == "," and step > 0 and scope.is_person(step - 1)


def is_proper(token: Token) -> bool:
    """Whether a word is an acronym or no common English."""
    return token.word and (token.acronym or not is_common(token))


def proper_name(scope: Scope, begin: int) -> tuple[int, int] | None:
    """A row of capitals at an index with a word in it that is not English, no place and no person."""
    marked = scope.marked
    if begin >= len(marked.tokens) or begin in marked.countries or longest_place(marked, begin) > begin:
        return None
    last = begin
    while last < len(marked.tokens) and is_name_part(scope, last) and last - begin < LONGEST:
        if last in marked.countries:
            break
        last += 1
    tokens = marked.tokens[begin:last]
    if not tokens or not tokens[-1].word or not any(is_proper(token) for token in tokens):
        return None
    if any(match_head(marked, step) for step in range(begin, last)):
        return None
    following = marked.at(last)
    if following is not None and following.low in {"and", "&"} and len(tokens) > 1 and is_given(tokens[0]):
        return None
    return None if len(tokens) == 1 and is_given(tokens[0]) else (begin, last)


def before_initials(scope: Scope, index: int) -> tuple[int, int] | None:
    """A name, not all English, whose capitals the acronym in brackets spells: `Kazakhstan Temir Zholy (KTZ)`."""
    marked = scope.marked
    inner = bracketed(marked, index)
    if inner is None or len(marked.tokens[inner].text) < SHORTEST_ACRONYM:
        return None
    acronym, first = marked.tokens[inner].text, index
    initials = ""
    while first > 0 and len(initials) < len(acronym):
        token = marked.tokens[first - 1]
        if not token.word or scope.is_person(first - 1):
            return None
        if token.capital:
            initials = token.text[0] + initials
        first -= 1
    foreign = [
        token for step, token in enumerate(marked.tokens[first:index], first)
        if token.capital and not is_common(token) and not token.acronym and step not in marked.countries
    ]  # fmt: skip
    return (first, index) if initials == acronym and len(foreign) > 1 else None


def inside_bracket(scope: Scope, index: int) -> tuple[int, int] | None:
    """A name in brackets whose capitals the acronym before them spells: `KTZ (Kazakhstan Temir Zholy)`."""
    marked = scope.marked
    before, last = marked.at(index - 1), index + 1
    if before is None or not before.acronym or len(before.text) < SHORTEST_ACRONYM:
        return None
    while (token := marked.at(last)) is not None and token.word and not scope.is_person(last):
        last += 1
    tokens = marked.tokens[index + 1 : last]
    initials = "".join(token.text[0] for token in tokens if token.capital)
    spelled = token is not None and token.text == ")" and initials == before.text
    return (index + 1, last) if spelled and is_name_of_body(scope, index + 1, last) else None


def is_name_of_body(scope: Scope, first: int, last: int) -> bool:
    """Whether a spelled acronym is a name: words that are not English, or the head of a body, and no country's name."""
    marked = scope.marked
    steps = [step for step in range(first, last) if marked.tokens[step].capital and step not in marked.countries]
    foreign = [step for step in steps if not is_common(marked.tokens[step]) and not marked.tokens[step].acronym]
    return len(foreign) > 1 or any(match_head(marked, step) for step in steps)


def after_person(scope: Scope, index: int) -> tuple[int, int] | None:
    """The newspaper that a person is said to be of or from: `Jane Doe of the Morning Express`."""
    if not scope.is_person(index - 1):
        return None
    marked = scope.marked
    article = marked.at(index + 1)
    last = begin = index + 2 if article is not None and article.low == "the" else index + 1
    while last < len(marked.tokens) and is_name_part(scope, last) and last not in marked.countries:
        last += 1
    return (begin, last) if last - begin > 1 and marked.tokens[last - 1].text in words("newspaper_words") else None
