"""Complements that go on behind a comma or a dash: departments, further fields of work, regions, a country.

What belongs here: whether what stands behind the mark still belongs to the office. What does not: complements behind a
preposition (`complements`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.complement_words import Complement, extend, text_of, without_final_country
from pipelines.extract.lexicons import word_class
from pipelines.extract.name_words import is_office_word
from pipelines.extract.phrases import CONNECTORS, is_office_head, phrase_end, skip_article
from pipelines.extract.vocabulary import country_end, is_body_word, is_common, is_given

if TYPE_CHECKING:
    from pipelines.extract.vocabulary import Marked

MANY = 2
LONGEST_BRANCH = 8
DASHES = frozenset({"\u2013", "\u2014", "-"})
ENDS = frozenset({";", ",", ".", ")"})


def read_listed(marked: Marked, so_far: Complement) -> Complement | None:
    """A comma that goes on with the office: `…, North American Affairs Bureau`, `… Services, Regulations, and …`."""
    begin = skip_article(marked, so_far.last + 1)
    token = marked.at(begin)
    if token is not None and token.low in {"and", "&"}:
        begin = skip_article(marked, begin + 1)
    token = marked.at(begin)
    if token is None or not (token.capital or begin in marked.countries):
        return None
    if (region_end := end_of_regions(marked, so_far)) > so_far.last:
        return extend(so_far, region_end, text_of(marked.tokens, so_far.last, region_end))
    last = phrase_end(marked, begin)
    apposed = is_body_apposed(marked, begin, last)
    if begin in marked.countries and not apposed:
        return read_country_apposed(marked, so_far, begin)
    if not apposed and (not is_common(token) or is_given(token)):
        return None
    if last == begin or not (apposed or goes_on(marked, so_far, begin, last)):
        return None
    shown, country = without_final_country(marked, so_far.last, last)
    return Complement(last, so_far.words + shown, so_far.country or country, so_far.body)


def is_body_apposed(marked: Marked, begin: int, last: int) -> bool:
    """Whether a phrase behind a comma is a body's name to its end: `President, Brixen State University`."""
    if last - begin < MANY or is_given(marked.tokens[begin]) or not is_body_word(marked.tokens[last - 1]):
        return False
    following = marked.at(last)
    own = marked.tokens[begin:last]
    closed = following is None or following.text in {".", ";", ",", "(", "-", "•", "*", ")"} or following.low == "and"
    return closed and not any(is_office_head(token) for token in own)


def read_country_apposed(marked: Marked, so_far: Complement, begin: int) -> Complement | None:
    """A country in apposition to an office: `Special Representative for Peace, the ROK,`."""
    end = country_end(marked, begin)
    following = marked.at(end)
    closed = following is None or following.text in {".", ";", ","} or following.low == "and"
    if so_far.country is not None or not closed or marked.countries[begin].form != "name":
        return None
    return Complement(end, so_far.words, marked.countries[begin].code, so_far.body)


def goes_on(marked: Marked, so_far: Complement, begin: int, last: int) -> bool:
    """Whether a phrase after a comma belongs to the office: it names a department, or the list ends in `and …`."""
    own = marked.tokens[begin:last]
    if is_office_word(own[0]) and not is_body_word(own[0]) and any(is_office_head(token) for token in own):
        return False
    if any(is_body_word(token) for token in own):
        return True
    if not so_far.words:
        return False
    linked = any(token.low in {"and", "&"} for token in marked.tokens[so_far.last : last])
    following = marked.at(last)
    return linked or (following is not None and following.text == "," and list_closes(marked, last))


def list_closes(marked: Marked, index: int) -> bool:
    """Whether a list at a comma goes on in common capitals to an `and`."""
    for step in range(index + 1, index + 8):
        token = marked.at(step)
        if token is None or is_office_word(token):
            return False
        if token.low == "and":
            following = marked.at(skip_article(marked, step + 1))
            return following is not None and following.capital and is_common(following) and not is_given(following)
        if not (token.capital and is_common(token)):
            return False
    return False


def end_of_regions(marked: Marked, so_far: Complement) -> int:
    """The end of a list of regions that goes on at a comma: `for the Middle East, Peru and Chad`, else where it is."""
    if not so_far.words or so_far.words[0].lower() not in {"for", "on"}:
        return so_far.last
    index, closing = so_far.last, False
    while (token := marked.at(index)) is not None and (token.text == "," or token.low in {"and", "&"}):
        following = marked.at(index + 1)
        closing = closing or token.text != ","
        if token.text == "," and following is not None and following.low in {"and", "&"}:
            index, closing = index + 1, True
        item = region_end(marked, skip_article(marked, index + 1))
        if item is None:
            return so_far.last
        if closing:
            return item
        index = item
    return so_far.last


def region_end(marked: Marked, index: int) -> int | None:
    """The index after a country or a wider region at an index: `Peru`, `Latin America`; None if there is none."""
    if index in marked.countries:
        return country_end(marked, index) if marked.countries[index].form == "name" else None
    step = index
    while (token := marked.at(step)) is not None and token.capital and token.low in word_class("region_word"):
        step += 1
    return step if step > index else None


def read_branch(marked: Marked, so_far: Complement) -> Complement | None:
    """A field of work behind a spaced dash, to the end of the item: `Assistant Director - Ports and Rail;`."""
    begin = so_far.last + 1
    if marked.tokens[0].text in DASHES or not spaced(marked, so_far.last):
        return None
    for step in range(begin, begin + LONGEST_BRANCH):
        token = marked.at(step)
        if token is None or token.text in ENDS:
            size = step - begin
            return extend(so_far, step, text_of(marked.tokens, so_far.last, step)) if size >= MANY else None
        named = token.capital and is_common(token) and not is_office_head(token) and step not in marked.countries
        if not named and not (step > begin and token.low in CONNECTORS):
            return None
    return None


def spaced(marked: Marked, index: int) -> bool:
    """Whether a mark stands apart from the words on both sides."""
    token, before, following = marked.tokens[index], marked.tokens[index - 1], marked.at(index + 1)
    return following is not None and before.end < token.start and token.end < following.start
