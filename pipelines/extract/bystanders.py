"""Who is named beside the words that tell an engagement and took no part: its place, who asked for it, who is mourned.

What belongs here: one question for each such part in a sentence. What does not: how far a clause reaches
(`participants`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.lexicons import word_class
from pipelines.extract.phrases import is_office_head

if TYPE_CHECKING:
    from pipelines.extract.event_scene import Row
    from pipelines.extract.event_triggers import Trigger
    from pipelines.extract.references import Item
    from pipelines.extract.tokens import Token

HEADED = 4  # tokens before `from` in which those stand who come from a state: `Heads of Government from Norway`


def is_of_place(row: Row, item: Item) -> bool:
    """Whether a country only says where the place before it lies: `in Bergen, Norway`."""
    return any(name.last == item.first - 1 and name.place.country_code == item.side for name in row.places)


def is_setting(row: Row, item: Item, trigger: Trigger) -> bool:
    """Whether a country or body is where something happens or what it is about, not who took part."""
    tokens = row.marked.tokens
    if trigger.kind in {"letter", "aid", "appointment"}:
        return (trigger.kind == "appointment" and is_away(tokens, item)) or is_mourned(tokens, item)
    if item.form == "name" and tokens[item.first - 1].text == "," and is_of_place(row, item):
        return trigger.kind != "visit"
    if item.form in {"person", "pronoun"}:
        return is_asker(tokens, item) or (
            trigger.kind == "visit" and behind(tokens, item.first, {"of", "by"}) == "invitation"
        )
    return is_behind_preposition(row, item, trigger)


def is_behind_preposition(row: Row, item: Item, trigger: Trigger) -> bool:
    """Whether a preposition sets a country or body apart: `in Norway`, `to the UN`; not `officials from Norway`."""
    tokens = row.marked.tokens
    step = first_listed(row, item) - 1
    while step > 0 and tokens[step].low in {"the", "republic", "of", "kingdom"} and tokens[step - 1].low != "of":
        step -= 1
    preposition = tokens[step].low if step >= 0 else ""
    if step > 0 and preposition in {"to", "for", "on"} and is_office_head(tokens[step - 1]):
        return True
    if trigger.kind == "visit" or item.first == 0:
        return False
    if preposition == "from":
        return word_class("official_noun").isdisjoint(row.marked.lows[max(0, step - HEADED) : step])
    return preposition in {"in", "at", "on", "to", "for", "near", "across", "into"}


def first_listed(row: Row, item: Item) -> int:
    """Where a list of states begins that an item goes on with: that of `Norway` in `in Norway, Peru and Chad`."""
    tokens = row.marked.tokens
    for other in reversed([one for one in row.items if one.last < item.first and one.form == item.form == "name"]):
        between = tokens[other.last : item.first]
        if not between or not all(token.text == "," or token.low in {"and", "the"} for token in between):
            break
        item = other
    return item.first


def is_mourned(tokens: tuple[Token, ...], item: Item) -> bool:
    """Whether somebody's family is written to: `condolences to Ana Doe's family`."""
    lows = [token.low for token in tokens[item.last : item.last + 3]]
    return item.form == "person" and lows[:1] in (["\u2019s"], ["'s"]) and bool({"family", "loved"}.intersection(lows))


def is_asker(tokens: tuple[Token, ...], item: Item) -> bool:
    """Whether somebody only asked for it: `At Minister Roe's request, the Institute held a workshop`."""
    if behind(tokens, item.first, {"of"}) in {"request", "direction"}:
        return True
    return [token.low for token in tokens[item.last : item.last + 2]][-1:] in (["request"], ["suggestion"])


def is_away(tokens: tuple[Token, ...], item: Item) -> bool:
    """Whether a person is the one stood in for: `during the Prime Minister's absence`."""
    return any(token.low == "absence" for token in tokens[item.last : item.last + 2])


def behind(tokens: tuple[Token, ...], first: int, links: set[str]) -> str:
    """The noun before `of the` in front of an index, or nothing."""
    step = first - 1
    while step >= 0 and (tokens[step].capital or tokens[step].low in {"the", "his", "her"}):
        step -= 1
    return tokens[step - 1].low if step > 0 and tokens[step].low in links else ""
