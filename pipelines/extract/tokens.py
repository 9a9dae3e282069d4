"""Words and marks with their places in the text, cut once and shared by every reader.

What belongs here: what a token is, and questions that its own letters answer. What does not: what it means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pipelines.extract.lexicons import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.model import Sentence

LETTERS = r"(?:[^\W_][\u0300-\u036f]*)+"  # and digits; with accents that stand apart
TOKEN = re.compile(
    r"""
    (?=\S)(?:
    [A-Za-z]+(?=[\s,;:!?)”"])                                  # most words: nothing special follows
    | (?:[^\W\d_]\.[ ]?){2,}(?<=\.)                             # U.S.  H.E.  U. S.
    | (?:Lt|Gen|Col|Maj|Capt|Sgt|Adm|Brig|Cmdr|Mr|Mrs|Ms|Dr|Prof|Hon|Rt|Sr|Jr|St|Amb|Rev|Sen|Rep|Gov|Pres|Messrs)\.
    | (?:Md|Mohd|Muhd)\.                                       # Mohammed, in South Asia
    | (?<=\()[RDI](?=-[A-Z][a-z])                              # a party before a member's state: (R-Texas)
    | [^\W\d_]\.(?=[ ]?[^\W\d_])                              # an initial
    | [A-Z]?\d{1,2}\+\d{1,2}(?![^\W_])                        # C5+1  3+1
    | \d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?![^\W_])               # 1,900  2.5  77th
    | [\u2019'](?:s|S)(?![^\W_])                                   # the possessive, a token of its own
    | LETTERS(?:[\u2019'\u02bc\u2018\-\u2010\u2011](?!(?:s|S)(?![^\W_]))LETTERS)*  # with hyphens and apostrophes
    | [^\s]                                                   # any other mark
    )""".replace("LETTERS", LETTERS),
    re.VERBOSE,
)


class Token(NamedTuple):
    """A word or a mark; `body[start:end] == text`."""

    start: int
    end: int
    text: str
    low: str  # folded: lower case, no accents
    capital: bool  # it begins with a capital letter
    word: bool  # it begins with a letter
    acronym: bool  # it is two or more capitals, perhaps with digits


@dataclass(frozen=True)
class Line:
    """A sentence with its tokens."""

    sentence: Sentence
    tokens: tuple[Token, ...]

    @cached_property
    def starts(self) -> dict[int, int]:
        """From a character position of the body to the token that begins there."""
        return {token.start: index for index, token in enumerate(self.tokens)}


GLUED = "To ask the "  # what a question begins with, where the line break before it is lost: `Mr Roe Tan HuaTo ask`
UNGLUED = re.compile(rf"[^\W_]+(?=To\ ask\ the\ )|{TOKEN.pattern}", re.VERBOSE)
OFFICE = r"(?:Affairs|Minister|President|Ambassador)(?=[A-Z][a-z])"  # before a name, where the space is lost
BEFORE_NAME = re.compile(OFFICE)
PARTED = re.compile(rf"{OFFICE}|{TOKEN.pattern}", re.VERBOSE)


def cut(text: str, offset: int = 0) -> tuple[Token, ...]:
    """The tokens of a text, counted from `offset`."""
    new, words = tuple.__new__, UNGLUED if GLUED in text else TOKEN
    if BEFORE_NAME.search(text):
        words = PARTED
    tokens: list[Token] = []
    end = 0
    for word in words.findall(text):  # between tokens is nothing but space, so that each is found where it stands
        start = text.index(word, end)
        end = start + len(word)
        tokens.append(new(Token, (offset + start, offset + end) + shape(word)))  # noqa: RUF005 -- twice as fast
    return tuple(tokens)


def token_end(token: Token) -> int:
    """Where a token ends."""
    return token.end


def reads(tokens: Sequence[Token], index: int, words: Sequence[str]) -> bool:
    """Whether some folded words stand at an index, where the first of them is already known to."""
    size = len(words)
    if size == 1:
        return True
    if index + size > len(tokens):
        return False
    for step in range(1, size):  # noqa: SIM110 -- it is asked of every token, and a generator takes twice as long
        if tokens[index + step].low != words[step]:
            return False
    return True


@lru_cache(maxsize=50_000)
def shape(word: str) -> tuple[str, str, bool, bool, bool]:
    """What the letters of a word alone tell: itself, folded, whether a capital, a letter, an acronym."""
    acronym = len(word) > 1 and word[:2].isupper() and word.isupper()
    return word, fold(word), word[0].isupper(), word[0].isalpha(), acronym
