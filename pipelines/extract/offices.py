"""Offices as they stand in a sentence: `Deputy Minister of Foreign Affairs of Kazakhstan`, `AFET Chair`.

What belongs here: where the words of an office begin and end, the title without the country, and the country or the
international body that it names. What does not: who holds it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipelines.extract.complement_words import tidy
from pipelines.extract.complements import read_complement
from pipelines.extract.courtesy import courtesy_size, names_no_person, skip_courtesy
from pipelines.extract.lexicons import mapping, word_class, words
from pipelines.extract.names import ends_as_surname
from pipelines.extract.office_heads import LONGEST_ACRONYM, first_words, match_head, may_open
from pipelines.extract.office_qualifiers import extend_left, start_with_country
from pipelines.extract.vocabulary import is_common, is_given, is_surname, title_case

if TYPE_CHECKING:
    from pipelines.extract.complement_words import Complement
    from pipelines.extract.office_heads import Head
    from pipelines.extract.vocabulary import Marked

FARTHEST_TO_HEAD = 4
SPOUSES = frozenset({"First Lady", "First Gentleman", "Second Lady", "Second Gentleman", "Queen Mother"})
LINKS = frozenset({"and", "&", "\u2013", "—", "-", "cum", "/", "concurrently"})


class Office(NamedTuple):
    """The tokens from `first` up to `last`, which is not its own, and what they say."""

    first: int
    last: int
    title: str  # without the country
    head: str  # the lexicon's form of the head: Minister, Special Envoy
    country: str | None  # alpha-2 that the words name
    body: bool  # it is an office of an international body
    bare: bool  # the head alone, nothing before or after it
    plural: bool  # `Foreign Ministers`
    small: bool  # written in small letters
    joint: bool = False  # two offices of one person


def read_offices(marked: Marked) -> list[Office]:
    """Every office of a sentence, in order, offices held together joined."""
    found: list[Office] = []
    past = floor = 0
    tokens = marked.tokens
    for first in marked.standing(first_words()):
        if first < past or not may_open(marked, first):
            continue
        if beside_patronym(marked, first) or names_no_person(marked, first):
            continue
        index = first + long_courtesy(marked, first)
        head = match_head(marked, index) if index < len(tokens) else None
        if head is not None and found and found[-1].last == index and is_namesake(marked, index, head, found[-1]):
            head = None
        if head is not None and is_middle_name(marked, index, head):
            head = None
        if head is not None and head.name in word_class("office_acronym_head") and not precedes_name(marked, index):
            head = None
        if head is None or leads_to_head(marked, index + head.size) or ends_as_surname(marked, index):
            past = index + 1
            continue
        office = read_office(marked, index, head, floor)
        if found and (joined := join(marked, found[-1], office)) is not None:
            found[-1] = joined
        else:
            found.append(office)
        past = floor = office.last
    return found


def beside_patronym(marked: Marked, index: int) -> bool:
    """Whether a word stands beside `bin` or its like, and is a given name: `Sultan bin Omar`, `Omar bin Sultan`."""
    before, following = marked.at(index - 1), marked.at(index + 1)
    if before is not None and before.low in word_class("patronym"):
        return True
    return following is not None and following.low in word_class("patronym") and is_given(marked.tokens[index])


def precedes_name(marked: Marked, index: int) -> bool:
    """Whether an acronym is an office before a name rather than an hour: `PM Omarova`, not `3 PM`."""
    begin, courtesy = skip_courtesy(marked, index + 1)
    before, following = marked.at(index - 1), marked.at(begin)
    if following is None or not following.capital or following.acronym or not marked.tokens[index].acronym:
        return False
    return (
        courtesy
        or ((before is None or not before.text[0].isdigit()) and not is_common(following))
        or is_given(following)
    )


def is_namesake(marked: Marked, index: int, head: Head, before: Office) -> bool:
    """Whether a head right behind an office is its holder's given name: `Minister of Trade Amir Karim`."""
    crowned = mapping("offices")[before.head] in {"head_of_state", "royal"}
    return head.size == 1 and is_given(marked.tokens[index]) and not before.bare and not crowned


def is_middle_name(marked: Marked, index: int, head: Head) -> bool:
    """Whether a head between a given name and another capital is a given name itself: `Hussein Amir Karimi`."""
    token, before, following = marked.tokens[index], marked.at(index - 1), marked.at(index + 1)
    if head.size > 1 or before is None or following is None or not is_given(token) or not is_given(before):
        return False
    named = before.word and not is_common(before) and index - 1 not in marked.countries
    return named and marked.adjacent(index) and following.capital and marked.adjacent(index + 1)


def long_courtesy(marked: Marked, index: int) -> int:
    """The size of an honorific or rank of several words, in which no office is to be seen: `Associate Professor`."""
    size = courtesy_size(marked, index)
    return size if size > 1 else 0


def leads_to_head(marked: Marked, index: int) -> bool:
    """Whether common capitals go on to another head, so that the first only qualifies it: `Deputy Chief Economist`."""
    for step in range(index, index + FARTHEST_TO_HEAD):
        token = marked.at(step)
        if token is None or not token.word or not marked.adjacent(step) or courtesy_size(marked, step):
            return False
        if match_head(marked, step) is not None:
            return token.capital == marked.tokens[index - 1].capital
        if not token.capital or not (is_common(token) or token.acronym) or step in marked.countries:
            return False
        if token.text in word_class("office_tail"):
            return False
        if is_given(token) and title_case(token.text) not in words("office_modifiers"):
            return False
    return False


def read_office(marked: Marked, index: int, head: Head, floor: int) -> Office:
    """The office around a head: what stands before it, down to `floor`, and its complements."""
    complement = read_complement(marked, index + head.size, head.name)
    first, country_before, body_before = extend_left(marked, index, floor, small=head.small, alone=not complement.words)
    title = compose(marked, first, index, head, complement)
    country = country_before or complement.country
    own = f"{marked.tokens[index - 1].text} {head.name}" if index > first else head.name
    body = body_before or complement.body or own in words("bodies")
    bare = first == index and complement.last == index + head.size and country is None
    start = start_with_country(marked, first)
    return Office(start, complement.last, title, head.name, country, body, bare, head.plural, head.small)


def compose(marked: Marked, first: int, index: int, head: Head, complement: Complement) -> str:
    """The title as stated: words before, the head in the singular, complements but for the country."""
    tokens = marked.tokens
    before = without_acronym([token.text for token in tokens[first:index]])
    own = [title_case(token.text) for token in tokens[index : index + head.size]]
    if tokens[index].acronym and len(tokens[index].text) > LONGEST_ACRONYM:
        before, own = [title_case(word) for word in before], head.name.split(" ")
    if head.plural:
        own = [part.lower() for part in head.name.split(" ")] if head.small else head.name.split(" ")
    return tidy(" ".join([*before, *own, *complement.words]))


def without_acronym(words_before: list[str]) -> list[str]:
    """The words before a head without the bracketed acronym of the body that they name."""
    if "(" not in words_before:
        return words_before
    opened = words_before.index("(")
    return words_before[:opened] + words_before[opened + 3 :]


def join(marked: Marked, left: Office, right: Office) -> Office | None:
    """Two offices of one person as one, where only a link lies between them; None where they are two people's."""
    between = [token.text for token in marked.tokens[left.last : right.first]]
    if not between and is_rank_of_holder(marked, left, right):
        return left._replace(last=right.last, title=f"{left.title} {right.title}", bare=False, joint=True)
    if between[:1] == [","] and right.bare and is_styled(marked, left, right):
        between = between[:1]
    if not between or parts_items(marked, between) or any(text not in LINKS and text != "," for text in between):
        return None
    if are_of_two(marked, left, right, between):
        return None
    link = " ".join(between)
    title = tidy(f"{left.title} {link} {right.title}")
    return right._replace(
        first=left.first, title=title, head=left.head, country=right.country or left.country,
        body=left.body and (right.body or right.country is None), bare=False, joint=True,
    )  # fmt: skip


def are_of_two(marked: Marked, left: Office, right: Office, between: list[str]) -> bool:
    """Whether two offices with a link between them are two people's."""
    if left.plural or right.plural or left.small != right.small:
        return True
    if left.bare and is_the(marked, left.first - 1) and is_followed_by_capital(marked, right):
        return True
    if left.country and "and" in between and ends_in_country(marked, left) and right.country != left.country:
        return True
    return "," in between and not is_list_of_one(marked, left, right)


def is_rank_of_holder(marked: Marked, left: Office, right: Office) -> bool:
    """Whether an envoy's rank stands between a longer office and the name: `Head of the Mission Ambassador Doe`."""
    ranked = right.bare and right.head == "Ambassador" and not (left.bare or left.plural or right.plural)
    return ranked and is_followed_by_capital(marked, right)


def parts_items(marked: Marked, between: list[str]) -> bool:
    """Whether a dash between two offices parts the items of a list that begins with one."""
    return between in (["-"], ["\u2013"]) and marked.tokens[0].text in {"-", "\u2013", "\u2022", "*"}


def is_followed_by_capital(marked: Marked, office: Office) -> bool:
    """Whether a capital stands right behind an office, so that a name may begin."""
    following = marked.at(office.last)
    return following is not None and following.capital


def is_the(marked: Marked, index: int) -> bool:
    """Whether a definite article stands at an index."""
    token = marked.at(index)
    return token is not None and token.low == "the"


def ends_in_country(marked: Marked, office: Office) -> bool:
    """Whether the last words of the office are its country."""
    return office.last - 1 in marked.countries


def is_list_of_one(marked: Marked, left: Office, right: Office) -> bool:
    """Whether two offices with a comma between them are one person's."""
    linked = is_styled(marked, left, right) or chained(marked, left, right)
    return linked and not belongs_apart(marked, left, right)


def chained(marked: Marked, left: Office, right: Office) -> bool:
    """Whether a list of offices goes on to one name: `Minister of A, Minister of B and Minister of C Jane Doe`."""
    following, beyond = marked.at(right.last), marked.at(right.last + 1)
    if following is None or beyond is None:
        return following is not None and following.capital
    if following.text == ",":
        further = beyond.low == "and" and not (left.bare or right.bare)
        return further or (is_the(marked, left.first - 1) and is_given(beyond))
    return following.capital or following.low == "and"


def is_styled(marked: Marked, left: Office, right: Office) -> bool:
    """Whether only a style leads from an office to the rank of its holder: `Chief of Mission, H.E. Ambassador Doe`."""
    styles = marked.tokens[left.last + 1 : right.first]
    if not styles or any(token.text not in words("honorifics") for token in styles):
        return False
    return is_followed_by_capital(marked, right) and not left.plural


def belongs_apart(marked: Marked, left: Office, right: Office) -> bool:
    """Whether the office before a comma is another's: of a name before it, or one that `as` gives."""
    step = left.first - 1
    while step > 0 and (step in marked.countries or marked.tokens[step].low in word_class("determiner")):
        step -= 1
    mark, before = marked.at(step), marked.at(step - 1)
    if mark is None or before is None or not is_followed_by_capital(marked, right):
        return False
    if not before.capital or not before.word:
        return mark.low == "as"
    first = marked.at(step - 2)
    named = not is_common(before) or is_given(before) or is_surname(before) or (first is not None and is_given(first))
    return mark.low == "as" or (mark.text == "," and named)
