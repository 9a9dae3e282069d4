"""Direct quotations with their speakers.

What belongs here: which words between marks are somebody's own speech. What does not: which marks belong together
(`quotation_marks`), speech without marks (`unmarked_speech`), and who the speaker is (`speakers`). Titles of books,
scare quotes and single terms in marks are not speech; nor is a statement that a release gives whole in a
spokesperson's name, for it bears no marks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from pipelines.extract.quotation_marks import MARK, Between, doubled, find_marked, spans_of
from pipelines.extract.speakers import Tag, speaker_of
from pipelines.extract.speech_words import (
    Speech,
    closing_verb_pattern,
    sentence_tag_pattern,
    tag_after_pattern,
    tag_before_pattern,
    told_as_pattern,
    verb_pattern,
)
from pipelines.extract.unmarked_speech import UNSIGNED, closed_speech, unmarked_speech
from pipelines.model import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipelines.extract.context import Context
    from pipelines.model import Sentence

REACH = 170  # characters behind a quotation in which its speaker is named
LEAD_REACH = 400  # characters before it, within its sentence
COMMA_REACH = 40  # between a verb of speech and the comma before a quotation
FEWEST_WORDS = 4  # fewer words in marks are a term, unless a verb of speech governs them
FEWEST_ALONE = 7  # a sentence in marks that nothing introduces
FEWEST_EMBEDDED = 7  # words in marks that carry on the sentence of the release
WORD = re.compile(r"\w+")
TERMINAL = re.compile(r"[.!?…]\s*$")
TRAILING = " ,\n"
NEW_SENTENCE = re.compile(r"\s+[A-Z]")
TITLE_LEAD = re.compile(
    r"\b(?:on|of|the|an?|titled|entitled|called|named|theme|themed|as|for|and|topic|under)[ ,:]*$"
    r"|\b(?:theme|title|topic|motto|slogan|heading|headline)\b[^.;:]{0,60}$"
    r"|\b(?:keynote|lecture|paper|article|book|report|essay|panel|roundtable|session|exhibition|film|project), $"
)
ATTRIBUTION = re.compile(
    r"\n\n[\u2013\u2014-]\s?\w[^\n]{2,120}|\s?[\u2013\u2014-]\s[A-Z][^\n.!?:;“”\"]{4,120}\.?(?=\n|$)"
)
SUMMED_UP = re.compile(
    r"\s*(?:(?:This|That)(?: is| was|['\u2019]s) (?:how|what)|(?:With |In )?[Tt]hese (?:were the )?words|So said)\b"
    r"[^.!?“”\"\n]{3,120}"
)
OWN_WORDS = re.compile(r"\b(?:I|[Yy]ou|[Ww]e)(?: just| also| have| often)? $")  # who speaks tells of himself
NAME_LEAD = re.compile(r"[\W_]*[A-Z][^.;:!?]{4,140}[:*]+\s*")
AFTER_MARK = re.compile(r",| [\u2013\u2014-] ")
NEEDS_SPEAKER = frozenset(
    {"quotation_without_marks", "quotation_embedded", "quotation_set_apart", "quotation_after_colon", "quotation_named"}
)
EMBEDDED_GAP = re.compile(r"(?: that)?,? ?(?:\.\.\.|…)?\s*")
FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|I|[Mm]y)\b")


def read_quotations(context: Context) -> tuple[Quotation, ...]:
    """The quotations of a release in the order of the text, each with its speaker where one is named."""
    body = context.document.body
    sentences = [marked.line.sentence for marked in context.lines]
    found: list[Quotation] = []
    for speech, speaker in with_speakers(context, [line.char_start for line in sentences]):
        row = row_of(len(found) + 1, body, speech, speaker, sentences)
        if row is not None:
            found.append(row)
    return tuple(found)


def with_speakers(context: Context, starts: Sequence[int]) -> list[tuple[Speech, int | None]]:
    """All speech with the numbers of the speakers; what only its speaker or its neighbour shows goes without them."""
    found: list[tuple[Speech, int | None]] = []
    last: int | None = None
    for speech in find_speech(context.document.body, context.document.paragraphs, starts):
        speaker = speaker_of(context, speech.tag, last) if speech.tag is not None else last
        if speaker is not None or speech.rule not in NEEDS_SPEAKER:
            last = speaker
            found.append((speech, speaker))
    bare = any(speech.rule == "quotation_without_marks" for speech, _ in found)
    return [one for one in found if bare or one[0].rule not in UNSIGNED]


def row_of(
    number: int, body: str, speech: Speech, person_no: int | None, sentences: list[Sentence]
) -> Quotation | None:
    """The row of a quotation, with the sentence in which it begins."""
    text = body[speech.start : speech.end]
    inside = [line for line in sentences if line.char_start <= speech.start < line.char_end]
    if not text or not inside:
        return None
    return Quotation(number, inside[0].sentence_no, speech.start, speech.end, text, person_no, speech.rule)


def find_speech(body: str, paragraphs: tuple[str, ...], starts: Sequence[int]) -> Iterator[Speech]:
    """All speech: between marks, and set apart by the layout; `starts` are those of the sentences."""
    body = doubled(body)
    paragraphs = tuple(body[start:end] for start, end in spans_of(paragraphs))
    marked = find_marked(body, paragraphs) if MARK.search(body) else []
    if not marked and "statement" not in body and not verb_pattern().search(body):
        return
    found: list[Speech] = []
    for index, words_between in enumerate(marked):
        floor = max(marked[index - 1].after if index else 0, words_between.paragraph[0])
        own = max(floor, sentence_start(starts, words_between.start - 1))
        speech = judge(body, words_between, own, found) or judge_alone(body, words_between, floor, starts)
        if speech is not None:
            found.append(speech)
    told = (item for item in marked if word_count(body[item.start : item.end]) >= FEWEST_WORDS)
    found += unmarked_speech(paragraphs, [(item.start, item.after) for item in told])
    yield from sorted(found, key=lambda speech: speech.start)


def sentence_start(starts: Sequence[int], place: int) -> int:
    """Where the sentence begins that holds a character."""
    at = bisect_right(starts, place)
    return starts[at - 1] if at else 0


def word_count(text: str) -> int:
    """How many words a text has."""
    return sum(1 for _ in WORD.finditer(text))


def judge(body: str, item: Between, floor: int, before: list[Speech]) -> Speech | None:
    """Whether words between marks are speech by the words of their own sentence, and who is said to speak."""
    inner = body[item.start : item.end]
    end = item.start + len(inner.rstrip(TRAILING))
    count = word_count(inner)
    if count < FEWEST_WORDS:
        return None
    if item.tag is not None:
        verb = verb_pattern().search(body, item.tag[0], item.tag[1])
        return Speech(item.start, end, Tag(*item.tag, verb.start() if verb else None), "quotation_interrupted")
    if not item.closed and (closed := closed_speech(inner, item.start, opened=True)):
        return closed
    lead_start = max(floor, item.start - 1 - LEAD_REACH)
    lead = body[lead_start : item.start - 1]
    tag = tag_behind(body, item, inner, lead) or tag_before(lead, lead_start)
    if tag is None and count >= FEWEST_EMBEDDED:
        tag = embedding(lead, lead_start)
    if tag is None:
        tag = name_lead(lead, lead_start, inner) if lead.strip() else paragraph_lead(body, item)
    if tag is not None:
        return Speech(item.start, end, *tag)
    if is_whole(body, item, inner) and before and not lead.strip() and item.start - before[-1].end < REACH:
        return Speech(item.start, end, None, "quotation_goes_on")
    return None


def is_whole(body: str, item: Between, inner: str) -> bool:
    """Whether words between marks are whole sentences."""
    return bool(TERMINAL.search(inner)) or body.startswith(".", item.after)


def judge_alone(body: str, item: Between, floor: int, starts: Sequence[int]) -> Speech | None:
    """Whole sentences in marks are speech where something beside them shows it."""
    inner = body[item.start : item.end]
    own = max(floor, sentence_start(starts, item.start - 1))
    if word_count(inner) < FEWEST_ALONE or not is_whole(body, item, inner) or body[own : item.start - 1].strip():
        return None
    lead_start = max(floor, sentence_start(starts, own - 1))
    tag = sign_of_speech(body, item, lead_start, own)
    return Speech(item.start, item.start + len(inner.rstrip(TRAILING)), *tag) if tag else None


def sign_of_speech(body: str, item: Between, lead_start: int, own: int) -> tuple[Tag, str] | None:
    """What shows that sentences in marks are speech: words that sum them up, the sentence before, or a signature."""
    if summed := SUMMED_UP.match(body, item.after):
        return Tag(item.after, summed.end(), None), "quotation_summed_up"
    if body[lead_start:own].strip():
        match = verb_pattern().search(body, lead_start, own)
        shown = match or FIRST_PERSON.search(body, item.start, item.end)
        return (Tag(lead_start, own, match.start() if match else None), "quotation_alone") if shown else None
    if match := ATTRIBUTION.match(body, item.after):
        return Tag(item.after, match.end(), item.after), "quotation_signed"
    start, stop = item.paragraph
    if item.after >= stop - 1:
        return Tag(max(0, start - 2 - REACH), start, None), "quotation_alone"
    return None


def paragraph_lead(body: str, item: Between) -> tuple[Tag, str] | None:
    """The end of the paragraph before that leads into one in marks: `The Minister made this statement:`."""
    stop = item.paragraph[0] - 2
    if item.start - 1 != item.paragraph[0] or stop <= 0 or body[stop - 1] not in ":,":
        return None
    start = body.rfind("\n", 0, stop) + 1
    start = max(start, stop - LEAD_REACH)
    match = None
    for match in verb_pattern().finditer(body, start, stop):  # noqa: B007 - the last one counts
        pass
    if match is None and body[stop - 1] != ":":
        return None
    return Tag(last_sentence(body, start, stop), stop, match.start() if match else None), "quotation_led"


def name_lead(lead: str, lead_start: int, inner: str) -> tuple[Tag, str] | None:
    """A name before a colon, as lists of what several persons say have it: `Anna Berg, head of the Chamber: “`."""
    if not NAME_LEAD.fullmatch(lead) or not TERMINAL.search(inner):
        return None
    end = lead_start + len(lead)
    return Tag(lead_start, end, end), "quotation_named"


def last_sentence(body: str, start: int, stop: int) -> int:
    """Where the last sentence of a stretch begins."""
    found = [match.end() for match in re.finditer(r"[a-z)][.!?]\s+(?=[A-Z])", body[start:stop])]
    return start + (found[-1] if found else 0)


def tag_behind(body: str, item: Between, inner: str, lead: str) -> tuple[Tag, str] | None:
    """The words that name the speaker behind the quotation, in its paragraph or in the next one."""
    tail_start = item.after
    if body.startswith("\n\n", tail_start) and closing_verb_pattern().match(body, tail_start + 2):
        tail_start += 2
    tail = body[tail_start : tail_start + REACH].partition("\n")[0]
    stops = inner.rstrip().endswith((",", ".", "!", "?", "…")) or AFTER_MARK.match(tail) or tail_start > item.after
    ends = tail.startswith(".") or (inner.rstrip().endswith(".") and NEW_SENTENCE.match(tail))
    ends = ends and not sentence_tag_pattern().match(tail)
    if not stops or ends or not begins_speech(lead):
        return None
    match = tag_after_pattern().match(tail)
    verb = match and verb_pattern().search(tail, 0, match.end())
    if not match or not verb:
        return None
    return Tag(tail_start, tail_start + match.end(), tail_start + verb.start()), "quotation_tag_after"


def begins_speech(lead: str) -> bool:
    """Whether words in marks can begin a speech: not a title, and not the middle of the release's own sentence."""
    bare = lead.rstrip()
    if not bare:
        return True
    return bare[-1] in ":,.!?\u2013\u2014-" and not TITLE_LEAD.search(lead)


def tag_before(lead: str, lead_start: int) -> tuple[Tag, str] | None:
    """The words that name the speaker before the quotation, in its sentence."""
    bare = lead.rstrip()
    if not bare.endswith((":", ",")):
        return None
    match = None
    for match in tag_before_pattern().finditer(lead):  # noqa: B007 - a pattern to the end of the words matches once
        pass
    if match is None or OWN_WORDS.search(lead, 0, match.start()):
        return None
    if bare.endswith(",") and len(match["gap"]) > COMMA_REACH:
        return None
    verb = verb_pattern().match(lead, match.start())
    return Tag(lead_start, lead_start + len(lead), lead_start + match.start() if verb else None), "quotation_tag_before"


def embedding(lead: str, lead_start: int) -> tuple[Tag, str] | None:
    """The words that name the speaker where the quotation carries on their sentence: `He said that “`."""
    end = lead_start + len(lead)
    match = tag_before_pattern().search(lead)
    if match and EMBEDDED_GAP.fullmatch(match["gap"]):
        rule = "quotation_told_as" if "that" in match["gap"] else "quotation_embedded"
        return Tag(lead_start, end, lead_start + match.start()), rule
    if told := told_as_pattern().search(lead):
        verb = lead_start + told.start("noun")
        if told["own"]:
            return Tag(lead_start, verb, verb), "quotation_told_as"
        return Tag(lead_start + told.start(), verb, verb), "quotation_told_as"
    return None
