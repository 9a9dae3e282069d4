"""Places that a text names, as GeoNames ids.

What belongs here: which words of a text are a place, and which of the places of that name is meant. What does not: the
gazetteer itself, countries, natural features and regions wider than a country.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.extract.gazetteer import first_words, is_capital, is_notable, is_well_known, places
from pipelines.extract.lexicons import fold, word_class, words
from pipelines.extract.vocabulary import country_end, is_common, is_given, title_case

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.vocabulary import Marked
    from pipelines.model import Place

CAPITAL_WEIGHT = 2.0
COUNTRY_WEIGHT = 1.2
ISSUER_WEIGHT = 0.5
CITY_WEIGHT = 0.8
NOTABLE_WEIGHT = 2.0
OWN_NAME_WEIGHT = 1.5
FAMOUS = 1_000_000
STANDING = frozenset({"in", "near", "outside", "around"})  # before these no person's given name stands
WASHINGTON = "4140963"
DISTRICT = frozenset({"D.C.", "DC", "D. C."})
SHORTEST_IN_CAPITALS = 4
LONGEST_LISTED = 3


@dataclass(frozen=True, slots=True)
class PlaceName:
    """Words of a sentence that name a place: tokens from `first` up to `last`."""

    line_no: int
    first: int
    last: int
    place: Place
    rule: str


def find_places(lines: Sequence[Marked], taken: set[tuple[int, int]], issuer: str) -> list[PlaceName]:
    """Every place of a release in the order of the text; `taken` tokens (sentence, token) belong to persons."""
    nearby, begins = countries_of_release(lines, issuer), first_words()
    found: list[PlaceName] = []
    for line_no, marked in enumerate(lines):
        beyond = 0
        for index in marked.capitals:
            if index < beyond or marked.lows[index].replace("\u2019", "'") not in begins:
                continue
            name = read_place(line_no, marked, index, nearby, taken)
            if name is not None:
                found.append(name)
                beyond = name.last
    return found


def countries_of_release(lines: Sequence[Marked], issuer: str) -> dict[str, float]:
    """How much each country draws an ambiguous name to itself."""
    counts = Counter(name.code for marked in lines for name in dict.fromkeys(marked.countries.values()))
    weights = {code: COUNTRY_WEIGHT + 0.1 * min(count, 5) for code, count in counts.items()}
    weights[issuer] = weights.get(issuer, 0.0) + ISSUER_WEIGHT
    return weights


def read_place(
    line_no: int, marked: Marked, index: int, nearby: dict[str, float], taken: set[tuple[int, int]],
) -> PlaceName | None:  # fmt: skip
    """The place named by the tokens from an index, the longest name first."""
    if not may_begin(marked, index):
        return None
    longest = first_words()[marked.lows[index].replace("\u2019", "'")]
    farthest = free_until(line_no, index, min(index + longest, len(marked.tokens)), taken)
    for last in range(farthest, index, -1):
        name = " ".join(marked.lows[index:last]).replace("\u2019", "'").replace(" 's", "'s")
        candidates = places().get(name)
        if not candidates or not marked.tokens[last - 1].word:
            continue
        before_person = (line_no, last) in taken
        if is_place_here(marked, index, last, candidates, before_person=before_person):
            place = choose(marked, name, last, candidates, nearby)
            return PlaceName(line_no, index, with_district(marked, last, place), place, "gazetteer")
    return None


def free_until(line_no: int, first: int, last: int, taken: set[tuple[int, int]]) -> int:
    """The index of the first taken token of some, or the one after them."""
    return next((step for step in range(first, last) if (line_no, step) in taken), last)


def may_begin(marked: Marked, index: int) -> bool:
    """Whether a place may begin at a token: a capital that names no state, but perhaps a country within one."""
    name = marked.countries.get(index)
    if name is None or name.form == "state":
        return marked.tokens[index].capital
    whole = " ".join(token.low for token in marked.tokens[index : country_end(marked, index)])
    return name.form == "name" and whole in word_class("constituent_country")


def with_district(marked: Marked, last: int, place: Place) -> int:
    """The end of a capital's name with the district behind it: `Washington, D.C.`."""
    if place.place_id != WASHINGTON:
        return with_region(marked, last, place)
    mark = marked.at(last)
    step = last + 1 if mark is not None and mark.text == "," else last
    district = marked.at(step)
    return step + 1 if district is not None and district.text in DISTRICT else last


def with_region(marked: Marked, last: int, place: Place) -> int:
    """The end of a region's name with the noun in a capital that belongs to it: `Turkistan Region`."""
    noun = marked.at(last)
    if noun is None or not noun.capital or not marked.adjacent(last) or not is_region(place):
        return last
    return last + 1 if noun.low in word_class("region_noun") else last


def is_place_here(
    marked: Marked, first: int, last: int, candidates: tuple[Place, ...], *, before_person: bool,
) -> bool:  # fmt: skip
    """Whether the words are a place in this sentence and not part of another name."""
    tokens = marked.tokens[first:last]
    if tokens[0].low in word_class("calendar") or inside_name(marked, first, last, before_person=before_person):
        return False
    if len(tokens) == 1 and tokens[0].acronym and not is_shouted(marked, first):
        return False
    name = " ".join(token.low for token in tokens)
    common = all(is_common(token) for token in tokens) and not is_notable_phrase(name, candidates)
    pinned = followed_by_country(marked, last) or state_after(marked, last) is not None
    if first in marked.countries or (pinned and not common):
        return True
    if not common and is_well_known(name) and (not is_given(tokens[0]) or is_above_names(name, candidates[0])):
        return True
    return is_told_as_place(marked, first, last, candidates, common=common)


def is_above_names(name: str, place: Place) -> bool:
    """Whether a place is better known than the people who bear its name as a given name: `Sofia`, `Virginia`."""
    state = is_region(place) and place.name not in words("us_states")
    return (place.population > FAMOUS and not state) or is_capital(place) or is_notable(name, place.place_id)


def is_told_as_place(
    marked: Marked, first: int, last: int, candidates: tuple[Place, ...], *, common: bool,
) -> bool:  # fmt: skip
    """Whether the words around show a place: `in`, `near`, a list of places, or a region or town behind."""
    tokens, before = marked.tokens[first:last], marked.at(first - 1)
    region = is_called_place(marked, last)
    listed = follows_place(marked, first)
    locative = listed or (before is not None and before.low in word_class("locative"))
    if common:
        return region and locative and first > 0
    if region or listed or not locative or before is None or not is_given(tokens[0]):
        return region or locative
    name = " ".join(token.low for token in tokens)
    return before.low in STANDING or any(is_notable(name, place.place_id) for place in candidates)


def is_called_place(marked: Marked, last: int) -> bool:
    """Whether the words behind say that it is a place: `Rafah crossing`, `Budva, a town on …`."""
    after = marked.at(last)
    if after is None:
        return False
    if after.low in word_class("region_noun") or after.low in word_class("place_noun"):
        return True
    article, noun = marked.at(last + 1), marked.at(last + 2)
    return (
        after.text == ","
        and article is not None
        and article.low in {"a", "the"}
        and noun is not None
        and noun.low in word_class("place_noun")
    )


def follows_place(marked: Marked, first: int) -> bool:
    """Whether the words go on with a list of places: `in Ramallah and Atlanta`."""
    link = marked.at(first - 1)
    if link is None or not (link.low == "and" or link.text == ","):
        return False
    for size in range(1, min(LONGEST_LISTED, first - 2) + 1):
        group = marked.tokens[first - 1 - size : first - 1]
        start = marked.at(first - 2 - size)
        listed = start is not None and (start.low in word_class("locative") or start.text == ",")
        if listed and group[0].capital and places().get(" ".join(token.low for token in group)):
            return True
    return False


def is_notable_phrase(name: str, candidates: tuple[Place, ...]) -> bool:
    """Whether several words, be they common, are together the name of a notable place: `Cape Town`."""
    return " " in name and any(is_notable(name, place.place_id) for place in candidates)


def is_shouted(marked: Marked, index: int) -> bool:
    """Whether a word in capitals stands in a dateline or a heading that is all in capitals, and is no acronym."""
    tokens = marked.tokens
    if len(tokens[index].text) < SHORTEST_IN_CAPITALS:
        return False
    after = marked.at(index + 1)
    if index == 0 and (after is None or after.text in {".", ",", ":", "-", "\u2013", "\u2014", "("}):
        return True
    words_here = [token for token in tokens if token.word and len(token.text) > 1]
    return len(words_here) > 1 and all(token.text.isupper() for token in words_here)


def inside_name(marked: Marked, first: int, last: int, *, before_person: bool) -> bool:
    """Whether the words stand within a longer name: `Ankara University`, `Treaty of Aachen`, `Paris-based` is none."""
    before, after = marked.at(first - 1), marked.at(last)
    runs_on = after is not None and after.capital and marked.adjacent(last) and last not in marked.countries
    runs_on = runs_on and not before_person and after is not None and after.low not in word_class("calendar")
    if after is not None and after.text == "/" and names_body_after(marked, last):
        return True
    plain = after is not None and (is_common(after) or after.low in word_class("region_noun"))
    plain = plain or is_held_there(marked, last)
    if after is not None and runs_on and (names_body_after(marked, last) or not plain):
        return True
    if before is not None and before.capital and before.word and marked.adjacent(first) and first > 1:
        return (
            title_case(before.text) not in words("words_before_place")
            and first - 1 not in marked.countries
            and not marked.tokens[first].acronym
        )
    earlier, beyond = marked.at(first - 2), marked.at(last + 1)
    if after is not None and after.low == "and" and beyond is not None and beyond.text == "I":
        return True
    if before is not None and before.low == "and" and earlier is not None and earlier.low == "britain":
        return True  # `the United Kingdom of Great Britain and Northern Ireland`
    return (
        before is not None
        and before.low == "of"
        and earlier is not None
        and title_case(earlier.text) in words("words_before_of_place")
    )


def is_held_there(marked: Marked, last: int) -> bool:
    """Whether a body's engagement follows, held in the place: `the Lima OAS summit`."""
    acronym, noun = marked.at(last), marked.at(last + 1)
    return acronym is not None and noun is not None and acronym.acronym and noun.text in word_class("held_in_place")


def names_body_after(marked: Marked, last: int) -> bool:
    """Whether the capitals behind make a body or an instrument: `Warsaw School of …`, `Oslo Police Department`."""
    slash = marked.at(last)
    begin = last + 1 if slash is not None and slash.text == "/" else last
    for step in range(begin, begin + 3):
        token = marked.at(step)
        if token is None or not token.capital or not marked.adjacent(step):
            return False
        if title_case(token.text) in words("words_after_place_in_name"):
            return True
    return False


def followed_by_country(marked: Marked, last: int) -> bool:
    """Whether a comma or a bracket and a country's name follow."""
    mark, following = marked.at(last), last + 1
    return (
        mark is not None
        and mark.text in {",", "("}
        and following in marked.countries
        and marked.countries[following].form in {"name", "state"}
    )


def choose(marked: Marked, name: str, last: int, candidates: tuple[Place, ...], nearby: dict[str, float]) -> Place:
    """The place that is meant: in the country named right after it, else by size, rank and the release's countries."""
    if followed_by_country(marked, last):
        code = marked.countries[last + 1].code
        candidates = tuple(place for place in candidates if place.country_code == code) or candidates
    elif (state := state_after(marked, last)) is not None:
        candidates = tuple(place for place in candidates if place.country_code == state) or candidates
    after = marked.at(last)
    region = after is not None and after.low in word_class("region_noun")
    if region and after is not None and after.capital and marked.adjacent(last):
        candidates = tuple(place for place in candidates if is_region(place)) or candidates
    region = region or repeats(marked, last - len(name.split(" ")), last)
    return max(candidates, key=lambda place: (weight(name, place, nearby, region=region), place.place_id))


def repeats(marked: Marked, first: int, last: int) -> bool:
    """Whether the same name stands right before a comma: the second in `New York, New York` is the state."""
    size = last - first
    mark = marked.at(first - 1)
    if mark is None or mark.text != "," or first - 1 < size:
        return False
    before = marked.tokens[first - 1 - size : first - 1]
    return [token.low for token in before] == [token.low for token in marked.tokens[first:last]]


def state_after(marked: Marked, last: int) -> str | None:
    """`US` where a state of the United States follows after a comma: `Springfield, Illinois`, `Washington, D.C.`."""
    mark, following = marked.at(last), marked.at(last + 1)
    if mark is None or mark.text != "," or following is None:
        return None
    text = following.text.replace(".", "").strip()
    return "US" if text in words("us_states") else None


def weight(name: str, place: Place, nearby: dict[str, float], *, region: bool) -> float:
    """How likely a place is meant: its size, whether it is a capital, whether its country is spoken of."""
    size = math.log10(max(place.population, 1000))
    capital = CAPITAL_WEIGHT if is_capital(place) else 0.0
    fit = CITY_WEIGHT if is_region(place) == region else 0.0
    known = NOTABLE_WEIGHT if not region and is_notable(name, place.place_id) else 0.0
    own = OWN_NAME_WEIGHT if fold(place.name) == name else 0.0
    return size + capital + fit + known + own + nearby.get(place.country_code, 0.0)


def is_region(place: Place) -> bool:
    """Whether a place is a first-level region rather than a city."""
    return place.place_id in words("regions")
