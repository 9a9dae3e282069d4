"""Offices that stand without a name: `the Secretary`, `the Under Secretary`, `the Kazakh diplomat`, `SMS`.

What belongs here: whom such words mean by what has been said before. What does not: pronouns (`references`) and pairs
(`pairs`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipelines.extract.lexicons import word_class
from pipelines.extract.references import Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipelines.extract.references import Memory
    from pipelines.extract.vocabulary import Marked
    from pipelines.model import Position


def read_bare_office(
    marked: Marked, index: int, memory: Memory, named: Sequence[Item],
) -> Item | None:  # fmt: skip
    """`the Secretary`, `the Kazakh diplomat`: the person last named who holds such an office or is of that country."""
    before, after = marked.at(index - 1), marked.at(index + 1)
    if before is None or (after is not None and (after.low in {"of", "for", "to"} or after.capital)):
        return None
    whole = marked.lows[index] == "diplomats" and marked.lows[max(0, index - 2)] != "the"  # all of a country's
    if whole or marked.lows[index + 2 : index + 3] == ("office",) or is_served(marked, index):
        return None
    code = country_before(marked, index)
    far = code is not None and index - 1 not in marked.countries  # `the Kazakh Foreign Minister` must be a minister
    if (code is None and not behind_article(marked, index)) or (far and goes_on(marked, index)):
        return None
    word = marked.tokens[index].low
    here = [item.person_no for item in named if item.form == "person" and item.last <= index and item.person_no]
    latest = list(reversed([*memory.persons, *here]))
    if code is None and (number := holder_of(latest, office_words(marked, index), memory)) is not None:
        return Item(index, index + 1, "pronoun", number, memory.sides.get(number))
    for number in latest:
        fits = memory.sides.get(number) == code if code else holds(memory.titles.get(number, ()), word)
        fits = fits and (not far or holds(memory.titles.get(number, ()), word))
        fits = fits and not (word == "diplomat" and leads_state(memory.titles.get(number, ())))
        fits = fits or (word == "guest" and memory.sides.get(number) not in {None, memory.issuer})
        if fits:
            return Item(index, index + 1, "pronoun", number, memory.sides.get(number))
    return None


def country_before(marked: Marked, index: int) -> str | None:
    """The country in front of an office in few words: `the Kazakh diplomat`, `the Kazakh Deputy Foreign Minister`."""
    step = index - 1
    while step > 0 and marked.tokens[step].low in word_class("before_bare_office"):
        step -= 1
    return marked.countries[step].code if step in marked.countries else None


def goes_on(marked: Marked, index: int) -> bool:
    """Whether an office goes on to another, or to its holder: `the Norwegian Deputy Prime Minister and Minister of`."""
    link, after = marked.at(index + 1), marked.at(index + 2)
    joined = link is not None and (link.low == "and" or link.text in {",", "/", "-", "\u2013"})
    return joined and after is not None and after.capital


def is_served(marked: Marked, index: int) -> bool:
    """Whether an office only belongs to another: `Adviser to the Sultan`, `Envoy of the President`."""
    step = index - 1
    while step >= 0 and marked.tokens[step].low in word_class("before_bare_office") | {"the"}:
        step -= 1
    return 0 < step < index - 1 and marked.lows[step] in {"to", "of"} and marked.tokens[step - 1].capital


def office_words(marked: Marked, index: int) -> str:
    """The words of a bare office behind its article: `under secretary` in `the Under Secretary`."""
    step = index
    while step > 0 and marked.tokens[step - 1].low in word_class("before_bare_office"):
        step -= 1
    return " ".join(marked.lows[step : index + 1])


def holder_of(latest: Sequence[int], office: str, memory: Memory) -> int | None:
    """Who holds just this office, named latest: of the country that speaks if anybody."""
    exact = [number for number in latest if any(is_office(one.title, office) for one in memory.titles.get(number, ()))]
    own = [number for number in exact if memory.sides.get(number) == memory.issuer]
    return next(iter([*own, *exact]), None)


@cache
def is_office(title: str, office: str) -> bool:
    """Whether a title is just an office, not a deputy's: `Minister of Trade` for `minister`, `Under Secretary for`."""
    low = title.lower()
    head, _, field = office.partition(" ")
    if head == "foreign" and low.startswith((f"{field} of foreign affairs", f"{field} for foreign affairs")):
        return True
    return low == office or low.startswith((f"{office} of ", f"{office} for ", f"{office}, "))


def holds(titles: Iterable[Position], word: str) -> bool:
    """Whether one of a person's offices ends in a word, or holds it."""
    return any(word in title.title.lower().split() for title in titles)


def leads_state(titles: Iterable[Position]) -> bool:
    """Whether one of a person's offices is that of a head of state or government, whom nobody calls a diplomat."""
    return any(title.title.lower().startswith(("president", "prime minister", "king", "queen")) for title in titles)


def behind_article(marked: Marked, index: int) -> bool:
    """Whether `the` stands before an office in few words: `the Deputy Prime Minister`."""
    step = index - 1
    while step >= 0 and marked.tokens[step].low in word_class("before_bare_office"):
        step -= 1
    if step < 0:
        after = marked.at(index + 1)
        return after is not None and opens_predicate(after.low)
    return marked.tokens[step].low == "the"


def opens_predicate(low: str) -> bool:
    """Whether a word in small letters can be the verb of an office that begins the sentence: `Minister thanked`."""
    return low.endswith("ed") or low in word_class("auxiliary") or low in word_class("light_verb") or low == "met"


def read_office_acronym(marked: Marked, index: int, memory: Memory, named: Sequence[Item]) -> Item | None:
    """`PM`, `SMS` alone: the person last named whose office has these initials; `MFA` is always the ministry."""
    after, letters = marked.at(index + 1), marked.tokens[index].text
    if not letters.isalpha() or letters == "MFA" or (after is not None and after.capital and after.word):
        return None
    joined = marked.at(index + 2)
    if after is not None and after.low == "and" and joined is not None and joined.capital and not joined.acronym:
        return None  # an office held with another, whose holder follows: `DPM and Minister for Finance A`
    here = [item.person_no for item in named if item.form == "person" and item.last <= index and item.person_no]
    for number in reversed([*memory.persons, *here]):
        if any(letters in initials(position.title) for position in memory.titles.get(number, ())):
            return Item(index, index + 1, "pronoun", number, memory.sides.get(number))
    return None


@cache
def initials(title: str) -> tuple[str, str]:
    """The initials of an office up to its first comma or `and`, with and without its small words."""
    head = title.split(",", maxsplit=1)[0].split(" and ", maxsplit=1)[0].split()
    return "".join(word[0] for word in head if word[0].isupper()), "".join(word[0].upper() for word in head)
