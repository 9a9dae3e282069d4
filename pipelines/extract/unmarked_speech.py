"""Speech without quotation marks, which only the layout and a verb of speech set apart.

What belongs here: paragraphs that a speaker's name leads into or closes. What does not: words between marks, and who
the speaker is (`speakers`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.extract.lexicons import word_class
from pipelines.extract.quotation_marks import MARK
from pipelines.extract.speakers import Tag
from pipelines.extract.speech_words import (
    Speech,
    closing_subject_pattern,
    closing_tag_pattern,
    closing_verb_pattern,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

REACH = 170  # characters beside a speech in which its speaker is named
LONGEST = 1500
FEWEST_WORDS = 4
TRAILING = " ,\n\u2013\u2014-"
DASHES = "\u2013\u2014-"  # before a speaker they close speech by themselves, as a comma does not
BULLET = "\u2013\u2014-•*· "
TERMINAL = re.compile(r"[.!?…]\s*$")
FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|I|[Mm]y)\b|^This is ")
TERM = re.compile(r"[“\"«][\w-]+(?: [\w-]+){0,2}[”\"»]")  # a single word or two in marks
OWN_OPENING = re.compile(r"(?:We|Our|I|My)\b")
UNSIGNED = frozenset({"quotation_without_stop", "quotation_in_first_person"})  # believed beside signed speech only
UNCLOSED = re.compile(r"\w[a-z]|[a-z],")  # the mark that closed the speech took the stop with it
LEADING = re.compile(
    r"\b(?:said|says|added|stated|commented|noted|stressed|emphasi[sz]ed|underlined|remarked|explained|declared|concluded)"
    r"(?! that\b)\b[^.:;!?“”\"]{0,100}:$"
    r"|\b(?:issued|made|released|gave) (?:the following|this|a) statement\b[^.:;!?“”\"]{0,100}:$"
)
LIST_LEAD = re.compile(
    r"\b(?:points?|issues|topics|areas|measures|priorities|documents|steps|items|results|agreements):$"
)
SENTENCE_EDGE = re.compile(r"(?<=[a-z)][.!?])\s+(?=[A-Z])")
OFFICIAL = re.compile(
    r"\b[Tt]he (?:(?:[Dd]eputy|[Ff]oreign|[Pp]rime|[Vv]ice) ){0,2}"
    r"(?:[Mm]inister|[Pp]resident|[Aa]mbassador|[Ss]ecretary)\b"
)
COLON = re.compile(r"\b(?:said|stated|added|commented|noted|stressed|emphasi[sz]ed|underlined):\s(?=[A-Z])")


def unmarked_speech(paragraphs: Sequence[str], taken: Sequence[tuple[int, int]]) -> list[Speech]:
    """Speech without marks in the order of the text; `taken` spans are speech in marks."""
    found: list[Speech] = []
    unsigned: list[Speech] = []
    offset = 0
    lead: Tag | None = None
    for index, paragraph in enumerate(paragraphs):
        start, end = offset, offset + len(paragraph)
        offset = end + 2
        if (
            MARK.search(TERM.sub("", paragraph))
            or len(paragraph) > LONGEST
            or any(a < end and b > start for a, b in taken)
        ):
            lead = None
            continue
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else ""
        speech = (
            led_speech(paragraph, start, lead) or closed_speech(paragraph, start) or signed(paragraph, start, following)
        )
        if speech is not None:
            found.append(speech)
        elif is_unclosed(paragraph) and (not following or TERMINAL.search(following)):
            unsigned.append(Speech(start, start + len(paragraph.rstrip(TRAILING)), None, "quotation_without_stop"))
        elif OWN_OPENING.match(paragraph) and len(paragraph) > REACH // 2:
            unsigned.append(Speech(start, start + len(paragraph.rstrip(TRAILING)), None, "quotation_in_first_person"))
        lead = leading(paragraph, start)
    return found + (unsigned if any(speech.rule == "quotation_without_marks" for speech in found) else [])


def is_unclosed(paragraph: str) -> bool:
    """Whether a paragraph of some length ends without a stop."""
    long = len(paragraph) > REACH // 2
    return long and paragraph[0].isupper() and UNCLOSED.fullmatch(paragraph[-2:]) is not None


def leading(paragraph: str, start: int) -> Tag | None:
    """The words at the end of a paragraph that lead into the next one: `the Minister said:`."""
    if not paragraph.endswith(":") or LIST_LEAD.search(paragraph):
        return None
    floor = max(0, len(paragraph) - 2 * REACH)
    match = LEADING.search(paragraph, floor)
    return Tag(start + floor, start + len(paragraph), start + match.start()) if match else None


def led_speech(paragraph: str, start: int, lead: Tag | None) -> Speech | None:
    """A paragraph after words that lead into it, or with such words in itself."""
    if lead and TERMINAL.search(paragraph) and paragraph[:1] not in BULLET:
        return Speech(start, start + len(paragraph), lead, "quotation_set_apart")
    match = COLON.search(paragraph, 0, 2 * REACH) if ":" in paragraph else None
    if match and FIRST_PERSON.search(paragraph, match.end()) and not FIRST_PERSON.search(paragraph, 0, match.start()):
        tag = Tag(start, start + match.end(), start + match.start())
        return Speech(start + match.end(), start + len(paragraph), tag, "quotation_after_colon")
    return None


def closed_speech(paragraph: str, start: int, *, opened: bool = False) -> Speech | None:
    """A paragraph that begins with speech and tells its speaker behind it; a mark may have opened it."""
    for verb in closing_verb_pattern().finditer(paragraph):
        subject = closing_subject_pattern().match(paragraph, verb.end())
        if subject and is_closed(paragraph, verb.start(), opened=opened):
            return speech_to(paragraph, start, verb.start(), subject.end(), verb.start())
    floor = max(0, len(paragraph) - 2 * REACH)
    match = closing_tag_pattern().search(paragraph, floor)
    if match and (paragraph[match.start()] in DASHES or FIRST_PERSON.search(paragraph, 0, match.start())):
        return speech_to(paragraph, start, match.start(), match.end(), match.start("verb"))
    return None


def is_closed(paragraph: str, verb: int, *, opened: bool) -> bool:
    """Whether the words before a closing verb are speech: the verb stands without a subject, as only speech leaves it.

    Behind a comma the words may be told at second hand, but for words in the first person.
    """
    before = paragraph[:verb].rstrip()
    words = before.split()
    if len(words) < FEWEST_WORDS:
        return False
    if before[-1] in ",\u2013\u2014-":
        return opened or FIRST_PERSON.search(before) is not None
    last = words[-2] if words[-1].endswith("ly") else words[-1]  # `He warmly recalled` has its subject
    if before[-1] in ".!?…":
        return True
    return last.islower() and last.isalpha() and last not in word_class("before_plain_verb")


def speech_to(paragraph: str, start: int, end: int, tag_end: int, verb: int) -> Speech:
    """The speech of a paragraph that the words naming its speaker close."""
    tag = Tag(start + end, start + tag_end, start + verb)
    first = start + told_until(paragraph, end)
    return Speech(first, start + len(paragraph[:end].rstrip(TRAILING)), tag, "quotation_without_marks")


def told_until(paragraph: str, end: int) -> int:
    """Where speech begins behind sentences that tell of an official: `The Minister opened the fair. We need boats`."""
    begin = 0
    for edge in SENTENCE_EDGE.finditer(paragraph, 0, end):
        told = OFFICIAL.search(paragraph, begin, edge.start()) and not FIRST_PERSON.search(
            paragraph, begin, edge.start()
        )
        if not told or not FIRST_PERSON.search(paragraph, edge.end(), end):
            break
        begin = edge.end()
    return begin


def signed(paragraph: str, start: int, following: str) -> Speech | None:
    """A paragraph before one that begins `said the Minister`."""
    verb = closing_verb_pattern().match(following)
    subject = closing_subject_pattern().match(following, verb.end()) if verb else None
    if subject is None or len(paragraph.split()) < FEWEST_WORDS:
        return None
    offset = start + len(paragraph) + 2
    end = start + len(paragraph.rstrip(TRAILING))
    return Speech(start, end, Tag(offset, offset + subject.end(), offset), "quotation_without_marks")
