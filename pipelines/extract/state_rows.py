"""Rows of states: `the Governments of Peru, Ghana and Chile`, and the states that a title names.

What belongs here: where such a row stands. What does not: whose instrument it is (`agreement_parties`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.lexicons import word_class

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.extract.vocabulary import Marked


def rows_of_states(marked: Marked) -> Iterator[tuple[int, int]]:
    """The rows of tokens that hold countries and nothing but capitals and words for governments between them."""
    first: int | None = None
    for step, token in enumerate(marked.tokens):
        if first is None and (step in marked.countries or token.text in word_class("party_body")):
            first = step
        elif first is not None and not goes_on(marked, step):
            yield first, step
            first = None
    if first is not None:
        yield first, len(marked.tokens)


def goes_on(marked: Marked, step: int) -> bool:
    """Whether a token can stand in a row of states."""
    token = marked.tokens[step]
    return token.capital or not token.word or step in marked.countries or token.low in word_class("row_of_states")


def title_codes(title: Marked) -> tuple[str, ...]:
    """The countries and bodies that a title names."""
    found: list[str] = []
    for step, token in enumerate(title.tokens):
        found += [part for part in token.text.split("-") if part in word_class("party_body")]
        following = title.at(step + 1)
        if token.text == "European" and following is not None and following.text == "Union":
            found.append("EU")
        if step in title.countries:
            found += [name.code for name in (*title.hidden.get(step, ()), title.countries[step])]
    return tuple(dict.fromkeys(found))
