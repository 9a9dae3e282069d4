"""Whose office it is: the country of each person of a release.

What belongs here: the country that the words around a name state, and what may be concluded where they state none: the
company that the name keeps, the side that it sits on, the host of a visit, and at last the issuer. What does not: the
title and the rank.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipelines.extract.gazetteer import longest_place, places
from pipelines.extract.lexicons import mapping, rows, word_class
from pipelines.extract.offices import SPOUSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.countries import CountryName
    from pipelines.extract.joining import Bearer
    from pipelines.extract.naming import Naming
    from pipelines.extract.offices import Office
    from pipelines.extract.vocabulary import Marked

TITLE_WEIGHT = 3  # a country in the heading weighs as much as three in the text
NEAR = 8
MANY = 2
CLEARLY_MORE = 1.5  # so much more is the guest named than any other foreign country


@dataclass
class Scene:
    """What is known of a release while its persons are placed."""

    lines: Sequence[Marked]
    issuer: str
    guest: str | None
    named: frozenset[str]
    home: set[str] = field(default_factory=set)  # offices that the issuer's own people hold
    placed: dict[int, str] = field(default_factory=dict)  # bearer number to country


def stated_country(bearer: Bearer) -> str | None:
    """The country that the release states for a person's office most often, the earliest on a tie."""
    counts = Counter(code for naming in bearer.namings if (code := country_of_naming(naming)) is not None)
    return counts.most_common(1)[0][0] if counts else None


def country_of_naming(naming: Naming) -> str | None:
    """The country that the words around a name give to its bearer."""
    if naming.country is not None:
        return naming.country
    return naming.office.country if naming.office is not None else None


def is_international(bearer: Bearer) -> bool:
    """Whether the person's offices are of international bodies."""
    return any(naming.office is not None and naming.office.body for naming in bearer.namings)


def countries_of(
    bearers: Sequence[Bearer], lines: Sequence[Marked], issuer: str, title: Sequence[CountryName],
) -> list[str | None]:  # fmt: skip
    """The country of each person's office, in the order of the bearers; None for international bodies and no office."""
    scene = open_scene(lines, issuer, title)
    for number, bearer in enumerate(bearers):
        stated = stated_country(bearer)
        if stated is not None:
            place(scene, number, bearer, stated)
    for number, bearer in enumerate(bearers):
        if number in scene.placed or is_international(bearer) or not any(naming.office for naming in bearer.namings):
            continue
        implied = implied_country(number, bearers, scene)
        if implied is not None:
            place(scene, number, bearer, implied)
    return [scene.placed.get(number) for number in range(len(bearers))]


def open_scene(lines: Sequence[Marked], issuer: str, title: Sequence[CountryName]) -> Scene:
    """The release's countries, and the foreign one that it is most about."""
    counts: Counter[str] = Counter()
    for name in title:
        counts[name.code] += TITLE_WEIGHT
    for marked in lines:
        counts.update(name.code for name in dict.fromkeys(marked.countries.values()))
    foreign = [(count, code) for code, count in counts.most_common() if code != issuer]
    clear = bool(foreign) and (len(foreign) == 1 or foreign[0][0] >= CLEARLY_MORE * foreign[1][0])
    return Scene(lines, issuer, foreign[0][1] if clear else None, frozenset(counts) | {issuer})


def place(scene: Scene, number: int, bearer: Bearer, code: str) -> None:
    """Note a person's country; the issuer's own people bar their offices to others."""
    scene.placed[number] = code
    if code == scene.issuer:
        scene.home |= {core(naming.office) for naming in bearer.namings if naming.office and is_only_one(naming.office)}


def is_only_one(office: Office) -> bool:
    """Whether a government has one holder of an office at a time: presidents and ministers of a field, not senators."""
    rank = mapping("offices")[office.head]
    if rank == "minister" and office.title == office.head:
        return office.head not in {"Minister", "Secretary"}
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
    first = next(naming for naming in bearer.namings if naming.office)
    shown = (
        by_peerage(bearer, scene)
        or by_national_office(bearer, scene)
        or by_list(first, bearers, scene)
        or by_side(scene.lines[first.line_no], first)
        or by_group(scene.lines[first.line_no], first)
        or by_seat(scene.lines[first.line_no], first)
        or by_spouse(number, bearers, scene)
    )
    if shown is not None:
        return shown
    foreign = is_foreign(bearer, scene) or comes_from_abroad(first, scene)
    host = by_host(first, scene)
    if foreign or host is not None:
        return host or scene.guest or by_nearest(first, scene)
    return by_meeting(first, bearers, scene) or scene.issuer


def by_national_office(bearer: Bearer, scene: Scene) -> str | None:
    """An office that only one country has, if the release speaks of that country."""
    for naming in bearer.namings:
        if naming.office is None:
            continue
        codes = mapping("national_offices").get(naming.office.title, "").split("|")
        known = [code for code in (scene.issuer, *codes) if code in codes and code in scene.named]
        if known:
            return known[0]
    return None


def by_peerage(bearer: Bearer, scene: Scene) -> str | None:
    """`GB` for the members of the House of Lords, who are told by their style."""
    styles = {scene.lines[naming.line_no].tokens[naming.first].text for naming in bearer.namings}
    return "GB" if styles & word_class("peer") else None


def by_list(first: Naming, bearers: Sequence[Bearer], scene: Scene) -> str | None:
    """The country of the person named right before in the same list."""
    assert first.office is not None  # noqa: S101
    begin = first.first if first.rule == "title_before_list" else min(first.office.first, first.first)
    before = [
        (naming.last if naming.office is None else max(naming.last, naming.office.last), number)
        for number, bearer in enumerate(bearers)
        for naming in bearer.namings
        if naming.line_no == first.line_no and naming.last <= begin
    ]
    if not before:
        return None
    end, number = max(before)
    tokens = scene.lines[first.line_no].tokens[end:begin]
    linked = all(token.low in word_class("list_link") or token.text in mapping("honorifics") for token in tokens)
    linked = linked and not any(token.low == "with" for token in tokens)
    between_two = first.line_no < len(scene.lines) and any(
        token.low in {"between", "spoke"} for token in scene.lines[first.line_no].tokens[:begin]
    )
    return scene.placed.get(number) if linked and tokens and not between_two else None


def by_side(marked: Marked, first: Naming) -> str | None:
    """The side that the sentence puts the person on: `The Japanese side was led by …`, `… led the Thai delegation`."""
    for index in range(first.first - 1, 0, -1):
        if marked.tokens[index].low in word_class("side") and index - 1 in marked.countries:
            return marked.countries[index - 1].code
    after = marked.tokens[first.last : first.last + NEAR]
    if not any(token.low in word_class("leading") for token in after):
        return None
    for index in range(first.last, min(first.last + NEAR, len(marked.tokens) - 1)):
        if index in marked.countries and marked.tokens[index + 1].low in word_class("side"):
            return marked.countries[index].code
    return None


def by_group(marked: Marked, first: Naming) -> str | None:
    """The country of the group that the person is told among: `Ruritanian leaders, including President Doe`."""
    for index in range(first.first - 1, 1, -1):
        if marked.tokens[index].low not in word_class("group_lead"):
            continue
        for step in range(index - 1, max(-1, index - NEAR), -1):
            if step in marked.countries and any(
                token.low in word_class("party") for token in marked.tokens[step + 1 : index]
            ):
                return marked.countries[step].code
    return None


def by_seat(marked: Marked, first: Naming) -> str | None:
    """The country of the city or region that a person governs: `Mayor of Porto`, `the Abu Dhabi Crown Prince`."""
    office = first.office
    if office is None or mapping("offices")[office.head] not in word_class("seated"):
        return None
    for index in range(max(0, office.first - MANY), office.last):
        if (end := longest_place(marked, index)) > index:
            return places()[" ".join(token.low for token in marked.tokens[index:end])][0].country_code
    return None


def by_spouse(number: int, bearers: Sequence[Bearer], scene: Scene) -> str | None:
    """The country of the one with the same surname whose spouse this is."""
    bearer = bearers[number]
    if not any(head in SPOUSES for head in bearer.heads):
        return None
    for other, known in scene.placed.items():
        if other != number and bearers[other].parts[-1] == bearer.parts[-1]:
            return known
    return None


def is_foreign(bearer: Bearer, scene: Scene) -> bool:
    """Whether the issuer cannot have this officer: it has another holder of the office, or no such office at all."""
    offices = [naming.office for naming in bearer.namings if naming.office]
    if any(core(office) in scene.home for office in offices):
        return True
    crowned = any(mapping("offices")[office.head] == "head_of_state" for office in offices)
    if crowned and scene.issuer not in word_class("monarchy"):
        return True
    return any({"country_code": scene.issuer, "head": office.head} in rows("absent_offices") for office in offices)


def comes_from_abroad(first: Naming, scene: Scene) -> bool:
    """Whether the words say that the person is the issuer's guest: `Prime Minister Roe's visit to <issuer>`."""
    marked = scene.lines[first.line_no]
    if first.office is not None and any(
        marked.tokens[index].low == "to" and goes_to(marked, index + 1, scene.issuer)
        for index in range(first.office.first, first.office.last)
    ):
        return True
    mark = marked.at(first.last)
    if mark is None or mark.low not in {"\u2019s", "'s"}:
        return False
    for index in range(first.last + 1, min(first.last + NEAR, len(marked.tokens) - 1)):
        if marked.tokens[index].low in {"visit", "travel", "trip"}:
            return marked.tokens[index + 1].low == "to" and goes_to(marked, index + MANY, scene.issuer)
    return False


def goes_to(marked: Marked, index: int, code: str) -> bool:
    """Whether a country, an article apart, or one of its cities stands at an index."""
    token = marked.at(index)
    if token is not None and token.low == "the":
        index += 1
    return index < len(marked.tokens) and country_at(marked, index) == code


def by_nearest(first: Naming, scene: Scene) -> str | None:
    """The foreign country named last before this person, in the sentence or else earlier in its paragraph."""
    paragraph = scene.lines[first.line_no].line.sentence.paragraph_no
    for line_no in range(first.line_no, -1, -1):
        marked = scene.lines[line_no]
        if marked.line.sentence.paragraph_no != paragraph:
            return None
        end = first.first if line_no == first.line_no else len(marked.tokens)
        found = [index for index in marked.countries if index < end and marked.countries[index].code != scene.issuer]
        if found:
            return marked.countries[max(found)].code
    return None


def by_host(first: Naming, scene: Scene) -> str | None:
    """The foreign country, by its name or its city's, in which the sentence sets a meeting with this person."""
    marked = scene.lines[first.line_no]
    if not any(token.low in word_class("meeting") for token in marked.tokens[: first.first]):
        return None
    for index in range(first.first - 1, 0, -1):
        if marked.tokens[index - 1].low not in {"in", "to"}:
            continue
        code = country_at(marked, index)
        if code is not None and code != scene.issuer:
            return None if leads_away(marked, index, first) else code
    return None


def leads_away(marked: Marked, index: int, first: Naming) -> bool:
    """Whether the words between the place of a meeting and a person turn to something else."""
    end = min(first.first, first.office.first) if first.office is not None else first.first
    return any(token.low in word_class("turns_away") for token in marked.tokens[index:end])


def country_at(marked: Marked, index: int) -> str | None:
    """The country named at a token, or that of a well-known city."""
    name = marked.countries.get(index)
    if name is not None:
        return name.code if name.form == "name" else None
    end = longest_place(marked, index)
    if end == index:
        return None
    found = places()[" ".join(token.low for token in marked.tokens[index:end])]
    return found[0].country_code


def by_meeting(first: Naming, bearers: Sequence[Bearer], scene: Scene) -> str | None:
    """The guest's, where the issuer's own officer meets this person in the sentence."""
    marked = scene.lines[first.line_no]
    for number, bearer in enumerate(bearers):
        if scene.placed.get(number) != scene.issuer or not opens_sentence(bearer, first, bearers):
            continue
        for naming in bearer.namings:
            if naming.line_no == first.line_no and naming.last <= first.first:
                between = marked.tokens[naming.last : first.first]
                if any(token.low in word_class("meeting") for token in between) and not any(
                    token.low in word_class("meeting") for token in marked.tokens[: naming.first]
                ):
                    return scene.guest
    return None


def opens_sentence(bearer: Bearer, first: Naming, bearers: Sequence[Bearer]) -> bool:
    """Whether a person is the first one named in a sentence."""
    named = [
        (naming.first, other is bearer)
        for other in bearers
        for naming in other.namings
        if naming.line_no == first.line_no
    ]
    return min(named)[1]
