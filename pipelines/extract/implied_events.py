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

    from pipelines.extract.event_scene import Row, Scene

MINISTERS = frozenset({"ministers", "presidents", "leaders", "heads", "speakers"})
OPENING = 12  # tokens in which a sentence names those who met
BOTH = 2  # sides of talks
OFFICE = 16  # tokens of an office between `with` and a name
OF_OFFICE = frozenset({"of", "the", "for", "and", "its", "his", "her", "to", "\u2019s", "'s", ",", "-", "\u2013"})
STAY_FRAMES = (("framework", "of"), ("part", "of"), ("margins", "of"), ("course", "of"))


def talks_of_title(scene: Scene, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The talks that only the title tells, by what they were about: `Foreign Ministers of A and B discuss trade`."""
    tokens = scene.rows[TITLE].marked.tokens
    verb = next(iter(scene.rows[TITLE].marked.standing(word_class("talk_verb"))), len(tokens))
    sides = {item.side: None for item in scene.rows[TITLE].items if item.side is not None and item.first < verb}
    titled = any(one.trigger.row_no == TITLE for one in candidates)
    status = "planned" if tokens[verb - 1 : verb] and tokens[verb - 1].low in {"to", "will"} else "held"
    fresh = [one for one in candidates if one.kind in TALKS and one.status == status and not one.background]
    if verb == len(tokens) or titled or len(sides) != BOTH or len(scene.rows) == 1:
        return []
    if fresh and (fresh[0].kind != "meeting" or len(fresh[0].sides) > 1):
        return []
    if fresh:
        fresh[0].sides.update(sides)
        return []
    trigger = Trigger(TITLE, verb, verb + 1, "meeting", "verb", tokens[verb].low)
    return [Candidate(1, trigger, "meeting", status, "meeting_title", sides=dict(sides))]


def talks_of_pairs(scene: Scene, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Talks told by their subject alone: `Minister A and Minister B discussed trade`, where no telling has both."""
    found: list[Candidate] = []
    for row_no, row in scene.written():
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


def talks_with(scene: Scene, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Talks told by what somebody discussed with whom: `With Minister A he discussed trade`."""
    found: list[Candidate] = []
    for row_no, row in scene.written():
        tokens = row.marked.tokens
        verb = next((step for step, token in enumerate(tokens) if token.low in word_class("pair_verb")), None)
        if verb is None or "with" not in row.marked.words or any(one.row_no == row_no for one in candidates):
            continue
        people = [item for item in row.items if item.form in {"person", "pronoun"} and item.person_no]
        met = [item for item in people if item.form == "person" and follows_with(row, item.first)][:1]
        who = [item for item in people if item.first < verb and item not in met][-1:]
        roles = {item.person_no or 0: item.side for item in (*who, *met)}
        sides = {side: None for side in roles.values() if side}
        if len(roles) != BOTH or len(sides) != BOTH or is_known(roles, [*candidates, *found]):
            continue
        trigger = Trigger(row_no, verb, verb + 1, "meeting", "verb", tokens[verb].low)
        found.append(
            Candidate(
                row_no, trigger, "meeting", "held", "meeting_discussed_with", roles=dict.fromkeys(roles, "participant"),
                sides=sides,
            )
        )  # fmt: skip
    return found


def follows_with(row: Row, first: int) -> bool:
    """Whether only an office stands between `with` and a name."""
    tokens = row.marked.tokens
    step = first - 1
    while step >= 0 and first - step < OFFICE and tokens[step].low != "with":
        if not (tokens[step].capital or tokens[step].low in OF_OFFICE):
            return False
        step -= 1
    return step >= 0 and tokens[step].low == "with"


def stay_of_talks(scene: Scene, candidates: Sequence[Candidate], mains: Sequence[Candidate]) -> list[Candidate]:
    """The visit that the text only refers to, beside talks abroad: `Within the framework of the visit, A met …`."""
    talks = next((one for one in mains if one.kind in TALKS and one.status == "held" and one.where is not None), None)
    if talks is None or talks.where is None or talks.where.country_code in {None, scene.issuer}:
        return []
    own = [number for number in talks.roles if scene.sides.get(number) == scene.issuer]
    if not own or any(one.kind == "visit" and one.roles.keys() & set(own) for one in candidates):
        return []
    for row_no, row in scene.written():
        for step in row.marked.standing(frozenset({"visit"})):
            if is_stay_itself(row, step):
                trigger = Trigger(row_no, step, step + 1, "visit", "noun", "visit")
                sides: dict[str, None] = {scene.issuer: None, talks.where.country_code or "": None}
                return [
                    Candidate(
                        row_no, trigger, "visit", "held", "visit_of_talks", roles=dict.fromkeys(own, "guest"),
                        sides=sides, when=talks.when.month if talks.when else None, where=talks.where,
                    )
                ]  # fmt: skip
    return []


def is_stay_itself(row: Row, step: int) -> bool:
    """Whether `the visit` means the journey under way: `during the visit`, `the visit concluded with`."""
    lows = row.marked.lows
    begin = step - 1
    while begin >= 0 and lows[begin] in word_class("event_adjective"):
        begin -= 1
    if begin < 0 or lows[begin] not in {"the", "his", "her"}:
        return False
    behind = lows[step + 1 : step + 2]
    framed = lows[begin - 1 : begin] in (("during",), ("within",)) or lows[max(0, begin - 2) : begin] in STAY_FRAMES
    concluded = begin == 0 and behind in (("concluded",), ("ended",), ("was",), ("began",), ("included",))
    return (framed and behind not in (("to",), ("of",), ("by",))) or concluded


def addressed(scene: Scene, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The post that a letter congratulates its reader on: `your election as President`."""
    letter = next((one for one in candidates if one.kind == "letter" and "recipient" in one.roles.values()), None)
    if letter is None or any(one.kind == "appointment" for one in candidates):
        return []
    for row_no, row in scene.written():
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


def states_of_ministers(row: Row) -> dict[str, None]:
    """The states whose ministers a sentence begins with: `The Ministers of Norway, Peru and Kenya discussed`."""
    lows = row.marked.lows
    plural = next((step for step in range(min(len(lows), OPENING)) if lows[step] in MINISTERS), None)
    verb = next(iter(row.marked.standing(word_class("talk_verb"))), 0)
    if plural is None or any(item.form == "person" and item.first < verb for item in row.items):
        return {}
    states = {item.side: None for item in row.items if plural < item.first < verb and item.form == "name" and item.side}
    return states if len(states) > 1 else {}
