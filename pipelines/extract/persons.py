"""Persons named in a sentence, with the offices that the sentence gives them.

What belongs here: bringing together what the readers find, and names that no office anchors: by courtesy, by a given
name, by initials. What does not: which names of a release are one person's (`joining`), and how an office and its
holder are linked (`holders`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipelines.extract.bullets import read_bullets
from pipelines.extract.courtesy import follows_patronym, honorific_words, names_no_person, skip_courtesy
from pipelines.extract.enumerations import by_states
from pipelines.extract.gazetteer import places
from pipelines.extract.holders import after_counterpart, after_country, after_office, before_office
from pipelines.extract.lexicons import rows, word_class, words
from pipelines.extract.lists import beside, country_after
from pipelines.extract.name_words import is_office_word
from pipelines.extract.names import Name, read_name
from pipelines.extract.naming import Naming, follows_capital, in_offices, is_place
from pipelines.extract.offices import read_offices
from pipelines.extract.vocabulary import given_name, is_body_word, is_common, is_given, is_initial

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.extract.offices import Office
    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked

MANY = 2
POSSESSIVES = frozenset({"\u2019s", "'s"})
LONGEST_ALONE = 5
CITY = 500_000


def find_namings(line_no: int, marked: Marked) -> list[Naming]:
    """Every person named in a sentence, in order; a name comes once for each office that the sentence gives to it."""
    found, offices = read_bullets(line_no, marked, read_offices(marked))
    for rule in (*BY_OFFICE, *BY_NAME) if offices else BY_NAME:
        for naming in rule(line_no, marked, offices):
            add(found, naming)
    anchors = [naming for naming in found if naming.rule == "given_name"]
    reached = {(naming.first, naming.last) for naming in anchors}
    for known in anchors:
        for naming in beside(line_no, marked, known, offices, reached):
            add(found, naming)
    found = [naming for naming in found if not is_company(marked, naming)]
    return sorted(found, key=lambda naming: naming.first)


def is_company(marked: Marked, naming: Naming) -> bool:
    """Whether a legal form stands in or right behind the words, so that they are a company's: `Brixen Zyrov Ltd`."""
    forms = words("legal_forms")
    return any(token.text in forms for token in marked.tokens[naming.first + 1 : naming.last + 1])


def add(found: list[Naming], naming: Naming) -> None:
    """Keep a naming: a name seen before gains only another office, and names never overlap."""
    first, last = naming.first, naming.last
    for known in found:
        if first < known.last and known.first < last:
            same = (known.first, known.last) == (first, last)
            if same and naming.office is not None and naming.office != known.office:
                found.append(naming)
            return
    found.append(naming)


def by_courtesy(line_no: int, marked: Marked, offices: list[Office]) -> Iterator[Naming]:
    """`Mr. Kanai Masaaki`, `H.E. Dr. Mohamed Muizzu`, `Lord Ahmad of Wimbledon`."""
    past = 0
    for index in marked.standing(honorific_words()):
        if index < past:
            continue
        begin, courtesy = skip_courtesy(marked, index)
        if not courtesy or follows_patronym(marked, index) or names_no_person(marked, index):
            continue
        name, past = read_name(marked, index, anchored=True), begin
        if name is None or in_offices(name, offices):
            continue
        if marked.tokens[name.first - 1].text in word_class("mister") or not is_place(marked, name):
            yield Naming(line_no, name.first, name.last, "honorific", country=country_after(marked, name, None))


def by_given_name(line_no: int, marked: Marked, offices: list[Office]) -> Iterator[Naming]:
    """`Huma Siddiqui of the Financial Express`: two or more capitals, the first a given name."""
    for index in marked.capitals:
        token = marked.tokens[index]
        if not given_name(token.low) or index in marked.countries or follows_capital(marked, index):
            continue
        if names_no_person(marked, index):
            continue
        before = marked.at(index - 1)
        if token.low in word_class("calendar") or is_initial(token) or (before and before.low in {"the", "a", "an"}):
            continue
        name = read_name(marked, index, anchored=False)
        if name is not None and stands_alone(marked, name) and not in_offices(name, offices):
            yield Naming(line_no, name.first, name.last, "given_name")


def stands_alone(marked: Marked, name: Name) -> bool:
    """Whether a name without any anchor is safe: two to five words, no place, not the beginning of a body's name."""
    tokens = marked.tokens[name.first : name.last]
    following = marked.at(name.last)
    if name.size < MANY or name.size > LONGEST_ALONE or is_place(marked, name) or is_called_so(marked, name):
        return False
    if following and following.capital and following.word and marked.adjacent(name.last):
        return False
    if following and following.low in {"\u2019s", "'s"} and (after := marked.at(name.last + 1)) and is_body_word(after):
        return False
    if len(places().get(tokens[0].low, ())) and places()[tokens[0].low][0].population > CITY:
        return False
    if is_office_word(tokens[-1]):
        return False
    particles = words("name_particles")
    return all(is_given(token) or token.low in particles or not is_common(token) for token in tokens[1:])


def is_called_so(marked: Marked, name: Name) -> bool:
    """Whether a small word before says that a thing bears the name: `the newspaper Ana Doe`."""
    before = marked.at(name.first - 1)
    return before is not None and before.text in word_class("called_by_name")


def by_war(line_no: int, marked: Marked, offices: list[Office]) -> Iterator[Naming]:
    """A surname alone whose war or invasion is told: `Zyrov's brutal war of choice`."""
    for index in marked.standing(word_class("war_of")):
        step = index - 1
        while step > 0 and index - step < LONGEST_ALONE + MANY and is_reproach(marked.tokens[step]):
            step -= 1
        if step < 1 or marked.tokens[step].text not in POSSESSIVES or follows_capital(marked, step - 1):
            continue
        name = Name(step - 1, step, courtesy=False)
        if is_lone_surname(marked, step - 1) and not in_offices(name, offices):
            yield Naming(line_no, step - 1, step, "war_of")


def is_lone_surname(marked: Marked, index: int) -> bool:
    """Whether a capital can only be a surname: no English word, no country, no place and no body."""
    token = marked.tokens[index]
    if not token.capital or token.acronym or not token.text.isalpha() or index in marked.countries:
        return False
    if is_common(token) or is_body_word(token) or token.low in places():
        return False
    return token.text not in words("bodies") and token.text not in known_names()


@cache
def known_names() -> frozenset[str]:
    """The names of one word under which well-known bodies go."""
    names = (name for row in rows("known_bodies") for name in (row["name"], *row["other_names"].split("|")))
    return frozenset(name for name in names if " " not in name) | word_class("armed_side")


def is_reproach(token: Token) -> bool:
    """Whether a word may stand between a surname and a war: small words, commas and `and`."""
    return token.text == "," or (token.text.islower() and token.word)


def by_initials(line_no: int, marked: Marked, offices: list[Office]) -> Iterator[Naming]:
    """`M. Tileuberdi`, `A. Al Zayani`: an initial with a surname."""
    for index in marked.capitals:
        if len(marked.tokens[index].text) != MANY or not is_initial(marked.tokens[index]):
            continue
        if index > 0 and marked.tokens[index - 1].capital and marked.tokens[index - 1].word:
            continue
        name = read_name(marked, index, anchored=True)
        if name is None or name.size < MANY or in_offices(name, offices):
            continue
        if not all(is_common(part) or is_initial(part) for part in marked.tokens[name.first : name.last]):
            yield Naming(line_no, name.first, name.last, "initial")


BY_OFFICE = (by_states, after_office, before_office, after_country)  # what they find stands beside an office
BY_NAME = (after_counterpart, by_courtesy, by_given_name, by_initials, by_war)
