"""The words that a head's complements have given so far, and the country or body that they name.

What belongs here: the shape of a complement, and taking words from a sentence. What does not: how far it goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipelines.extract.lexicons import mapping
from pipelines.extract.vocabulary import is_body_word

if TYPE_CHECKING:
    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked


class Complement(NamedTuple):
    """The words after a head up to token `last`, without the country, and the country or body that they name."""

    last: int
    words: tuple[str, ...] = ()
    country: str | None = None
    body: bool = False


def extend(so_far: Complement, last: int, more: tuple[str, ...]) -> Complement:
    """The complement with further words."""
    return Complement(last, so_far.words + more, so_far.country, so_far.body)


def text_of(tokens: tuple[Token, ...], first: int, last: int) -> tuple[str, ...]:
    """The words of some tokens."""
    found: list[str] = []
    for index in range(first, last):
        if index > first + 1 and is_joint(tokens, index - 1):
            found[-2:] = [found[-2] + found[-1] + tokens[index].text]
        else:
            found.append(tokens[index].text)
    return tuple(found)


def is_joint(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a dash joins two words without a space: `Peruvian-Chilean`."""
    mark = tokens[index]
    return mark.text in {"-", "\u2013"} and tokens[index - 1].end == mark.start and mark.end == tokens[index + 1].start


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
    named = [
        marked.countries[step].code
        for step in range(first, last)
        if step in marked.countries and not is_affairs(marked, step) and not is_field(tokens, first, step)
    ]
    if any(step + 1 in marked.countries and is_joint(tokens, step) for step in range(first + 1, last - 1)):
        named = named[:1]  # of a group of two states an officer's own comes first
    if tokens[first].low in {"to", "on", "for", "in"} and end == last:
        named = named[-1:] if bears_body(marked, first, last) or serves_officer(marked, first, last) else []
    return text_of(tokens, first, end), named[-1] if named else None


def is_affairs(marked: Marked, index: int) -> bool:
    """Whether a country is only what an office deals with: `of the Peru Affairs Office`."""
    name = marked.countries[index]
    while marked.countries.get(index) is name:
        index += 1
    following = marked.at(index)
    return name.form == "name" and following is not None and following.text == "Affairs"


def is_field(tokens: tuple[Token, ...], first: int, index: int) -> bool:
    """Whether a country behind a whole complement is what the office is for: `of the President of Peru for Chad`."""
    begin = index - 1 if tokens[index - 1].low != "the" else index - 2
    return begin > first and tokens[begin].low in {"for", "on", "to"} and tokens[first].low == "of"


def bears_body(marked: Marked, first: int, last: int) -> bool:
    """Whether the phrase closes with a body behind its country: `for Trade of the Peruvian Foreign Ministry`."""
    of = [step for step in range(first + 1, last) if marked.tokens[step].low == "of"]
    if not of or not is_body_word(marked.tokens[last - 1]):
        return False
    begin = of[-1] + 2 if marked.tokens[of[-1] + 1].low == "the" else of[-1] + 1
    return begin in marked.countries


def serves_officer(marked: Marked, first: int, last: int) -> bool:
    """Whether the phrase is of the officer of a state whom another serves: `to the Peruvian President`."""
    state = marked.countries.get(last - 2)
    return (
        marked.tokens[first].low == "to"
        and state is not None
        and state.form == "adjective"
        and is_head(marked, last - 1)
    )


def is_head(marked: Marked, index: int) -> bool:
    """Whether the word at an index is itself an office."""
    return marked.tokens[index].text in mapping("offices")


def tidy(text: str) -> str:
    """Words joined as they are written: no space before a comma or a possessive."""
    for wrong, right in (
        (" ,", ","),
        (" \u2019s", "\u2019s"),
        (" 's", "'s"),
        (" \u2019", "\u2019"),
        (" )", ")"),
        ("( ", "("),
    ):
        text = text.replace(wrong, right)
    return text
