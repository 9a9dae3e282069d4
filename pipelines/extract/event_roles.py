"""Persons and sides of one telling, with their roles.

What belongs here: who is host, guest, recipient or traveller. What does not: how far a clause reaches (`participants`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.bystanders import is_mourned
from pipelines.extract.event_scene import TITLE, sides_in
from pipelines.extract.lexicons import word_class
from pipelines.extract.participants import Parties
from pipelines.extract.phrases import is_office_head
from pipelines.extract.references import BYLINE
from pipelines.extract.unnamed_officers import is_by_officer, is_received_by_office

if TYPE_CHECKING:
    from pipelines.extract.event_scene import Row, Scene
    from pipelines.extract.event_triggers import Trigger
    from pipelines.extract.references import Item
    from pipelines.extract.telling import Candidate

LETTERED = 3  # tokens of a line that only letters an item: `(a)`, `b.`
LONGEST_LINE = 24  # tokens of a line in a list
AFTERTHOUGHT = frozenset({"since", "because"})  # they begin a clause whose states gave or got nothing
WAR = 8  # tokens behind a state in which its war is named
WHOLE_ROW = frozenset({"credentials", "aid"})


def fill(scene: Scene, row: Row, candidate: Candidate, found: Parties) -> None:
    """Give a candidate its persons with their roles, and its sides."""
    if candidate.trigger.form == "greeting":
        greet(scene, candidate)
    if candidate.kind in WHOLE_ROW:
        fill_whole(scene, row, candidate)
        return
    left, right = roles_of(candidate.trigger)
    if candidate.kind == "visit" and candidate.where is not None:
        found = of_travellers(found)
    for item in found.left:
        if candidate.kind != "visit" or not candidate.trigger.passive or item.form != "person":
            add(candidate, item, left)
    for item in found.right:
        if candidate.kind != "visit" or item.person_no is None or is_traveller(row, candidate.trigger, item):
            add(candidate, item, right)
    add_named_sides(row, candidate)
    if candidate.kind == "meeting" and not found.right and is_received_by_office(row, candidate.trigger):
        candidate.sides.setdefault(scene.issuer, None)
    if candidate.kind == "visit" and not found.left and is_by_officer(row, candidate.trigger):
        candidate.sides.setdefault(scene.issuer, None)


def of_travellers(found: Parties) -> Parties:
    """Who travels, where persons are named before a visit: states there are those of offices, or only spoken of."""
    if not any(item.form in {"person", "pronoun"} and item.person_no for item in found.left):
        return found
    return Parties(tuple(item for item in found.left if item.person_no), found.right)


def add_named_sides(row: Row, candidate: Candidate) -> None:
    """The sides that the mechanism's own name tells, and the country that a visit goes to."""
    if candidate.mechanism is not None:
        whole = candidate.mechanism.whole
        about = {step for step in whole if "on" in row.marked.lows[whole[0] : step]}
        named = [item.side for item in row.items if item.first in set(whole) - about and item.form != "person"]
        for side in (*named, *sides_in(candidate.mechanism.name or "")):
            if side:
                candidate.sides.setdefault(side, None)
    if candidate.kind == "visit" and candidate.where is not None:
        for goal in (candidate.where.country_code, *candidate.where.goals):
            if goal:
                candidate.sides.setdefault(goal, None)


def fill_whole(scene: Scene, row: Row, candidate: Candidate) -> None:
    """Everybody whom the sentence names, and for a list those of the lines under it."""
    for item in row.items:
        late = candidate.kind == "aid" and item.first > candidate.trigger.first
        told = any(token.low == "that" for token in row.marked.tokens[item.last : candidate.trigger.first])
        if item.form in {"person", "pronoun"} and (late or (candidate.kind == "aid" and told)):
            continue
        if candidate.kind == "aid" and (
            is_assailant(row, item) or (late and is_aside(row, candidate.trigger.last, item))
        ):
            continue
        if item.form != "possessive":
            add(candidate, item, "recipient" if candidate.kind == "aid" else "participant")
    candidate.sides.setdefault(scene.issuer, None)
    tokens = row.marked.tokens
    if candidate.kind != "credentials" or not tokens or tokens[-1].text != ":":
        return
    for below in scene.rows[candidate.row_no + 1 :]:
        if len(below.marked.tokens) <= LETTERED:
            continue
        people = [item for item in below.items if item.form == "person"]
        if len(below.marked.tokens) > LONGEST_LINE or (not people and not is_office_line(below)):
            return
        for item in people[:1]:
            add(candidate, item, "guest")


def is_aside(row: Row, begin: int, item: Item) -> bool:
    """Whether a state neither gave nor got aid: `since Norway's storms`, `to defend itself against Norway`."""
    lows = row.marked.lows
    if lows[item.first - 1] in {"in", "of"}:
        return False
    return "against" in lows[max(0, item.first - 2) : item.first] or bool(
        AFTERTHOUGHT.intersection(lows[begin : item.first])
    )


def is_assailant(row: Row, item: Item) -> bool:
    """Whether a state is named for its war: `those affected by Freedonia's further invasion`."""
    behind = row.marked.lows[item.last : item.last + WAR]
    return behind[:1] in {("\u2019s",), ("'s",)} and not word_class("attack_noun").isdisjoint(behind)


def is_office_line(row: Row) -> bool:
    """Whether a line of a list gives an office and no name: `(a) The Ambassador of the Kingdom of Norway`."""
    return any(is_office_head(token) for token in row.marked.tokens)


def greet(scene: Scene, candidate: Candidate) -> None:
    """A greeting goes from the country that speaks, and from who says `I`, to the country of the title."""
    candidate.sides.setdefault(scene.issuer, None)
    for item in scene.rows[TITLE].items:
        if item.form in {"name", "adjective"}:
            add(candidate, item, "recipient")
    for row in scene.rows[1:3]:
        people = [item for item in row.items if item.form == "person"]
        signed = len(people) == 1 and len(row.marked.tokens) <= BYLINE and "spokesperson" not in row.marked.words
        if signed and not is_mourned(row.marked.tokens, people[0]):
            add(candidate, people[0], "participant")


def is_traveller(row: Row, trigger: Trigger, item: Item) -> bool:
    """Whether a person behind `visit` is who visits: `the visit of A to`, `paid by A`."""
    tokens = row.marked.tokens
    between = [token.low for token in tokens[trigger.last : item.first]]
    hosted = "hosted" in row.marked.lows[max(0, trigger.first - 3) : trigger.first]  # `hosted to a tour by A`
    if hosted or (trigger.is_verb and not trigger.passive):
        return False
    links = {"of", "by", "with"} if trigger.passive else {"of", "by"}
    return bool(links.intersection(between)) and "invitation" not in between and "to" not in between


def roles_of(trigger: Trigger) -> tuple[str, str]:
    """The roles of the subject and of the object."""
    if trigger.form == "person_verb" and trigger.kind == "meeting":
        guest_first = trigger.words.startswith("call") != trigger.passive
        return ("guest", "host") if guest_first else ("host", "guest")
    if trigger.kind == "visit":
        return "guest", "guest"
    if trigger.kind in {"letter", "aid"}:
        return "participant", "recipient"
    return "participant", "participant"


def add(candidate: Candidate, item: Item, role: str) -> None:
    """Take an item in as a person or a side."""
    if item.person_no is not None:
        candidate.roles.setdefault(item.person_no, role)
    if item.side is not None:
        candidate.sides.setdefault(item.side, None)
