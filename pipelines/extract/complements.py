"""What follows the head of an office: `… of Foreign Affairs of the Republic of Kazakhstan`, `… to Australia`.

What belongs here: how far these words go, and where a person's name begins instead. What does not: the head itself
and what stands before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.complement_lists import DASHES, read_branch, read_listed
from pipelines.extract.complement_words import Complement, extend, text_of, without_final_country
from pipelines.extract.courtesy import courtesy_size
from pipelines.extract.gazetteer import longest_place
from pipelines.extract.lexicons import word_class, words
from pipelines.extract.phrases import CONNECTORS, leads_to_office, phrase_end, skip_article
from pipelines.extract.tokens import reads
from pipelines.extract.vocabulary import bodies_beginning, country_end, is_body_word, is_common, is_given

if TYPE_CHECKING:
    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked

ALWAYS = frozenset({"of", "for", "on"})
MISSIONS = frozenset({"delegation", "mission", "representation"})
LONGEST_DESK = 8
DESK_LINKS = frozenset({"and", "the", "of", "for", "\u2019s", "'s"})
DESK_MARKS = frozenset({")", "&", ","})
LONGEST_SMALL = 6
MISSION_TAILS = (("ad", "interim"), ("a.i.",), ("en", "pied"), ("en", "titre"))


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
    return read_branch(marked, so_far) if token.text in DASHES else None


def read_bracket(marked: Marked, so_far: Complement, head: str) -> Complement | None:
    """A bracket behind the words of an office: a secretary's desk, or an acronym, with what follows it."""
    if follows_desk(so_far) and (size := desk_size(marked, so_far.last, head)) > 0:
        return extend(so_far, so_far.last + size, text_of(marked.tokens, so_far.last, so_far.last + size))
    if is_bracketed_acronym(marked, so_far.last):
        return behind_bracket(marked, extend(so_far, so_far.last + 3, ()))
    return None


def follows_desk(so_far: Complement) -> bool:
    """Whether nothing, or another desk, stands between an office and a bracket: `Minister of State (Trade) (Rail)`."""
    return not so_far.words or so_far.words[-1] == ")"


def desk_size(marked: Marked, index: int, head: str) -> int:
    """The size of the bracket that names an officer's desk: `Secretary (East)`, `Minister of State (Trade & Ports)`."""
    if head not in word_class("office_with_desk") or is_bracketed_acronym(marked, index):
        return 0
    for step in range(index + 1, index + LONGEST_DESK):
        token = marked.at(step)
        if token is None or not (token.capital or token.text in DESK_MARKS or token.low in DESK_LINKS):
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


def fixed_tail(marked: Marked, index: int) -> tuple[str, ...]:
    """`Extraordinary and Plenipotentiary`, `ad interim`, `en pied` and their like, as the words that stand there."""
    token, following = marked.tokens[index], marked.at(index + 1)
    if token.text in word_class("office_tail") and marked.adjacent(index):
        return (token.text,)
    if token.low == "and" and following is not None and following.text in word_class("office_tail"):
        return (token.text, following.text)
    for tail in MISSION_TAILS:
        if token.low == tail[0] and reads(marked.tokens, index, tail):
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
        return low != "for" or not leads_to_office(marked, so_far.last + 1)
    if low == "to":
        return head in word_class("sent_abroad") or any(word.lower() in MISSIONS for word in so_far.words)
    if low == "at":
        return head not in word_class("never_at_a_body") and leads_to_body(marked, so_far.last + 1)
    if low == "in" and head in word_class("seated_abroad") and longest_place(marked, so_far.last + 1) > so_far.last + 1:
        return not so_far.words
    return low == "in" and (leads_to_office_place(marked, so_far.last + 1) or leads_to_post(marked, so_far.last + 1))


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


def leads_to_post(marked: Marked, index: int) -> bool:
    """Whether a place or a country follows, and a name right behind it: `Consul General in Lima Jane Doe`."""
    end = country_end(marked, index) if index in marked.countries else longest_place(marked, index)
    token = marked.at(end)
    if end == index or token is None or not token.capital or not token.word or not marked.adjacent(end):
        return False
    return courtesy_size(marked, end) > 0 or is_given(token) or not is_common(token)


def read_phrase(marked: Marked, so_far: Complement) -> Complement | None:
    """A preposition and its phrase; `of` with a country alone gives the country and no words."""
    tokens = marked.tokens
    begin = skip_majesty(marked, skip_article(marked, so_far.last + 1))
    last = phrase_end(marked, begin)
    if (body_last := small_body_end(marked, begin, last)) > last:
        body_words = (*text_of(tokens, so_far.last, begin), *text_of(tokens, last, body_last))
        code = marked.countries[begin].code if begin in marked.countries else None
        return Complement(body_last, so_far.words + body_words, so_far.country or code, so_far.body)
    if last == begin and not so_far.words and tokens[so_far.last - 1].text.islower():
        last = small_phrase_end(marked, begin)
    if last == begin:
        return None
    preposition = tokens[so_far.last].low
    if begin in marked.countries and country_end(marked, begin) == last and preposition in {"of", "for", "in"}:
        code = marked.countries[begin].code
        shown = () if preposition == "of" else text_of(tokens, so_far.last, last)
        return Complement(
            last, so_far.words + shown, so_far.country or (code if preposition == "of" else None), so_far.body
        )
    last = small_tail_end(marked, begin, last)
    shown, country = without_final_country(marked, so_far.last, last)
    of_body = preposition != "to" and names_body(tokens[begin:last])
    country = so_far.country or (None if of_body else country)
    return Complement(last, so_far.words + shown, country, so_far.body or of_body)


def small_tail_end(marked: Marked, begin: int, last: int) -> int:
    """The end of a body's acronym with the small noun that it qualifies: `head of EU diplomacy`, else `last`."""
    token = marked.at(last)
    if token is None or last != begin + 1 or not marked.tokens[begin].acronym:
        return last
    return last + 1 if token.text in word_class("small_tail") else last


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
    """The end of a body in small letters: `of the South Korean company “Dongil”`, `of the power firm X1`, else `last`.

    Its country may stand before it, up to `last`.
    """
    if last > begin and (begin not in marked.countries or country_end(marked, begin) != last):
        return last
    step = last
    while (token := marked.at(step)) is not None and token.text.islower() and step - last < LONGEST_SMALL:
        if token.low in words("function_words"):
            return last
        step += 1
        if token.text in word_class("small_body") and not is_small_body(marked, step):
            end = named_end(marked, step)
            return end if end > step or last > begin else last
    if step == last and token is not None and token.text == "NGO":
        return named_end(marked, step + 1)
    return last


def is_small_body(marked: Marked, index: int) -> bool:
    """Whether the word at an index too is one for a body: `state agency network`."""
    token = marked.at(index)
    return token is not None and token.text in word_class("small_body")


def named_end(marked: Marked, index: int) -> int:
    """The index after the name of a body behind the word for it: in quotation marks, or in capitals and digits."""
    opened = marked.at(index)
    if opened is not None and opened.text in {"“", "«", '"'}:
        reach = range(index + 1, min(index + 7, len(marked.tokens)))
        closing = [step for step in reach if marked.tokens[step].text in {"”", "»", '"'}]
        return closing[0] + 1 if closing else index
    step = index
    while (token := marked.at(step)) is not None and marked.adjacent(step) and step - index < LONGEST_SMALL:
        named = token.capital or (step == index and token.text[0].isdigit() and not token.text.isdigit())
        if not named or (is_given(token) and not token.acronym) or step in marked.countries:
            break
        step += 1
    return step


def names_body(tokens: tuple[Token, ...]) -> bool:
    """Whether the phrase is of an international body, which a state's mission to it is not."""
    articles = [step for step, token in enumerate(tokens[:-1]) if token.low == "the"]
    begins = [0, *(step + 1 for step in articles if step == 0 or tokens[step - 1].low != "to")]
    return any(begins_with_body(tokens[begin:]) for begin in begins)


def begins_with_body(tokens: tuple[Token, ...]) -> bool:
    """Whether the name of an international body stands at the beginning of some tokens."""
    text = " ".join(token.text for token in tokens)
    named = [
        body
        for body in bodies_beginning(tokens)
        if text == body or text.startswith((f"{body} ", f"{body}\u2019", f"{body}'"))
    ]
    return any(not is_field_of(text[len(body) :]) for body in named)


def is_field_of(rest: str) -> bool:
    """Whether a body's name is only the field of a state's office: `Minister for European Union Affairs`."""
    return rest.lstrip().partition(" ")[0].rstrip(",").lower() in word_class("field_of_body")
