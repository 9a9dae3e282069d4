"""Words beside a name that show its country without naming it: a style, an institution, a side, a seat, a spouse.

What belongs here: signs that need no more than the person's own words and sentence. What does not: lists, meetings,
and what follows where no sign speaks (`allegiance`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipelines.extract.courtesy import is_style
from pipelines.extract.gazetteer import longest_name, longest_place, places
from pipelines.extract.lexicons import mapping, rows, word_class, words
from pipelines.extract.names import APOSTROPHES
from pipelines.extract.offices import SPOUSES

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pipelines.extract.allegiance import Scene
    from pipelines.extract.joining import Bearer
    from pipelines.extract.naming import Naming
    from pipelines.extract.offices import Office
    from pipelines.extract.vocabulary import Marked

NEAR = 8
MANY = 2
LONG_NAME = 4
FAR = 16


def by_honorific(bearer: Bearer, scene: Scene) -> str | None:
    """The country in which people are styled so, if the release speaks of it: `Datuk Seri`, `Shri`."""
    for naming in bearer.namings:
        tokens, step = scene.lines[naming.line_no].tokens, naming.first - 1
        while step >= 0 and (is_style(tokens[step]) or tokens[step].text in APOSTROPHES | {"\u2018"}):
            codes = mapping("national_honorifics").get(tokens[step].text, "").split("|")
            known = [code for code in codes if code in scene.named]
            if known:
                return known[0]
            step -= 1
    return None


def by_national_office(bearer: Bearer, scene: Scene) -> str | None:
    """An office that only one country has, if the release speaks of that country."""
    for naming in bearer.namings:
        if naming.office is None:
            continue
        if (body := national_body(naming.office)) is not None:
            return body
        for title in (naming.office.title, *naming.office.title.split(" and ")):
            codes = mapping("national_offices").get(title, "").split("|")
            known = [code for code in (scene.issuer, *codes) if code in codes and code in scene.named]
            if known:
                return known[0]
    return None


def national_body(office: Office) -> str | None:
    """The country of a body that only one country has or calls so: `Marshal of the Sejm`, `Administrator of NASA`."""
    parts = office.title.split(" ")
    for step, word in enumerate(parts):
        for name, country in national_bodies().get(word, ()):
            if parts[step : step + len(name)] == name:
                return country
    low = office.title.lower()
    if "white house" in low or "state department" in low:
        return "US"
    for word in office.title.lower().replace("\u2019", "'").split():
        if code := mapping("national_institutions").get(word.removesuffix("'s")):
            return code
    return None


@cache
def national_bodies() -> dict[str, tuple[tuple[list[str], str], ...]]:
    """The well-known bodies of one country with long names, by their first word."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for row in rows("known_bodies"):
        name = row["name"].split(" ")
        if row["country"] and len(name) >= LONG_NAME:
            found.setdefault(name[0], []).append((name, row["country"]))
    return {word: tuple(names) for word, names in found.items()}


def by_peerage(bearer: Bearer, scene: Scene) -> str | None:
    """`GB` for the members of the House of Lords, who are told by their style."""
    styles = {scene.lines[naming.line_no].tokens[naming.first].text for naming in bearer.namings}
    return "GB" if styles & word_class("peer") else None


def by_side(marked: Marked, first: Naming) -> str | None:
    """The side that the sentence puts the person on: `The Japanese side was led by …`, `… led the Thai delegation`."""
    for index in range(first.first - 1, -1, -1):
        if marked.tokens[index].low in word_class("side") and index - 1 in marked.countries:
            return marked.countries[index - 1].code
        if marked.tokens[index].low.endswith("-side") and index in marked.countries:
            return marked.countries[index].code
    comma = marked.at(first.last)
    reach = first.last + (FAR if comma is not None and comma.text == "," else NEAR)
    after = marked.tokens[first.last : reach]
    if not any(token.low in word_class("leading") for token in after):
        return None
    for index in range(first.last, min(reach + MANY, len(marked.tokens) - 1)):
        if marked.tokens[index].text == ";":
            return None
        if index in marked.countries and marked.tokens[index + 1].low in word_class("side"):
            return marked.countries[index].code
    return None


def by_nationality(marked: Marked, first: Naming) -> str | None:
    """The country whose national a small noun says the person to be: `Peruvian citizen Ana Doe`."""
    for index in range(first.first - 1, max(-1, first.first - NEAR), -1):
        token = marked.tokens[index]
        if index in marked.countries:
            noun = marked.tokens[index + 1].low
            return marked.countries[index].code if index + 1 < first.first and noun.isalpha() else None
        if not token.text.islower() or token.low in words("function_words"):
            return None
    return None


def by_pair(first: Naming, number: int, scene: Scene) -> str | None:
    """The other state of a pair: `Ministers Doe and Roe spoke about Peruvian-Chilean relations`."""
    marked = scene.lines[first.line_no]
    here = scene.present.get(first.line_no, ())
    others = [who for _, _, who in here if who != number]
    if len(others) != 1 or others[0] not in scene.placed or not is_told_with(marked, first, [item[1] for item in here]):
        return None
    for index in range(first.last, len(marked.tokens) - MANY):
        pair = pair_at(marked, index)
        noun = marked.at(index + 1 if index in marked.hidden else index + MANY + 1)
        if noun is None or noun.low not in word_class("shared_by_states"):
            continue
        if scene.placed[others[0]] in pair:
            return next(code for code in pair if code != scene.placed[others[0]])
    return None


def is_told_with(marked: Marked, first: Naming, ends: Sequence[int]) -> bool:
    """Whether `and` alone leads from the name before to a person: `Minister Doe and Deputy Minister Roe`."""
    begin = min(first.first, first.office.first) if first.office is not None else first.first
    before = [end for end in ends if end <= begin]
    between = marked.tokens[max(before) : begin] if before else ()
    return any(token.low == "and" for token in between) and all(
        token.low in word_class("list_link") or is_style(token) for token in between
    )


def pair_at(marked: Marked, index: int) -> tuple[str, ...]:
    """The two states of a compound at an index: `Peruvian-Chilean`, `Peru-Chile`."""
    own = marked.countries.get(index)
    if own is None:
        return ()
    dash, other = marked.tokens[index + 1], marked.countries.get(index + MANY)
    inner = marked.hidden.get(index, ())
    if inner:
        other = inner[0]
    elif dash.text not in {"-", "\u2013"} or dash.start != marked.tokens[index].end:
        return ()
    return (own.code, other.code) if other is not None and other.code != own.code else ()


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


def by_seat(marked: Marked, first: Naming, named: Collection[str]) -> str | None:
    """The country of the city or region that a person governs: `Mayor of Porto`, `the Abu Dhabi Crown Prince`.

    A small town is of a country that the release names.
    """
    office = first.office
    if office is None or mapping("offices")[office.head] not in word_class("seated"):
        return None
    for index in range(max(0, office.first - MANY), office.last):
        if (end := longest_place(marked, index)) > index:
            return places()[" ".join(token.low for token in marked.tokens[index:end])][0].country_code
        if index and marked.tokens[index - 1].low == "of" and (end := longest_name(marked, index)) > index:
            found = places()[" ".join(token.low for token in marked.tokens[index:end])]
            codes = [place.country_code for place in found if place.country_code in named]
            return codes[0] if codes else None
    return None


def by_spouse(number: int, bearers: Sequence[Bearer], scene: Scene) -> str | None:
    """The country of the one with the same surname whose spouse this is."""
    bearer = bearers[number]
    if not any(head in SPOUSES for head in bearer.heads):
        return None
    return by_surname(number, bearers, scene)


def by_surname(number: int, bearers: Sequence[Bearer], scene: Scene) -> str | None:
    """The country of another with the same surname, which stands first in names of the East."""
    own = bearers[number].surnames
    for other, known in scene.placed.items():
        if other != number and any(surname in own for surname in bearers[other].surnames):
            return known
    return None
