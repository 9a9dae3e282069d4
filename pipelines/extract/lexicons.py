"""The lexicons of the extractor: CSV files that an analyst edits, read once a process and kept.

What belongs here: opening a file of `lexicons/` and giving it a shape. What does not: any rule about prose.
"""

from __future__ import annotations

import csv
import gc
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "lexicons"

# Letters that Unicode does not take apart into a base and a mark.
UNDECOMPOSED = str.maketrans({"ł": "l", "ø": "o", "\u0131": "i", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a"})


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The lines of a lexicon, one dictionary a line, in the order of the file."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


@cache
def words(name: str) -> frozenset[str]:
    """The first column of a lexicon, for asking whether it holds a word."""
    return frozenset(next(iter(row.values())) for row in rows(name))


@cache
def mapping(name: str) -> dict[str, str]:
    """The first column of a lexicon to its second."""
    pairs = (tuple(row.values()) for row in rows(name))
    return {pair[0]: pair[1] for pair in pairs}


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of one class of `word_classes`: small sets that several rules share."""
    return frozenset(row["word"] for row in rows("word_classes") if row["class"] == name)


@cache
def word_classes(*names: str) -> frozenset[str]:
    """The words of several classes."""
    return frozenset().union(*map(word_class, names))


def fold(text: str) -> str:
    """Lower case without accents, for comparing spellings."""
    lower = text.lower()
    if lower.isascii():
        return lower
    apart = unicodedata.normalize("NFKD", lower.translate(UNDECOMPOSED))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def straight(text: str) -> str:
    """The text with straight apostrophes and plain spaces and hyphens, of the same length."""
    if text.isascii():
        return text
    for mark, plain in STRAIGHT.items():
        text = text.replace(mark, plain)
    return text


STRAIGHT = {
    "\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u00b4": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
    "\u2010": "-", "\u2011": "-",
}  # fmt: skip


@contextmanager
def undisturbed() -> Iterator[None]:
    """Collect no garbage for a while: filling tables, and reading prose, make many objects and no cycles of them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
