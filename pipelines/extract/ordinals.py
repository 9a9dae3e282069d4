"""Ordinal numbers in words, digits and Roman numerals: `the fifth`, `the 5th`, `the V`.

What belongs here: the value of an ordinal. What does not: what is counted (`mechanisms`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.extract.lexicons import word_class

if TYPE_CHECKING:
    from pipelines.extract.tokens import Token

ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
ROMAN_NUMBER = re.compile(r"(?=[IVXLC])X{0,4}(?:IX|IV|V?I{0,3})")
DIGIT_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
ORDINALS = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
} | {
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "inaugural": 1,
    "first-ever": 1,
    "twenty-first": 21,
    "twenty-second": 22,
}
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70}


def ordinal_at(tokens: tuple[Token, ...], step: int) -> int | None:
    """The number of an ordinal that is no day: `the 5th Forum`, not `the March 5th Forum`."""
    of_month = step > 0 and tokens[step - 1].low in word_class("calendar")
    return None if of_month else ordinal(tokens[step])


def ordinal(token: Token) -> int | None:
    """The number of an ordinal in words, digits or Roman numerals."""
    if token.low in ORDINALS:
        return ORDINALS[token.low]
    if (match := DIGIT_ORDINAL.fullmatch(token.low)) is not None:
        return int(match[1])
    if len(token.text) > 1 and ROMAN_NUMBER.fullmatch(token.text):
        return roman(token.text)
    return None


def roman(text: str) -> int:
    """The value of a Roman numeral."""
    values = [ROMAN[letter] for letter in text]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
