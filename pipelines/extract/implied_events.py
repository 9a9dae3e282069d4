"""Engagements that no word of the lexicon tells: talks by their subject, a post by the letter that congratulates on it.

What belongs here: what titles, pairs of people and letters imply. What does not: words that tell an engagement
(`event_triggers`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.clauses import left_edge
from pipelines.extract.event_scene import TITLE
from pipelines.extract.event_triggers import Trigger
from pipelines.extract.lexicons import word_class
from pipelines.extract.telling import TALKS, Candidate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.event_scene import Scene

BOTH = 2  # sides of talks


def talks_of_title(scene: Scene, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The talks that only the title tells, by what they were about: `Foreign Ministers of A and B discuss trade`."""
    tokens = scene.rows[TITLE].marked.tokens
    verb = next(iter(scene.rows[TITLE].marked.standing(word_class("talk_verb"))), len(tokens))
    sides = {item.side: None for item in scene.rows[TITLE].items if item.side is not None and item.first < verb}
    titled = any(one.trigger.row_no == TITLE for one in candidates)
    fresh = [one for one in candidates if one.kind in TALKS and one.status == "held" and not one.background]
    if verb == len(tokens) or titled or len(sides) != BOTH or len(scene.rows) == 1:
        return []
    if fresh and (fresh[0].kind != "meeting" or len(fresh[0].sides) > 1):
        return []
    if fresh:
        fresh[0].sides.update(sides)
        return []
    trigger = Trigger(TITLE, verb, verb + 1, "meeting", "verb", tokens[verb].low)
    return [Candidate(1, trigger, "meeting", "held", "meeting_title", sides=dict(sides))]


def talks_of_pairs(scene: Scene, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Talks told by their subject alone: `Minister A and Minister B discussed trade`, where no telling has both."""
    found: list[Candidate] = []
    for row_no, row in enumerate(scene.rows[1:], 1):
        verb = next(iter(row.marked.standing(word_class("pair_verb"))), None)
        if verb is None:
            continue
        people = [
            item
            for item in row.items
            if item.form == "person" and left_edge(row.marked.tokens, verb) <= item.first < verb
        ]
        roles = {item.person_no or 0: item.side for item in people}
        if len(roles) != BOTH or len({*roles.values()} - {None}) != BOTH or is_known(roles, [*candidates, *found]):
            continue
        trigger = Trigger(row_no, verb, verb + 1, "meeting", "verb", row.marked.tokens[verb].low)
        found.append(
            Candidate(
                row_no, trigger, "meeting", "held", "meeting_pair_verb", roles=dict.fromkeys(roles, "participant"),
                sides={side: None for side in roles.values() if side},
            )
        )  # fmt: skip
    return found


def is_known(roles: dict[int, str | None], candidates: Sequence[Candidate]) -> bool:
    """Whether some talks already have the two, or have one of them and both sides, so that these are the same talks."""
    for one in candidates:
        if one.kind not in TALKS:
            continue
        if roles.keys() <= one.roles.keys() or (one.sides.keys() >= set(roles.values()) and not one.background):
            return True
    return False


def addressed(scene: Scene, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The post that a letter congratulates its reader on: `your election as President`."""
    letter = next((one for one in candidates if one.kind == "letter" and "recipient" in one.roles.values()), None)
    if letter is None or any(one.kind == "appointment" for one in candidates):
        return []
    for row_no, row in enumerate(scene.rows[1:], 1):
        lows = row.marked.lows
        for index in row.marked.standing(word_class("post_taken")):
            if "your" in lows[max(0, index - 2) : index]:
                trigger = Trigger(row_no, index, index + 1, "appointment", "noun", lows[index])
                number = next(who for who, role in letter.roles.items() if role == "recipient")
                side = scene.sides.get(number)
                return [
                    Candidate(
                        row_no, trigger, "appointment", "held", "appointment_addressed", roles={number: "participant"},
                        sides={side: None} if side else {}, background=True,
                    )
                ]  # fmt: skip
    return []
