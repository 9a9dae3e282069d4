"""What a sentence must hold for words that tell an engagement to be believed.

What belongs here: one need for each kind and form of trigger. What does not: finding triggers (`event_triggers`).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.extract.appointment_needs import took_post
from pipelines.extract.event_dates import token_at
from pipelines.extract.event_places import stated_place
from pipelines.extract.event_scene import TITLE
from pipelines.extract.event_triggers import STAYING
from pipelines.extract.lexicons import word_class
from pipelines.extract.phrases import is_office_head
from pipelines.extract.recounted import is_met_with_things, is_of_company
from pipelines.extract.unnamed_officers import is_by_officer, is_of_office, is_on_office, is_received_by_office

if TYPE_CHECKING:
    from pipelines.extract.event_scene import Row, Scene
    from pipelines.extract.event_triggers import Trigger
    from pipelines.extract.participants import Parties
    from pipelines.extract.references import Item
    from pipelines.extract.tokens import Token

NEAR = 6
PHONES = frozenset({"phone", "telephone", "videoconference"})
SUBJECT_OF_TALK = frozenset({"of", "about", "on", "for", "against", "at", "in"})
ABOUT = {("on",), ("for",), ("and",)}  # behind negotiations, of an agreement and not of two who meet
CALLED_TO = frozenset(
    {"discuss", "congratulate", "express", "convey", "thank", "review", "follow", "offer", "consult", "reaffirm"}
)  # what somebody calls for by phone, and does not call upon somebody to do
BRIEFED = frozenset({"missions", "ambassadors", "diplomats", "corps", "embassies", "attachés"})
OFTEN = frozenset({"many", "several", "numerous", "multiple", "various"})
PLURALS = frozenset({"ministers", "presidents", "leaders", "fms", "heads", "speakers"})  # who meet one another
HABIT = 7  # tokens behind whom somebody met in which it may say how often
FAR = 12
FARTHER = 24
GREETING_ROWS = 5


def is_believable(scene: Scene, row: Row, trigger: Trigger, found: Parties) -> bool:
    """Whether the sentence holds what a trigger of its form and kind needs."""
    check = NEEDS.get((trigger.kind, trigger.form)) or NEEDS.get((trigger.kind, "")) or always
    return check(scene, row, trigger, found)


def always(scene: Scene, row: Row, trigger: Trigger, found: Parties) -> bool:
    """No further need."""
    del scene, row, trigger, found
    return True


def met_somebody(scene: Scene, row: Row, trigger: Trigger, found: Parties) -> bool:
    """`met`: a subject, and somebody met."""
    del scene
    if is_habit(row, trigger, found) or is_met_with_things(row.marked, trigger):
        return False
    if len({item.person_no or item.side for item in found.left}) > 1 and not found.right:
        return True
    tail = row.marked.tokens[trigger.last : trigger.last + FAR]
    object_told = bool(found.right) or any(token.low in word_class("official_noun") for token in tail)
    if found.right and is_occasion(row, trigger):
        return True
    if row.sentence.sentence_no == TITLE and not PLURALS.isdisjoint(row.marked.lows[: trigger.first]):
        return True
    return object_told and (bool(found.left) or row.sentence.sentence_no == TITLE)


def is_occasion(row: Row, trigger: Trigger) -> bool:
    """Whether a stay gave occasion to meet somebody: `The visit was also an opportunity to meet with A`."""
    before = set(row.marked.lows[: trigger.first])
    return {"opportunity", "to"} <= before and not before.isdisjoint({"visit", "stay", "trip"}) and "was" in before


def is_habit(row: Row, trigger: Trigger, found: Parties) -> bool:
    """Whether people met time and again, not once: `met on many occasions`, `have met several times`."""
    lows = row.marked.lows
    end = max((item.last for item in found.right), default=trigger.last)
    behind = lows[trigger.last : end + HABIT]
    often = any(first in OFTEN and second in {"occasions", "times"} for first, second in pairwise(behind))
    return often or any(behind[step : step + 3] == ("number", "of", "times") for step in range(len(behind)))


def met_person(scene: Scene, row: Row, trigger: Trigger, found: Parties) -> bool:
    """`received`, `called on`: persons on both sides, and no request that follows (`called on X to …`)."""
    del scene
    title = row.sentence.sentence_no == TITLE
    right = [item for item in found.right if item.form in {"person", "pronoun"}]
    if title and not trigger.passive:
        tail = row.marked.tokens[trigger.last : trigger.last + FAR]
        return bool(right) or any(token.low in word_class("official_noun") for token in tail)
    delegation = any(
        token.low == "delegation" for token in row.marked.tokens[max(0, trigger.first - 3) : trigger.first]
    )
    told = any(item.person_no for item in found.left) or (found.left and (delegation or is_of_office(row, trigger)))
    if not right and (is_received_by_office(row, trigger) or is_on_office(row, trigger, found)):
        return any(item.person_no for item in found.left)
    if not right or not told:
        return False
    if trigger.words.startswith("welcom"):
        return is_received_at(row, right[-1].last)
    if trigger.words in {"called", "calls", "called on", "calls on", "call on", "host", "hosted", "hosts", "saw"}:
        after = row.marked.tokens[right[-1].last : right[-1].last + 2]
        near = right[0].first - trigger.last <= FAR
        asked = len(after) > 1 and after[0].low == "to" and after[1].text.islower()
        asked = asked and not (trigger.words in {"called", "calls"} and after[1].low in CALLED_TO)
        return near and (not asked or trigger.words.startswith("host"))
    return not (trigger.words.startswith("receiv") and not trigger.passive and is_given(row, trigger, right[0]))


def is_given(row: Row, trigger: Trigger, giver: Item) -> bool:
    """Whether a thing was received from somebody, not a guest: `received the Order of the Star from the King`."""
    between = row.marked.lows[trigger.last : giver.first]
    return "from" in between and word_class("official_noun").isdisjoint(between[: between.index("from")])


def is_received_at(row: Row, last: int) -> bool:
    """Whether behind whom somebody welcomed a place to come to follows: `welcomed A to the White House`."""
    tokens = row.marked.tokens
    step = next((step for step in range(last, min(len(tokens), last + NEAR)) if tokens[step].low == "to"), None)
    if step is None or any(token.text in {",", ";"} for token in tokens[last:step]):
        return False
    after = [token for token in tokens[step + 1 : step + 3] if token.low not in {"the", "our"}]
    return bool(after) and after[0].capital


def spoke_with(scene: Scene, row: Row, trigger: Trigger, found: Parties) -> bool:
    """`spoke with`: `with` or `to` near, or by phone, and somebody there."""
    del scene
    if is_habit(row, trigger, found):
        return False
    near = [token.low for token in row.marked.tokens[trigger.last : trigger.last + NEAR]]
    if len({item.person_no for item in found.left}) > 1 and PHONES.intersection(near):
        return True
    linked = [step for step, low in enumerate(near) if low in {"with", "to", *PHONES}]
    if SUBJECT_OF_TALK.intersection(near[: next(iter(linked), 0)]):
        return False
    return bool(found.right) and bool(linked) and bool(found.left)


def noun_of_talks(scene: Scene, row: Row, trigger: Trigger, found: Parties) -> bool:
    """`meeting`, `call`: somebody took part, or it is governed; a weak noun needs both."""
    del scene
    if trigger.words == "exchange" and is_of_things(row, trigger.last):
        return False
    others = trigger.words == "negotiations" and (is_of_joining(row, trigger) or is_topic(row, trigger, found))
    if others or is_of_company(row.marked, trigger):
        return False
    if row.sentence.sentence_no == TITLE:
        return trigger.form == "noun" or bool(found.both)
    if trigger.form == "weak_noun":
        owned = any(item.person_no for item in found.left) and any(item.form == "person" for item in found.right)
        return (trigger.governed or owned) and (
            bool(found.right) or len({item.side for item in found.left} - {None}) > 1
        )
    if trigger.words == "meetings" and not found.right:
        after = row.marked.lows[trigger.last : trigger.last + NEAR]
        return bool({"with", "between", "of"}.intersection(after)) or len({item.side for item in found.left}) > 1
    return True


def briefed(scene: Scene, row: Row, trigger: Trigger, found: Parties) -> bool:
    """`briefing`: held for several parties, not for the press: `A briefing for heads of missions took place`."""
    del scene, found
    behind = row.marked.lows[trigger.last : trigger.last + FAR]
    several = behind[:1] == ("for",) and not BRIEFED.isdisjoint(behind)
    return several and (trigger.governed or row.sentence.sentence_no == TITLE)


def is_topic(row: Row, trigger: Trigger, found: Parties) -> bool:
    """Whether negotiations of others are only spoken of: `exchanged views on negotiations between Norway and Peru`."""
    spoken = {"views", "discussed", "situation", "issues", "state", "course"}
    named = any(item.person_no for item in found.both)
    return not (named or trigger.governed) and not spoken.isdisjoint(row.marked.lows[: trigger.first])


def is_of_joining(row: Row, trigger: Trigger) -> bool:
    """Whether negotiations are on an agreement or on joining a union, and not talks of two who meet."""
    before = row.marked.lows[max(0, trigger.first - 1) : trigger.first]
    return row.marked.lows[trigger.last : trigger.last + 1] in ABOUT or before in {("accession",), ("membership",)}


def is_of_things(row: Row, last: int) -> bool:
    """Whether things were exchanged, not words: `the exchange of letters`, `an exchange of prisoners`."""
    behind = row.marked.lows[last : last + NEAR // 2]
    return behind[:1] == ("of",) and word_class("exchanged_in_talk").isdisjoint(behind)


def travelled(scene: Scene, row: Row, trigger: Trigger, found: Parties) -> bool:
    """A verb of travel: somebody who goes, and a place or country to go to."""
    after = [token.low for token in row.marked.tokens[trigger.last : trigger.last + 2]]
    if trigger.words.endswith("to") and after[:1] == ["the"] and row.marked.tokens[trigger.last + 1].text[0].isdigit():
        return False
    if trigger.words in STAYING and not stays(row, trigger, found):
        return False
    goes = any(item.person_no or item.form in {"name", "body"} or is_by_officials(row, trigger) for item in found.left)
    goes = goes or is_by_officer(row, trigger)
    title = row.sentence.sentence_no == TITLE
    return (goes or title) and stated_place(row, trigger, (), scene.issuer) is not None


def is_by_officials(row: Row, trigger: Trigger) -> bool:
    """Whether those who go are officials, not people in general: `a Norwegian delegation`, not `tourists`."""
    before = row.marked.lows[max(0, trigger.first - NEAR) : trigger.first]
    if word_class("private_people").intersection(before):
        return False
    return bool(word_class("official_noun").intersection(before)) or trigger.words.startswith("delegation")


def stays(row: Row, trigger: Trigger, found: Parties) -> bool:
    """`is in`: a person, right behind whose place a day or a purpose follows: `was in Oslo on 3 May`, `to attend`."""
    people = [item for item in found.left if item.form in {"person", "pronoun"} and item.person_no]
    tokens = row.marked.tokens
    if not people or (trigger.first - people[-1].last > 1 and not is_apposed(tokens, people[-1].last, trigger.first)):
        return False
    after = [token.low for token in tokens[trigger.last : trigger.last + FAR]]
    purpose = any(one == "to" and other in word_class("joined") for one, other in pairwise(after))
    purpose = purpose or any(one == "for" and other in word_class("talks_noun") for one, other in pairwise(after))
    starts = [token_at(row, words.start) for words in row.dates if words.span is not None]
    return purpose or any(trigger.last <= start <= trigger.last + NEAR for start in starts)


def is_apposed(tokens: tuple[Token, ...], last: int, first: int) -> bool:
    """Whether but an office between commas stands behind a name: `A, Deputy Minister of Trade, was in Oslo`."""
    between = tokens[last:first]
    commas = [step for step, token in enumerate(between) if token.text == ","]
    return commas == [0, len(between) - 1] and any(map(is_office_head, between))


def noun_of_visit(scene: Scene, row: Row, trigger: Trigger, found: Parties) -> bool:
    """`visit`: governed, or somebody's, or of somebody."""
    del scene, row
    people = any(item.person_no for item in found.both)
    if trigger.words in {"arrival", "arrival in", "travel", "travels"}:
        return people
    return trigger.words not in {"stay", "tour"} or trigger.governed


def with_subject(scene: Scene, row: Row, trigger: Trigger, found: Parties) -> bool:
    """A rite that needs no further word: somebody who does it; doors are opened by a house."""
    del scene
    house = not word_class("ceremony_object").isdisjoint(row.marked.lows[: trigger.first])
    return bool(found.left) and (house or not trigger.words.endswith("doors"))


def ceremonial(scene: Scene, row: Row, trigger: Trigger, found: Parties) -> bool:
    """A ceremony: governed or in the title; what is opened must be something that is opened with ceremony."""
    del scene
    if trigger.form == "thing_verb":
        reach = FARTHER if trigger.words in {"conferred", "bestowed"} else NEAR + 2
        tail = [token.low for token in row.marked.tokens[trigger.last : trigger.last + reach]]
        before = [token.low for token in row.marked.tokens[max(0, trigger.first - FAR) : trigger.first]]
        if before[-1:] in (["was"], ["were"], ["been"]):
            tail = before
        return bool(word_class("ceremony_object").intersection(tail)) and bool(found.left)
    if trigger.words in {"opening of", "launch of"}:
        if word_class("only_praised").intersection(row.marked.lows[max(0, trigger.first - 3) : trigger.first]):
            return False
        tail = [token.low for token in row.marked.tokens[trigger.last : trigger.last + NEAR + 2]]
        return bool(word_class("ceremony_object").intersection(tail)) and (
            trigger.governed or row.sentence.sentence_no == TITLE
        )
    if trigger.words.startswith("commemorat") and word_class("only_praised").intersection(
        row.marked.lows[max(0, trigger.first - 3) : trigger.first]
    ):
        return False
    purpose = trigger.words.startswith("commemorat") and row.marked.lows[max(0, trigger.first - 1) : trigger.first] == (
        "in",
    )
    return (trigger.governed and not purpose) or row.sentence.sentence_no == TITLE


def presented(scene: Scene, row: Row, trigger: Trigger, found: Parties) -> bool:
    """Credentials: that are presented or received."""
    del scene, found
    return bool(word_class("credential_verb") & row.marked.words) or trigger.words.startswith("letter")


def written(scene: Scene, row: Row, trigger: Trigger, found: Parties) -> bool:
    """A letter: sent, handed over or exchanged, with a sender or a recipient."""
    del scene
    near = {token.low for token in row.marked.tokens[max(0, trigger.first - FAR) : trigger.last + FAR]}
    if trigger.words in {"message", "messages"} and (not found.right or is_figurative(row, trigger)):
        return False
    return bool(word_class("letter_verb") & near) and bool(found.both)


def is_figurative(row: Row, trigger: Trigger) -> bool:
    """Whether a message is what a deed shows and nobody wrote: `sent a clear message of support`."""
    return bool(
        word_class("figurative_message").intersection(row.marked.lows[max(0, trigger.first - 2) : trigger.first])
    )


def greeted(scene: Scene, row: Row, trigger: Trigger, found: Parties) -> bool:
    """Congratulations or condolences as the release itself: its title says so, and somebody abroad is greeted."""
    if not {"written", "wrote", "writes"}.isdisjoint(row.marked.words):
        return False  # the letter is told by that verb
    title = {token.low for token in scene.rows[TITLE].marked.tokens}
    early = trigger.row_no <= GREETING_ROWS and trigger.row_no != TITLE and not title & word_class("talks_noun")
    return (
        early
        and bool(title & word_class("greeting_title"))
        and any(item.side not in {None, scene.issuer} for item in (*found.right, *scene.rows[TITLE].items))
    )


def adds_up(row: Row) -> bool:
    """Whether a sentence only sums up the aid of years: `To date`, `Since 2014`, `the largest donor of`."""
    lows = row.marked.lows
    summed = any(pair == ("to", "date") for pair in pairwise(lows)) or {"largest", "donor"} <= row.marked.words
    return summed or (lows[:1] == ("since",) and lows[1:2] != ("then",))


def helped(scene: Scene, row: Row, trigger: Trigger, found: Parties) -> bool:
    """Aid: given, sent or brought; plain words for it only with an amount."""
    del scene, found
    tokens = row.marked.tokens
    near = {token.low for token in tokens[max(0, trigger.first - FAR) : trigger.last + FAR]}
    if row.sentence.sentence_no == TITLE:
        return " " in trigger.words or bool(word_class("aid_verb") & near)
    if not word_class("aid_verb") & near or adds_up(row):
        return False
    digits = any(token.text[0].isdigit() and len(token.text) != len("2024") for token in tokens)
    return digits or "package" in near or trigger.words in {"humanitarian cargo", "evacuation", "rescue team"}


NEEDS = {
    ("meeting", "verb"): met_somebody,
    ("meeting", "person_verb"): met_person,
    ("call", "person_verb"): met_person,
    ("call", "with_verb"): spoke_with,
    ("meeting", ""): noun_of_talks,
    ("call", ""): noun_of_talks,
    ("conference", "weak_noun"): briefed,
    ("visit", "place_verb"): travelled,
    ("visit", ""): noun_of_visit,
    ("ceremony", "rite_verb"): with_subject,
    ("ceremony", ""): ceremonial,
    ("credentials", ""): presented,
    ("appointment", ""): took_post,
    ("letter", "greeting"): greeted,
    ("letter", ""): written,
    ("aid", ""): helped,
}
