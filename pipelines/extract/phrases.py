"""Noun phrases in capitals, such as the names of bodies and fields of work, and where a person's name begins instead.

What belongs here: the reach of `the Ministry of Foreign Affairs of Kazakhstan` in a sentence. What does not: the office
whose complement the phrase is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.courtesy import courtesy_size, skip_courtesy
from pipelines.extract.gazetteer import longest_place
from pipelines.extract.lexicons import word_class, words
from pipelines.extract.name_words import is_shouted_name
from pipelines.extract.vocabulary import (
    country_end,
    is_body_word,
    is_common,
    is_given,
    is_plural_acronym,
    is_surname,
)

if TYPE_CHECKING:
    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked

CONNECTORS = frozenset({"of", "for", "and", "&", "on", "in", "to", "against", "with", "from"})
MANY = 2
LONGEST_LIST = 8
SHORTEST_IN_CAPITALS = 3
POSSESSIVES = frozenset({"\u2019s", "'s", "\u2019"})
HEADS = frozenset(
    {
        "Minister", "Secretary", "President", "Chairman", "Director", "Ambassador", "Chair", "Head", "Commander",
        "Secretary-General", "Director-General", "Commissioner", "Governor", "Speaker", "Chancellor", "Chairwoman",
        "Chairperson", "Envoy", "Mayor", "Vice-President", "Representative", "Coordinator",
    }
)  # fmt: skip


def phrase_end(marked: Marked, begin: int) -> int:
    """The index after a noun phrase in capitals that begins at an index; a person's name is not part of it."""
    index = begin
    while (step := phrase_step(marked, begin, index)) > index:
        index = step
    return index


def phrase_step(marked: Marked, begin: int, index: int) -> int:
    """The index after the next piece of a phrase, or the same index where the phrase ends."""
    token = marked.at(index)
    if token is None:
        return index
    if index in marked.countries:
        return country_end(marked, index)
    if index > begin and (token.low in CONNECTORS or joins_states(marked, index)):
        return linked_step(marked, index)
    if index > begin and (token.text in POSSESSIVES or token.text == ","):
        return possessive_step(marked, index) if token.text != "," else comma_step(marked, index)
    if (
        not token.capital
        or not token.word
        or (index > begin and not marked.adjacent(index))
        or interrupts(marked, index)
    ):
        return index
    return capital_step(marked, begin, index)


def joins_states(marked: Marked, index: int) -> bool:
    """Whether a dash joins two states without a space: `the Peruvian-Chilean Friendship Group`."""
    tokens = marked.tokens
    if tokens[index].text not in {"-", "\u2013"} or not 0 < index < len(tokens) - 1:
        return False
    if index - 1 not in marked.countries or index + 1 not in marked.countries:
        return False
    return tokens[index + 1].start == tokens[index - 1].end + 1


def possessive_step(marked: Marked, index: int) -> int:
    """The index after a possessive, if the phrase goes on behind it: `the Communist Party's Commission`."""
    following = marked.at(index + 1)
    return index + 1 if following and following.capital and not name_starts(marked, index + 1) else index


def comma_step(marked: Marked, index: int) -> int:
    """The index after a comma inside a body's name: `the Foreign, Commonwealth & Development Office`."""
    linked = False
    for step in range(index + 1, index + LONGEST_LIST):
        token = marked.at(step)
        if token is None or not (token.low in {"and", "&", ","} or (token.capital and is_common(token))):
            return index
        if linked and is_body_word(token):
            return index + 1
        linked = linked or token.low in {"and", "&"}
    return index


def interrupts(marked: Marked, index: int) -> bool:
    """Whether a capital ends the phrase: a day, or courtesy and rank before a person."""
    token = marked.tokens[index]
    if token.low in word_class("calendar"):
        return True
    return courtesy_size(marked, index) > 0 and not is_body_word(token) and is_person_after(marked, index)


def capital_step(marked: Marked, begin: int, index: int) -> int:
    """The index after a place or a single capital of the phrase, or the same index where a person's name begins."""
    place = longest_place(marked, index)
    if place > index and (index == begin or not is_given(marked.tokens[index]) or marked.tokens[index - 1].low == "of"):
        return place
    goes_on = index == begin or not name_starts(marked, index) or opens_own_phrase(marked, index)
    return index + 1 if goes_on else index


def opens_own_phrase(marked: Marked, index: int) -> bool:
    """Whether a capital stands right behind `of` or `for`, where a body follows rather than a person."""
    step = skip_back(marked, index)
    of_body = marked.tokens[step].low == "of" and marked.tokens[step - 1].text in {"University", "Bank", "Republic"}
    return of_body or (marked.tokens[step].low in {"of", "for"} and not is_given(marked.tokens[index]))


def skip_back(marked: Marked, index: int) -> int:
    """The index of the token before, an article apart."""
    return index - 2 if marked.tokens[index - 1].low == "the" and index > 1 else index - 1


def is_person_after(marked: Marked, index: int) -> bool:
    """Whether courtesy or rank at an index is followed by a name rather than by more of the phrase."""
    following = marked.at(skip_courtesy(marked, index)[0])
    return following is not None and following.capital and (not is_common(following) or is_given(following))


def linked_step(marked: Marked, index: int) -> int:
    """The index after a connector, if the phrase goes on behind it in capitals that are no name and no new office."""
    begin = skip_article(marked, index + 1)
    following = marked.at(begin)
    if joins_states(marked, index):
        return country_end(marked, index + 1)
    if following is None or not (following.capital or begin in marked.countries):
        return index
    low = marked.tokens[index].low
    if low in {"and", "&"} and courtesy_size(marked, index + 1) > 0 and is_person_after(marked, index + 1):
        return index
    if low in {"in", "to", "from", "with", "against"} and (
        begin in marked.countries or not is_common(following) or longest_place(marked, begin) > begin
    ):
        return index
    if following.low in word_class("calendar") or (low in {"and", "&"} and begins_other(marked, index, begin)):
        return index
    return index if low == "for" and begin == index + 1 and leads_to_office(marked, begin) else begin


def begins_other(marked: Marked, index: int, begin: int) -> bool:
    """Whether behind `and` a new office, a person's name or a second country begins."""
    if opens_office(marked, begin):
        return True
    if begin in marked.countries:
        return index - 1 in marked.countries
    return name_starts(marked, begin)


def leads_to_office(marked: Marked, index: int) -> bool:
    """Whether another's office follows without an article: `a lunch hosted by the Premier for Deputy Minister Doe`."""
    while (token := marked.at(index)) is not None and token.capital and token.text in words("office_modifiers"):
        index += 1
    token = marked.at(index)
    if token is not None and token.text == "Prime":
        return True
    return token is not None and is_office_head(token)


def opens_office(marked: Marked, index: int) -> bool:
    """Whether a new office begins at an index: a head within the next capitals."""
    for step in range(index, index + 5):
        token = marked.at(step)
        if token is None or not token.capital:
            return False
        if is_office_head(token):
            return True
    return False


def name_starts(marked: Marked, index: int) -> bool:
    """Whether a person's name begins at a capital within a phrase."""
    token = marked.tokens[index]
    if index in marked.countries or is_plural_acronym(token):
        return False
    if token.acronym or opens_eastern_name(marked, index):
        return not token.acronym or surname_in_capitals(marked, index) or is_shouted_name(marked, index)
    following = marked.at(index + 1)
    lettered = following is not None and len(following.text) == 1 and following.capital  # `… and Law K Doe`
    known = is_given(token) or (is_surname(token) and not lettered)
    if (is_common(token) and not (known and following_is_name(marked, index))) or leads_to_field(marked, index):
        return False
    if ends_in_body_word(marked, index):
        return False
    return (
        known
        or run_length(marked, index) >= MANY
        or is_common(marked.tokens[index - 1])
        or index - 1 in marked.countries
    )


def leads_to_field(marked: Marked, index: int) -> bool:
    """Whether an unknown word qualifies a field of work behind it: `Insular Policy`, `Agrarian Affairs`."""
    token, following = marked.tokens[index], marked.at(index + 1)
    if is_given(token) or following is None or not following.capital or not marked.adjacent(index + 1):
        return False
    return following.low in words("institution_words") and not is_given(following) and not is_surname(following)


def opens_eastern_name(marked: Marked, index: int) -> bool:
    """Whether a small English word in a capital is a surname of the East: `Committee An Rongde`."""
    token = marked.tokens[index]
    if token.low not in word_class("function_surname") or token.acronym or index == 0:
        return False
    return following_is_name(marked, index)


def surname_in_capitals(marked: Marked, index: int) -> bool:
    """Whether a word in capitals inside a phrase is a surname, a name written as usual behind it: `MORI Kenji`."""
    token = marked.tokens[index]
    if (
        len(token.text) < SHORTEST_IN_CAPITALS
        or is_common(token)
        or marked.tokens[index - 1].low in {"of", "the", "to"}
    ):
        return False
    following = marked.at(index + 1)
    if following is None or following.acronym or not following.capital or not marked.adjacent(index + 1):
        return False
    return not is_common(following) and ends_run_after(marked, index + 1)


def ends_run_after(marked: Marked, index: int) -> bool:
    """Whether a capital is the last of its run."""
    return run_length(marked, index) == 1


def following_is_name(marked: Marked, index: int) -> bool:
    """Whether the next token too looks like part of a name."""
    following = marked.at(index + 1)
    return following is not None and following.capital and marked.adjacent(index + 1) and not is_common(following)


def ends_in_body_word(marked: Marked, index: int) -> bool:
    """Whether the run of capitals from here holds a word such as University, or ends in one such as Fellowship."""
    run = marked.tokens[index : index + run_length(marked, index)]
    return any(is_body_word(token) for token in run) or (len(run) > 1 and run[-1].low in word_class("named_after"))


def run_length(marked: Marked, index: int) -> int:
    """How many capitals follow one another from an index."""
    step = index
    while (token := marked.at(step)) and token.capital and token.word and (step == index or marked.adjacent(step)):
        step += 1
    return step - index


def skip_article(marked: Marked, index: int) -> int:
    """The index after `the`, `its`, `Her Majesty's`."""
    token = marked.at(index)
    return index + 1 if token is not None and token.low in {"the", "its", "his", "her", "their"} else index


def is_office_head(token: Token) -> bool:
    """Whether the word is itself the head of an office, so that a new office begins."""
    return token.text in HEADS
