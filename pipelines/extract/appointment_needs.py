"""What a sentence must hold for words of taking or leaving a post to be believed.

What belongs here: appointments. What does not: the other kinds of engagement (`event_needs`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.event_scene import TITLE
from pipelines.extract.lexicons import word_class
from pipelines.extract.phrases import is_office_head

if TYPE_CHECKING:
    from pipelines.extract.event_scene import Row, Scene
    from pipelines.extract.event_triggers import Trigger
    from pipelines.extract.participants import Parties


NEAR = 6
FARTHER = 24
ONLY_CONGRATULATED = frozenset({"election", "confirmation", "election victory", "assumption of office", "victory"})
INTO_OFFICE = frozenset({"becomes", "been made", "was made", "was named"})
SAID_OF_MORE = frozenset({"designated", "announce", "announced", "announces", "announcing", "announcement of"})


def took_post(scene: Scene, row: Row, trigger: Trigger, found: Parties) -> bool:
    """An appointment: a person who takes or leaves a post, not `the newly appointed ambassador`."""
    del scene
    before = row.marked.tokens[trigger.first - 1].low if trigger.first else ""
    if trigger.is_verb and (before in word_class("hedge") or is_attribute(row, trigger)):
        return False
    if trigger.words in INTO_OFFICE and not leads_to_office(row, trigger):
        return False
    if trigger.words in SAID_OF_MORE and not names_for_post(row, trigger, found):
        return False
    if row.sentence.sentence_no == TITLE:
        return trigger.words not in SAID_OF_MORE | ONLY_CONGRATULATED
    if not trigger.is_verb and trigger.words in ONLY_CONGRATULATED:
        return is_congratulated(row, trigger) and any(item.person_no for item in found.left)
    people = [item for item in (found.both if trigger.is_verb else found.right) if item.form == "person"]
    return bool(people) or (is_congratulated(row, trigger) and any(item.person_no for item in found.left))


def is_attribute(row: Row, trigger: Trigger) -> bool:
    """Whether a participle only qualifies an office: `the first popularly elected President`."""
    before = row.marked.lows[max(0, trigger.first - 2) : trigger.first]
    after = row.marked.at(trigger.last)
    article = before[-1:] in (("the",), ("a",), ("an",), ("first",)) or (
        before[-1:] != () and before[-1].endswith("ly")
    )
    led = article and {"the", "a", "an", "first"}.intersection(before)
    return bool(led) and after is not None and (is_office_head(after) or after.low in word_class("bare_office"))


def leads_to_office(row: Row, trigger: Trigger) -> bool:
    """Whether an office follows: `becomes Ambassador to Norway`, not `becomes easier`."""
    behind = row.marked.tokens[trigger.last : trigger.last + NEAR]
    plain = (token for token in behind if token.low not in {"the", "a", "an", "new", "next", "as"})
    first = next(plain, None)
    head = any(is_office_head(token) or token.low in word_class("bare_office") for token in behind if token.capital)
    return first is not None and first.capital and head


def is_congratulated(row: Row, trigger: Trigger) -> bool:
    """Whether somebody is congratulated on it: `congratulated A on her election`."""
    tokens = row.marked.tokens
    before = tokens[max(0, trigger.first - FARTHER) : trigger.first]
    told = any(token.low.startswith("congratulat") or token.low in {"greet", "greeted"} for token in before)
    return told and any(token.low in word_class("possessive") for token in before[-3:])


def names_for_post(row: Row, trigger: Trigger, found: Parties) -> bool:
    """Whether a person and `as` follow: `announced A as the new Ambassador`, not `announced aid`."""
    people = [item for item in found.right if item.form == "person"]
    if not people or people[0].first - trigger.last > NEAR:
        return False
    behind = row.marked.tokens[people[0].last : people[0].last + 1]
    return any(token.low == "as" for token in behind)
