"""Who is who across releases: names that are one person's get one id.

What belongs here: judging names with their countries and offices. What does not: which rows there are; the builder
hands over every form of a name that shares a block with a new one. All is a function of the set of these forms, so
that their order and the number of builds change nothing.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TypeAlias

from rapidfuzz.fuzz import token_set_ratio

from pipelines.resolve.accounts import Link
from pipelines.resolve.clusters import Comparison, cluster, reached
from pipelines.resolve.spelling import (
    in_latin,
    is_alike,
    is_joined_alike,
    is_surname,
    likeness_of,
    same_sound,
    skeleton_of,
    sound_of,
    surname_of,
    words_of,
)

NamedPerson: TypeAlias = tuple[str, int, str, str | None, list[str]]
"""release_id, person_no, the fullest name in that release, alpha-2 of the office held, the offices as stated."""

KnownPerson: TypeAlias = tuple[str, str, str, str | None, list[str]]
"""The id that a form would have alone, the person's id as it is, name, alpha-2, offices."""

_SURNAME_FIRST = frozenset({"CN", "HK", "KP", "KR", "SG", "TW", "VN"})
_TWO_SURNAMES = frozenset("AR BO CL CO CR CU DO EC ES GT HN MX NI PA PE PY SV UY VE".split())  # noqa: SIM905
_SMALL_OFFICE_WORDS = frozenset({"of", "the", "for", "and", "affairs", "to"})
_SAME_OFFICE = 80.0
_PAIR = 2
_NEAR = 0.75


@dataclass(frozen=True)
class PersonForm:
    """One form of a name, with the country of the office and the offices that releases gave with it."""

    name: str
    country_code: str | None
    offices: frozenset[str] = frozenset()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the name in small Latin letters, the surname last."""
        return _surname_last(self.name, self.country_code)

    @cached_property
    def is_short(self) -> bool:
        """Whether the name is a surname alone, or with initials only: many bear it, and the office tells who."""
        return sum(len(word) > 1 for word in self.words) < _PAIR

    @cached_property
    def key(self) -> tuple[str, str, str]:
        """What tells one form from another: for a short name its offices, too."""
        offices = " / ".join(sorted({_telling(title) for title in self.offices})) if self.is_short else ""
        return " ".join(sorted(self.words)), self.country_code or "", offices

    @cached_property
    def block(self) -> str:
        """The block of the form."""
        return block_of(self.name, self.country_code)

    @cached_property
    def own_id(self) -> str:
        """The id that the form has by itself: 16 hexadecimal digits."""
        return hashlib.sha256(f"person|{'|'.join(self.key)}".encode()).hexdigest()[:16]


def block_of(name: str, country_code: str | None) -> str:
    """The block of a form: only forms of one block are ever compared."""
    words = _surname_last(name, country_code)
    return skeleton_of(words[-1]) if words else ""


def _surname_last(name: str, country_code: str | None) -> tuple[str, ...]:
    """The words of a name, the surname last, though in some countries it comes first, or another one behind it."""
    words = words_of(in_latin(name, country_code))
    if len(words) < _PAIR:
        return words
    at = _surname_at(words, country_code)
    return (*words[:at], *words[at + 1 :], surname_of(words[at], country_code))


def _surname_at(words: tuple[str, ...], country_code: str | None) -> int:
    last = len(words) - 1
    if country_code in _SURNAME_FIRST:
        western = is_surname(words[last], country_code) and not is_surname(words[0], country_code)
        return last if western else 0
    if country_code in _TWO_SURNAMES:
        return last - (len(words) > _PAIR + 1)  # two given names and the surnames of both parents
    return last


def identify(forms: Sequence[PersonForm]) -> dict[tuple[str, str, str], str]:
    """The person's id for each form of one block, by the form's key.

    The id is that of the shortest full form of the name, so that a middle name told once does not change it.
    """
    groups = cluster(sorted(forms, key=_rank), COMPARISON)
    return {form.key: min(group, key=_rank).own_id for group in groups for form in group}


def _rank(form: PersonForm) -> tuple[bool, bool, int, str, str, str]:
    return (form.is_short, form.country_code is None, len(form.words), *form.key)


def likeness(form: PersonForm, other: PersonForm) -> float | None:
    """How alike two forms of a block are; None where they cannot be one person's."""
    countries = {form.country_code, other.country_code} - {None}
    if len(countries) == _PAIR:
        return None
    same_office = _share_office(form, other)
    strict = bool(countries & _SURNAME_FIRST) and not same_office
    if not (_match(form.words, other.words, strict=strict) or (same_office and _sound_near(form.words, other.words))):
        return None
    if same_office:
        return 2
    if form.is_short or other.is_short:
        return 0
    if form.country_code == other.country_code:
        return 1
    return 0.5 if not (form.offices and other.offices) and sorted(form.words) == sorted(other.words) else 0


def _match(words: tuple[str, ...], others: tuple[str, ...], *, strict: bool) -> bool:
    """Whether each word of the shorter name stands in the longer, spelled alike or as its initial.

    Strictly, where short given names differ in a letter, only the same sounds are alike.
    """
    shorter, longer = sorted((words, others), key=len)
    left = list(longer)
    for word in shorter:
        found = next((other for other in left if (same_sound if strict else is_alike)(word, other)), None)
        found = found or next((other for other in left if _is_initial(word, other)), None)
        if found is None:
            return is_joined_alike(words, others)
        left.remove(found)
    return True


def _sound_near(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether two names with one office are romanised otherwise: surname or given name alike, the other nearly."""
    if min(len(words), len(others)) < _PAIR:
        return False
    pairs = [(word, other) for word in words[:-1] for other in others[:-1] if min(len(word), len(other)) > 1]
    if is_alike(words[-1], others[-1]):
        return any(likeness_of(*pair) >= _NEAR for pair in pairs)
    return any(word == other for word, other in pairs) and likeness_of(words[-1], others[-1]) >= _NEAR


def _is_initial(word: str, other: str) -> bool:
    return 1 in {len(word), len(other)} and word[0] == other[0]


def marks(form: PersonForm) -> set[tuple[str, str]] | None:
    """The consonants of the given names, and of the whole; where an office may tell, their first sounds, too."""
    *given, surname = form.words or ("",)
    if form.is_short or any(len(word) == 1 or skeleton_of(word) == skeleton_of(surname) for word in given):
        return None
    found = {("given", skeleton_of(word)) for word in given} | {("joined", skeleton_of("".join(form.words)))}
    return found | ({("begins", sound_of(word)[:1]) for word in given} if form.offices else set())


def _share_office(form: PersonForm, other: PersonForm) -> bool:
    return any(_is_same_office(one, two) for one in form.offices for two in other.offices)


@lru_cache(maxsize=100_000)
def _is_same_office(title: str, other: str) -> bool:
    return token_set_ratio(_telling(title), _telling(other)) >= _SAME_OFFICE and ("deputy" in title.lower()) == (
        "deputy" in other.lower()
    )


@lru_cache(maxsize=10_000)
def _telling(title: str) -> str:
    return " ".join(word for word in words_of(title) if word not in _SMALL_OFFICE_WORDS)


COMPARISON = Comparison(likeness, marks)


@dataclass(frozen=True)
class Persons:
    """The resolver of persons, with an analyst's corrections."""

    corrections: Mapping[tuple[str, str | None], tuple[str, str | None]] = field(default_factory=dict)

    def blocks(self, named: Sequence[NamedPerson]) -> set[str]:
        """The blocks of the names."""
        return {block_of(*self._corrected(name, country_code)) for _, _, name, country_code, _ in named}

    def resolve(
        self, named: Sequence[NamedPerson], known: Sequence[KnownPerson], gone: Sequence[KnownPerson]
    ) -> tuple[list[Link], set[str]]:
        """A link for each person of each release, and the own ids of known forms that are of another person now.

        Only what a chain of likenesses links to a form that was, or is, named by a touched release can have another id.
        """
        own, others, past = (
            [PersonForm(*self._corrected(name, code), frozenset(titles)) for _, _, name, code, titles in rows]
            for rows in (named, known, gone)
        )
        ids = _ids(own, others, past)
        links: list[Link] = [
            (release_id, number, ids[form.block, form.key], form.own_id, form.block)
            for (release_id, number, *_), form in zip(named, own, strict=True)
        ]
        moved = {
            own_id
            for (own_id, person_id, *_), form in zip(known, others, strict=True)
            if ids.get((form.block, form.key), person_id) != person_id
        }
        return links, moved

    def _corrected(self, name: str, country_code: str | None) -> tuple[str, str | None]:
        return self.corrections.get((name, country_code), (name, country_code))


def _ids(
    own: list[PersonForm], others: list[PersonForm], past: list[PersonForm]
) -> dict[tuple[str, tuple[str, str, str]], str]:
    """The person's id, by block and key, of every form that a change reaches."""
    blocks: dict[str, tuple[list[PersonForm], list[PersonForm], list[PersonForm]]] = defaultdict(lambda: ([], [], []))
    for kind, forms in enumerate((own, others, past)):
        for form in forms:
            blocks[form.block][kind].append(form)
    ids = {}
    for block, (here, known, before) in blocks.items():
        now = _by_key([*here, *known])
        if known:
            changed = {form.key for form in (*here, *before)}
            then = _by_key([*(form for form in known if form.key in changed), *before])
            rows = [*then.values(), *now.values()]
            seeds = [number for number, form in enumerate(rows) if form.key in changed]
            linked = {rows[number].key for number in reached(rows, seeds, COMPARISON) if number >= len(then)}
            now = {key: form for key, form in now.items() if key in linked}
        ids.update({(block, key): found for key, found in identify(list(now.values())).items()})
    return ids


def _by_key(forms: Iterable[PersonForm]) -> dict[tuple[str, str, str], PersonForm]:
    """One form out of all rows that give it, with all the offices told."""
    same: dict[tuple[str, str, str], list[PersonForm]] = defaultdict(list)
    for form in forms:
        same[form.key].append(form)
    return {key: _together(found) for key, found in same.items()}


def _together(same: list[PersonForm]) -> PersonForm:
    first = min(same, key=lambda form: form.name)
    return PersonForm(first.name, first.country_code, frozenset().union(*(form.offices for form in same)))
