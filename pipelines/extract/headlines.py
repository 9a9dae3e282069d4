"""Persons of a release's title: what it adds to those of the body, and those whom the body tells by office alone.

What belongs here: matching the names of a title with the persons of the body. What does not: reading names and offices
(`persons`). The title is no evidence by itself: each person rests on words of the body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.joining import Bearer, covers, parts_of
from pipelines.extract.naming import Naming
from pipelines.extract.offices import read_offices
from pipelines.extract.persons import find_namings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.vocabulary import Marked

TITLE = -1  # stands for the line of the title, which is none of the body's
MANY = 2
BY_OFFICE = "office_of_title"
BY_TITLE = "speaker_of_title"


def lend_title(title: Marked, bearers: list[Bearer], lines: Sequence[Marked]) -> list[Bearer]:
    """The persons of the body with what the title says of them, and behind them those that it names alone."""
    alone: list[Bearer] = []
    for naming in find_namings(TITLE, title):
        parts = parts_of(title, naming)
        surface = title.line.sentence.text[title.tokens[naming.first].start : title.tokens[naming.last - 1].end]
        fitting = [bearer for bearer in bearers if covers(bearer.parts, parts) or covers(parts, bearer.parts)]
        if len(fitting) == 1:
            lend(fitting[0], parts, naming, surface)
        elif not fitting and (found := told_alone(naming, title, bearers, lines)) is not None:
            alone.append(Bearer(parts, [found], surface))
    return [*bearers, *alone]


def lend(bearer: Bearer, parts: tuple[str, ...], naming: Naming, surface: str) -> None:
    """Note what the title says of a person: a fuller name, an office, a country."""
    if len(parts) > len(bearer.parts) and covers(parts, bearer.parts):
        bearer.title_name = surface
    if naming.office is not None:
        bearer.title_namings.append(naming)


def told_alone(naming: Naming, title: Marked, bearers: list[Bearer], lines: Sequence[Marked]) -> Naming | None:
    """Where the body tells one whom only the title names: by office, or as the one whose statement it is."""
    if speaks(title, naming):
        return as_speaker(naming, lines)
    if naming.office is not None and naming.office.bare:
        same = [bearer for bearer in bearers if naming.office.head in bearer.heads]
        placed = all(any(office.country for office in bearer.offices) for bearer in same)
        return told_by_bare_office(naming, lines) if placed and naming.rule == "title_before_name" else None
    return told_by_office(naming, lines) if naming.last - naming.first >= MANY else None


def speaks(title: Marked, naming: Naming) -> bool:
    """Whether the title says whose statement the release is: `Statement by Press Secretary Jane Doe on …`."""
    tokens = title.tokens
    begin = min(naming.first, naming.office.first) if naming.office is not None else naming.first
    return begin == MANY and tokens[0].low in {"statement", "remarks"} and tokens[1].low in {"by", "from"}


def as_speaker(naming: Naming, lines: Sequence[Marked]) -> Naming | None:
    """The first `I` of the body as the speaker's."""
    office = naming.office._replace(first=0, last=0) if naming.office is not None else None
    for line_no, marked in enumerate(lines):
        for index in marked.capitals:
            if marked.tokens[index].text == "I":
                return Naming(line_no, index, index + 1, BY_TITLE, office)
    return None


def told_by_bare_office(naming: Naming, lines: Sequence[Marked]) -> Naming | None:
    """The first place of the body where `the President` or its like stands for the one whom the title names."""
    for line_no, marked in enumerate(lines):
        for office in read_offices(marked):
            before, following = marked.at(office.first - 1), marked.at(office.last)
            if naming.office is None or office.title != naming.office.title or not office.bare or office.plural:
                continue
            runs_on = following is None or following.capital or following.low == "of"
            if before is not None and before.low == "the" and not runs_on:
                return Naming(line_no, office.first, office.last, BY_OFFICE, office)
    return None


def told_by_office(naming: Naming, lines: Sequence[Marked]) -> Naming | None:
    """The first place of the body where the office of a title's person stands, in the same words."""
    if naming.office is None or naming.office.bare:
        return None
    title = naming.office.title.lower()
    for line_no, marked in enumerate(lines):
        for office in read_offices(marked):
            if office.title.lower() == title and not office.plural:
                told = office if office.country or office.body else office._replace(country=naming.office.country)
                return Naming(line_no, office.first, office.last, BY_OFFICE, told)
    return None
