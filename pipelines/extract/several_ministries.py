"""Several ministries in one phrase: `the Ministries of Energy and Trade`, `the Ministries of Defence of A and B`.

What belongs here: the fields and the states that such a phrase lists. What does not: ministries told one by one
(`body_phrases`) and under short names (`ministries`).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.extract.bodies import POSSESSIVES, BodyWords, country_near, same_spelling, words_at
from pipelines.extract.known_bodies import by_words
from pipelines.extract.ministries import FOREIGN, LINKS, after_article, of_states
from pipelines.extract.vocabulary import is_common

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.extract.bodies import Scope
    from pipelines.extract.vocabulary import Marked

MINISTRIES = frozenset({"Ministries", "MINISTRIES"})
DEPARTMENTS = frozenset({"Departments", "DEPARTMENTS"})
LONGEST_FIELD = 9
ONE = 1
Field = tuple[int, int]  # the tokens of a field of work: first, and the one behind the last


def find_several(scope: Scope) -> Iterator[BodyWords]:
    """Every ministry of the phrases of a sentence that name several."""
    marked = scope.marked
    if marked.words.isdisjoint({"ministries", "departments"}):
        return
    for index in marked.capitals:
        text = marked.tokens[index].text
        if text in MINISTRIES:
            yield from ministries(scope, index)
        elif text in DEPARTMENTS:
            yield from departments(scope, index)


def ministries(scope: Scope, index: int) -> Iterator[BodyWords]:
    """One for each field of `Ministries of Energy and Trade`, one for each state of `Foreign Ministries of A and B`."""
    marked = scope.marked
    of, before = marked.at(index + 1), marked.at(index - 1)
    if of is None or of.low != "of":
        return
    if before is not None and before.text == "Foreign":
        yield from of_states(scope.line_no, marked, index - 1, after_article(marked, index + 2), FOREIGN)
        return
    fields = listed_fields(scope, after_article(marked, index + 2))
    if not fields:
        return
    end = fields[-1][1]
    link = marked.at(end)
    behind = after_article(marked, end + 1) if link is not None and link.low == "of" else end
    if len(fields) == ONE:
        yield from of_states(scope.line_no, marked, index, behind, f"Ministry of {text_of(marked, fields[0])}")
        return
    name = marked.countries.get(behind) if behind > end else None
    country = name.code if name is not None else country_before(marked, index) or country_near(marked, index, end)
    for number, (first, last) in enumerate(fields):
        start, stop, _ = words_at(marked, index if number == 0 else first, last)
        yield ministry(
            scope.line_no, (index if number == 0 else first, last, start, stop), marked, (first, last), country
        )


def ministry(
    line_no: int, span: tuple[int, int, int, int], marked: Marked, field: Field, country: str | None,
) -> BodyWords:  # fmt: skip
    """The words of one of several ministries."""
    first, last, start, end = span
    name = f"Ministry of {text_of(marked, field)}"
    return BodyWords(line_no, first, last, start, end, name, "ministry", "ministries_of", country, head="ministry")


def country_before(marked: Marked, index: int) -> str | None:
    """The country whose ministries they are, where it stands before the word: `Peru's Ministries of …`."""
    step = index - 1
    while step > 0 and marked.tokens[step].text in POSSESSIVES:
        step -= 1
    name = marked.countries.get(step)
    return name.code if name is not None else None


def text_of(marked: Marked, field: Field) -> str:
    """The words of a field of work as written."""
    return words_at(marked, *field)[2]


def listed_fields(scope: Scope, index: int) -> list[Field]:
    """The fields of work of a list that closes with `and`, or the only one."""
    marked, step = scope.marked, index
    commas, links = list[int](), list[int]()
    while (token := marked.at(step)) is not None:
        goes_on = is_field(scope, after_of(marked, step + 1))
        if token.text == "," and (goes_on or marked.lows[step + 1 : step + 2] == ("and",)):
            commas.append(step)
        elif token.low in {"and", "&"} and goes_on:
            links.append(step)
        elif not is_field(scope, step) and not is_inner(scope, step):
            break
        step += 1
    cuts = sorted((*commas, *parting(marked, commas, links)))
    bounds = [index - 1, *cuts, step]
    fields = [(after_of(marked, first + 1), last) for first, last in pairwise(bounds)]
    found = [(first, last) for first, last in fields if last > first]
    return found if links or len(found) == ONE else found[:ONE]


def parting(marked: Marked, commas: list[int], links: list[int]) -> list[int]:
    """The `and` that parts two ministries: the last one, but the first behind `Affairs`, with which a name is whole."""
    whole = [link for link in links if marked.tokens[link - 1].low == "affairs"]
    return whole[:ONE] if whole and not commas else links[-ONE:]


def after_of(marked: Marked, index: int) -> int:
    """The index after a repeated `of` or `for` and an article: `of Energy and of the Interior`."""
    token = marked.at(index)
    return after_article(marked, index + 1 if token is not None and token.low in {"of", "for"} else index)


def is_field(scope: Scope, index: int) -> bool:
    """Whether a token is a word of a field of work: a common capital that names no person, state or further body."""
    token = scope.marked.at(index)
    if token is None or not token.capital or not token.word or (token.acronym and not is_common(token)):
        return False
    named = scope.is_person(index) or index in scope.marked.countries
    return is_common(token) and not named and token.text not in {"Ministry", "Embassy", "Government", "Parliament"}


def is_inner(scope: Scope, index: int) -> bool:
    """Whether a small word stands within a list of fields, which goes on behind it."""
    token = scope.marked.at(index)
    if token is None or token.low not in {"of", "the", "for"}:
        return False
    following = scope.marked.at(index + 1)
    article = following is not None and following.low == "the" and token.low != "the"
    return is_field(scope, index + 1) or (article and is_field(scope, index + 2))


def departments(scope: Scope, index: int) -> Iterator[BodyWords]:
    """`U.S. Departments of State, Energy, and Health and Human Services`: those that the lexicon knows."""
    marked, line_no = scope.marked, scope.line_no
    of = marked.at(index + 1)
    if of is None or of.low != "of":
        return
    first, step = index, after_article(marked, index + 2)
    found: list[BodyWords] = []
    while (last := known_department(marked, step)) > step:
        start, end, _ = words_at(marked, first, last)
        body = by_words()[department_words(marked, step, last)][0].body
        found.append(
            BodyWords(
                line_no, first, last, start, end, body.name, body.kind, "departments_of", body.country, body.name,
                head=body.name,
            )
        )  # fmt: skip
        first = step = after_of(marked, after_links(marked, last))
    if len(found) > ONE:
        yield from found


def after_links(marked: Marked, index: int) -> int:
    """The index after the commas and `and` that part the items of a list."""
    while (token := marked.at(index)) is not None and token.low in LINKS:
        index += 1
    return index


def known_department(marked: Marked, index: int) -> int:
    """The index after the longest field from an index whose department the lexicon knows, or the same index."""
    for last in range(min(index + LONGEST_FIELD, len(marked.tokens)), index, -1):
        if marked.tokens[last - 1].capital and department_words(marked, index, last) in by_words():
            return last
    return index


def department_words(marked: Marked, first: int, last: int) -> tuple[str, ...]:
    """The words of a department of some field, as the lexicon spells them."""
    return ("department", "of", *(same_spelling(low) for low in marked.lows[first:last]))
