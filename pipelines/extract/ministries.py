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
LINKS = frozenset({"and", ",", "&", "'s", "\u2019s"})
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
            yield from owned(line_no, marked, index)


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


def owned(line_no: int, marked: Marked, index: int) -> Iterator[BodyWords]:
    """`the Polish and Italian MFAs`, `Poland's and Italy's MFAs`: one body for each country before the plural."""
    last, step = index + 1, index - 1
    while step >= 0 and (step in marked.countries or marked.tokens[step].low in LINKS):
        if step in marked.countries:
            first = country_start(marked, step)
            start, end, _ = words_at(marked, first, last)
            code = marked.countries[step].code
            yield BodyWords(line_no, first, last, start, end, FOREIGN, "ministry", "ministries_of", code, head="mfa")
            last = step = first
        step -= 1
