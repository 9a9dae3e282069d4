"""What follows the head of an office: `… of Foreign Affairs of the Republic of Kazakhstan`, `… to Australia`.

What belongs here: how far these words go, and where a person's name begins instead. What does not: the head itself
and what stands before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.extract.lexicons import word_class, words
from pipelines.extract.names import is_office_word
from pipelines.extract.phrases import CONNECTORS, is_office_head, phrase_end, skip_article
from pipelines.extract.vocabulary import bodies_beginning, country_end, is_body_word, is_common, is_given

if TYPE_CHECKING:
    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked

ALWAYS = frozenset({"of", "for", "on"})
MANY = 2
LONGEST_DESK = 8
LONGEST_SMALL = 6
MISSION_TAILS = (("ad", "interim"), ("a.i.",), ("en", "pied"), ("en", "titre"))


@dataclass(frozen=True, slots=True)
class Complement:
    """The words after a head up to token `last`, without the country, and the country or body that they name."""

    last: int
    words: tuple[str, ...] = ()
    country: str | None = None
    body: bool = False


def read_complement(marked: Marked, index: int, head: str) -> Complement:
    """All complements of a head, one after another."""
    found = Complement(index)
    while (step := read_one(marked, found, head)) is not None:
        found = step
    return found


def read_one(marked: Marked, so_far: Complement, head: str) -> Complement | None:
    """One more complement after those read so far, or None."""
    token = marked.at(so_far.last)
    if token is None:
        return None
    if tail := fixed_tail(marked, so_far.last):
        return extend(so_far, so_far.last + len(tail), tail)
    if token.text == "(":
        return read_bracket(marked, so_far, head)
    if opens_complement(marked, so_far, head):
        return read_phrase(marked, so_far)
    if token.text == ",":
        return read_listed(marked, so_far)
    return None


def read_bracket(marked: Marked, so_far: Complement, head: str) -> Complement | None:
    """A bracket behind the words of an office: a secretary's desk, or an acronym, with what follows it."""
    if not so_far.words and (size := desk_size(marked, so_far.last, head)) > 0:
        return extend(so_far, so_far.last + size, text_of(marked.tokens, so_far.last, so_far.last + size))
    if is_bracketed_acronym(marked, so_far.last):
        return behind_bracket(marked, extend(so_far, so_far.last + 3, ()))
    return None


def desk_size(marked: Marked, index: int, head: str) -> int:
    """The size of the bracket that names a secretary's desk: `Secretary (East)`, `Joint Secretary (PM & GA)`."""
    if head != "Secretary":
        return 0
    for step in range(index + 1, index + LONGEST_DESK):
        token = marked.at(step)
        if token is None or not (token.capital or token.text in {")", "&", ","} or token.low == "and"):
            return 0
        if token.text == ")":
            return step + 1 - index if step > index + 1 else 0
    return 0


def behind_bracket(marked: Marked, so_far: Complement) -> Complement:
    """The complement with a body that goes on behind its acronym: `of the People's Party (PP) Commission for …`."""
    token = marked.at(so_far.last)
    if token is None or not token.capital:
        return so_far
    end = phrase_end(marked, so_far.last)
    if not any(is_body_word(part) for part in marked.tokens[so_far.last : end]):
        return so_far
    shown, country = without_final_country(marked, so_far.last, end)
    return Complement(end, so_far.words + shown, so_far.country or country, so_far.body)


def extend(so_far: Complement, last: int, more: tuple[str, ...]) -> Complement:
    """The complement with further words."""
    return Complement(last, so_far.words + more, so_far.country, so_far.body)


def fixed_tail(marked: Marked, index: int) -> tuple[str, ...]:
    """`Extraordinary and Plenipotentiary`, `ad interim`, `en pied` and their like, as the words that stand there."""
    token, following = marked.tokens[index], marked.at(index + 1)
    if token.text in word_class("office_tail") and marked.adjacent(index):
        return (token.text,)
    if token.low == "and" and following is not None and following.text in word_class("office_tail"):
        return (token.text, following.text)
    for tail in MISSION_TAILS:
        if tuple(part.low for part in marked.tokens[index : index + len(tail)]) == tail:
            return tail
    return ()


def is_bracketed_acronym(marked: Marked, index: int) -> bool:
    """Whether `(ABC)` stands at an index."""
    inner, close = marked.at(index + 1), marked.at(index + 2)
    return inner is not None and close is not None and inner.acronym and close.text == ")"


def opens_complement(marked: Marked, so_far: Complement, head: str) -> bool:
    """Whether the preposition at the end of what was read begins a complement of this head."""
    low = marked.tokens[so_far.last].low
    if low in ALWAYS:
        return True
    if low == "to":
        return head in word_class("sent_abroad")
    if low == "at":
        return head not in word_class("never_at_a_body") and leads_to_body(marked, so_far.last + 1)
    return low == "in" and leads_to_office_place(marked, so_far.last + 1)


def leads_to_body(marked: Marked, index: int) -> bool:
    """Whether a body's name follows: `at the Department of …`, `at ORLEN`, not `at Davos`."""
    index = skip_article(marked, index)
    for step in range(index, index + 8):
        token = marked.at(step)
        if token is None or not (
            token.capital or token.low in CONNECTORS or token.text in {"the", ",", "\u2019s", "'s"}
        ):
            return False
        if is_body_word(token) or (token.acronym and step not in marked.countries):
            return True
    return False


def leads_to_office_place(marked: Marked, index: int) -> bool:
    """Whether `in` goes on to `the Prime Minister's Office`, `Charge of …` or a ministry."""
    token = marked.at(index)
    if token is not None and token.low == "charge":
        return True
    return token is not None and token.low == "the" and leads_to_body(marked, index)


def read_phrase(marked: Marked, so_far: Complement) -> Complement | None:
    """A preposition and its phrase; `of` with a country alone gives the country and no words."""
    tokens = marked.tokens
    begin = skip_majesty(marked, skip_article(marked, so_far.last + 1))
    last = phrase_end(marked, begin)
    if last == begin and not so_far.words and tokens[so_far.last - 1].text.islower():
        last = small_phrase_end(marked, begin)
    if last == begin:
        return None
    preposition = tokens[so_far.last].low
    if (body_last := small_body_end(marked, begin, last)) > last:
        body_words = (*text_of(tokens, so_far.last, begin), *text_of(tokens, last, body_last))
        return Complement(
            body_last, so_far.words + body_words, so_far.country or marked.countries[begin].code, so_far.body
        )
    if begin in marked.countries and country_end(marked, begin) == last and preposition in {"of", "for", "in"}:
        code = marked.countries[begin].code
        shown = () if preposition == "of" else text_of(tokens, so_far.last, last)
        return Complement(
            last, so_far.words + shown, so_far.country or (code if preposition == "of" else None), so_far.body
        )
    shown, country = without_final_country(marked, so_far.last, last)
    own = tokens[begin:last]
    body = so_far.body or (preposition != "to" and names_body(own))
    return Complement(last, so_far.words + shown, so_far.country or country, body)


def skip_majesty(marked: Marked, index: int) -> int:
    """The index after the style of the one whom an office serves: `Adviser to His Majesty the Sultan`."""
    token = marked.at(index)
    if token is None or token.low not in word_class("courtesy"):
        return index
    return skip_article(marked, index + 1)


def small_phrase_end(marked: Marked, begin: int) -> int:
    """The end of a short complement in small letters, closed by a mark or a country: `leader of the opposition`."""
    for step in range(begin, begin + LONGEST_SMALL):
        token = marked.at(step)
        if token is None or token.text in {",", ".", ";", ")"}:
            return step
        if token.low == "of" and skip_article(marked, step + 1) in marked.countries:
            return step
        if not token.text.islower() or (token.low in words("function_words") and token.low not in CONNECTORS):
            return begin
    return begin


def small_body_end(marked: Marked, begin: int, last: int) -> int:
    """The end of a body in small letters behind its country: `of the South Korean company “Dongil”`, else `last`."""
    token = marked.at(last)
    if (
        begin not in marked.countries
        or country_end(marked, begin) != last
        or token is None
        or token.text not in word_class("small_body")
    ):
        return last
    opened = marked.at(last + 1)
    if opened is None or opened.text not in {"“", "«", '"'}:
        return last + 1
    closing = [
        step
        for step in range(last + 2, min(last + 8, len(marked.tokens)))
        if marked.tokens[step].text in {"”", "»", '"'}
    ]
    return closing[0] + 1 if closing else last + 1


def names_body(tokens: tuple[Token, ...]) -> bool:
    """Whether the phrase begins with the name of an international body."""
    begins = [0, *(step + 1 for step, token in enumerate(tokens[:-1]) if token.low == "the")]
    return any(begins_with_body(tokens[begin:]) for begin in begins)


def begins_with_body(tokens: tuple[Token, ...]) -> bool:
    """Whether the name of an international body stands at the beginning of some tokens."""
    text = " ".join(token.text for token in tokens)
    return any(
        text == body or text.startswith((body + " ", body + "\u2019", body + "'")) for body in bodies_beginning(tokens)
    )


def text_of(tokens: tuple[Token, ...], first: int, last: int) -> tuple[str, ...]:
    """The words of some tokens."""
    return tuple(token.text for token in tokens[first:last])


def without_final_country(marked: Marked, first: int, last: int) -> tuple[tuple[str, ...], str | None]:
    """The words of a phrase without a closing `of <country>`, and that country, or one that the phrase's body bears."""
    tokens = marked.tokens
    end = last
    begin = last - 1
    while begin > first and begin in marked.countries and marked.countries[begin] is marked.countries.get(last - 1):
        begin -= 1
    if last - 1 in marked.countries and tokens[begin].low == "the":
        begin -= 1
    is_state = last - 1 in marked.countries and marked.countries[last - 1].form == "state"
    if last - 1 in marked.countries and tokens[begin].low == "of" and begin > first and not is_state:
        end = begin
    named = [marked.countries[step].code for step in range(first, last) if step in marked.countries]
    if tokens[first].low in {"to", "on", "for", "in"} and end == last:
        named = []
    return text_of(tokens, first, end), named[-1] if named else None


def read_listed(marked: Marked, so_far: Complement) -> Complement | None:
    """A comma that goes on with the office: `…, North American Affairs Bureau`, `… Services, Regulations, and …`."""
    begin = skip_article(marked, so_far.last + 1)
    token = marked.at(begin)
    if token is not None and token.low in {"and", "&"}:
        begin = skip_article(marked, begin + 1)
    token = marked.at(begin)
    if token is None or not (token.capital or begin in marked.countries):
        return None
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
            following = marked.at(step + 1)
            return following is not None and following.capital and is_common(following) and not is_given(following)
        if not (token.capital and is_common(token)):
            return False
    return False
