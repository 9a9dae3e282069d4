"""The words that a head's complements have given so far, and the country or body that they name.

What belongs here: the shape of a complement, and taking words from a sentence. What does not: how far it goes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked


@dataclass(frozen=True, slots=True)
class Complement:
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
        if step in marked.countries and not is_affairs(marked, step)
    ]
    if any(step + 1 in marked.countries and is_joint(tokens, step) for step in range(first + 1, last - 1)):
        named = named[:1]  # of a group of two states an officer's own comes first
    if tokens[first].low in {"to", "on", "for", "in"} and end == last:
        named = []
    return text_of(tokens, first, end), named[-1] if named else None


def is_affairs(marked: Marked, index: int) -> bool:
    """Whether a country is only what an office deals with: `of the Peru Affairs Office`."""
    name = marked.countries[index]
    while marked.countries.get(index) is name:
        index += 1
    following = marked.at(index)
    return name.form == "name" and following is not None and following.text == "Affairs"
