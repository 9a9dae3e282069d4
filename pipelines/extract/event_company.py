"""Who else took part in a main engagement, as other sentences tell: delegations, speakers, lists of those present.

What belongs here: taking such sentences in. What does not: the engagement's own sentence (`participants`).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.extract.event_scene import TITLE
from pipelines.extract.journeys import elsewhere
from pipelines.extract.lexicons import word_class
from pipelines.extract.references import lists_delegation
from pipelines.extract.telling import TALKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.event_scene import Row, Scene
    from pipelines.extract.references import Item
    from pipelines.extract.telling import Candidate


CHAIRED = 6  # tokens in which `The Meeting was co-chaired by` stands
HEADING = 18  # tokens of a line that only introduces a list
OPENING = 2  # paragraphs in which the main engagement is told
BOTH = 2  # sides of talks
BOTH_ROWS = 6
LISTED = 5  # tokens in which the colon over a list may stand, markup and all
PRESS = frozenset({"briefing", "spokesperson", "spokesman", "spokeswoman"})  # who only tells of it
COMPANY = frozenset({"dialogue", "conference", "visit"})
OF_TITLE = frozenset({"dialogue", "conference", "signing"})  # what two sides named in a title have together


def add_delegations(scene: Scene, mains: Sequence[Candidate], candidates: Sequence[Candidate]) -> None:
    """Who led the sides or came along, told in sentences of their own beside the engagement."""
    for candidate in candidates:
        following = scene.rows[candidate.row_no + 1 : candidate.row_no + 2]
        bare = candidate.kind == "dialogue" and not candidate.roles
        if bare and following and word_class("leading_role") & following[0].marked.words:
            take_in(candidate, following[0], "chair")
    for candidate in mains[1:]:
        if candidate.kind == "visit":
            take_company(scene, candidate)
    for candidate in mains[:1]:
        if candidate.kind in OF_TITLE and candidate.sides.keys() <= {scene.issuer}:
            take_title_sides(scene, candidate)
        if not candidate.roles and candidate.kind in {"dialogue", "meeting", "call"}:
            take_both(candidate, scene, {one.row_no for one in candidates if one.background and one.kind in TALKS})
        if candidate.kind in COMPANY:
            take_company(scene, candidate)
        take_speakers(scene, candidate)
        if candidate.kind in TALKS:
            take_listed(scene, candidate)


def take_title_sides(scene: Scene, candidate: Candidate) -> None:
    """Give an engagement told without another side the two that the title names."""
    named = {item.side: None for item in scene.rows[TITLE].items if item.form in {"name", "adjective", "body"}}
    if len(named) == BOTH:
        candidate.sides.update({side: None for side in named if side})


def share_sides(candidates: Sequence[Candidate], mains: Sequence[Candidate]) -> None:
    """The sides of sessions told without any: those of their mechanism's other session, or of the talks of two."""
    lead = next((one for one in mains if len(one.sides) == BOTH), None)
    for candidate in candidates:
        if candidate.roles or candidate.sides or candidate.kind not in COMPANY - {"visit"}:
            continue
        name = candidate.mechanism.name if candidate.mechanism is not None else None
        alike = [one for one in candidates if name and one.mechanism is not None and one.mechanism.name == name]
        told = next((one for one in alike if one.sides), None)
        unnamed = (
            name is None and candidate.trigger.governed and candidate.status == "held" and not candidate.background
        )
        if told is not None:
            candidate.sides.update(told.sides)
        elif lead is not None and (candidate.kind == "dialogue" or unnamed):
            candidate.sides.update(lead.sides)


def take_company(scene: Scene, candidate: Candidate) -> None:
    """The heads of delegations of a dialogue or conference, the company of a visitor, the speakers of a conference."""
    if candidate.spoken_of:
        return
    for _, row in scene.written():
        lows = row.marked.words
        accompanied = candidate.kind == "visit" and ("accompanied" in lows or lists_delegation(row.marked))
        if accompanied and not elsewhere(row, candidate):
            take_in(candidate, row, "participant")
        leads = lows & word_class("leading_role") and (lows & word_class("delegation_word") or row is scene.rows[1])
        if candidate.kind != "visit" and (leads or tells_chair(row)):
            take_in(candidate, row, "chair")
        if candidate.kind == "conference" and lows & word_class("speaking_part"):
            take_in(candidate, row, "speaker")
    if candidate.roles or candidate.kind != "conference":
        return
    for _, row in scene.written():
        opening = row.sentence.paragraph_no <= OPENING + 1 and not any(token.text == "?" for token in row.marked.tokens)
        if not candidate.roles and opening and candidate.status == "held" and candidate.trigger.row_no == TITLE:
            take_in(candidate, row, "speaker", limit=1)


def take_speakers(scene: Scene, candidate: Candidate) -> None:
    """Those who spoke at a ceremony: `In her speech, A noted`, `Speaking at the opening, A`, `was addressed by A`."""
    if candidate.kind != "ceremony" or candidate.status != "held":
        return
    for row in scene.rows[candidate.row_no + 1 : candidate.row_no + BOTH_ROWS]:
        lows = row.marked.lows
        if "speech" in lows[:CHAIRED] or "speaking" in lows[:2] or ("addressed", "by") in pairwise(lows):
            take_in(candidate, row, "speaker", limit=1)


def tells_chair(row: Row) -> bool:
    """Whether a sentence only says who chaired what was told before: `The Meeting was co-chaired by A and B`."""
    lows = row.marked.lows[:CHAIRED]
    return (
        lows[:1] == ("the",)
        and bool(word_class("talks_noun").intersection(lows[1:2]))
        and bool(word_class("leading_role").intersection(lows))
    )


def take_listed(scene: Scene, candidate: Candidate) -> None:
    """Those whom a list under `Participants included:` names, as taking part in the main engagement."""
    rows = scene.rows
    for index, row in enumerate(rows[1:], 1):
        tokens = row.marked.tokens
        if ":" not in row.marked.words:
            continue
        heads = tokens[-1].text == ":" and len(tokens) <= HEADING
        if not heads and not any(token.text == ":" for token in tokens[-LISTED:]):
            continue
        if word_class("listed_company").isdisjoint(row.marked.words):
            continue
        for below in rows[index + 1 :]:
            if not any(item.form == "person" for item in below.items):
                break
            take_in(candidate, below, "participant")


def take_both(candidate: Candidate, scene: Scene, others: set[int]) -> None:
    """Who took part in talks told without names: those of the first sentence that names people of both sides.

    Sentences that look back on `others`, by number, are passed over.
    """
    rows = [row for row_no, row in enumerate(scene.rows[:BOTH_ROWS]) if row_no != TITLE and row_no not in others]
    rows = [row for row in rows if PRESS.isdisjoint(row.marked.words)]
    for row in rows:
        people = [item for item in row.items if item.form == "person" and item.side in candidate.sides]
        if len({item.side for item in people}) > 1:
            for item in people:
                candidate.roles.setdefault(item.person_no or 0, "participant")
            return
    for row in rows:
        people = [item for item in row.items if item.form == "person" and item.side in candidate.sides]
        if people:
            candidate.roles.setdefault(people[0].person_no or 0, "participant")
            return


def take_in(candidate: Candidate, row: Row, role: str, limit: int | None = None) -> None:
    """Give an engagement the persons that a sentence names."""
    for item in [item for item in row.items if item.form == "person"][:limit]:
        number = item.person_no or 0
        candidate.roles[number] = role if is_chair(row, item) else candidate.roles.get(number, role)
        if item.side:
            candidate.sides.setdefault(item.side, None)


def is_chair(row: Row, item: Item) -> bool:
    """Whether a sentence says of somebody that the sitting was `chaired by` them, alone or with those named before."""
    lows = row.marked.lows[: item.first]
    by = next((step for step in range(len(lows) - 1, 0, -1) if lows[step] == "by"), 0)
    return by > 0 and lows[by - 1] in {"chaired", "co-chaired"} and word_class("took_place").isdisjoint(lows[by:])
