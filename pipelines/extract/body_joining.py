"""Which words of a release name the same body, and under which name it goes.

What belongs here: keys of bodies, the country of one whose words do not state it, and shorter forms of longer names.
What does not: finding the words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from pipelines.extract.bodies import key_words
from pipelines.extract.countries import find_countries
from pipelines.extract.lexicons import rows
from pipelines.model import Organization

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.bodies import BodyWords

MANY = 2
MOST = 100  # so many bodies of one sort are looked through for a longer name
FOREIGN_KEYS = frozenset(
    {("foreign", "affairs", "ministry"), ("ministry", "foreign", "affairs"), ("foreign", "ministry")}
)
FOREIGN_KEY = ("ministry", "foreign", "affairs")
WITHOUT_MINISTRIES = frozenset({"US"})
Key = tuple[str, ...]


@dataclass
class Body:
    """All words of a release that name one body."""

    key: Key
    kind: str | None
    head: str
    country: str | None
    words: list[BodyWords] = field(default_factory=list)


def join_bodies(found: Sequence[BodyWords], issuer: str) -> list[Body]:
    """The bodies of a release in the order of first mention."""
    stated = stated_countries(found)
    by_key: dict[Key, list[Body]] = {}
    bodies: list[Body] = []
    for item in found:
        key, country = key_of(item), item.country
        if item.kind == "ministry" and country is None:
            country = implied_country(key, stated.get(key, []), issuer)
        same = by_key.setdefault(key, [])
        body = agreeing_body(same, country) or Body(key, item.kind, item.head, country)
        if not body.words:
            bodies.append(body)
            same.append(body)
        body.words.append(item)
        body.country = body.country or country
    return join_short_forms(bodies)


def stated_countries(found: Sequence[BodyWords]) -> dict[Key, list[str]]:
    """The countries that the release states for bodies of each key."""
    stated: dict[Key, list[str]] = {}
    for item in found:
        if item.country is not None and item.country not in stated.setdefault(key_of(item), []):
            stated[key_of(item)].append(item.country)
    return stated


def implied_country(key: Key, stated: Sequence[str], issuer: str) -> str | None:
    """Whose a ministry is that names no country: the issuer's, or that of the only one of the name."""
    own = key == FOREIGN_KEY and issuer not in WITHOUT_MINISTRIES
    if issuer in stated or (own and not stated):
        return issuer
    return stated[0] if len(stated) == 1 else None


def key_of(item: BodyWords) -> Key:
    """What two mentions of one body share: the lexicon's name, or the words without the country."""
    if item.known is not None:
        return ("known", item.known)
    words = own_words(item.name)
    if item.kind == "mission":
        return words + hosts(item.name)
    return FOREIGN_KEY if words in FOREIGN_KEYS else words


@cache
def hosts(name: str) -> Key:
    """The states in a mission's name behind its own: where it stands or is sent to."""
    return tuple(dict.fromkeys(country.code for country in find_countries(name)))[1:]


@cache
def own_words(name: str) -> Key:
    """The words of a name without its countries."""
    rest, gone = name, 0
    for country in find_countries(name):
        rest = rest[: country.start - gone] + rest[country.end - gone :]
        gone += country.end - country.start
    return key_words(rest) or key_words(name)


def agreeing_body(same: Sequence[Body], country: str | None) -> Body | None:
    """Of bodies with one key the one whose country agrees, the latest on doubt."""
    exact = [body for body in same if body.country == country]
    near = [body for body in same if body.country is None or country is None]
    agreeing = exact or near
    return agreeing[-1] if agreeing else None


def join_short_forms(bodies: Sequence[Body]) -> list[Body]:
    """The bodies, those under a shorter form of just one longer name joined to it."""
    kept: list[Body] = []
    into: dict[int, Body] = {}
    by_head: dict[str, list[Body]] = {}
    for body in bodies:
        by_head.setdefault(body.head, []).append(body)
    for body in bodies:
        longer = [other for other in by_head[body.head][:MOST] if other is not body and is_short_form(body, other)]
        if len(longer) == 1 and id(longer[0]) not in into:
            into[id(body)] = longer[0]
    for body in bodies:
        target = into.get(id(body))
        if target is None:
            kept.append(body)
            continue
        target.words.extend(body.words)
        target.country = target.country or body.country
    for body in kept:
        body.words.sort(key=lambda item: item.start)
    return sorted(kept, key=lambda body: body.words[0].start)


def is_short_form(short: Body, long: Body) -> bool:
    """Whether a name is the beginning or the end of a longer one with the same head, in countries that agree."""
    if short.head != long.head or short.key[0] == "known" or len(short.key) >= len(long.key):
        return False
    if len(short.key) < MANY and short.kind != "mission":
        return False
    if None not in {short.country, long.country} and short.country != long.country:
        return False
    return long.key[: len(short.key)] == short.key or long.key[-len(short.key) :] == short.key


def organization(number: int, body: Body) -> Organization:
    """The row of a body under the fullest name that the release gives it."""
    names = list(dict.fromkeys(item.name for item in body.words if item.rule != "release_acronym"))
    name = max(names, key=fullness)
    acronym = next((item.acronym for item in body.words if item.acronym), None) or acronym_among(names, name)
    full = with_country(name, body)
    aliases = tuple(other for other in names if other not in {full, acronym})
    return Organization(number, full, body.kind, body.country, acronym, aliases)


def fullness(name: str) -> tuple[int, int]:
    """How much a name tells: words first, then letters."""
    return len(key_words(name)), len(name)


def acronym_among(names: Sequence[str], name: str) -> str | None:
    """A form of the name in capitals alone."""
    short = [other for other in names if other != name and " " not in other and sum(map(str.isupper, other)) > 1]
    return short[0] if short else None


def with_country(name: str, body: Body) -> str:
    """The name of a foreign ministry with the country that the release states for it elsewhere."""
    stated = any(item.country for item in body.words)
    if body.key == FOREIGN_KEY and body.country and stated and not find_countries(name):
        return f"{name} of {country_names()[body.country]}"
    return name


@cache
def country_names() -> dict[str, str]:
    """The first name of each country in the lexicon."""
    return {row["code"]: row["names"].split("|")[0] for row in rows("countries")}
