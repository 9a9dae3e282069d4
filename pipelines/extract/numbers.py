"""Amounts in digits and in words, with their scale and as ranges.

What belongs here: turning `1.2 billion`, `twenty-five`, `half a million` or `between 10 and 12` into values. What does
not: what the amount is an amount of.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import ahocorasick

from pipelines.extract.lexicons import rows

SCALE = (
    r"(?P<scale>hundred|thousand|millions?|billions?|trillion|mln\.?|bln\.?|mn|bn|tn|trn|mio|dozen|lakh|crore|[mMbBkK])"
    r"(?![\w])"
)
DIGITS = r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:[.,]\d+)?"
FIRST_YEAR, LAST_YEAR = 1800, 2100
THOUSAND = 1000
HALF = 0.5
RANGE = re.compile(r"\s?(?:[-\u2013—]|to|and)\s?(?:[A-Z]{0,3}[$€£¥]|[A-Z]{3} )?")
LONGEST_LINK = 14  # characters between the ends of a range, by the two patterns
PERCENT_AND = re.compile(r"\s?(?:%|per ?cent)\sand\s")  # `between 5% and 10%`
OPEN_BETWEEN = re.compile(r"\b[Bb]etween\s(?:[A-Z]{0,3}[$€£¥]|[A-Z]{3} )?$")
OPEN_FROM = re.compile(r"\b[Ff]rom\s(?:[A-Z]{0,3}[$€£¥]|[A-Z]{3} )?$")
SCALE_AT_END = re.compile(SCALE + "$")
BEHIND_ARTICLE = (
    "hundred", "thousand", "dozen", "lakh", "crore", "mln", "bln", "million", "billion", "trillion",
)  # fmt: skip
ARTICLES = frozenset({"a", "an", "half a", "half an"})
EXACT_BELOW = 1e15  # above, a float holds no fractions anyway


@cache
def values() -> dict[str, float]:
    """The value of every number word and scale."""
    return {row["word"]: float(row["value"]) for row in rows("number_words")}


@cache
def amount_pattern() -> re.Pattern[str]:
    """A number in digits or in words, with its scale."""
    small = "|".join(row["word"] for row in rows("number_words") if row["kind"] in {"ten", "unit"})
    pair = rf"(?:{small})(?:[- ](?:{small}))?"
    article = rf"an?(?=[- ](?:{'|'.join(BEHIND_ARTICLE)}))"
    and_a_half = rf"(?:{small}) and a half(?=[- ](?:million|billion|trillion|thousand))"
    spelled = rf"(?i:(?:half an?|{article}|{and_a_half}|{pair})(?:[- ](?:hundred|thousand)(?:(?: and)? {pair})?)?)"
    return re.compile(
        rf"(?<![\w.,/:])(?<![^\W\d][-\u2013])(?<!\w[/+])(?:(?P<digits>{DIGITS})|(?P<spelled>{spelled}))(?:[\s-]?{SCALE})?(?![\w]|[.,:/]\d)",
    )


# The same for digits alone: the search leaps from digit to digit, and looks back from behind the first.
DIGITS_ALONE = re.compile(
    r"(?P<digits>\d(?<![\w.,/:].)(?<![^\W\d][-\u2013].)(?<!\w[/+].)"
    r"(?:\d{0,2}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?(?!\d)|\d*(?:[.,]\d+)?))"
    rf"(?:[\s-]?{SCALE})?(?![\w]|[.,:/]\d)"
)


@cache
def spelled_signs() -> ahocorasick.Automaton:
    """The letters of the number words, without which `amount_pattern` finds nothing that `DIGITS_ALONE` does not."""
    machine = ahocorasick.Automaton()
    small = [row["word"] for row in rows("number_words") if row["kind"] in {"ten", "unit"}]
    behind = [f"{article}{link}{word}" for word in BEHIND_ARTICLE for article in ("a", "an") for link in " -"]
    for sign in (*small, *behind, "half"):
        machine.add_word(sign, len(sign))
    machine.make_automaton()
    return machine


def holds_spelled(folded: str) -> bool:
    """Whether a number word may begin in a text: behind a letter, as `one` in `someone`, none does."""
    return any(last < size or not folded[last - size].isalpha() for last, size in spelled_signs().iter(folded))


class Amount(NamedTuple):
    """A number in a sentence; `value_high` is set for a range."""

    start: int
    end: int
    value: float
    value_high: float | None
    digits: bool
    year_like: bool
    scaled: bool = False  # a scale word of a thousand or more


def find_amounts(text: str) -> list[Amount]:
    """Every amount of a sentence, in order; a range is one amount."""
    pattern = amount_pattern() if holds_spelled(text.casefold()) else DIGITS_ALONE
    singles = [amount for match in pattern.finditer(text) if (amount := read_amount(match)) is not None]
    merged: list[Amount] = []
    for amount in singles:
        if merged and (joined := as_sum(text, merged[-1], amount) or as_range(text, merged[-1], amount)) is not None:
            merged[-1] = joined
            continue
        if merged:
            merged[-1] = with_scale_of(text, merged[-1], amount)
        merged.append(amount)
    return merged


def as_sum(text: str, high: Amount, low: Amount) -> Amount | None:
    """The one amount of two scales that stand side by side: `1 billion 200 million`."""
    if not (high.scaled and low.scaled and high.digits and low.digits) or text[high.end : low.start] != " ":
        return None
    if (
        low.value_high is not None
        or high.value_high is not None
        or low.value >= scale_factor(text[high.start : high.end])
    ):
        return None
    return high._replace(end=low.end, value=exact(high.value + low.value))


def with_scale_of(text: str, low: Amount, high: Amount) -> Amount:
    """The first amount of `from 5.6 to 8.7 billion`, which means billions too."""
    if not high.scaled or low.scaled or low.value >= THOUSAND or RANGE.fullmatch(text, low.end, high.start) is None:
        return low
    if OPEN_FROM.search(text, max(0, low.start - 12), low.start) is None:
        return low
    factor = scale_factor(text[high.start : high.end])
    return low._replace(value=exact(low.value * factor), year_like=False, scaled=True)


def read_amount(match: re.Match[str]) -> Amount | None:
    """The amount that a match holds, or None for an article without a scale."""
    scale = scale_of(match["scale"])
    digits = match["digits"]
    if digits:
        value = read_digits(digits)
        year_like = scale == 1 and digits.isdigit() and FIRST_YEAR <= value <= LAST_YEAR
        big = scale >= THOUSAND
        return Amount(
            match.start(), match.end(), exact(value * scale), None, digits=True, year_like=year_like, scaled=big
        )
    value_of_words = read_words(match["spelled"])
    if value_of_words is None or (match["spelled"].lower() in ARTICLES and scale == 1):
        return None
    big = scale >= THOUSAND
    return Amount(
        match.start(), match.end(), exact(value_of_words * scale), None, digits=False, year_like=False, scaled=big
    )


def scale_of(word: str | None) -> float:
    """The factor that a scale word stands for."""
    return values()[word.rstrip(".").lower()] if word else 1.0


def exact(value: float) -> float:
    """The value without the dust of binary fractions (4.9 million is 4900000)."""
    return float(round(value, 6)) if value < EXACT_BELOW else value


def read_digits(text: str) -> float:
    """A number in digits: `1,900`, `14.6`, `12 500`, and `1,5` with a decimal comma."""
    if text.isdigit():
        return float(text)
    if re.fullmatch(r"\d+,\d{1,2}", text):
        return float(text.replace(",", "."))
    return float(re.sub(r"[,\u00a0\u202f ]", "", text))


def read_words(text: str) -> float | None:
    """A number in words: `thirteen`, `twenty-five`, `two hundred and ten`, `half a`."""
    total, current = 0.0, 0.0
    whole, half, _ = text.lower().partition(" and a half")
    if half:
        return values()[whole] + HALF
    for word in re.split(r"[- ]", whole):
        if word in {"hundred", "thousand"}:
            total, current = total + max(current, 1) * values()[word], 0.0
        elif word in {"a", "an"}:
            current = current or 1.0
        elif word == "half":
            current = HALF
        elif word in values():
            current += values()[word]
        elif word != "and":
            return None
    return total + current


def as_range(text: str, low: Amount, high: Amount) -> Amount | None:
    """The range that two amounts make: `10-12`, `10 to 12`, `between 10 and 12`; `from one to five` is two amounts."""
    if high.start - low.end > LONGEST_LINK or low.value_high is not None or low.year_like or high.year_like:
        return None
    link = RANGE.fullmatch(text, low.end, high.start) or PERCENT_AND.fullmatch(text, low.end, high.start)
    if link is None:
        return None
    between = OPEN_BETWEEN.search(text, max(0, low.start - 14), low.start)
    if "and" in link[0] and not between:
        return None
    if "to" in link[0] and OPEN_FROM.search(text, max(0, low.start - 12), low.start):
        return None
    value = low.value
    shares_scale = high.scaled and not low.scaled and value < THOUSAND
    if shares_scale:
        value = exact(value * scale_factor(text[high.start : high.end]))
    if value >= high.value:
        return None
    return Amount(low.start, high.end, value, high.value, digits=low.digits, year_like=False)


def scale_factor(text: str) -> float:
    """The scale word at the end of an amount's text, which a range's lower end shares."""
    match = SCALE_AT_END.search(text)
    return scale_of(match["scale"]) if match else 1.0
