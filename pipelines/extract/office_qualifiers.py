"""What stands before the head of an office: `First Deputy …`, `Kazakh …`, `Department of Works (DOW) …`.

What belongs here: how far these words go to the left, and the country or the body that they name. What does not: the
head itself (`offices`) and what follows it (`complements`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.known_bodies import match_known
from pipelines.extract.lexicons import word_class, words
from pipelines.extract.vocabulary import (
    bodies_beginning,
    is_body_word,
    is_common,
    is_given,
    is_initial,
    title_case,
)

if TYPE_CHECKING:
    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked

FARTHEST_LEFT = 9
LONGEST_BODY = 14
MANY = 2
LONGEST_KNOWN = 6
POSSESSIVES = frozenset({"\u2019s", "'s", "\u2019", "'"})
INNER = frozenset({"of", "and", "for", "&", "the", "on"})


def extend_left(marked: Marked, index: int, floor: int, *, small: bool, alone: bool) -> tuple[int, str | None, bool]:
    """The first token of the office's own words, and the country or body named before them.

    `alone` says that no words follow the head, so that a body with its acronym before it belongs to the title.
    """
    first, body = index, False
    while first > floor and index - first < FARTHEST_LEFT and belongs_before(marked, first - 1, small=small):
        first -= 1
    first = include_field(marked, first, floor)
    first = include_body(marked, bracketed_body(marked, first, floor) if alone else first, floor, index)
    first = include_known(marked, first, floor, index)
    own = marked.tokens[first:index]
    body = any(token.text in words("bodies") for token in own) or names_body(own)
    if (state := include_state(marked, first, floor)) < first:
        return state, "US", body
    if (field := include_affairs(marked, first, floor)) < first:
        return field, None, body
    country, apart = country_before(marked, first, floor)
    return first, country, body or apart


def include_affairs(marked: Marked, first: int, floor: int) -> int:
    """The start of a country that is only the field of an office: `Peru Affairs Office Director`."""
    name = marked.countries.get(first - 1)
    if name is None or name.form != "name" or marked.tokens[first].text != "Affairs" or not marked.adjacent(first):
        return first
    step = first - 1
    while step > floor and marked.countries.get(step - 1) is name:
        step -= 1
    return step


def include_known(marked: Marked, first: int, floor: int, index: int) -> int:
    """The start of a known body whose last words stand before a head: `National Fish and Reef Agency Director`."""
    linked = marked.at(first - 1)
    if first == index or linked is None or not (linked.capital or linked.low in INNER):
        return first
    for begin in range(max(floor, first - LONGEST_KNOWN), first - 1):
        known = match_known(marked, begin) if marked.tokens[begin].capital else None
        if known is not None and begin + len(known.words) == index:
            return begin
    return first


def include_state(marked: Marked, first: int, floor: int) -> int:
    """The start of a state of the United States right before an office: `New Mexico State Representative`."""
    for size in (MANY, 1):
        begin = first - size
        if begin < floor or begin in marked.countries or not marked.adjacent(first):
            continue
        text = " ".join(token.text for token in marked.tokens[begin:first])
        if len(text) > MANY and text in words("us_states"):
            return begin
    return first


def names_body(tokens: tuple[Token, ...]) -> bool:
    """Whether the words name an international body of more than one word."""
    text = " ".join(token.text for token in tokens)
    return any(" " in body and text.startswith(body) for body in bodies_beginning(tokens))


def belongs_before(marked: Marked, index: int, *, small: bool) -> bool:
    """Whether the token at an index belongs to the office whose words begin right after it."""
    token = marked.tokens[index]
    if index in marked.countries or not marked.adjacent(index + 1):
        return False
    if small:
        return qualifies_small(marked, index)
    if token.text == "Under" and marked.tokens[index + 1].text != "Secretary":
        return False
    if token.low in POSSESSIVES:
        return index > 0 and marked.tokens[index - 1].low in word_class("people_plural")
    return qualifies(marked, index)


def qualifies(marked: Marked, index: int) -> bool:
    """Whether the token belongs to an office in capitals: `Deputy`, `OECD`, a common word that begins no name."""
    token = marked.tokens[index]
    if not token.capital or not token.word or token.low in word_class("courtesy"):
        return token.text in word_class("office_time")
    if is_initial(token) or (index and is_initial(marked.tokens[index - 1])):
        return False
    if title_case(token.text) in words("office_modifiers") or (
        token.acronym and not is_given(token) and token.text not in words("honorifics")
    ):
        return True
    if not is_common(token) or token.low in words("function_words") or (index == 0 and not opens_field(marked)):
        return False
    return not is_given(token) or is_body_word(token) or marked.tokens[index + 1].text == "House"


def opens_field(marked: Marked) -> bool:
    """Whether the first word of a sentence is of a field of work with the next: `Road Safety Minister Doe said`."""
    token, following = marked.tokens[0], marked.at(1)
    if following is None or not following.capital or title_case(following.text) in words("office_modifiers"):
        return False
    verbal = token.low.endswith(("ly", "ing", "ed")) or token.low in word_class("calendar") | word_class("salutation")
    return not verbal and is_common(following) and not is_given(following) and not is_given(token)


def qualifies_small(marked: Marked, index: int) -> bool:
    """Whether the token belongs to an office in small letters: `deputy head`, `European Commission head`."""
    token = marked.tokens[index]
    if token.low in word_class("office_qualifier") or (
        token.text.islower() and token.text.capitalize() in words("office_modifiers")
    ):
        return True
    return (
        token.capital
        and token.word
        and (token.acronym or is_common(token))
        and not is_given(token)
        and token.low not in words("function_words")
    )


def include_body(marked: Marked, first: int, floor: int, index: int) -> int:
    """The start of a body's name that runs into the office: `Bureau of African Affairs Deputy Assistant Secretary`."""
    linked = marked.at(first - 1)
    if linked is None or first - 1 <= floor:
        return first
    if linked.low not in {"and", "of", "for", "&", "on"} and not (
        linked.text == "," and parts_fields(marked, first - 1)
    ):
        return first
    step, found = first - 1, first
    while step >= floor and first - step < FARTHEST_LEFT + 3:
        token = marked.tokens[step]
        if not (token.low in INNER or (token.capital and token.word and is_common(token)) or token.text == ","):
            break
        if (token.text == "," and not parts_fields(marked, step)) or (token.low == "the" and found == first):
            break
        if token.capital and ends_name(marked, step):
            break
        if is_body_word(token):
            found = step
        step -= 1
    own = marked.tokens[first:index]
    if found == first and linked.low in {"and", "&"} and any(is_body_word(token) for token in own):
        found = first - 2 if is_field(marked, first - 2) and not ends_name(marked, first - 2) else first
    while found < first and found - 1 > floor and belongs_before(marked, found - 1, small=False):
        found -= 1
    return found


def ends_name(marked: Marked, index: int) -> bool:
    """Whether a common word is a surname behind a given name: `Ana Banks and Ministry Director Ivo Kral`."""
    before = marked.at(index - 1)
    if before is None or not is_given(before) or is_body_word(before) or not marked.adjacent(index):
        return False
    return marked.tokens[index].low not in words("institution_words") and not is_body_word(marked.tokens[index])


def parts_fields(marked: Marked, index: int) -> bool:
    """Whether a comma parts fields of work in a body's name: `Ministry of Ports, Trade and Rail`."""
    before, field, link = marked.at(index - 1), marked.at(index + 1), marked.at(index + MANY)
    if before is None or field is None or link is None or not is_field(marked, index - 1):
        return False
    return is_field(marked, index + 1) and (link.low in {"and", "&"} or link.text == ",") and not is_body_word(field)


def is_field(marked: Marked, index: int) -> bool:
    """Whether a capital is a field of work by itself: `Cybersecurity and Ports Agency`."""
    token = marked.at(index)
    return token is not None and token.capital and is_common(token) and not is_given(token)


def include_field(marked: Marked, first: int, floor: int) -> int:
    """The start of two fields of work before a head: `Trade and Industry Minister`."""
    linked, field, before = marked.at(first - 1), marked.at(first - 2), marked.at(first - 3)
    if linked is None or linked.low not in {"and", "&"} or first - 2 < floor or field is None:
        return first
    if title_case(field.text) not in words("office_modifiers"):
        return first
    if before is None or not (before.capital and before.word) or first - 3 in marked.countries:
        return first - 2
    farther = marked.at(first - 4)
    led = farther is not None and farther.capital and farther.word and first - 4 not in marked.countries
    return first - 3 if before.text == "National" and first - 3 >= floor and not led else first


def bracketed_body(marked: Marked, first: int, floor: int) -> int:
    """The start of a body's name before its acronym and the office: `Department of Works (DOW) Secretary`."""
    if first - MANY < floor or before_bracket(marked, first - 1) == first - 1:
        return first
    step = found = first - 3
    while step > floor and first - step < LONGEST_BODY:
        token = marked.tokens[step - 1]
        if step - 1 in marked.countries or not (token.low in INNER or (token.capital and not is_given(token))):
            break
        step -= 1
        if token.capital:
            found = step
    own = marked.tokens[found : first - 3]
    return found if any(is_body_word(token) for token in own) else first


def country_before(marked: Marked, first: int, floor: int) -> tuple[str | None, bool]:
    """The country named right before the office's words (`UK`, `Kazakh`, `Algeria's`), or whether a body is."""
    step = first - 1
    while step >= floor and marked.tokens[step].low in {"\u2019s", "'s", "\u2019", "'"}:
        step -= 1
    step = before_bracket(marked, step)
    if step < floor:
        return None, False
    if step in marked.countries:
        return marked.countries[step].code, False
    return None, marked.tokens[step].text in words("bodies")


def before_bracket(marked: Marked, step: int) -> int:
    """The index of what a bracketed acronym right before an office stands for: `Republic of Korea (ROK) Minister`."""
    inner = marked.at(step - 1)
    opened = marked.at(step - 2)
    if marked.tokens[step].text == ")" and inner is not None and inner.acronym and opened and opened.text == "(":
        return step - 3
    return step


def start_with_country(marked: Marked, first: int) -> int:
    """The first token of the office together with an adjective or abbreviation of its country."""
    step = first - 1
    while step >= 0 and step in marked.countries and marked.adjacent(step + 1):
        step -= 1
    return step + 1
