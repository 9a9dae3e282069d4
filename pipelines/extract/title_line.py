"""The title of a release, read as a line of its own.

What belongs here: making the line. What does not: what it names (`headlines`, `titled`, `event_scene`).
"""

from __future__ import annotations

from pipelines.extract.countries import find_countries
from pipelines.extract.tokens import Line, cut
from pipelines.extract.vocabulary import Marked, mark
from pipelines.model import Sentence


def read_title(title: str) -> Marked:
    """The title as a sentence before the first, outside the body."""
    return mark(Line(Sentence(0, 0, 0, len(title), title), cut(title)), find_countries(title))
