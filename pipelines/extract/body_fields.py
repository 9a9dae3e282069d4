"""The words behind the head of a body that say what it is for: `of Education, Science and Culture`.

What belongs here: rows of capitals, and lists of fields of work. What does not: where such words may begin
(`body_phrases`), and whether the whole is a body (`body_checks`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.bodies import is_day, is_office_head
from pipelines.extract.body_heads import match_head
from pipelines.extract.gazetteer import longest_place
from pipelines.extract.lexicons import word_class, words
from pipelines.extract.names import courtesy_size
from pipelines.extract.vocabulary import country_end, is_common, is_given

if TYPE_CHECKING:
    from pipelines.extract.bodies import Scope
    from pipelines.extract.vocabulary import Marked

ALWAYS = frozenset(
    {
        "of",
        "for",
        "on",
        "against",
        "under",
        "de",
        "du",
        "des",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "f\u00fcr",
        "d\u2019",
        "of\u2019",
    }
)
COMPANIONS = frozenset(
    {"Acting", "Assistant", "Chief", "Deputy", "Former", "Member", "Members", "Prime", "Special", "Vice"}
)
OFFICES_OF_TWO = frozenset({"prime", "attorney", "vice", "prosecutor", "auditor", "inspector", "solicitor"})
LINKS = frozenset({"and", "&", ","})
LINK_AND_ONE = 2  # so far a single word after a link reaches
LONGEST_LIST = 10
FARTHEST_RIGHT = 30


def field_edge(scope: Scope, index: int) -> int:
    """The index after `in` and a field of work (`… against Trafficking in Human Beings`), not a place."""
    marked = scope.marked
    begin = index + 1
    if not is_field(scope, begin) or longest_place(marked, begin) > begin:
        return index
    return run_edge(scope, begin)


def run_edge(scope: Scope, begin: int) -> int:
    """The index after a row of capitals that may stand in a body's name."""
    marked = scope.marked
    index = begin
    while (token := marked.at(index)) is not None and index - begin < FARTHEST_RIGHT:
        if index > begin and not marked.adjacent(index):
            break
        if index in marked.countries:
            adjective = marked.countries[index].form == "adjective"
            index = country_end(marked, index)
            if not adjective and (marked.at(index) is None or match_head(marked, index) is None):
                break
            continue
        if index > begin and is_inner_article(marked, index):
            index += 1
            continue
        if not token.capital or not token.word or scope.is_person(index) or is_day(token):
            break
        if index > begin and ends_run(marked, index) and not closes_office(marked, begin, index):
            break
        index += 1
    return index


def is_inner_article(marked: Marked, index: int) -> bool:
    """Whether an article stands between what is done and to what: `for Saving the Coral Reef`."""
    following = marked.at(index + 1)
    doing = marked.tokens[index - 1].low.endswith("ing")
    return marked.tokens[index].text == "the" and doing and following is not None and following.capital


def after_with(scope: Scope, link: int) -> int:
    """The index after `with` and a field of work (`… of People with Disabilities`), not after one who took part."""
    marked = scope.marked
    if not is_field(scope, link + 1) or marked.tokens[link + 1].text in COMPANIONS:
        return link
    end = run_edge(scope, link + 1)
    return link if is_office_at(marked, end) else end


def closes_office(marked: Marked, begin: int, index: int) -> bool:
    """Whether a head of an office completes the one that a body belongs to: `Chancellery of the Prime Minister`."""
    return index == begin + 1 and marked.tokens[begin].low in OFFICES_OF_TWO


def ends_run(marked: Marked, index: int) -> bool:
    """Whether a capital no longer belongs to a body's name: an office, a rank, a small word of a heading."""
    token = marked.tokens[index]
    other = is_office_head(token) or token.low in words("function_words") or courtesy_size(marked, index) > 0
    return other or ends_field(marked, index)


def ends_field(marked: Marked, index: int) -> bool:
    """Whether a name is complete before a capital: behind `Affairs`, and before a given name that leads a person's."""
    token, before, following = marked.tokens[index], marked.tokens[index - 1], marked.at(index + 1)
    if before.low == "affairs" and index - 1 not in marked.countries:
        return True
    named = following is not None and following.capital and following.word and marked.adjacent(index + 1)
    return named and is_given(token) and not is_common(token) and is_common(before)


def after_and(scope: Scope, link: int) -> int:
    """The index after `and` with further fields of work (`… and Trade`); the same index where another thing begins."""
    marked = scope.marked
    token = marked.at(link + 1)
    if token is None or link - 1 in marked.countries or not is_field(scope, link + 1):
        return link
    end = run_edge(scope, link + 1)
    for index in range(link + 1, end):
        if is_other_head(marked, index) or is_office_head(marked.tokens[index]):
            return link
        if index in marked.countries:
            return index if index > link + 1 else link
    several = end - link > LINK_AND_ONE and token.text not in words("office_modifiers") | COMPANIONS
    return link if is_office_at(marked, end) and not several else end


def is_other_head(marked: Marked, index: int) -> bool:
    """Whether another body's head stands at a token; the plain words that end firms' names may be fields of work."""
    head = match_head(marked, index)
    if head is None or (head.kind == "company" and head.needs in {"name", "firm"}):
        return False
    if head.needs not in {"own", "weak"} or head.kind == "ministry":
        return True
    after = marked.at(index + head.size)
    if after is None or after.low in ALWAYS:
        return after is not None or marked.tokens[index - 1].low not in LINKS
    modifies = after.capital and is_common(after) and marked.adjacent(index + head.size)
    return not modifies and marked.tokens[index - 1].low not in LINKS


def is_office_at(marked: Marked, index: int) -> bool:
    """Whether an office's head follows, to which the words before would belong."""
    token = marked.at(index)
    return token is not None and token.capital and is_office_head(token) and marked.adjacent(index)


def is_field(scope: Scope, index: int) -> bool:
    """Whether a word is a common capital, as the fields of a ministry's work are."""
    marked = scope.marked
    token = marked.at(index)
    if token is not None and are_people(scope.marked, index):
        return not scope.is_person(index)
    if token is None or not token.capital or not token.word or not is_common(token) or token.acronym:
        return token is not None and token.text.isupper() and is_common(token) and len(token.text) > 3  # noqa: PLR2004
    return not scope.is_person(index) and index not in marked.countries and token.low not in word_class("calendar")


def are_people(marked: Marked, index: int) -> bool:
    """Whether a plural goes on with a plural: `of Cardiologists and Radiographers`."""
    token, before = marked.tokens[index], marked.at(index - 2)
    plural = token.capital and token.low.endswith("s") and index not in marked.countries
    return plural and not token.acronym and before is not None and before.capital and before.low.endswith("s")


def after_comma(scope: Scope, comma: int) -> int:
    """The index after a list of fields of work that closes with `and`: `of Education, Science and Culture`."""
    marked = scope.marked
    index, linked = comma, False
    while (token := marked.at(index)) is not None and index - comma < LONGEST_LIST:
        if token.text == ",":
            index += 1
            continue
        if token.low in {"and", "&"}:
            linked = True
            index += 1
            break
        if not is_field(scope, index) or is_other_head(marked, index) or is_office_head(token):
            return comma
        index += 1
    if not linked or not is_field(scope, index):
        return comma
    end = after_and(scope, index - 1)
    return end if end > index - 1 else comma
