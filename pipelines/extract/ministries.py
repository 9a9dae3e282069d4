"""Foreign ministries under their short names.

What belongs here: `the Kazakh MFA`, `Foreign Ministry of Japan`, `the Polish and Italian MFAs`. What does not:
ministries under their full names (`body_phrases`), and several in one phrase (`several_ministries`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.bodies import BodyWords, country_near, country_start, words_at
from pipelines.extract.known_bodies import country_before
from pipelines.extract.vocabulary import country_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.extract.vocabulary import Marked

FOREIGN = "Ministry of Foreign Affairs"
ACRONYMS = frozenset({"MFA", "MoFA", "MOFA"})
LINKS = frozenset({"and", ",", "&"})
OWNER_LINKS = LINKS | {"'s", "\u2019s"}
SMALL_CUES = frozenset({"ministry", "ministries"})
PLURALS = frozenset({"MFAs", "MoFAs", "MOFAs"})
CUES = ACRONYMS | PLURALS | {"Foreign"}


def find_ministries(line_no: int, marked: Marked) -> Iterator[BodyWords]:
    """Ministries under short names and in the plural."""
    for index in marked.capitals:
        token = marked.tokens[index]
        if token.text not in CUES:
            continue
        if token.text in ACRONYMS:
            yield short_name(line_no, marked, index, index + 1)
        elif token.text == "Foreign" and (noun := marked.at(index + 1)) and noun.text == "Ministry":
            yield short_name(line_no, marked, index, index + 2)
        elif token.text in PLURALS:
            yield from owned(line_no, marked, index, index + 1)
    yield from find_small(line_no, marked)


def find_small(line_no: int, marked: Marked) -> Iterator[BodyWords]:
    """Foreign ministries in small letters, where their country is told: `the Peruvian foreign ministry`."""
    for index in marked.standing(SMALL_CUES):
        if not marked.tokens[index].text.islower() or index < 1 or marked.tokens[index - 1].text != "foreign":
            continue
        if marked.lows[index] == "ministry":
            found = short_name(line_no, marked, index - 1, index + 1)
            if found.country is not None:
                yield found
        elif marked.lows[index + 1 : index + 2] == ("of",):
            yield from of_states(line_no, marked, index - 1, after_article(marked, index + 2), FOREIGN)
        else:
            yield from owned(line_no, marked, index - 1, index + 1)


def short_name(line_no: int, marked: Marked, first: int, last: int) -> BodyWords:
    """A foreign ministry, with the country before or after its short name."""
    first, country = country_before(marked, first, None)
    of = marked.at(last)
    if of is not None and of.low == "of" and (begin := after_article(marked, last + 1)) in marked.countries:
        country, last = marked.countries[begin].code, country_end(marked, begin)
    country = country or country_near(marked, first, last)
    start, end, _ = words_at(marked, first, last)
    return BodyWords(line_no, first, last, start, end, FOREIGN, "ministry", "ministry_short_name", country, head="mfa")


def after_article(marked: Marked, index: int) -> int:
    """The index after an article."""
    token = marked.at(index)
    return index + 1 if token is not None and token.low == "the" else index


def owned(line_no: int, marked: Marked, index: int, last: int) -> Iterator[BodyWords]:
    """`the Polish and Italian MFAs`, `Poland's and Italy's MFAs`: one body for each country before the plural."""
    step = index - 1
    while step >= 0 and (step in marked.countries or marked.tokens[step].low in OWNER_LINKS):
        if step in marked.countries:
            first = country_start(marked, step)
            start, end, _ = words_at(marked, first, last)
            code = marked.countries[step].code
            yield BodyWords(line_no, first, last, start, end, FOREIGN, "ministry", "ministries_of", code, head="mfa")
            last = step = first
        step -= 1


def of_states(line_no: int, marked: Marked, first: int, step: int, name: str) -> Iterator[BodyWords]:
    """One ministry for each of the countries listed from an index."""
    for country_at in listed_countries(marked, step):
        last = country_end(marked, country_at)
        start, end, _ = words_at(marked, first, last)
        code = marked.countries[country_at].code
        yield BodyWords(line_no, first, last, start, end, name, "ministry", "ministries_of", code, head="mfa")
        first = after_article(marked, last + 1)


def listed_countries(marked: Marked, index: int) -> Iterator[int]:
    """The countries of a list, by their first tokens."""
    while index in marked.countries:
        yield country_start(marked, index)
        index = country_end(marked, index)
        link = marked.at(index)
        if link is None or link.low not in LINKS:
            return
        index = after_article(marked, index + 1)
        if (second := marked.at(index)) is not None and second.low == "and":
            index = after_article(marked, index + 1)
