"""The day that another line gives an engagement: of a whole series of talks, or that stands at the head of the body.

What belongs here: lines of the opening, or of a letter, that say when. What does not: a date that a sentence gives to
the very engagement that it tells (`event_dates`).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.extract.event_dates import from_span, tells_when
from pipelines.extract.event_scene import TITLE
from pipelines.extract.lexicons import word_class

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.event_dates import When
    from pipelines.extract.event_scene import Row, Scene
    from pipelines.extract.telling import Candidate

OPENING = 2  # paragraphs in which a series of talks is told of as a whole
HEADING = 18  # tokens of a line that only says when and where
NEAR_DAYS = 3


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


def date_by_heading(scene: Scene, candidate: Candidate, candidates: Sequence[Candidate]) -> None:
    """A date that stands alone at the head of the body: that of the main engagement."""
    published_on = scene.context.document.published_on
    if candidate.when is not None or published_on is None or candidate.status != "held":
        return
    dated = letter_rows(scene, candidate) if candidate.kind == "letter" else scene.rows[1:3]
    for row in dated:
        if candidate.kind == "visit" and any(
            scene.rows[other.row_no] is row for other in candidates if other.kind != "visit"
        ):
            continue
        told = [words.span for words in row.dates if tells_when(row, words)]
        days = [span for span in told if span is not None and span.precision == "day"]
        short = len(row.marked.tokens) <= HEADING or (row is scene.rows[1] and candidate.kind != "letter")
        if days and short and 0 <= (published_on - days[0].first).days <= NEAR_DAYS:
            candidate.when = from_span(days[0])
            if candidate.kind != "letter":
                return


def date_by_schedule(scene: Scene, candidates: Sequence[Candidate]) -> None:
    """The only day in the title of a programme, on which all is that it lists: `Public Schedule, May 3, 2024`."""
    title = scene.rows[TITLE]
    spans = [words.span for words in title.dates if words.span is not None and words.span.precision == "day"]
    days = {(span.first, span.last) for span in spans}
    if len(days) != 1 or spans[0].first != spans[0].last or word_class("schedule_title").isdisjoint(title.marked.words):
        return
    for candidate in candidates:
        if candidate.kind != "appointment":
            candidate.when = candidate.when or from_span(spans[0])


def letter_rows(scene: Scene, letter: Candidate) -> Sequence[Row]:
    """The lines that can date a letter: those under its own heading, where a release has several."""
    heads = [step for step, row in enumerate(scene.rows[1:], 1) if is_letter_heading(row)]
    for begin, end in pairwise([*heads, len(scene.rows)]):
        senders = {item.person_no for item in scene.rows[begin].items[:1] if item.form == "person"}
        if len(heads) > 1 and senders & {who for who, role in letter.roles.items() if role != "recipient"}:
            return scene.rows[begin:end]
    return scene.rows[1:]


def is_letter_heading(row: Row) -> bool:
    """Whether a line heads the text of a letter: `Congratulatory Letter from President A to President B`."""
    lows = row.marked.lows
    early = "letter" in lows[:2] or "message" in lows[:2]
    return early and "from" in lows[:4] and row.marked.tokens[-1].text != "."
