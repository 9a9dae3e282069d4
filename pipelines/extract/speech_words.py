"""The words with which a release tells that somebody speaks.

What belongs here: the verbs of speech and the shapes of the words that name a speaker, as patterns. What does not:
where the speech is, and who the speaker is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipelines.extract.lexicons import word_class, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipelines.extract.speakers import Tag

IN_CLAUSE = r"(?:[^.;:!?“”\"\n]|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.|(?<=\b[HMD]on)\.)"  # stops of initials do not end it
SHORT_OFFICE = r"(?:[A-Z][\w.'\u2019\u2013-]*|the|our|of|for|and|{offices})"
OCCASION = r"(?:\s(?:during|at|after|in|on|following|before|ahead\sof)\s[^,.;:“”\"]{2,80})?"


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
    return re.compile(whole(words("speech_verbs")))


def whole(verbs: Iterable[str]) -> str:
    """A pattern of some words from edge to edge, the longest first.

    They are grouped by their first letter, so that a search tries few of them at a word.
    """
    rests: dict[str, list[str]] = {}
    for verb in sorted(verbs, key=lambda verb: (-len(verb), verb)):
        rests.setdefault(verb[0], []).append(verb[1:])
    groups = "|".join(f"{letter}(?:{'|'.join(group)})" for letter, group in rests.items())
    return rf"\b(?:{groups})\b"


@cache
def tag_after_pattern() -> re.Pattern[str]:
    """What follows a quotation: `said the Minister`, or `the Minister said`."""
    verbs = verb_pattern().pattern
    said_by = rf"{verbs}{IN_CLAUSE}*|{IN_CLAUSE}{{2,110}}?\s{verbs}{IN_CLAUSE}*"
    return re.compile(rf"\s*[,.\u2013\u2014-]*\s*(?:(?:as|also|further|then|thus)\s)*(?:{said_by})")


@cache
def tag_between_pattern() -> re.Pattern[str]:
    """What interrupts a quotation: `, the Minister said, `, with nothing else told."""
    verbs = verb_pattern().pattern
    said_by = rf"(?:{verbs}\s{IN_CLAUSE}{{2,110}}?|{IN_CLAUSE}{{2,110}}?\s{verbs}{IN_CLAUSE}{{0,60}}?)"
    return re.compile(
        rf"[,.]?\s*[,\u2013\u2014-]?\s*{said_by}(?:[.,]|,?\s(?:and\sadded|adding)[:,])?\s*[\u2013\u2014-]?\s*"
    )


@cache
def tag_before_pattern() -> re.Pattern[str]:
    """What leads into a quotation: `The Minister said:`."""
    others = r"[Aa]ccording to|[Ii]n the words of|[Tt]o quote|(?:the|as)\sfollow(?:ing|s)"
    return re.compile(rf"(?:{verb_pattern().pattern}|{others})(?P<gap>[^!?“”\"]*)$")


@cache
def told_as_pattern() -> re.Pattern[str]:
    """A noun for what somebody said, after the one who said it, with a clause in marks to follow."""
    nouns = "|".join(sorted(word_class("statement")))
    return re.compile(
        rf"(?:\b[\w .'\u2019-]{{2,60}}['\u2019]s\s)?(?P<own>(?:his|her)\s)?(?:\w+\s)?\b(?P<noun>{nouns})\sthat,?\s?$"
    )


@cache
def closing_verb_pattern() -> re.Pattern[str]:
    """The verbs that close a speech without marks."""
    return re.compile(whole(word_class("closing_verb")))


@cache
def closing_subject_pattern() -> re.Pattern[str]:
    """A name or an office to the end of a sentence, as it stands behind a closing verb."""
    offices = "|".join(sorted(word_class("speaking_office")))
    one = SHORT_OFFICE.format(offices=offices)
    adding = r"(?:,?\s(?:[a-z]+ing|and\s[a-z]+ed)\s[^“”\"]*)?"
    return re.compile(rf"\s(?P<subject>{one}(?:,?\s{one}){{0,14}}){OCCASION}{adding}(?:\.?$|\.(?=\s[A-Z]))")


@cache
def sentence_tag_pattern() -> re.Pattern[str]:
    """A sentence behind a quotation that says nothing but who spoke: `Minister A said in Oslo.`."""
    return re.compile(
        rf"\s+(?:[A-Z]|the\s)[^,;:“”\"\n]{{2,80}}?\s{closing_verb_pattern().pattern}{OCCASION}\.?(?=$|\s[A-Z“\"])"
    )


@cache
def closing_tag_pattern() -> re.Pattern[str]:
    """The end of a paragraph of speech without marks: `, the Minister said`."""
    return re.compile(
        rf"(?:,|[?!\u2013\u2014-])\s(?:[A-Z]|the\s)[^,.;:“”\"]{{3,80}}\s(?P<verb>{closing_verb_pattern().pattern})"
        rf"{OCCASION}(?:,?\s(?:add|not|stress|emphasi[sz]|underlin|recall|stat|explain|point)ing\s[^“”\"]*)?[.]?$",
    )
