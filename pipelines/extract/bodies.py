"""Words of a sentence that name a body, and the questions that all of its readers ask.

What belongs here: the shape of such words, and telling countries and other people's names inside them. What does not:
finding them, and which of them are one body.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pipelines.extract.lexicons import rows, straight, word_class, words
from pipelines.extract.vocabulary import country_end, title_case

if TYPE_CHECKING:
    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked

POSSESSIVES = frozenset({"\u2019s", "'s", "\u2019", "'"})
POSSESSIVES_IN_CAPITALS = frozenset({"\u2019S", "'S"})
SMALL = frozenset({"of", "the", "for", "and", "&", "on", "in", "to", "at", "against", "under", "a"})
OPENING, CLOSING = frozenset({"“", "«", '"', "„"}), frozenset({"”", "»", '"', "“"})
LONGEST_QUOTED = 6
SPELLINGS = {
    "organisation": "organization", "labour": "labor", "defence": "defense", "programme": "program",
    "centre": "center", "co-operation": "cooperation", "&": "and", "u.n.": "un",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class BodyWords:
    """The tokens from `first` up to `last` of a sentence, and what they say of the body that they name."""

    line_no: int
    first: int
    last: int
    start: int  # in the body of the release
    end: int
    name: str
    kind: str | None
    rule: str
    country: str | None = None  # that the words around state
    known: str | None = None  # the lexicon's name of the body
    acronym: str | None = None  # that stands in brackets behind
    head: str = ""


class Scope(NamedTuple):
    """A sentence in which bodies are looked for, and the tokens of the release that name persons."""

    line_no: int
    marked: Marked
    persons: frozenset[tuple[int, int]]  # (sentence index, token index)

    def is_person(self, index: int) -> bool:
        """Whether a token belongs to a person's name."""
        return (self.line_no, index) in self.persons


def words_at(marked: Marked, first: int, last: int) -> tuple[int, int, str]:
    """Where some tokens begin and end in the release, and their words as a name is written."""
    tokens = marked.tokens
    return tokens[first].start, tokens[last - 1].end, spelled(tokens[first:last])


def spelled(tokens: tuple[Token, ...]) -> str:
    """The words as written, set in title case where the text shouts."""
    shouted = len(tokens) > 1 and all(token.text.isupper() for token in tokens if token.word)
    text = ""
    for index, token in enumerate(tokens):
        word = token.text
        if shouted and len(word) > 1:
            small = (token.low in SMALL and index) or word in POSSESSIVES_IN_CAPITALS
            word = word.lower() if small else title_case(word)
        gap = " " if index and token.start > tokens[index - 1].end else ""
        text += gap + word
    return text


def same_spelling(low: str) -> str:
    """A folded word in the spelling under which bodies are compared."""
    return SPELLINGS.get(low, low) if low.isascii() else SPELLINGS.get(low, straight(low))


def key_words(name: str) -> tuple[str, ...]:
    """The words that tell one body from another, folded and in order."""
    plain = straight(name).replace(",", " ").replace("'s", " ").lower().split()
    return tuple(same_spelling(word) for word in plain if word not in SMALL)


def is_office_head(token: Token) -> bool:
    """Whether the word is the head of an office (Minister, Director), so that a body's name does not hold it."""
    return title_case(token.text) in office_heads()


@cache
def office_heads() -> frozenset[str]:
    """The offices of one word, and their plurals."""
    single = {row["head"] for row in rows("offices") if " " not in row["head"]}
    return frozenset(single | {head + "s" for head in single}) - {
        "General",
        "Major",
        "Members",
        "Head",
        "Executive",
        "Sovereign",
    }


def country_start(marked: Marked, index: int) -> int:
    """The index of the first token of the country's name that covers a token."""
    name = marked.countries[index]
    while index > 0 and marked.countries.get(index - 1) is name:
        index -= 1
    return index


def country_near(marked: Marked, first: int, last: int) -> str | None:
    """The country that stands as a possessive before some tokens, or behind them after a comma or by itself."""
    before = marked.at(first - 1)
    if before is not None and before.text in POSSESSIVES and first - 2 in marked.countries:
        return marked.countries[first - 2].code
    after = marked.at(last)
    begin = last + 1 if after is not None and after.text == "," else last
    name = marked.countries.get(begin)
    if name is None or name.form != "name":
        return None
    closing = marked.at(country_end(marked, begin))
    ends = closing is None or not (closing.capital or closing.text in {",", "'s", "\u2019s", "and"})
    return name.code if ends else None


def quoted_start(marked: Marked, closing: int) -> int:
    """The index of the mark that opens the short name which a mark closes, or the index behind the closing one."""
    for step in range(closing - 1, max(-1, closing - LONGEST_QUOTED - 2), -1):
        token = marked.tokens[step]
        if token.text in OPENING and closing - step > 1 and marked.tokens[step + 1].capital:
            return step
        if not (token.capital or token.low in SMALL):
            break
    return closing + 1


def quoted_end(marked: Marked, opening: int) -> int:
    """The index behind the mark that closes the short name which a mark opens, or the index of the opening one."""
    for step in range(opening + 1, min(opening + LONGEST_QUOTED + 2, len(marked.tokens))):
        token = marked.tokens[step]
        if token.text in CLOSING and step - opening > 1 and marked.tokens[opening + 1].capital:
            return step + 1
        if not (token.capital or token.low in SMALL):
            break
    return opening


def is_day(token: Token) -> bool:
    """Whether the word is a day or a month."""
    return token.low in word_class("calendar")


def bracketed(marked: Marked, index: int) -> int | None:
    """The index of the acronym that stands in brackets at an index, or None."""
    opening = marked.at(index)
    if opening is None or opening.text not in {"(", "["}:
        return None
    inner = index + 1
    while (token := marked.at(inner)) is not None and (token.text in OPENING or token.low in {"hereinafter", "the"}):
        inner += 1
    closing = marked.at(inner + 1)
    if token is None or closing is None or inner in marked.countries or token.text in words("us_states"):
        return None
    if closing.text not in {")", "]", ";", ","} and closing.text not in CLOSING:
        return None
    capitals = sum(letter.isupper() for letter in token.text)
    return inner if capitals > 1 and capitals * 2 >= len(token.text) else None
