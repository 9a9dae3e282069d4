"""Personal names as they stand in a sentence, of any tradition.

What belongs here: where a name begins and ends, and which words before it are only courtesy or rank. What does not:
offices, and which names belong to one person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipelines.extract.courtesy import courtesy_size as courtesy_size  # noqa: PLC0414 - others import it from here
from pipelines.extract.courtesy import follows_patronym, is_title_of_name, skip_courtesy, within_patronym
from pipelines.extract.lexicons import word_class, words
from pipelines.extract.name_words import (
    SMALL_PREFIX,
    ends_run,
    is_office_word,
    is_short_part,
    is_shouted_name,
    is_spelled_as_name,
    is_surname_like_country,
    name_like,
    names_thing,
    shared_with_country,
)
from pipelines.extract.vocabulary import (
    is_body_word,
    is_common,
    is_given,
    is_initial,
    is_surname,
)

if TYPE_CHECKING:
    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked

LONGEST_NAME = 16
GENERATIONS = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV", "VI", "VII", "VIII", "X", "XIV", "XVI"})
JUNIORS = frozenset({"Jr.", "Jr", "Sr."})
LETTERS = 2
MANY = 2
SHORT_MIDDLE = 3
APOSTROPHES = frozenset({"\u2019", "'", "\u02bc"})


class Name(NamedTuple):
    """A personal name: the tokens from `first` up to `last`, which is not its own."""

    first: int
    last: int
    courtesy: bool  # an honorific or a rank stands before it

    @property
    def size(self) -> int:
        """How many tokens it has."""
        return self.last - self.first


def read_name(marked: Marked, index: int, *, anchored: bool) -> Name | None:
    """The personal name that begins at an index, after any courtesy.

    `anchored` says that an office stands right before it, so that an unknown word may be a name.
    """
    first, courtesy = skip_courtesy(marked, index)
    if courtesy and is_title_of_name(marked, first - 1):
        return read_peer(marked, first)
    last = read_parts(marked, first, anchored=anchored or courtesy)
    if last == first and (anchored or courtesy) and is_any_surname(marked, first):
        last = first + 1
    return Name(first, last, courtesy) if last > first else None


def is_any_surname(marked: Marked, index: int) -> bool:
    """Whether a common word right behind `Mr`, `Rep.` or their like is a surname, being one capital alone."""
    token, before = marked.at(index), marked.at(index - 1)
    if (
        token is None
        or before is None
        or not token.capital
        or token.acronym
        or not token.text.isalpha()
        or index in marked.countries
    ):
        return False
    if before.text not in word_class("mister") and before.text not in word_class("before_any_surname"):
        return False
    if is_office_word(token) or token.low in words("function_words"):
        return False
    return ends_run(marked, index)


def read_peer(marked: Marked, first: int) -> Name | None:
    """A peer keeps the style and the place: `Lord Ahmad of Wimbledon`, `Lord (Tariq) Ahmad`, `Baroness Scotland`."""
    opened, closed = marked.at(first), marked.at(first + 2)
    begin = first + 3 if opened and closed and opened.text == "(" and closed.text == ")" else first
    last = read_parts(marked, begin, anchored=True)
    if last == begin and (token := marked.at(begin)) and token.text in words("names_shared_with_countries"):
        last += 1
    if last == begin:
        return None
    of, place = marked.at(last), marked.at(last + 1)
    if of and of.low == "of" and place and place.capital and last + 1 not in marked.countries and not is_common(place):
        last += 2
    return Name(first - 1, last, courtesy=True)


def read_parts(marked: Marked, first: int, *, anchored: bool) -> int:
    """The index after the last part of the name that begins at `first`, found once; `first` itself if there is none."""
    key = first, anchored
    if key not in marked.name_ends:
        marked.name_ends[key] = end_of_parts(marked, first, anchored=anchored)
    return marked.name_ends[key]


def end_of_parts(marked: Marked, first: int, *, anchored: bool) -> int:
    """The same, found now."""
    if not begins_name(marked, first, anchored=anchored):
        return first
    last = first + 1
    while last - first < LONGEST_NAME and (step := next_part(marked, first, last)) > 0:
        last += step
        if marked.tokens[last - 1].text in JUNIORS:
            break
    return trimmed(marked, first, last)


def begins_name(marked: Marked, index: int, *, anchored: bool) -> bool:
    """Whether a name can begin here."""
    token = marked.at(index)
    if token is None or not name_like(token):
        return is_particle_start(marked, index) and anchored
    if index in marked.countries:
        return anchored and shared_with_country(marked, index)
    if is_initial(token):
        following = marked.at(index + 1)
        return following is not None and name_like(following) and not is_office_word(following)
    if token.acronym and len(token.text) > LETTERS and token.text not in GENERATIONS:
        if is_never_name(marked, index, anchored=anchored):
            return False
        shouted = is_shouted_name(marked, index) or is_bare_surname(marked, index)
        return surname_in_capitals(marked, index) or (anchored and shouted)
    return not is_never_name(marked, index, anchored=anchored) and (
        is_given(token) or (anchored and may_be_name(marked, index, token))
    )


def is_never_name(marked: Marked, index: int, *, anchored: bool) -> bool:
    """Whether the word begins no name: a king's number, an office, a month that no office stands before."""
    token = marked.tokens[index]
    if token.text in GENERATIONS or (is_office_word(token) and not is_given(token)):
        return True
    return is_day_word(marked, index) and not (anchored and is_given(token))


def is_day_word(marked: Marked, index: int) -> bool:
    """Whether the word is a month or a weekday; a surname such as May is one only before a number."""
    token, following = marked.tokens[index], marked.at(index + 1)
    if token.low not in word_class("calendar"):
        return False
    return not is_surname(token) or (following is not None and following.text[0].isdigit())


def may_be_name(marked: Marked, index: int, token: Token) -> bool:
    """Whether a word that is no known given name may yet be one, right behind an office."""
    if is_body_word(token):
        return False
    if not is_common(token) or is_surname(token) or opens_styled_name(marked, index):
        return True
    return leads_to_surname(marked, index) or is_bare_surname(marked, index) or is_spelled_as_name(marked, index)


def opens_styled_name(marked: Marked, index: int) -> bool:
    """Whether a small English word is a surname of the East, behind `Mr` and before short parts: `Ms He Kian Boo`."""
    before, following = marked.at(index - 1), marked.at(index + 1)
    if before is None or following is None or before.text not in word_class("mister"):
        return False
    return marked.tokens[index].low in word_class("function_surname") and is_short_part(marked, index + 1)


def is_bare_surname(marked: Marked, index: int) -> bool:
    """Whether a rare word in a capital, right behind an office, is a surname: `Minister Kishi said`."""
    token, before, following = marked.tokens[index], marked.at(index - 1), marked.at(index + 1)
    if before is None or following is None or not marked.adjacent(index) or not before.capital:
        return False
    if token.acronym and (len(token.text) <= SHORT_MIDDLE or is_common(token) or token.text in words("bodies")):
        return False
    if token.low in words("institution_words") or token.low in words("function_words") or token.low.endswith("s"):
        return False
    if before.text not in word_class("before_bare_surname") and not is_attorney_general(marked, index):
        return False
    if following.text in {"\u2019s", "'s"} or following.text in word_class("saying") or following.low == "today":
        return True
    beyond = marked.at(index + 2)
    return following.low == "and" and beyond is not None and beyond.text in word_class("before_bare_surname")


def is_attorney_general(marked: Marked, index: int) -> bool:
    """Whether an office that ends in `General` stands right before: `Attorney General Garrison said`."""
    before, first = marked.at(index - 1), marked.at(index - 2)
    return before is not None and first is not None and (first.text, before.text) == ("Attorney", "General")


def leads_to_surname(marked: Marked, index: int) -> bool:
    """Whether a common word is a given name after all: an uncommon capital ends the run right behind it."""
    if marked.tokens[index].low in words("institution_words"):
        return False
    following = marked.at(index + 1)
    if following is None or not marked.adjacent(index + 1) or index + 1 in marked.countries:
        return False
    return following.capital and not following.acronym and not is_common(following) and ends_run(marked, index + 1)


def is_particle_start(marked: Marked, index: int) -> bool:
    """Whether a surname in small letters begins here: `van der Linden`."""
    token, following = marked.at(index), marked.at(index + 1)
    if token is None or following is None or token.low not in words("name_particles"):
        return False
    return (following.capital and not is_common(following)) or following.low in words("name_particles")


def surname_in_capitals(marked: Marked, index: int) -> bool:
    """Whether a word in capitals is a surname: the next or the former part of the name is written as usual."""
    token, following = marked.tokens[index], marked.at(index + 1)
    if is_common(token) or token.text in words("bodies"):
        return False
    return following is not None and name_like(following) and not following.acronym and not is_common(following)


def next_part(marked: Marked, first: int, index: int) -> int:
    """How many further tokens from an index belong to the name: 0, 1, or more for particles and `, Jr.`."""
    token = marked.at(index)
    if token is None:
        return 0
    following = marked.at(index + 1)
    if token.text == "," and following is not None and following.text in {"Jr.", "Jr", "Sr."}:
        return 2
    if not marked.adjacent(index):
        return 0
    if token.text in APOSTROPHES and following is not None and following.start > token.end:
        if not following.capital:
            return MANY if SMALL_PREFIX.match(following.text) else 0
        return int(name_like(following) and not is_common(following))
    size = particle_size(marked, index) if token.low in words("name_particles") else 0
    return size or int(token.text in GENERATIONS or continues_name(marked, first, index))


def particle_size(marked: Marked, index: int) -> int:
    """The particles from an index and the capital that must follow them."""
    step = index
    while (token := marked.at(step)) and token.low in words("name_particles") and marked.adjacent(step):
        step += 1
    token = marked.at(step)
    if token is None or not token.capital or not name_like(token) or is_body_word(token) or step in marked.countries:
        return 0
    if is_common(token) and not is_given(token) and not is_surname(token) and not is_office_word(token):
        return 0
    return step - index + 1


def continues_name(marked: Marked, first: int, index: int) -> bool:
    """Whether the token goes on with the name that began at `first`."""
    token = marked.tokens[index]
    if not name_like(token) or interrupts(marked, first, index):
        return False
    if token.acronym and len(token.text) > LETTERS:
        if is_shouted_name(marked, first) and index == first + MANY:
            return True
        return not is_common(token) and not marked.tokens[index - 1].acronym and not names_thing(marked, index)
    if is_initial(token) or not is_common(token) or is_given(token) or is_surname(token):
        return True
    if is_short_middle(marked, index) or (opens_styled_name(marked, first) and is_short_part(marked, index)):
        return True
    before = marked.tokens[index - 1]
    led = is_given(before) or (is_initial(before) and index - 1 > first)
    known_before = led and token.low not in words("function_words")
    return known_before and token.low not in word_class("told_in_heading") and ends_run(marked, index)


def is_short_middle(marked: Marked, index: int) -> bool:
    """Whether a short common word stands between or after uncommon parts of a name: `Lim Say Peng`."""
    token, before, following = marked.tokens[index], marked.tokens[index - 1], marked.at(index + 1)
    if len(token.text) > SHORT_MIDDLE or token.low in word_class("short_verb"):
        return False
    if (is_common(before) and not is_given(before)) or len(token.text) < MANY:
        return False
    if following is None or not following.capital:
        return index > 1 and before.capital and marked.tokens[index - 2].capital and not is_common(before)
    return (
        marked.adjacent(index + 1)
        and following.capital
        and name_like(following)
        and not following.acronym
        and not is_common(following)
        and index + 1 not in marked.countries
    )


def interrupts(marked: Marked, first: int, index: int) -> bool:
    """Whether the token belongs to something else: a day, a country, a body, an office, another one's courtesy."""
    token = marked.tokens[index]
    given = is_given(token)
    if index in marked.countries and not is_surname_like_country(marked, first, index):
        return True
    if not given and (is_day_word(marked, index) or (is_office_word(token) and not ends_as_surname(marked, index))):
        return True
    if is_body_word(token) or token.text in word_class("postnominal"):
        return True
    if courtesy_size(marked, index) == 0 or token.text in word_class("inner_honorific"):
        return False
    if index > first + 1 and token.text == "Hon" and ends_run(marked, index):
        return False  # a given name of the East, for courtesy stands before a name
    return not follows_patronym(marked, index) and not within_patronym(marked, first, index)


def ends_as_surname(marked: Marked, index: int) -> bool:
    """Whether a word of offices is a surname here, at the end of a run behind a given name: `Laura Dean`."""
    following = marked.at(index + 1)
    before = marked.at(index - 1)
    if before is None or not is_surname(marked.tokens[index]) or not ends_run(marked, index):
        return False
    if not is_given(before) and (is_common(before) or not before.capital or not is_office_before(marked, index - 2)):
        return False
    return following is None or following.low not in {"of", "for"}


def is_office_before(marked: Marked, index: int) -> bool:
    """Whether a word of offices stands at an index, so that a name begins right behind it."""
    token = marked.at(index)
    return token is not None and is_office_word(token)


def trimmed(marked: Marked, first: int, last: int) -> int:
    """The end without dangling marks and particles."""
    while last > first and not (
        marked.tokens[last - 1].capital
        or marked.tokens[last - 1].text in GENERATIONS
        or SMALL_PREFIX.match(marked.tokens[last - 1].text)
    ):
        last -= 1
    return last
