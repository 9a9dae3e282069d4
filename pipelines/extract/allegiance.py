"""Whose office it is: the country of each person of a release.

What belongs here: the country that the words around a name state, and what may be concluded where they state none: the
company that the name keeps, the side that it sits on, the host of a visit, and at last the issuer. What does not: the
title and the rank.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from pipelines.extract.countries import find_countries
from pipelines.extract.encounters import (
    ABROAD,
    by_encounter,
    by_escort,
    by_host,
    by_nearest,
    comes_from_abroad,
    destination,
    is_told_counterpart,
)
from pipelines.extract.leaders import by_term
from pipelines.extract.lexicons import fold, mapping, rows, word_class
from pipelines.extract.national_signs import (
    by_group,
    by_honorific,
    by_national_office,
    by_nationality,
    by_pair,
    by_peerage,
    by_seat,
    by_side,
    by_spouse,
    by_surname,
)
from pipelines.extract.positions import DEPUTY_WORDS, rank_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from pipelines.extract.joining import Bearer
    from pipelines.extract.naming import Naming
    from pipelines.extract.offices import Office
    from pipelines.extract.vocabulary import Marked
    from pipelines.model import Document

    Present = Mapping[int, Sequence[tuple[int, int, int]]]  # by line: first token, last, bearer's number

TITLE_WEIGHT = 3  # a country in the heading weighs as much as three in the text
NEAR = 8
MANY = 2
BARE = "office_of_title"  # of one whom the body tells by the office alone, which stands in no list of names
SHORTEST_NAME = 4  # letters of a name that the title is searched for
CLEARLY_MORE = 1.5  # so much more is the guest named than any other foreign country


@dataclass
class Scene:
    """What is known of a release while its persons are placed."""

    lines: Sequence[Marked]
    issuer: str
    published_on: date | None
    guest: str | None
    named: frozenset[str]
    present: Present
    titled: frozenset[str]  # the folded words of the title
    held: dict[str, set[str]] = field(default_factory=dict)  # by country, the offices that its people hold
    placed: dict[int, str] = field(default_factory=dict)  # bearer number to country


def stated_country(bearer: Bearer) -> str | None:
    """The country that the release states for a person's office most often, the earliest on a tie."""
    for namings in (bearer.namings, bearer.title_namings):
        codes = [code for naming in namings if (code := country_of_naming(naming)) is not None]
        if codes:
            return Counter(codes).most_common(1)[0][0]
    return None


def country_of_naming(naming: Naming) -> str | None:
    """The country that the words around a name give to its bearer."""
    if naming.country is not None:
        return naming.country
    return naming.office.country if naming.office is not None else None


def is_international(bearer: Bearer) -> bool:
    """Whether the person's offices are of international bodies."""
    return any(office.body for office in bearer.offices)


def countries_of(bearers: Sequence[Bearer], scene: Scene) -> list[str | None]:
    """The country of each person's office, in the order of the bearers; None for international bodies and no office."""
    for number, bearer in enumerate(bearers):
        stated = stated_country(bearer)
        if stated is not None:
            place(scene, number, bearer, stated)
    for number in sorted(range(len(bearers)), key=lambda one: not is_titled(bearers[one], scene)):
        bearer = bearers[number]
        if number in scene.placed or is_international(bearer):
            continue
        implied = by_term(bearer, scene.issuer, scene.published_on)
        if implied is None:
            implied = implied_country(number, bearers, scene) if bearer.offices else by_company(number, bearers, scene)
            if implied is not None and implied != scene.issuer and leaves_for(bearer, implied, scene):
                implied = scene.issuer
        if implied is not None:
            place(scene, number, bearer, implied)
    return [scene.placed.get(number) for number in range(len(bearers))]


def is_titled(bearer: Bearer, scene: Scene) -> bool:
    """Whether the title names the person, who then is placed before others of the same office."""
    return any(part in scene.titled for part in bearer.parts if len(part) >= SHORTEST_NAME)


def leaves_for(bearer: Bearer, country: str, scene: Scene) -> bool:
    """Whether a person is told to travel to a country, which then is not the person's own."""
    return any(destination(naming, scene) == country for naming in bearer.namings)


def open_scene(document: Document, lines: Sequence[Marked], present: Present) -> Scene:
    """The release's countries, and the foreign one that it is most about."""
    issuer = document.issuer_country
    counts: Counter[str] = Counter()
    for name in find_countries(document.title):
        counts[name.code] += TITLE_WEIGHT
    counts.update(name.code for marked in lines for name in dict.fromkeys(marked.countries.values()))
    foreign = [(count, code) for code, count in counts.most_common() if code != issuer]
    clear = bool(foreign) and (len(foreign) == 1 or foreign[0][0] >= CLEARLY_MORE * foreign[1][0])
    titled = frozenset(fold(word) for word in re.findall(r"\w+", document.title))
    guest = foreign[0][1] if clear else None
    return Scene(lines, issuer, document.published_on, guest, frozenset(counts) | {issuer}, present, titled)


def place(scene: Scene, number: int, bearer: Bearer, code: str) -> None:
    """Note a person's country; a country's own people bar their offices to others."""
    scene.placed[number] = code
    held = {core(office) for office in bearer.offices if is_only_one(office)}
    scene.held.setdefault(code, set()).update(held)


def is_only_one(office: Office) -> bool:
    """Whether a government has one holder of an office at a time: presidents and ministers of a field, not senators."""
    rank = mapping("offices")[office.head]
    if rank == "minister" and office.title == office.head:
        return office.head not in {"Minister", "Secretary"}
    if (rank_of(office) or "").endswith("head_of_body") and " of " not in office.title:
        return False
    return rank not in word_class("many_of_them") or " of " in office.title.removeprefix(office.head)


def core(office: Office) -> str:
    """What two holders cannot share within one government: the title in plain words."""
    low = office.title.lower().replace("foreign affairs", "foreign")
    kept = sorted(
        {word for word in low.replace(",", " ").split() if word not in {"of", "the", "and", "for", "\u2013", "-"}}
    )
    return " ".join(kept)


def implied_country(number: int, bearers: Sequence[Bearer], scene: Scene) -> str | None:
    """The country of an office that names none, by the first sign that speaks; None where it is foreign but unclear."""
    bearer = bearers[number]
    first = next((naming for naming in bearer.namings if naming.office), bearer.namings[0])
    if is_told_counterpart(scene.lines[first.line_no], first):
        return by_host(first, scene) or scene.guest or by_nearest(first, scene)
    shown = (
        by_peerage(bearer, scene)
        or by_honorific(bearer, scene)
        or by_national_office(bearer, scene)
        or by_pair(first, number, scene)
        or by_list(number, first, bearers, scene)
        or by_escort(first, number, scene)
        or unless_lacking(by_side(scene.lines[first.line_no], first), bearer)
        or by_group(scene.lines[first.line_no], first)
        or by_seat(scene.lines[first.line_no], first, scene.named)
        or by_spouse(number, bearers, scene)
    )
    if shown is not None:
        return shown
    host = by_host(first, scene)
    foreign = host or scene.guest or by_nearest(first, scene)
    if foreign is not None and is_barred(bearer, foreign, scene):
        foreign = None
    met = by_encounter(first, number, scene)
    if met == scene.issuer and host is None and not is_barred(bearer, met, scene):
        return met
    if is_foreign(number, bearers, scene) or comes_from_abroad(first, scene) or host is not None:
        return foreign
    if met == ABROAD:
        return foreign or (None if is_of_government(bearer, scene) else scene.issuer)
    return met or (by_nearest(first, scene) if is_private(bearer) else None) or scene.issuer


def is_private(bearer: Bearer) -> bool:
    """Whether all that is told of a person is a calling or a following, which no state gives: `journalist Ana Doe`."""
    ranks = mapping("offices")
    return all(
        office.small and (ranks[office.head] in word_class("private_rank") or ranks[office.head] == "leader")
        for office in bearer.offices
    )


def unless_lacking(country: str | None, bearer: Bearer) -> str | None:
    """A country, if it has the offices of a person."""
    return None if country is None or any(lacks(country, office) for office in bearer.offices) else country


def is_of_government(bearer: Bearer, scene: Scene) -> bool:
    """Whether an office is of a government, and the release names another country that may be meant."""
    if scene.named <= {scene.issuer}:
        return False
    ranks = {mapping("offices")[office.head] for office in bearer.offices}
    return bool(ranks & word_class("high_rank"))


def by_company(number: int, bearers: Sequence[Bearer], scene: Scene) -> str | None:
    """The country of one without an office: who asks the issuer's parliament, a spouse in company, a known leader."""
    bearer = bearers[number]
    for naming in bearer.namings:
        marked = scene.lines[naming.line_no]
        following = [token.low for token in marked.tokens[naming.last : naming.last + 3] if token.text != ":"]
        if following[:2] == ["to", "ask"] or following[:1] == ["ask"]:
            return scene.issuer
        if naming.first > MANY and marked.tokens[naming.first - 1].text in word_class("wife_style"):
            return (
                by_list(number, naming, bearers, scene)
                or by_surname(number, bearers, scene)
                or by_escort(naming, number, scene)
            )
        if naming.first > MANY and follows_predecessor_words(marked, naming.first):
            return by_predecessor(naming, bearers, scene)
        if (national := by_nationality(marked, naming)) is not None:
            return national
    return by_peerage(bearer, scene) or by_honorific(bearer, scene)


def follows_predecessor_words(marked: Marked, index: int) -> bool:
    """Whether the words before a name say that another follows this person in office: `in succession to Ms Doe`."""
    before = [token.low for token in marked.tokens[max(0, index - 4) : index]]
    return any(low in word_class("predecessor") for low in before)


def by_predecessor(naming: Naming, bearers: Sequence[Bearer], scene: Scene) -> str | None:
    """The country of the one who is named before in the sentence, whose post it was."""
    for number, bearer in enumerate(bearers):
        if any(known.line_no == naming.line_no and known.first < naming.first for known in bearer.namings):
            return scene.placed.get(number)
    return None


def by_list(number: int, first: Naming, bearers: Sequence[Bearer], scene: Scene) -> str | None:
    """The country of the person named right before in the same list, unless both hold what only one can."""
    if first.rule == BARE:
        return None
    office = first.office
    begin = first.first if first.rule == "title_before_list" or office is None else min(office.first, first.first)
    before = [
        (naming.last if naming.office is None else max(naming.last, naming.office.last), other)
        for other, bearer in enumerate(bearers)
        for naming in bearer.namings
        if other != number and naming.line_no == first.line_no and naming.last <= begin and naming.rule != BARE
    ]
    if not before:
        return None
    end, other = max(before)
    tokens = scene.lines[first.line_no].tokens
    linked = all(token.low in word_class("list_link") or is_courtesy(token.text) for token in tokens[end:begin])
    if not linked or end >= begin or any(token.low == "with" for token in tokens[end:begin]):
        return None
    if any(token.low in {"between", "spoke"} for token in tokens[:begin]):
        return None
    known = scene.placed.get(other)
    if known is None or is_barred(bearers[number], known, scene):
        return None
    return known


def is_courtesy(text: str) -> bool:
    """Whether a word is courtesy or rank."""
    return text in mapping("honorifics")


def is_barred(bearer: Bearer, country: str, scene: Scene) -> bool:
    """Whether a country cannot have this officer: another is told to hold the office, or it has no such office."""
    offices = bearer.offices
    held = scene.held.get(country, set())
    return any(lacks(country, office) or (core(office) in held and holds_alone(office)) for office in offices)


def holds_alone(office: Office) -> bool:
    """Whether an office has no second holder: no deputy's, none that is told of several, none that is past."""
    past = office.title.lower().startswith(("former ", "ex-", "then "))
    return not (office.plural or past) and not (rank_of(office) or "").startswith("deputy")


def lacks(country: str, office: Office) -> bool:
    """Whether a country has no such office; who presides over a company or a board heads no state."""
    if rank_of(office) in {"head_of_body", "deputy_head_of_body"} or (office.head == "Secretary" != office.title):
        return False
    return (country, office.head) in absent_offices()


@cache
def absent_offices() -> frozenset[tuple[str, str]]:
    """The offices that countries do not have, as country and head."""
    return frozenset((row["country_code"], row["head"]) for row in rows("absent_offices"))


def is_foreign(number: int, bearers: Sequence[Bearer], scene: Scene) -> bool:
    """Whether the issuer cannot have this officer: its office is another's, or no such office or crown is its own."""
    bearer = bearers[number]
    offices = bearer.offices
    crowned = any(
        mapping("offices")[office.head] == "head_of_state" or office.title.startswith("Royal ") for office in offices
    )
    if crowned and scene.issuer not in word_class("monarchy"):
        return True
    held = scene.held.get(scene.issuer, set())
    return any(lacks(scene.issuer, office) or (core(office) in held and is_single(office)) for office in offices)


def is_single(office: Office) -> bool:
    """Whether a government has but one: departments have a secretary and deputies for each of their fields."""
    return office.head != "Secretary" or not DEPUTY_WORDS.intersection(office.title.lower().split())
