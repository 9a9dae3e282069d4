"""Who speaks: the person that the words beside a quotation mean.

What belongs here: resolving a name, an office or a pronoun beside a verb of speech. What does not: finding the
quotation. Where the words name nobody whom the release knows, nobody is given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipelines.extract.lexicons import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.context import Context
    from pipelines.model import Mention, Sentence

PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
NOUN_PHRASE = re.compile(r"(?:\bthe|\bour|['\u2019]s)\s(?P<words>[\w \u2013-]{4,70})")
OTHER_SUBJECT = re.compile(r"(?:^\s*|,\s)the\b[^,]*$")  # `after talks with A, the Minister said`
PREPOSITION = re.compile(r"\b(?:with|to|of|by|for|from|and|meeting|told|thanked|asked|assured)\s(?:[\w.]+\s){0,6}$")
ASIDE = re.compile(r"\b(?:with|after|before|during|about|alongside|at|when|while|following|meeting|to)\b")
INVERTED = re.compile(r"[\W_]*(?:(?:as|also|further|then|thus)\s)*")  # nothing but this before the verb

WRITTEN = re.compile(
    r"[\W_]*(?:it|(?:the|his|her)\s(?:\w+\s)?(?:letter|telegram|message|cable|note))\s(?:also\s)?(?:says|reads)\b",
    re.IGNORECASE,
)
LETTER = re.compile(r"\b(?:letter|telegram|message|cable|note|condolences?|wrote|written)\b")
LETTER_REACH = 4  # sentences between a letter and words out of it
SUBJECT = re.compile(
    r"(?:And |But |So |Then |Now )?(?:[Hh]e|[Ss]he|[Tt]hey|[Tt]he (?:\w+ )?(?:President|Minister)) [a-z]"
)


@dataclass(frozen=True, slots=True)
class Tag:
    """The words beside a quotation that say who speaks, and where its verb stands."""

    start: int
    end: int
    verb: int | None


def speaker_of(context: Context, tag: Tag, last: int | None) -> int | None:
    """The number of the person who speaks; `last` is the speaker of the quotation before."""
    body = context.document.body
    mentions = context.people.mentions
    named = [mention for mention in mentions if tag.start <= mention.char_start and mention.char_end <= tag.end]
    subject = nearest(named, body, tag)
    if subject is not None and not (tag.verb and OTHER_SUBJECT.search(body[subject.char_end : tag.verb])):
        return number_of(subject)
    by_office = holder_of(context, tag)
    if by_office is not None:
        return by_office
    if WRITTEN.match(body, tag.start, tag.end):
        return writer_before(context, tag.start)
    if PRONOUN.search(body[tag.start : tag.end]) or tag.verb is None:
        return subject_before(context, tag.start, last)
    later = [one for one in named if one.char_start >= tag.verb and not ASIDE.search(body, tag.verb, one.char_start)]
    return number_of(later[0]) if later else None if named else by_surname(context, tag)


def nearest(named: Sequence[Mention], body: str, tag: Tag) -> Mention | None:
    """Of the persons beside the verb, the one who is its subject, if one of them is."""
    if tag.verb is None or not named:
        return next(iter(named), None)
    if INVERTED.fullmatch(body, tag.start, tag.verb):
        return named[0] if not ASIDE.search(body, tag.verb, named[0].char_start) else None
    before = [mention for mention in named if mention.char_end <= tag.verb]
    subjects = [one for one in before if not PREPOSITION.search(body[tag.start : one.char_start])]
    return (subjects or before)[-1] if before else None


def by_surname(context: Context, tag: Tag) -> int | None:
    """The person of whom the words give a fuller name than the release does where it names the office."""
    said = context.document.body[tag.start : tag.end]
    for person in context.people.persons:
        surname = person.name.rsplit(maxsplit=1)[-1]
        if re.search(rf"\b[A-Z][\w.\u2019'-]*\s{re.escape(surname)}\b(?!['\u2019]s)", said):
            return person.person_no
    return None


def number_of(mention: Mention) -> int | None:
    """The number of the person of a mention."""
    return int(mention.entity) if mention.entity else None


def holder_of(context: Context, tag: Tag) -> int | None:
    """The person whose office the words name: of several, the one named last before them."""
    inverted = tag.verb is not None and INVERTED.fullmatch(context.document.body, tag.start, tag.verb)
    end = tag.end if tag.verb is None or inverted else tag.verb
    phrase, codes = office_words(context, tag.start, end)
    phrases = [match["words"] for match in NOUN_PHRASE.finditer(phrase)]
    fits: set[int] = set()
    for named in phrases if inverted else reversed(phrases):
        fits = fits or fitting(context, named)
    if not fits:
        return None
    wanted = codes or {context.document.issuer_country}
    own = fits & {person.person_no for person in context.people.persons if person.country_code in wanted}
    if codes and not own:
        fits &= {person.person_no for person in context.people.persons if person.country_code is None}
    return latest(context, own or fits, tag.start)


def office_words(context: Context, start: int, end: int) -> tuple[str, set[str]]:
    """The words of a stretch in small letters without the countries in them, and those countries."""
    kept: list[str] = []
    codes: set[str] = set()
    for marked in context.lines:
        sentence = marked.line.sentence
        if sentence.char_end <= start or sentence.char_start >= end:
            continue
        for index, token in enumerate(marked.tokens):
            if start <= token.start < end and index in marked.countries:
                codes.add(marked.countries[index].code)
            elif start <= token.start < end:
                kept.append(token.low)
    return " ".join(kept), codes


def fitting(context: Context, phrase: str) -> set[int]:
    """The persons who hold an office that a phrase names, by its words or by its rank."""
    positions = context.people.positions
    titled = {row.person_no for row in positions if f"{phrase} ".startswith(f"{row.title.lower()} ")}
    if titled:
        return titled
    for words, ranks in generic_speakers():
        if f" {words} " in f" {phrase} ":
            near = [row for row in positions if row.rank in ranks or row.title.lower().split(" of ")[0] == words]
            named = [row for row in near if words in row.title.lower().split()]
            return {row.person_no for row in named or near}
    return set()


@cache
def generic_speakers() -> tuple[tuple[str, frozenset[str]], ...]:
    """Words for an office without its full title, the longest first, with the ranks that they can mean."""
    found = [(row["words"], frozenset(row["ranks"].split("|"))) for row in rows("generic_speakers")]
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair[0])))


def latest(context: Context, fits: set[int], before: int) -> int | None:
    """Of several persons, the one named last before a place in the text, or the first of all."""
    names = [mention for mention in context.people.mentions if number_of(mention) in fits]
    earlier = [mention for mention in names if mention.char_start < before]
    chosen = max(earlier, key=lambda mention: mention.char_start) if earlier else next(iter(names), None)
    return number_of(chosen) if chosen else None


def subject_before(context: Context, before: int, last: int | None) -> int | None:
    """Whom a pronoun means: the first person of the nearest sentence of its paragraph, or else who spoke last."""
    spans = [marked.line.sentence for marked in context.lines if marked.line.sentence.char_start < before]
    for sentence in reversed(spans[-3:]):
        inside = [one for one in context.people.mentions if one.sentence_no == sentence.sentence_no]
        earlier = [one for one in inside if one.char_end <= before]
        near = sentence.paragraph_no == spans[-1].paragraph_no
        if earlier and about_another(context, sentence, earlier[0].char_start):
            continue
        if earlier and (near or last is None):
            return number_of(earlier[0])
    return last


def writer_before(context: Context, before: int) -> int | None:
    """Who wrote the letter that a release tells of and then quotes: the first person of the nearest such sentence."""
    spans = [marked.line.sentence for marked in context.lines if marked.line.sentence.char_start < before]
    for sentence in reversed(spans[-LETTER_REACH:]):
        if (letter := LETTER.search(sentence.text)) is None:
            continue
        inside = [one for one in context.people.mentions if one.sentence_no == sentence.sentence_no]
        senders = [one for one in inside if one.char_start < min(before, sentence.char_start + letter.start())]
        if senders:
            return number_of(senders[0])
    return None


def about_another(context: Context, sentence: Sentence, first: int) -> bool:
    """Whether a sentence has a subject that is no name before its first name: `And he accused you of fearing A`."""
    before = context.document.body[sentence.char_start : first]
    return SUBJECT.match(before) is not None
