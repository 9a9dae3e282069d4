"""Words and marks with their places in the text, cut once and shared by every reader.

What belongs here: what a token is, and questions that its own letters answer. What does not: what it means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from pipelines.extract.lexicons import fold

if TYPE_CHECKING:
    from pipelines.model import Sentence

LETTERS = r"(?:[^\W_][\u0300-\u036f]*)+"  # and digits; with accents that stand apart
TOKEN = re.compile(
    r"""
    (?:[^\W\d_]\.[ ]?){2,}(?<=\.)                             # U.S.  H.E.  U. S.
    | (?:Lt|Gen|Col|Maj|Capt|Sgt|Adm|Brig|Cmdr|Mr|Mrs|Ms|Dr|Prof|Hon|Rt|Sr|Jr|St|Amb|Rev|Sen|Rep|Gov|Pres|Messrs)\.
    | [^\W\d_]\.(?=[ ]?[^\W\d_])                              # an initial
    | \d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?![^\W_])               # 1,900  2.5  77th
    | [\u2019'](?:s|S)(?![^\W_])                                   # the possessive, a token of its own
    | LETTERS(?:[\u2019'\u02bc\u2018\-\u2010\u2011](?!(?:s|S)(?![^\W_]))LETTERS)*  # with hyphens and apostrophes
    | [^\s]                                                   # any other mark
    """.replace("LETTERS", LETTERS),
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark; `body[start:end] == text`."""

    start: int
    end: int
    text: str
    low: str  # folded: lower case, no accents

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def word(self) -> bool:
        """Whether it begins with a letter."""
        return self.text[0].isalpha()

    @property
    def acronym(self) -> bool:
        """Whether it is two or more capitals, perhaps with digits."""
        return len(self.text) > 1 and self.text[:2].isupper() and self.text.isupper()


@dataclass(frozen=True)
class Line:
    """A sentence with its tokens."""

    sentence: Sentence
    tokens: tuple[Token, ...]

    @cached_property
    def starts(self) -> dict[int, int]:
        """From a character position of the body to the token that begins there."""
        return {token.start: index for index, token in enumerate(self.tokens)}


@dataclass(frozen=True)
class Prose:
    """A release's body, cut into sentences and tokens."""

    body: str
    lines: tuple[Line, ...] = field(default=())


def cut(text: str, offset: int = 0) -> tuple[Token, ...]:
    """The tokens of a text, counted from `offset`."""
    found = []
    for match in TOKEN.finditer(text):
        word = match[0].rstrip()
        start = offset + match.start()
        found.append(Token(start, start + len(word), word, fold(word)))
    return tuple(found)
