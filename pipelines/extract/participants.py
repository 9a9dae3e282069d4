"""Who took part: the persons and sides around the words that tell an engagement.

What belongs here: how far the subject and the object of such words reach, and what roles they give. What does not:
participants that only another sentence tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipelines.extract.bystanders import is_setting
from pipelines.extract.clauses import (
    BE,
    REACH,
    STOP_WORDS,
    STOPS,
    before_verb,
    is_purpose,
    left_edge,
    maker,
    relative,
    right_edge,
    shares_subject,
    verb_over,
)
from pipelines.extract.event_dates import end_of_opening, opening_before
from pipelines.extract.event_scene import TITLE
from pipelines.extract.lexicons import word_class
from pipelines.extract.recounted import is_recounted, is_result_told, is_subject_of_talk, only_dates
from pipelines.extract.spoken_of import holders, joined_behind, speech_over

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipelines.extract.event_scene import Row
    from pipelines.extract.event_triggers import Trigger
    from pipelines.extract.references import Item
    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked

NEAR = 5
FAR_LINKS = frozenset({"with", "between", "by"})
ADJECTIVES = 3
HE_OR_SHE = frozenset({"he", "she"})
INTENT = frozenset({"decision", "plan", "plans", "offer", "intention", "readiness", "proposal", "announcement", "bid"})
HOSTING = frozenset({"hosting", "organising", "organizing", "convening", "holding", "chairing", "co-hosting"})
LINKED = frozenset({"with", "between", "of", "by", "to", "among", "from", "on"})


class Parties(NamedTuple):
    """The items before and after a trigger that take part."""

    left: tuple[Item, ...]
    right: tuple[Item, ...]

    @property
    def both(self) -> tuple[Item, ...]:
        """All of them, in order."""
        return (*self.left, *self.right)


def parties(row: Row, trigger: Trigger, earlier: Sequence[Trigger], later: Sequence[Trigger]) -> Parties:
    """The items of a trigger's subject and object; an omitted subject is that of the verb before."""
    if only_dates(row.marked, trigger):
        return Parties((), ())
    verb = maker(row.marked.tokens, trigger)
    if verb is not None:
        return of_maker(row, trigger, verb, later)
    right = right_items(row, trigger, later)
    over = speech_over(row, trigger) if trigger.mechanism is not None else None
    if over is not None:
        return Parties(holders(row, trigger, over), joined_behind(row, trigger, tuple(right)))
    told = trigger.is_verb or trigger.governed or trigger.form == "mechanism" or trigger.kind == "letter"
    told = told and not is_recounted(row.marked, trigger)
    if told or is_recalled(row.marked.tokens, trigger) or is_held_meanwhile(row.marked, trigger):
        left = left_items(row, trigger, earlier)
    else:
        left = possessor(row, trigger)
    if is_result_told(row.marked, trigger):
        left = []
    if is_subject_of_talk(row.marked, trigger):
        left = [item._replace(person_no=None) for item in left if item.side is not None]
    return Parties(tuple(left), tuple(right))


def is_recalled(tokens: tuple[Token, ...], trigger: Trigger) -> bool:
    """Whether the subject recalls talks of its own: `She recalled the meeting with A in Oslo`."""
    if trigger.kind not in {"meeting", "call"} or [one.low for one in tokens[trigger.last : trigger.last + 1]] != [
        "with"
    ]:
        return False
    step = trigger.first - 1
    while step > 0 and (tokens[step].low == "the" or tokens[step].low in word_class("event_adjective")):
        step -= 1
    return step > 0 and tokens[step].low in {"recalled", "recalls", "recalling"}


def is_held_meanwhile(marked: Marked, trigger: Trigger) -> bool:
    """Whether the subject spoke at talks of its own: `She reaffirmed her support in a meeting with A`."""
    if trigger.kind not in {"meeting", "call"} or marked.lows[trigger.last : trigger.last + 1] != ("with",):
        return False
    step = trigger.first - 1
    while step > 0 and (marked.lows[step] in {"a", "an"} or marked.lows[step] in word_class("event_adjective")):
        step -= 1
    return step > 0 and marked.lows[step] in {"in", "during"}


def of_maker(row: Row, trigger: Trigger, verb: int, later: Sequence[Trigger]) -> Parties:
    """Who made a visit that a relative clause tells, or had a meeting, and with whom."""
    left = tuple(item for item in row.items if trigger.last < item.first < verb and not is_setting(row, item, trigger))
    links = [step for step in range(verb, min(len(row.marked.tokens), verb + REACH // 2)) if is_link(row, step)]
    if trigger.kind == "visit" or not links:
        return Parties(left, ())
    end = right_edge(row.marked.tokens, trigger, later, links[0])
    right = [item for item in row.items if links[0] <= item.first < end and item.form != "possessive"]
    return Parties(left, tuple(item for item in right if not is_setting(row, item, trigger)))


def is_link(row: Row, step: int) -> bool:
    """Whether a word leads to whom somebody met."""
    return row.marked.tokens[step].low == "with"


def right_items(row: Row, trigger: Trigger, later: Sequence[Trigger]) -> list[Item]:
    """What takes part after the trigger: up to the next clause, and for nouns only behind a linking word."""
    tokens = row.marked.tokens
    begin = trigger.last
    if not trigger.is_verb and tokens[trigger.last - 1].low not in LINKED and trigger.form != "mechanism":
        link = find_link(tokens, trigger)
        if link is None:
            return []
        begin = link
    linked = begin < len(tokens) and tokens[begin].low in LINKED
    end = right_edge(tokens, trigger, later, begin + 1 if linked else begin)
    if not trigger.is_verb and not is_main_clause(row, trigger):
        verb = next((other.first for other in later if other.is_verb), len(tokens))
        end = min(end, end_of_opening(row, trigger.last, verb) or end)
    if trigger.kind == "appointment" and trigger.is_verb:
        end = next((step for step in range(begin, len(tokens)) if tokens[step].text in STOPS), len(tokens))
    apart = {"possessive", "pronoun"} if trigger.kind == "appointment" else {"possessive"}
    return [
        item for item in row.items
        if begin <= item.first < end and item.form not in apart and not is_setting(row, item, trigger)
        and not is_of_relations(row, item)
    ]  # fmt: skip


def is_of_relations(row: Row, item: Item) -> bool:
    """Whether an adjective only says whose relations somebody works on: `Envoy for Norwegian-Peruvian relations`."""
    after = row.marked.at(item.last)
    return item.form == "adjective" and after is not None and after.low in {"relations", "conflict", "settlement"}


def is_main_clause(row: Row, trigger: Trigger) -> bool:
    """Whether a subject and its verb lead to the noun, so that no opening words hold it: `On 3 May, A held talks`."""
    verb = verb_over(row.marked.tokens, trigger)
    return verb < trigger.first and any(item.form == "person" and item.last <= verb for item in row.items)


def find_link(tokens: tuple[Token, ...], trigger: Trigger) -> int | None:
    """The `with`, `between` or `of` that leads from a noun to who took part; governed nouns may have it farther off."""
    reach = REACH // 2 if trigger.governed else NEAR
    row_lows = [token.low for token in tokens]
    if row_lows[0] in {"joining", "participating"} and row_lows[trigger.last : trigger.last + 1] in (["were"], ["was"]):
        return trigger.last + 1  # `Joining the President on the call were A and B`
    found: dict[str, int] = {}
    for step in range(trigger.last, min(len(tokens), trigger.last + NEAR)):
        if (
            tokens[step].low in {"included", "includes", "including", "joined"}
            and tokens[trigger.first - 1].low == "the"
        ):
            return step
    for step in range(trigger.last, min(len(tokens), trigger.last + reach)):
        low = tokens[step].low
        if tokens[step].text in STOPS or low in STOP_WORDS or low in {"that", "who", "press"}:
            break
        if low == "of" and not BE.isdisjoint(row_lows[trigger.last : step]):
            continue  # `her trip is a continuation of`
        if low.endswith("ed") and low in word_class("telling_verb") and low != "signed":
            break
        if low in {"met", "meets"}:
            break
        if low in FAR_LINKS or (low in LINKED and step < trigger.last + NEAR):
            found.setdefault(low, step)
    return choose_link(found, trigger)


def choose_link(found: Mapping[str, int], trigger: Trigger) -> int | None:
    """The link of some that leads to all who took part: the `of` in `a telephone conversation of A with B`."""
    if "with" in found and trigger.kind in {"meeting", "call"} and found.get("of") == trigger.last:
        return found["of"]
    first = ("by", "of") if trigger.kind == "visit" else ("between", "with")
    best = [found[low] for low in first if low in found]
    return best[0] if best else min(found.values(), default=None)


def left_items(row: Row, trigger: Trigger, earlier: Sequence[Trigger]) -> list[Item]:
    """What takes part before the trigger: its subject, or with a shared subject that of the verb before."""
    tokens = row.marked.tokens
    if trigger.first <= 1 and trigger.is_verb and tokens[trigger.first].low.endswith("ing"):
        return behind_comma(row, trigger)
    if is_attended_by_others(tokens, trigger):
        return []
    begin = left_edge(tokens, trigger.first)
    for last in reversed([other for other in earlier if other.is_verb or other.governed]):
        begin = left_edge(tokens, trigger.first)
        if last.first < begin:
            break
        shared = shares_subject(tokens, verb_over(tokens, trigger)) or (
            last.kind == "visit" and is_purpose(tokens, trigger)
        )
        if not shared and any(last.last <= i.first < trigger.first for i in row.items):
            begin = begin if comes_for(tokens, last, trigger) else last.last
            break
        trigger = last
        begin = left_edge(tokens, trigger.first)
    begin = max(begin, behind_praise(row, trigger), behind_intent(row, trigger), behind_source(row))
    found = [
        item for item in row.items
        if begin <= item.first < trigger.first and item.last <= trigger.first and not is_setting(row, item, trigger)
    ]  # fmt: skip
    if relative(tokens, trigger.first) or begins_subordinate(row, trigger, found):
        return [item for item in found if item.form == "person"][-1:] or found[-1:]
    if not found and earlier and trigger.is_verb and tokens[before_verb(tokens, trigger.first)].low in HE_OR_SHE:
        return left_items(row, earlier[-1], earlier[:-1])  # of one without a name
    opened = opening_before(row, trigger, earlier)
    found = [item for item in found if item.first >= opened] or found
    if any(item.form == "person" for item in found):
        found = [item for item in found if item.form != "possessive"]
    return found


def is_attended_by_others(tokens: tuple[Token, ...], trigger: Trigger) -> bool:
    """Whether only people without a name attend it: `a lunch for the leaders attending the Conference`."""
    step = trigger.first - 1
    while step > 1 and tokens[step].low in {"the", "in"}:
        step -= 1
    joining = tokens[step].low in {"attending", "participating"} and tokens[step - 1].low in word_class("official_noun")
    joining = joining and tokens[step - 1].low.endswith("s")
    return trigger.mechanism is not None and joining


def comes_for(tokens: tuple[Token, ...], last: Trigger, trigger: Trigger) -> bool:
    """Whether host and guest come together for a session: `A will welcome B to Oslo for the 4th Dialogue`."""
    begin = trigger.mechanism.start if trigger.mechanism is not None else 0
    led = [token.low for token in tokens[max(0, begin - 2) : begin] if token.low != "the"]
    return (
        led[-1:] == ["for"]
        and last.is_verb
        and last.words.split(" ")[0].startswith(("welcom", "host", "receiv", "join"))
    )


def behind_source(row: Row) -> int:
    """Where the sentence goes on behind its source: `According to her, consultations will begin`; else 0."""
    lows = row.marked.lows
    return lows.index(",") + 1 if lows[:2] == ("according", "to") and "," in lows else 0


def behind_praise(row: Row, trigger: Trigger) -> int:
    """Where those follow who held a session that others only praise: `commended A for hosting the Forum`; else 0."""
    lows = row.marked.lows
    if trigger.mechanism is None:
        return 0
    for step in range(max(1, trigger.first - NEAR), trigger.first):
        if lows[step] in HOSTING and lows[step - 1] == "for":
            praised = (at for at in range(step - 1, max(-1, step - REACH // 2), -1) if lows[at] in word_class("praise"))
            return next(praised, 0)
    return 0


def behind_intent(row: Row, trigger: Trigger) -> int:
    """Where the one stands that means to host: `welcomed Peru's decision to host the Forum`; else 0."""
    lows = row.marked.lows
    if trigger.mechanism is None:
        return 0
    for step in range(max(2, trigger.first - NEAR), trigger.first):
        if lows[step] in {"host", "hold", "convene"} and lows[step - 1] == "to" and lows[step - 2] in INTENT:
            owners = [item.first for item in row.items if item.first < step - 2 and item.form != "person"]
            return owners[-1] if owners else step
    return 0


def begins_subordinate(row: Row, trigger: Trigger, found: Sequence[Item]) -> bool:
    """Whether the one right before a verb is the subject of a clause of its own: `sent wishes as A travels`."""
    tokens = row.marked.tokens
    people = [item for item in found if item.form == "person"]
    if not trigger.is_verb or len(people) <= 1:
        return False
    step = before_verb(tokens, trigger.first)
    if not people[-1].first <= step < people[-1].last:
        return False
    step = people[-1].first - 1
    while step > 0 and (tokens[step].capital or tokens[step].low in {"of", "the", "for", "former"}):
        step -= 1
    return tokens[step].low in {"as", "because", "if"}


def behind_comma(row: Row, trigger: Trigger) -> list[Item]:
    """The subject of a participle that opens the sentence: `Visiting Oslo in May, Minister A met B`."""
    tokens = row.marked.tokens
    commas = [step for step in range(trigger.last, len(tokens)) if tokens[step].text == ","]
    people = [item for item in row.items if item.form in {"person", "pronoun"}]
    return next(([item] for comma in commas for item in people if follows_comma(tokens, comma, item.first)), [])


def follows_comma(tokens: tuple[Token, ...], comma: int, first: int) -> bool:
    """Whether nothing but an office stands between a comma and a name."""
    return comma < first and all(
        token.capital or token.low in {"the", "of", "for"} for token in tokens[comma + 1 : first]
    )


def possessor(row: Row, trigger: Trigger) -> list[Item]:
    """Whose noun it is: `his visit`, `Smith's call with`, `the French-German talks`."""
    tokens = row.marked.tokens
    step = trigger.first - 1
    while step >= 0 and (
        tokens[step].low in word_class("event_adjective")
        or tokens[step].low in {"\u2019s", "'s", "\u2019", "'", "-", "\u2013"}
        or tokens[step].text[0].isdigit()
    ):
        step -= 1
    near = [item for item in row.items if item.first <= step < item.last or item.last - 1 == step]
    for back in range(trigger.first - 1, max(0, trigger.first - ADJECTIVES - 1), -1):
        if tokens[back].low in {"\u2019s", "'s"}:
            step = min(step, back - 1)
            break
    near = [item for item in row.items if item.first <= step < item.last or item.last - 1 == step]
    owned = step < trigger.first - 1 and tokens[step + 1].low in {"\u2019s", "'s", "\u2019", "'"}
    titled = row.sentence.sentence_no == TITLE and step == trigger.first - 1  # `Minister Doe Audience with King Roe`
    near = [
        item
        for item in near
        if item.form == "possessive" or owned or item.form == "adjective" or (titled and item.form == "person")
    ]
    if not near:
        return []
    first = near[0].first
    run = [item for item in row.items if first - 3 <= item.last <= first and item.form == near[0].form != "possessive"]
    return [*[item for item in run if is_joined(tokens, item.last, first)], *near]


def is_joined(tokens: tuple[Token, ...], last: int, first: int) -> bool:
    """Whether only a link and an office stand between two owners: `President A and Minister B's call`."""
    return all(token.capital or not token.word or token.low == "and" for token in tokens[last:first])
