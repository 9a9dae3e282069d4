"""Spellings of names: one form for the many ways in which a name of any script is written in Latin letters.

What belongs here: letters. What does not: whether two names are one person's, or one body's.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler

_WORD = re.compile(r"[^\W_]+(?:['\u2019\u02bc`][^\W_]+)*")  # an apostrophe within a word is a sign of its spelling
_BORN = re.compile(r",? \bn[e\u00e9]e\b")  # what follows is the surname of before
_APOSTROPHES = re.compile("['\u2019\u02bc`\u02b9\u02ba]")

# The letters of one sound in the usual romanisations of Cyrillic, Arabic, Turkic and Chinese, longest first
# (BGN/PCGN, ISO 9, ALA-LC, Wade-Giles, and what newspapers do).
_SOUNDS = (
    ("shch", "\u0161"),
    ("tch", "c"),
    ("sch", "\u0161"),
    ("dzh", "j"),
    ("kh", "h"),
    ("zh", "j"),
    ("dj", "j"),
    ("gh", "g"),
    ("ch", "c"),
    ("sh", "\u0161"),
    ("ph", "f"),
    ("ts", "s"),
    ("tz", "s"),
    ("ck", "k"),
    ("ks", "h"),
    ("x", "h"),
    ("ou", "u"),
    ("oo", "u"),
    ("ue", "u"),
    ("oe", "o"),
    ("ae", "a"),
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
_GLIDE = re.compile("(?<=[^aeiouyw])w(?=[aeiou])")  # `Kwame` is `Kouame`, `Zwari` is `Zouari` where French was written
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile("[aeiou]")
_ARTICLES = frozenset({"al", "el"})  # before Arabic names, often left out
_SHORT_FOR = {"md": "mohammad", "mohd": "mohammad", "muhd": "mohammad"}
_PARTICLE = "ben"
_LONG = 5  # letters from which a spelling may differ in one and still be the same name
_ALIKE = 0.9


@cache
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in small Latin letters: `Сергей Лавров` and `Sergey LAVROV` begin alike."""
    latin = _BORN.split(anyascii(_APOSTROPHES.sub("'", name)).lower())[0]
    found = [_APOSTROPHES.sub("", word) for word in _WORD.findall(latin)]
    kept = [_SHORT_FOR.get(word, word) for word in found if word not in _ARTICLES] or found
    return tuple(_given_forms().get(word, word) for word in _with_particle(kept))


def _with_particle(words: list[str]) -> Iterator[str]:
    """The words, `Ben Chekroun` being one as `Benchekroun` is."""
    before = ""
    for word in words[:-1]:
        yield from () if word == _PARTICLE else (before + word,)
        before = _PARTICLE if word == _PARTICLE else ""
    if words:
        yield before + words[-1]


def in_latin(name: str, country_code: str | None) -> str:
    """A name in the letters of its own country as English romanises it: `Elçin Quluzadə` is `Elchin Guluzada`."""
    letters = _national_letters().get(country_code or "", {})
    is_national = not name.isascii() and any(letter in letters for letter in name)
    return name.translate(str.maketrans(letters)) if is_national else name


def surname_of(word: str, country_code: str | None) -> str:
    """A surname as it is usually romanised in its country, where there are several ways."""
    return _romanisations().get((country_code or "", word), word)


def is_surname(word: str, country_code: str) -> bool:
    """Whether the lexicon has a word as a surname of a country."""
    return (country_code, word) in _romanisations()


@cache
def _romanisations() -> dict[tuple[str, str], str]:
    return {(row["country_code"], row["word"]): row["standard"] for row in _rows("romanisations")}


@cache
def _given_forms() -> dict[str, str]:
    """The names that East Slavic languages share, each by one of its forms."""
    return {row["form"]: row["standard"] for row in _rows("given_forms")}


@cache
def _national_letters() -> dict[str, dict[str, str | int | None]]:
    found: dict[str, dict[str, str | int | None]] = defaultdict(dict)
    for row in _rows("national_letters"):
        found[row["country_code"]][row["letter"]] = row["latin"]
    return found


def _rows(name: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / f"{name}.csv").open(encoding="utf-8") as rows:
        return list(csv.DictReader(rows))


@cache
def sound_of(word: str) -> str:
    """A word by its sounds: `Vassilenko` as `Vasilenko`, `Mukhtar` as `Muhtar`, `Petroff` as `Petrov`."""
    if word.endswith(("off", "eff")):
        word = word[:-2] + "v"
    word = _GLIDE.sub("u", word)
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


def same_sound(word: str, other: str) -> bool:
    """Whether two words are the same but for the way in which they are romanised."""
    return sound_of(word) == sound_of(other)


def is_joined_alike(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether two names are alike when it does not matter where their words part: `Abdul Rahman`, `Abdulrahman`."""
    one, two = sound_of("".join(words)), sound_of("".join(others))
    return (
        len(words) != len(others)
        and skeleton_of(one) == skeleton_of(two)
        and JaroWinkler.similarity(one, two) >= _ALIKE
    )


def likeness_of(word: str, other: str) -> float:
    """How alike two words sound, from 0 to 1; 0 where they begin otherwise."""
    one, two = sound_of(word), sound_of(other)
    return JaroWinkler.similarity(one, two) if one[:1] == two[:1] else 0.0


def _differ_by_gender(word: str, other: str) -> bool:
    return word.endswith("a") != other.endswith("a") and word.rstrip("a") == other.rstrip("a")
