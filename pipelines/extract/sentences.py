"""Sentences of a body, each within one paragraph.

What belongs here: where a sentence ends, and the abbreviations and marks that only look like an end. What does not:
the words in it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.extract.lexicons import word_class, words
from pipelines.model import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.model import Document

# Stops with a space behind, or line ends; it begins with single letters so that a search can leap to one.
END = re.compile(r"[.!?…\n](?:(?<=\n)\n*|(?<!\n)[.!?…]*[\"”\u2019»)\]]*(?:\s+|$))")
CAPTION = re.compile(r"Photo [Cc](?:aption|redit)s?(?=:|[A-Z]|\s-)")  # run on without a space by some sites
GLUED = re.compile(r"(?<=[a-z]{4})[.!?][”\"\u2019]?(?=[“\"]?[A-Z][a-z]*[\s,\u2019])")  # lines that a site runs together
LAST_WORD = re.compile(r"([^\W_]+(?:\.[^\W_]+)*)\.$")
LONGEST = 2500  # characters; a table or a list run together is cut at a space
OPENING = '"“\u2018«([\u2013—-•·* '
# A sentence may end in `U.S.` when such a word begins the next one.
STARTERS = re.compile(
    r"(?:The|This|These|That|Those|There|He|She|It|They|We|You|In|On|At|As|For|But|And|Both|During|After|Our|A|An|When|"
    r"While|Since|With|From|To|By|Following|Through|Today|Yesterday|His|Her|Their|Its|If|Although|Such|Here|What|Now|"
    r"Then|Also|So|Not|Thank|Please|Under|Over|Before|All|Many|Together|Additionally|Moreover|Finally)\b"
)
MONTHS = frozenset(
    {"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"}
)  # `on Sept. 23`
NEXT_WORD = re.compile(r"[^\W\d_]+")
LONGEST_PART = 2


def split_sentences(document: Document) -> tuple[Sentence, ...]:
    """Every sentence of the body, numbered from 1; spans count in `document.body` and hold no outer spaces."""
    found: list[Sentence] = []
    offset = 0
    for paragraph_no, paragraph in enumerate(document.paragraphs, start=1):
        for start, end in pieces(paragraph):
            text = paragraph[start:end]
            found.append(Sentence(len(found) + 1, paragraph_no, offset + start, offset + end, text))
        offset += len(paragraph) + 2
    return tuple(found)


def pieces(paragraph: str) -> Iterator[tuple[int, int]]:
    """The spans of a paragraph's sentences."""
    start = 0
    ends = [match.end() for match in END.finditer(paragraph) if ends_here(paragraph, match.start(), match.end())]
    ends = sorted({*ends, *(match.end() for match in GLUED.finditer(paragraph) if not in_address(paragraph, match))})
    if "Photo " in paragraph:
        ends = sorted({*ends, *(match.start() for match in CAPTION.finditer(paragraph))})
    for end in ends:
        yield from trimmed(paragraph, start, end)
        start = end
    yield from trimmed(paragraph, start, len(paragraph))


def in_address(paragraph: str, stop: re.Match[str]) -> bool:
    """Whether a stop without a space behind is one of several in a word: `www.State.Example`."""
    return "." in paragraph[paragraph.rfind(" ", 0, stop.start()) + 1 : stop.start()]


def trimmed(paragraph: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span without outer spaces, or nothing if it holds nothing else; what is too long for prose in several."""
    while end - start > LONGEST:
        space = paragraph.rfind(" ", start + 1, start + LONGEST)
        middle = space if space > start else start + LONGEST
        yield from bare(paragraph, start, middle)
        start = middle
    yield from bare(paragraph, start, end)


def bare(paragraph: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span without outer spaces, or nothing if it holds nothing else."""
    text = paragraph[start:end]
    inner = text.strip()
    if inner:
        left = start + len(text) - len(text.lstrip())
        yield left, left + len(inner)


def ends_here(paragraph: str, mark: int, after: int) -> bool:
    """Whether the stop at `mark` closes a sentence, judged by the words on both sides."""
    if paragraph[mark] == "\n" or after >= len(paragraph):
        return True
    following = paragraph[after : after + 12].lstrip(OPENING)
    if following[:1].islower():
        return False
    word = LAST_WORD.search(paragraph, max(0, mark - 20), mark + 1)
    if paragraph[mark] != "." or word is None:
        return True
    if (len(word[1]) == 1 and word[1].isupper()) or "." in word[1]:
        return ends_after_dots(word[1], following)
    if word[1] in MONTHS and following[:1].isdigit():
        return False
    return word[1] not in words("abbreviations")


def ends_after_dots(word: str, following: str) -> bool:
    """Whether a sentence ends in an abbreviation with inner stops or an initial: `in Washington, D.C.`, `at 9 a.m.`."""
    if any(len(part) > LONGEST_PART for part in word.split(".")):
        return True  # an address: `state.example`
    first = NEXT_WORD.match(following)
    if word == "D.C":
        return first is not None and first[0] not in word_class("dc_name")
    if word.lower() in {"a.m", "p.m"}:
        return first is not None and not first[0].isupper()
    return bool(STARTERS.match(following)) and word not in {"H.E", "J"}
