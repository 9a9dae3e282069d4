"""The noun that a number counts.

What belongs here: how far the words of a counted noun go, and what looks like a plural. What does not: which numbers
count anything.
"""

from __future__ import annotations

import re

from pipelines.extract.lexicons import mapping, words

WORD = re.compile(r"\s([A-Z]\.(?:[A-Z]\.)+(?:-\w+)?|[^\W\d_][\w\u2019'-]*)")
JOINED_WORD = re.compile(r",? (?:and|or)(?=\s)")
OF_WHOLE = re.compile(r"\sof (?:its|their|our|his|her|the|these|those)(?=\s)")
FOOTNOTE = re.compile(r"\[\d{1,2}\]")
BRACKETED = re.compile(r"\s\([A-Z][\w-]{1,9}\)")
LAST_NOUN_WORDS = 4
SHORTEST_PLURAL = 4
PLUS_AFTER = re.compile(r"\+(?!\d)|\s(?:or more|plus)\b")
LISTED_WORD = re.compile(
    r",(?=\s[a-z]+(?:,\s[a-z]+)?,?\s(?:and|or)\s[a-z]+\s)"
)  # `government, business and community leaders`


def read_noun(text: str, position: int) -> tuple[int, str] | None:
    """The plural noun that follows an amount, with the words before it: where it ends, and its words.

    Adjectives may be joined once (`40 safe and modern ships`), and the noun may follow `of` (`40 of its ships`).
    """
    for mark in (FOOTNOTE, PLUS_AFTER, OF_WHOLE):
        passed = mark.match(text, position)
        position = passed.end() if passed else position
    start = None
    joins = 1
    for _ in range(LAST_NOUN_WORDS + 1):
        match, join = next_word(text, position, inside=start is not None)
        joins -= join
        if match is None or joins < 0 or ends_search(match[1]):
            return None
        start = match.start(1) if start is None else start
        position = match.end()
        if is_plural(match[1]):
            position = longer_noun(text, position)
            return position, BRACKETED.sub("", text[start:position])
    return None


def next_word(text: str, position: int, *, inside: bool) -> tuple[re.Match[str] | None, bool]:
    """The next word of a noun phrase, over an acronym in brackets, and whether it is joined to the one before."""
    acronym = BRACKETED.match(text, position) if inside else None
    position = acronym.end() if acronym else position
    listed = LISTED_WORD.match(text, position) if inside else None
    position = listed.end() if listed else position
    joined = JOINED_WORD.match(text, position) if inside else None
    return WORD.match(text, joined.end() if joined else position), joined is not None


def ends_search(word: str) -> bool:
    """Whether no noun can follow a word: function words, but for capitals (`US companies`), and durations."""
    low = word.lower()
    if low.endswith("s") and mapping("not_counted").get(low) == "a duration":
        return True
    return low in words("function_words") and low not in words("irregular_plurals") and not word.isupper()


def longer_noun(text: str, position: int) -> int:
    """Where the noun really ends: a plural may stand before a plural head (`goods trains`)."""
    match = WORD.match(text, position)
    if match and match[1] == "General":  # `Attorneys General`
        return match.end()
    if match and is_plural(match[1]) and match[1][0].islower() and match[1].lower() not in words("verbs_in_s"):
        return match.end()
    return position


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun that can be counted."""
    low = word.lower()
    if low in words("irregular_plurals"):
        return True
    if low in words("not_counted") or len(low) < SHORTEST_PLURAL or word.isupper():
        return False
    return low.endswith("s") and not low.endswith(("ss", "ous", "\u2019s", "'s", "sis"))
