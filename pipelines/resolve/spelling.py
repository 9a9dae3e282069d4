"""Spellings of names: one form for the many ways in which a name of any script is written in Latin letters.

What belongs here: letters. What does not: whether two names are one person's, or one body's.
"""

from __future__ import annotations

import re
from functools import cache

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler

_WORD = re.compile(r"[^\W_]+(?:['\u2019\u02bc`][^\W_]+)*")  # an apostrophe within a word is a sign of its spelling
_APOSTROPHES = re.compile("['\u2019\u02bc`\u02b9\u02ba]")

# The letters of one sound in the usual romanisations of Cyrillic, Arabic, Turkic and Chinese, longest first
# (BGN/PCGN, ISO 9, ALA-LC, Wade-Giles, and what newspapers do).
_SOUNDS = (
    ("shch", "x"),
    ("dzh", "j"),
    ("tch", "c"),
    ("sch", "x"),
    ("kh", "h"),
    ("zh", "j"),
    ("dj", "j"),
    ("gh", "g"),
    ("ch", "c"),
    ("sh", "x"),
    ("ph", "f"),
    ("ts", "s"),
    ("tz", "s"),
    ("ck", "k"),
    ("ks", "x"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("yo", "e"),
    ("ye", "e"),
    ("ie", "e"),
    ("iy", "i"),
    ("ij", "i"),
    ("yu", "u"),
    ("iu", "u"),
    ("ya", "a"),
    ("ia", "a"),
    ("y", "i"),
    ("w", "v"),
    ("q", "k"),
    ("z", "s"),
)
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile("[aeiou]")
_LONG = 5  # letters from which a spelling may differ in one and still be the same name
_ALIKE = 0.9


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in small Latin letters: `Сергей Лавров` and `Sergey LAVROV` begin alike."""
    latin = anyascii(_APOSTROPHES.sub("'", name)).lower()
    return tuple(_APOSTROPHES.sub("", word) for word in _WORD.findall(latin))


@cache
def sound_of(word: str) -> str:
    """A word by its sounds: `Vassilenko` as `Vasilenko`, `Mukhtar` as `Muhtar`, `Petroff` as `Petrov`."""
    if word.endswith(("off", "eff")):
        word = word[:-2] + "v"
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    return _DOUBLED.sub(r"\1", word)


@cache
def skeleton_of(word: str) -> str:
    """The first sound and the consonants behind it: what spellings of one name share nearly always."""
    sound = sound_of(word)
    return sound[:1] + _VOWELS.sub("", sound[1:])


def is_alike(word: str, other: str) -> bool:
    """Whether two words are spellings of one name.

    Short names differ in a letter when they are different names, and names that differ by a last `a` alone are a
    man's and a woman's.
    """
    if word == other:
        return True
    one, two = sound_of(word), sound_of(other)
    if one == two:
        return not _differ_by_gender(word, other)
    if min(len(one), len(two)) < _LONG or _differ_by_gender(word, other):
        return False
    near = skeleton_of(word) == skeleton_of(other)
    return near and JaroWinkler.similarity(one, two) >= _ALIKE


def _differ_by_gender(word: str, other: str) -> bool:
    return word.endswith("a") != other.endswith("a") and word.rstrip("a") == other.rstrip("a")
