"""What has been read of a release so far: the readers of the later kinds of fact stand on the earlier ones.

What belongs here: the shape of that. What does not: reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipelines.extract.dates import DateWords
    from pipelines.extract.people import People
    from pipelines.extract.places import PlaceName
    from pipelines.extract.vocabulary import Marked
    from pipelines.model import Document, Organization


@dataclass(frozen=True, slots=True)
class BodyName:
    """A row of tokens that names a body."""

    organization_no: int
    line_no: int  # index of the sentence
    first: int  # index of its first token
    last: int  # index after its last token
    start: int  # in the body of the release; part of a token in `EU-led`
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Context:
    """A release with its persons, places, dates and bodies."""

    document: Document
    title: Marked  # a line of its own, outside the body
    lines: tuple[Marked, ...]
    people: People
    places: tuple[PlaceName, ...]
    dates: tuple[tuple[DateWords, ...], ...]  # by sentence
    organizations: tuple[Organization, ...] = ()
    body_names: tuple[BodyName, ...] = ()
