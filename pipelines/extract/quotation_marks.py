"""Words between quotation marks, whatever the marks.

What belongs here: which mark opens and which closes, words that run through several paragraphs, a mark that the page
lost, and one speech that the words naming its speaker interrupt. What does not: whether the words are speech.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipelines.extract.speech_words import tag_between_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MARK = re.compile(r"[“”„«»\"]")
OPENERS, CLOSERS, STRAIGHT = "“„«", "”»", '"'
BEFORE_OPENING = " ([\u2013\u2014-\n\u00a0:"
SINGLE = re.compile(
    r"(?<![^\s(])['\u2018](?=[A-Z])(?P<words>(?:[^'\u2018\u2019]|(?<=\w)['\u2019](?=\w)|(?<=s)['\u2019](?=\s)){12,2500}?)"
    r"(?:(?<=[,.!?…])['\u2019](?!\w)|['\u2019](?=[,.]))"
)
MOST_PARAGRAPHS = 6  # of a speech that closes late
STOPPED = ",.!?…"
TAG_CLOSES = (",", ".", ":", "\u2013", "\u2014", "-")
TAG_OPENS = re.compile(r",| ?[\u2013\u2014-] ")


@dataclass(frozen=True, slots=True)
class Between:
    """Words between marks, which may run through several paragraphs."""

    start: int  # of the words
    end: int
    after: int  # behind the closing mark
    paragraph: tuple[int, int]  # span of the paragraph in which it opens
    tag: tuple[int, int] | None = None  # words of the release that interrupt it
    closed: bool = True  # whether the page shows where it ends


def doubled(body: str) -> str:
    """The text with double marks for single ones that hold speech, of the same length, where it has no double ones."""
    if MARK.search(body) or not ("'" in body or "\u2018" in body or "\u2019" in body):
        return body
    return SINGLE.sub(r"“\g<words>”", body)


def find_marked(body: str, paragraphs: Sequence[str]) -> list[Between]:
    """Words between marks in the order of the text, each speech once even if its speaker's name interrupts it."""
    found: list[Between] = []
    for item in pairs(body, spans_of(paragraphs)):
        joined = join(body, found[-1], item) if found else None
        if joined is None:
            found.append(item)
        else:
            found[-1] = joined
    return found


def spans_of(paragraphs: Sequence[str]) -> list[tuple[int, int]]:
    """Where each paragraph stands in the body."""
    spans: list[tuple[int, int]] = []
    offset = 0
    for paragraph in paragraphs:
        spans.append((offset, offset + len(paragraph)))
        offset += len(paragraph) + 2
    return spans


def join(body: str, first: Between, second: Between) -> Between | None:
    """The one speech of two, where nothing but `, X said,` stands between them in a paragraph."""
    if first.paragraph != second.paragraph or not first.closed:
        return None
    between = body[first.after : second.start - 1]
    ended = body[first.end - 1] in STOPPED
    tail = between.rstrip()[-1:]
    led_anew = tail not in TAG_CLOSES or (body[first.end - 1] in ".!?…" and tail != ".")  # `“A.” He said, “B.”`
    if led_anew or not (ended or TAG_OPENS.match(between)) or not tag_between_pattern().fullmatch(between):
        return None
    return replace(second, start=first.start, tag=first.tag or (first.after, second.start - 1))


def pairs(body: str, spans: Sequence[tuple[int, int]]) -> Iterator[Between]:
    """Words between marks, paragraph by paragraph."""
    opened, home, depth = None, (0, 0), 0
    for index, (start, end) in enumerate(spans):
        if opened is not None and not carries_on(body, spans, index):
            last = spans[index - 1][1]
            yield Between(opened, last, last, home, closed=False)
            opened, depth = None, 0
        fresh = True
        for mark in MARK.finditer(body, start + (1 if depth and body[start] in OPENERS + STRAIGHT else 0), end):
            opens = is_opening(body, mark.start(), start, body[opened - 1] if opened else "", depth)
            if opens and not depth:
                opened, home = mark.end(), (start, end)
            depth = depth + 1 if opens else max(0, depth - 1)
            if not opens and not depth and (opened is not None or (fresh and lost_opener(body, mark.start(), start))):
                yield Between(
                    start if opened is None else opened, mark.start(), mark.end(), home if opened else (start, end)
                )
                opened = None
            fresh = False
    if opened is not None:
        yield Between(opened, len(body), len(body), home, closed=False)


def carries_on(body: str, spans: Sequence[tuple[int, int]], index: int) -> bool:
    """Whether an open speech goes on in a paragraph: it opens with a mark, or the next mark closes."""
    start, end = spans[index]
    if body[start:end].startswith(("“", '"', "„", "«")):
        return True
    for first, last in spans[index : index + MOST_PARAGRAPHS]:
        mark = MARK.search(body, first, last)
        if mark:
            return body[mark.start()] in CLOSERS and not is_opening(body, mark.start(), first, "", 0)
    return False


def is_opening(body: str, at: int, floor: int, opener: str, depth: int) -> bool:
    """Whether a mark opens; its neighbours tell where its shape does not."""
    mark = body[at]
    free = at == floor or body[at - 1] in BEFORE_OPENING
    if mark == STRAIGHT:
        return not depth and free
    if mark in CLOSERS:
        return not depth and free and body[at + 1 : at + 2].isalnum()
    return not (mark == "“" and depth and (opener == "„" or not free))


def lost_opener(body: str, at: int, start: int) -> bool:
    """Whether a closing mark ends speech whose opening mark the page lost, as in `We are ready,” he said`."""
    return at > start and body[at - 1] in STOPPED and body[start].isupper()
