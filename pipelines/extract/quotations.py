"""Direct quotations with their speakers.

What belongs here: which words between marks, or set apart by the layout, are somebody's own speech. What does not: who
the speaker is (`speakers`). Titles of books, scare quotes and single terms in marks are not speech; nor is a statement
that a release gives whole in a spokesperson's name, for it bears no marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipelines.extract.lexicons import words
from pipelines.extract.speakers import Tag, speaker_of
from pipelines.model import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.extract.context import Context
    from pipelines.model import Sentence

OPENERS, CLOSERS = "“„«", "”»"
MARK = re.compile(r"[“”„«»\"]")
REACH = 170  # characters beside a quotation in which its speaker is named
FEWEST_WORDS = 4  # fewer words in marks are a term, unless a verb of speech governs them
FEWEST_ALONE = 7  # a sentence in marks that nothing introduces
FEWEST_EMBEDDED = 9  # words in marks that carry on the sentence of the release
WORD = re.compile(r"\w+")
TERMINAL = re.compile(r"[.!?…]\s*$")
IN_CLAUSE = r"(?:[^.;:!?“”\"\n]|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.|(?<=\b[HMD]on)\.)"  # stops of initials do not end it
TRAILING = " ,\n"


@dataclass(frozen=True, slots=True)
class Between:
    """Words between marks, which may run through several paragraphs."""

    start: int  # of the words
    end: int
    after: int  # behind the closing mark
    paragraph: tuple[int, int]  # span of the paragraph in which it opens


@dataclass(frozen=True, slots=True)
class Speech:
    """Words that are speech, with the words that name the speaker."""

    start: int
    end: int
    tag: Tag | None  # None where it carries on the speech before it
    rule: str


@cache
def verb_pattern() -> re.Pattern[str]:
    """The verbs of speech."""
    found = sorted(words("speech_verbs"), key=lambda verb: (-len(verb), verb))
    return re.compile(rf"\b(?:{'|'.join(found)})\b")


@cache
def tag_after_pattern() -> re.Pattern[str]:
    """What follows a quotation: `said the Minister`, or `the Minister said`."""
    verbs = verb_pattern().pattern
    said_by = rf"{verbs}{IN_CLAUSE}*|{IN_CLAUSE}{{2,110}}?\s{verbs}{IN_CLAUSE}*"
    return re.compile(rf"\s*[,.\u2013\u2014-]*\s*(?:(?:as|also|further|then)\s)*(?:{said_by})")


@cache
def tag_before_pattern() -> re.Pattern[str]:
    """What leads into a quotation: `The Minister said:`."""
    return re.compile(rf"(?:{verb_pattern().pattern}|[Aa]ccording to|in the words of)(?P<gap>[^.!?“”\"]*)$")


@cache
def closing_tag_pattern() -> re.Pattern[str]:
    """The end of a paragraph of speech without marks: `said the Minister`, or `, the Minister said`."""
    return re.compile(
        rf"(?:(?:,|[?!\u2013\u2014-])\s(?P<subject>(?:[A-Z]|the\s)[^,.;:“”\"]{{3,80}})\s(?P<verb>{CLOSING_VERB.pattern})"
        r"|,?\s(?P<verb2>said|added)\s(?P<subject2>(?:[A-Z]|the\s)[^,.;:“”\"]{2,80}?))"
        r"(?:,?\s(?:add|not|stress|emphasi[sz]|underlin|recall|stat|explain|point)ing\s[^“”\"]*)?[.]?$",
    )


def read_quotations(context: Context) -> tuple[Quotation, ...]:
    """The quotations of a release in the order of the text, each with its speaker where one is named."""
    body = context.document.body
    sentences = [marked.line.sentence for marked in context.lines]
    found: list[Quotation] = []
    last: int | None = None
    for speech in find_speech(body, context.document.paragraphs):
        if speech.tag is not None:
            last = speaker_of(context, speech.tag, last)
        if last is None and speech.rule in NEEDS_SPEAKER:
            continue
        row = row_of(len(found) + 1, body, speech, last, sentences)
        if row is not None:
            found.append(row)
    return tuple(found)


def row_of(
    number: int, body: str, speech: Speech, person_no: int | None, sentences: list[Sentence]
) -> Quotation | None:
    """The row of a quotation, with the sentence in which it begins."""
    text = body[speech.start : speech.end]
    inside = [line for line in sentences if line.char_start <= speech.start < line.char_end]
    if not text or not inside:
        return None
    return Quotation(number, inside[0].sentence_no, speech.start, speech.end, text, person_no, speech.rule)


def find_speech(body: str, paragraphs: tuple[str, ...]) -> Iterator[Speech]:
    """All speech: between marks, and set apart by the layout."""
    if not verb_pattern().search(body):
        return
    marked = list(find_marked(body, paragraphs)) if MARK.search(body) else []
    found: list[Speech] = []
    for index, words_between in enumerate(marked):
        floor = marked[index - 1].after if index else 0
        speech = judge(body, words_between, floor, found)
        if speech is not None:
            found.append(speech)
    found += unmarked_speech(paragraphs, [(item.start, item.after) for item in marked])
    yield from sorted(found, key=lambda speech: speech.start)


def find_marked(body: str, paragraphs: tuple[str, ...]) -> Iterator[Between]:
    """Words between marks, paragraph by paragraph; one left open is closed by the paragraphs that go on with it."""
    offset, opened, home = 0, None, (0, 0)
    for paragraph in paragraphs:
        end = offset + len(paragraph)
        if opened is not None and not paragraph.startswith(("“", '"', "„", "«")):
            yield Between(opened, offset - 2, offset - 2, home)
            opened = None
        depth = 1 if opened is not None else 0
        for mark in MARK.finditer(body, offset + (1 if depth else 0), end):
            opens = is_opening(body, mark.start(), offset, depth)
            depth = depth + 1 if opens else max(0, depth - 1)
            if opens and depth == 1:
                opened, home = mark.end(), (offset, end)
            elif not opens and not depth and opened is not None:
                yield Between(opened, mark.start(), mark.end(), home)
                opened = None
        offset = end + 2
    if opened is not None:
        yield Between(opened, max(opened, len(body)), len(body), home)


def is_opening(body: str, at: int, floor: int, depth: int) -> bool:
    """Whether a mark opens a quotation; a straight mark opens where none is open."""
    if body[at] in OPENERS:
        return True
    if body[at] in CLOSERS or depth:
        return False
    return at == floor or not body[at - 1].isalnum()


def judge(body: str, item: Between, floor: int, before: list[Speech]) -> Speech | None:
    """Whether words between marks are speech, and who is said to speak."""
    inner = body[item.start : item.end]
    end = item.start + len(inner.rstrip(TRAILING))
    count = sum(1 for _ in WORD.finditer(inner))
    lead_start = max(floor, item.paragraph[0], item.start - 1 - REACH)
    lead = body[lead_start : item.start - 1]
    tail = body[item.after : max(item.after, min(len(body), item.after + REACH))].partition("\n")[0]
    tag = tag_of(inner, lead, tail, lead_start, item.after)
    if tag is not None and count >= FEWEST_WORDS:
        return Speech(item.start, end, tag[0], tag[1])
    opening = tag_before_pattern().search(lead) if count >= FEWEST_EMBEDDED else None
    if opening and EMBEDDED_GAP.fullmatch(opening["gap"]):
        tag_words = Tag(lead_start, item.start - 1, lead_start + opening.start())
        return Speech(item.start, end, tag_words, "quotation_embedded")
    whole = TERMINAL.search(inner) and (not lead.strip() or TERMINAL.search(lead))
    if whole and count >= FEWEST_WORDS and before and item.start - before[-1].end < REACH:
        return Speech(item.start, end, None, "quotation_goes_on")
    if count < FEWEST_ALONE or not whole:
        return None
    return judge_alone(body, item, end, lead_start)


def judge_alone(body: str, item: Between, end: int, lead_start: int) -> Speech | None:
    """Speech if a verb of speech or a signature stands near, or a paragraph is theirs."""
    lead = body[lead_start : item.start - 1]
    start, stop = item.paragraph
    if lead.strip():
        match = verb_pattern().search(lead)
        tag = Tag(lead_start, item.start - 1, lead_start + match.start()) if match else None
        return Speech(item.start, end, tag, "quotation_alone") if match else None
    if match := ATTRIBUTION.match(body, item.after):
        return Speech(item.start, end, Tag(item.after, match.end(), item.after), "quotation_signed")
    if item.after >= stop - 1:
        floor = max(0, start - 2 - REACH)
        led = SAID_LAST.search(body, floor, max(0, start - 2))
        verb = led.start() if led else None
        return Speech(item.start, end, Tag(floor, start, verb), "quotation_alone")
    return None


def tag_of(inner: str, lead: str, tail: str, lead_start: int, tail_start: int) -> tuple[Tag, str] | None:
    """The words that name the speaker behind the quotation, or before it."""
    stops = inner.rstrip().endswith((",", ".", "!", "?", "…")) or AFTER_MARK.match(tail)
    ends = tail.startswith(".") or (inner.rstrip().endswith(".") and NEW_SENTENCE.match(tail))
    if stops and not ends and not TITLE_LEAD.search(lead):
        match = tag_after_pattern().match(tail)
        verb = match and verb_pattern().search(tail, 0, match.end())
        if match and verb:
            return Tag(tail_start, tail_start + match.end(), tail_start + verb.start()), "quotation_tag_after"
    match = tag_before_pattern().search(lead)
    if match and lead.rstrip().endswith((":", ",")) and not OWN_WORDS.search(lead, 0, match.start()):
        return Tag(lead_start, lead_start + len(lead), lead_start + match.start()), "quotation_tag_before"
    return None


def unmarked_speech(paragraphs: tuple[str, ...], taken: list[tuple[int, int]]) -> list[Speech]:
    """Paragraphs of speech that only the layout and a verb of speech set apart."""
    found: list[Speech] = []
    unclosed: list[Speech] = []
    offset, leads = 0, False
    for paragraph in paragraphs:
        start, end = offset, offset + len(paragraph)
        offset = end + 2
        if MARK.search(paragraph) or len(paragraph) > LONGEST_UNMARKED or any(a < end and b > start for a, b in taken):
            leads = False
            continue
        match = closing_tag(paragraph)
        if leads and TERMINAL.search(paragraph):
            found.append(Speech(start, end, Tag(max(0, start - 2 - REACH), start - 2, None), "quotation_set_apart"))
        elif match:
            found.append(tagged_at_end(start, end, match))
        elif len(paragraph) > REACH // 2 and paragraph[0].isupper() and UNCLOSED.fullmatch(paragraph[-2:]):
            unclosed.append(Speech(start, start + len(paragraph.rstrip(TRAILING)), None, "quotation_without_stop"))
        leads = bool(SAID_LAST.search(paragraph))
    return found + (unclosed if any(speech.rule == "quotation_without_marks" for speech in found) else [])


def closing_tag(paragraph: str) -> re.Match[str] | None:
    """The words at the end of a paragraph of speech in the first person that name its speaker."""
    floor = max(0, len(paragraph) - 2 * REACH)
    if not CLOSING_VERB.search(paragraph, floor) or not FIRST_PERSON.search(paragraph):
        return None
    match = closing_tag_pattern().search(paragraph, floor)
    return match if match and FIRST_PERSON.search(paragraph, 0, match.start()) else None


def tagged_at_end(start: int, end: int, match: re.Match[str]) -> Speech:
    """The speech of a paragraph without marks that ends in the words that name its speaker."""
    verb = start + match.start("verb" if match["verb"] else "verb2")
    return Speech(start, start + match.start(), Tag(start + match.start(), end, verb), "quotation_without_marks")


NEW_SENTENCE = re.compile(r"\s+[A-Z]")
TITLE_LEAD = re.compile(r"\b(?:on|of|the|an?|titled|entitled|called|named|theme|themed|as|for|and|topic)[ ,:]*$")
ATTRIBUTION = re.compile(r"\n\n[\u2013\u2014-]\s?\w[^\n]{2,120}")
CLOSING_VERB = re.compile(r"\b(?:said|added|noted|stressed|emphasi[sz]ed|stated|declared|concluded|underlined)\b")
OWN_WORDS = re.compile(r"\b(?:I|[Yy]ou|[Ww]e)(?: just| also| have| often)? $")  # who speaks tells of himself
AFTER_MARK = re.compile(r",| [\u2013\u2014-] ")
NEEDS_SPEAKER = frozenset({"quotation_without_marks", "quotation_embedded"})
EMBEDDED_GAP = re.compile(r"(?: that)?,? ?(?:\.\.\.|…)?\s*")
FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|I|[Mm]y)\b|^This is ")
UNCLOSED = re.compile(r"\w[a-z]|[a-z],")  # the mark that closed the speech took the stop with it
LONGEST_UNMARKED = 1500
SAID_LAST = re.compile(r"\b(?:said|added|stated|commented)(?: the following)?(?: [a-z ]{1,40})?:$")
