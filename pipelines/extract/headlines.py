"""Persons of a release's title: what it adds to those of the body, and those whom the body tells by office alone.

What belongs here: matching the names of a title with the persons of the body. What does not: reading names and offices
(`persons`). The title is no evidence by itself: each person rests on words of the body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.countries import find_countries
from pipelines.extract.joining import Bearer, covers, parts_of
from pipelines.extract.naming import Naming
from pipelines.extract.offices import read_offices
from pipelines.extract.persons import find_namings
from pipelines.extract.tokens import Line, cut
from pipelines.extract.vocabulary import Marked, mark
from pipelines.model import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

TITLE = -1  # stands for the line of the title, which is none of the body's
MANY = 2
BY_OFFICE = "office_of_title"


def read_title(title: str) -> Marked:
    """The title as a line of its own."""
    return mark(Line(Sentence(0, 0, 0, len(title), title), cut(title)), find_countries(title))


def lend_title(title: str, bearers: list[Bearer], lines: Sequence[Marked]) -> list[Bearer]:
    """The persons of the body with what the title says of them, and behind them those that it names alone."""
    marked = read_title(title)
    alone: list[Bearer] = []
    for naming in find_namings(TITLE, marked):
        parts = parts_of(marked, naming)
        surface = marked.line.sentence.text[marked.tokens[naming.first].start : marked.tokens[naming.last - 1].end]
        fitting = [bearer for bearer in bearers if covers(bearer.parts, parts) or covers(parts, bearer.parts)]
        if len(fitting) == 1:
            lend(fitting[0], parts, naming, surface)
        elif not fitting and len(parts) >= MANY and (found := told_by_office(naming, lines)) is not None:
            alone.append(Bearer(parts, [found], surface))
    return [*bearers, *alone]


def lend(bearer: Bearer, parts: tuple[str, ...], naming: Naming, surface: str) -> None:
    """Note what the title says of a person: a fuller name, an office, a country."""
    if len(parts) > len(bearer.parts) and covers(parts, bearer.parts):
        bearer.title_name = surface
    if naming.office is not None:
        bearer.title_namings.append(naming)


def told_by_office(naming: Naming, lines: Sequence[Marked]) -> Naming | None:
    """The first place of the body where the office of a title's person stands, in the same words."""
    if naming.office is None or naming.office.bare:
        return None
    title = naming.office.title.lower()
    for line_no, marked in enumerate(lines):
        for office in read_offices(marked):
            if office.title.lower() == title and not office.plural:
                return Naming(line_no, office.first, office.last, BY_OFFICE, office)
    return None
