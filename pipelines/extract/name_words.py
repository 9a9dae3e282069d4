"""Single words of names and of offices: which may be a part of a name, and which never is.

What belongs here: questions about one token and its neighbour. What does not: where a name begins and ends (`names`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pipelines.extract.lexicons import word_class, words
from pipelines.extract.vocabulary import country_end, is_common, is_given, is_initial, is_plural_acronym, phrases

if TYPE_CHECKING:
    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked

LONGEST_EASTERN = 6
SMALL_PREFIX = re.compile(r"(?:[a-z]{1,3})[-\u2019'\u2018][A-ZÀ-Þ]")  # al-Ghazali, d'Escoto
LETTERS_OF_NAMES = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+(?:[-\u2019'\u02bc\u2018\u2010\u2011][^\W\d_]+)*\.?")


def name_like(token: Token) -> bool:
    """Whether a token has the letters of a name: a capital, no digits, or an initial."""
    if not token.capital:
        return SMALL_PREFIX.match(token.text) is not None
    if is_plural_acronym(token):
        return False
    return is_initial(token) or token.text.isalpha() or LETTERS_OF_NAMES.fullmatch(token.text) is not None


@cache
def office_words() -> frozenset[str]:
    """Words that begin offices and their qualifiers, which no name has."""
    heads = {part for row_parts in phrases("offices").values() for parts in row_parts for part in parts[:1]}
    return frozenset(heads | words("office_modifiers"))


def is_office_word(token: Token) -> bool:
    """Whether the word belongs to an office rather than to a name."""
    text = token.text.capitalize() if token.text.isupper() else token.text
    known = office_words()
    if text in known or token.text in known or (text.endswith("s") and text[:-1] in known):
        return True
    return text.endswith("ries") and f"{text[:-3]}y" in known


def ends_run(marked: Marked, index: int) -> bool:
    """Whether no further capital follows."""
    following = marked.at(index + 1)
    return following is None or not following.capital or not marked.adjacent(index + 1)


def is_short_part(marked: Marked, index: int) -> bool:
    """Whether a short capital word may be a part of a name of the East, if its surname says so."""
    token = marked.tokens[index]
    if not (token.capital and token.text.isalpha() and len(token.text) <= LONGEST_EASTERN and marked.adjacent(index)):
        return False
    return not token.acronym and token.low not in words("institution_words") and not is_office_word(token)


def is_spelled_as_name(marked: Marked, index: int) -> bool:
    """Whether an accent or an initial behind it shows that a word is no English one: `Móté`, `Rose B. Doe`."""
    token, following = marked.tokens[index], marked.at(index + 1)
    if token.low in words("institution_words"):
        return False
    return token.text.lower() != token.low or (following is not None and is_initial(following))


def is_shouted_name(marked: Marked, index: int) -> bool:
    """Whether a whole name is in capitals, as in a heading: a given name with an initial and a surname behind it."""
    initial, surname = marked.at(index + 1), marked.at(index + 2)
    if initial is None or surname is None or not is_initial(initial):
        return False
    return is_given(marked.tokens[index]) and surname.acronym and surname.text.isalpha()


def names_thing(marked: Marked, index: int) -> bool:
    """Whether an acronym is a body's, or leads to the word for a thing that bears a name: `Ana Doe LNG Terminal`."""
    following = marked.at(index + 1)
    runs_on = following is not None and following.capital and marked.adjacent(index + 1)
    thing = runs_on and following is not None and following.low in word_class("named_after")
    return thing or marked.tokens[index].text in words("bodies")


def shared_with_country(marked: Marked, index: int) -> bool:
    """Whether a country's name is a given name here: `Jordan Smith`."""
    token, following = marked.tokens[index], marked.at(index + 1)
    if token.text not in words("names_shared_with_countries") or following is None or not marked.adjacent(index + 1):
        return False
    return name_like(following) and not is_common(following) and index + 1 not in marked.countries


def is_surname_like_country(marked: Marked, first: int, index: int) -> bool:
    """Whether a country's name is a surname, behind a given name or an initial: `Anna Jordan`, `Ella O. Monaco`."""
    if is_initial(marked.tokens[index - 1]) and index - 1 > first:
        return country_end(marked, index) == index + 1
    if marked.tokens[first].low in word_class("modal") and (first == 0 or not marked.tokens[first - 1].word):
        return False  # `Will Chad …?`
    return marked.tokens[index].text in words("names_shared_with_countries") and is_given(marked.tokens[first])
