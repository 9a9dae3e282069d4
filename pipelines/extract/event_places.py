"""Where an engagement was: the place or country that its sentence names as the setting.

What belongs here: places and countries behind `in`, `at` and verbs of travel. What does not: reading place names.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from pipelines.extract.clauses import maker
from pipelines.extract.lexicons import word_class, words
from pipelines.extract.venues import find_venues
from pipelines.extract.vocabulary import country_end

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipelines.extract.event_scene import Row
    from pipelines.extract.event_triggers import Trigger
    from pipelines.model import Place

FAR = 28
REACH = 10
OPENING = 3
OUR = frozenset({"our"})
AHEAD_OF = frozenset({("in", "advance"), ("ahead", "of")})  # what follows is of what is still to come
HOSTING = frozenset({"host", "hosts", "hosting", "hosted", "houses", "housed"})
BEFORE_HOSTING = frozenset(
    {"will", "is", "was", "to", "be", "has", "had", "have", "are", "also", "again", "which", "set"}
)
HOST_REACH = 4  # tokens between a place and the verb that says that it hosts
PLACING = frozenset({("take", "place"), ("took", "place"), ("takes", "place"), ("be", "held"), ("was", "held")})
POSTED = frozenset({"Ambassador", "Representative", "Envoy", "Coordinator", "Consul", "Delegate", "Mission", "Attaché"})
LISTING = frozenset({"and", "the", "republic", "of", "kingdom", "to", "as", "well"})
SETTING = frozenset({"in", "at", "near", "outside"})
TRAVEL = frozenset({"to", "in", "visited", "visits", "visit", "visiting", "toured", "at"})
UNSETTLED = frozenset({"call", "letter", "appointment", "aid"})  # told from afar: no house is their setting
INNER = frozenset(
    {"the", "republic", "of", "kingdom", "state", "capital", "city", "federal", "people", "\u2019s", "'s"}
)


class Where(NamedTuple):
    """A place, or a country alone; for a journey through several countries none of them, but all as goals."""

    place: Place | None
    country_code: str | None
    goals: tuple[str, ...] = ()


class Spot(NamedTuple):
    """A place or a country at some tokens of a line, and the word that leads to it."""

    first: int
    where: Where
    led_by: str


def spots(row: Row) -> Iterator[Spot]:
    """Every place and every country by name of a line, with the preposition or verb in front."""
    covered: set[int] = set()
    for name in row.places:
        covered |= set(range(name.first, name.last + 2))
        led_by = "in" if hosts(row, name.first, name.last, end=name.last) else leader(row, name.first)
        yield Spot(name.first, Where(name.place, name.place.country_code), led_by)
    for index, country in row.marked.countries.items():
        if country.form != "name" or index in covered or row.marked.countries.get(index - 1) is country:
            continue
        last = country_end(row.marked, index)
        if begins_compound(row, last):
            continue
        which = index > 0 and row.marked.lows[index - 1] == "which"
        led_by = "in" if hosts(row, index, last if which else index, end=last) else leader(row, index)
        yield Spot(index, Where(None, country.code), led_by)
        covered |= set(range(index, last))


def begins_compound(row: Row, last: int) -> bool:
    """Whether a hyphen makes a country part of a name: `in the Norway-Peru Dialogue`."""
    after = row.marked.at(last)
    return after is not None and after.text in {"-", "\u2013"} and after.start == row.marked.tokens[last - 1].end


def hosts(row: Row, first: int, last: int, *, end: int) -> bool:
    """Whether a place is told as the host: `the Summit, which Oslo will host`, `hosted by Norway`."""
    if HOSTING.isdisjoint(row.marked.words):
        return False
    lows = row.marked.lows
    step = first - 1
    while step > 0 and lows[step] in INNER:
        step -= 1
    if step > 0 and lows[step] == "by" and lows[step - 1] == "hosted":
        after = row.marked.at(end)
        return after is None or not after.word or after.text.islower()
    for step in range(last, min(len(lows), last + HOST_REACH)):
        if lows[step] in HOSTING:
            return True
        if lows[step] not in BEFORE_HOSTING:
            return False
    return False


def leader(row: Row, first: int) -> str:
    """The word in front of a place, passing over articles and the like."""
    step = first - 1
    tokens = row.marked.tokens
    while step >= 0 and tokens[step].low in INNER:
        step -= 1
    return tokens[step].low if step >= 0 else ""


def venues(row: Row) -> Iterator[Spot]:
    """The cities that a line names by a house there."""
    for first, _, place in find_venues(row.marked):
        begin = first
        while begin - 1 in row.marked.countries:
            begin -= 1
        yield Spot(first, Where(place, place.country_code), leader(row, begin))


def our_country(row: Row, issuer: str) -> Iterator[Spot]:
    """`our country`: the one that speaks."""
    lows = row.marked.lows
    for index in row.marked.standing(OUR):
        if lows[index + 1 : index + 2] == ("country",):
            yield Spot(index, Where(None, issuer), leader(row, index))


def stated_place(row: Row, trigger: Trigger, others: Sequence[Trigger], issuer: str = "") -> Where | None:
    """The setting that a sentence gives a trigger; for a visit the place that it goes to."""
    found = [*spots(row), *our_country(row, issuer)]
    if trigger.kind == "visit":
        return destination(row, trigger, found) if found else None
    if trigger.kind not in UNSETTLED:
        found += venues(row)
    near = [spot for spot in found if spot.led_by in SETTING and not is_anothers(spot, trigger, others)]
    named = trigger.mechanism.whole if trigger.mechanism is not None else ()
    if trigger.kind == "meeting":
        near = [spot for spot in near if not is_of_post(row, spot)]
    near = [spot for spot in near if not is_subject(row, spot) and (spot.where.place or spot.first not in named)]
    near = [spot for spot in near if in_reach(row, spot, trigger)]
    if not near:
        return None
    cities = [spot for spot in near if spot.where.place is not None]
    return min(cities or near, key=lambda spot: (abs(spot.first - trigger.first), spot.first)).where


def in_reach(row: Row, spot: Spot, trigger: Trigger) -> bool:
    """Whether a place stands near a trigger, or opens the sentence, or closes it behind a comma."""
    between = row.marked.lows[trigger.last : spot.first]
    if any(pair in AHEAD_OF for pair in pairwise(between)):
        return False
    long = (trigger.is_verb and trigger.kind == "meeting") or takes_place(row, spot)
    long = long or not {"sidelines", "margins"}.isdisjoint(between)
    reach = FAR * 2 if long and spot.first > trigger.first else FAR
    if abs(spot.first - trigger.first) <= reach or spot.first <= OPENING:
        return True
    size = len(row.marked.tokens)
    return size - spot.first <= REACH // 2 and row.marked.tokens[spot.first - 2].text == ","


def takes_place(row: Row, spot: Spot) -> bool:
    """Whether the words before a place say that something is there: `will take place on 3 May in Oslo`."""
    before = row.marked.lows[max(0, spot.first - REACH) : spot.first]
    return any(pair in PLACING for pair in pairwise(before))


def is_subject(row: Row, spot: Spot) -> bool:
    """Whether something there is spoken of: `discussed the situation in Gaza`."""
    step = spot.first - 1
    tokens = row.marked.tokens
    while step >= 0 and (tokens[step].low in INNER or tokens[step].low == spot.led_by):
        step -= 1
    return step >= 0 and tokens[step].low in word_class("spoken_of_in")


def is_of_post(row: Row, spot: Spot) -> bool:
    """Whether a place only says where somebody is posted: `met with the Special Representative of the UN in Oslo`."""
    tokens = row.marked.tokens
    step = spot.first - 1
    named = {at for item in row.items if item.form == "person" for at in range(item.first, item.last)}
    while step >= 0 and spot.first - step < REACH and step not in named:
        if tokens[step].text in POSTED:
            return True
        if not (tokens[step].capital or tokens[step].low in {"in", "of", "the", "for", "-"}):
            return False
        step -= 1
    return False


def is_anothers(spot: Spot, trigger: Trigger, others: Sequence[Trigger]) -> bool:
    """Whether another trigger stands between the place and this one."""
    if spot.first <= OPENING:
        return False
    low, high = sorted((spot.first, trigger.first))
    return any(
        low < other.first < high
        for other in others
        if other is not trigger and (other.is_verb or other.governed) and not is_hosting(spot, other)
    )


def is_hosting(spot: Spot, other: Trigger) -> bool:
    """Whether another trigger is but the verb by which a place hosts: `Oslo hosted the 3rd session`."""
    return other.words in HOSTING and 0 < other.first - spot.first <= HOST_REACH


def destination(row: Row, trigger: Trigger, found: Sequence[Spot]) -> Where | None:
    """Where a visit goes: the first place behind the words, by a preposition of travel or right behind the verb."""
    if trigger.passive:
        found = [spot for spot in found if spot.first < trigger.first]
        return found[-1].where if found else None
    made = maker(row.marked.tokens, trigger)
    begin = trigger.last if made is None else made
    found = [spot for spot in found if spot.where.place is not None or not is_of_pair(row, spot.first)]
    hosted = not {"host", "hosting", "hosted"}.isdisjoint(row.marked.lows[max(0, trigger.first - 4) : trigger.first])
    if hosted and (home := [spot for spot in found if spot.first < trigger.first]):
        return home[-1].where  # `Norway will host a visit by envoys in New York`
    after = [spot for spot in found if begin <= spot.first <= begin + REACH * 2 and spot.led_by != "from"]
    if trigger.is_verb and not trigger.words.endswith((" to", " in", " for")):
        after = [spot for spot in after if spot.first <= trigger.last + REACH]
    for spot in after:
        if is_owner(row, spot):
            continue
        direct = trigger.is_verb and spot.first - trigger.last <= OPENING and not qualifies(row, spot)
        if direct or (spot.led_by in TRAVEL and no_person_between(row, begin, spot.first, trigger)):
            others = goals_abroad(row, spot, after)
            return Where(None, None, (spot.where.country_code or "", *others)) if others else spot.where
    before = [spot for spot in found if 0 < trigger.first - spot.first <= REACH and spot.led_by in {"in", "to"}]
    return before[-1].where if before and not trigger.is_verb else None


def is_of_pair(row: Row, first: int) -> bool:
    """Whether a country stands in the name of what two have together: `to the Norway-Peru Dialogue`."""
    step = first
    while step in row.marked.countries:
        step += 1
    after, before = row.marked.at(step), row.marked.at(first - 1)
    joined = after is not None and after.text in {"-", "\u2013"} and step + 1 in row.marked.countries
    return joined or (before is not None and before.text in {"-", "\u2013"} and first - 2 in row.marked.countries)


def goals_abroad(row: Row, goal: Spot, found: Sequence[Spot]) -> list[str]:
    """The other countries of a journey told in one list: `to Malaysia, Thailand, and Vietnam`."""
    tokens = row.marked.tokens
    others: list[str] = []
    end = goal.first
    for spot in found:
        between = tokens[end + 1 : spot.first]
        if spot.first > goal.first and all(
            token.capital or token.text == "," or token.low in LISTING for token in between
        ):
            if spot.where.country_code not in {goal.where.country_code, None} and spot.where.country_code not in others:
                others.append(spot.where.country_code or "")
            end = spot.first
    return others


def qualifies(row: Row, spot: Spot) -> bool:
    """Whether a country only qualifies the noun behind it: `visited the U.S. pavilion`."""
    if spot.where.place is not None:
        return False
    step = spot.first
    while step in row.marked.countries:
        step += 1
    after = row.marked.at(step)
    return after is not None and after.word and after.text.islower() and after.low not in words("function_words")


def is_owner(row: Row, spot: Spot) -> bool:
    """Whether a country only owns what stands behind it: `an answer to Norway's plans`, not `to Norway's capital`."""
    step = spot.first
    while step in row.marked.countries:
        step += 1
    lows = row.marked.lows[step : step + 2]
    return step > spot.first and lows[:1] in {("\u2019s",), ("'s",)} and lows[1:] != ("capital",)


def no_person_between(row: Row, begin: int, end: int, trigger: Trigger) -> bool:
    """Whether no person stands in the way; behind `visit of` or `visit by` the visitor does."""
    if row.marked.tokens[trigger.last - 1 : trigger.last + 1][-1].low in {"of", "by"}:
        return True
    return not any(item.form == "person" and begin <= item.first < end for item in row.items)
