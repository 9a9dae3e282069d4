"""The day of a series of talks, told once for all of them.

What belongs here: the sentence in the opening that says when the meetings of a release were held. What does not: a date
that a sentence gives to the very engagement that it tells (`event_dates`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.event_dates import from_span
from pipelines.extract.lexicons import word_class

if TYPE_CHECKING:
    from pipelines.extract.event_dates import When
    from pipelines.extract.event_scene import Scene
    from pipelines.extract.telling import Candidate

OPENING = 2  # paragraphs in which a series of talks is told of as a whole


def day_of_series(scene: Scene, candidate: Candidate) -> When | None:
    """The one day on which an opening sentence has meetings held, for one of them that a later sentence tells.

    `Yesterday she spent the day in meetings with …. Separate talks were held with …`
    """
    if candidate.kind != "meeting" or candidate.status != "held" or candidate.background:
        return None
    found: list[When] = []
    for number, row in enumerate(scene.rows):
        if number >= candidate.row_no or row.sentence.paragraph_no > OPENING:
            break
        if not row.sentence.sentence_no or word_class("series_of_talks").isdisjoint(row.marked.words):
            continue
        spans = [words.span for words in row.dates if words.span is not None]
        if len(spans) == 1 and spans[0].precision == "day" and spans[0].first == spans[0].last:
            found.append(from_span(spans[0]))
    return found[0] if len({when.start_on for when in found}) == 1 else None
