"""Everyone whom a release names, with their positions and all their mentions.

What belongs here: putting names, joining and positions together. What does not: any rule about them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.extract.allegiance import countries_of, open_scene, stated_country
from pipelines.extract.fuller_names import find_fuller_namings
from pipelines.extract.headlines import BY_OFFICE, BY_TITLE, lend_title
from pipelines.extract.joining import Bearer, join_namings, later_mentions
from pipelines.extract.layout import find_layout_namings
from pipelines.extract.naming import Naming
from pipelines.extract.persons import add, find_namings
from pipelines.extract.positions import rank_of
from pipelines.model import Mention, Person, Position

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pipelines.extract.vocabulary import Marked
    from pipelines.model import Document


MANY = 2


@dataclass(frozen=True, slots=True)
class People:
    """The persons of a release with their positions, their mentions, and the tokens that name them."""

    persons: tuple[Person, ...]
    positions: tuple[Position, ...]
    mentions: tuple[Mention, ...]
    tokens: set[tuple[int, int]]  # (sentence index, token index)


def read_people(document: Document, title: Marked, lines: Sequence[Marked]) -> People:
    """Everyone whom the release names, all mentions joined."""
    bearers = [bearer for bearer in join_all(lines) if is_person(bearer)]
    bearers = lend_title(title, bearers, lines)
    numbers = {id(bearer): number for number, bearer in enumerate(bearers, 1)}
    taken = {
        (naming.line_no, step)
        for bearer in bearers
        for naming in bearer.namings
        for step in range(naming.first, naming.last)
    }
    spans = {
        (number, naming.line_no, naming.first, naming.last): naming.rule
        for number, bearer in enumerate(bearers, 1)
        for naming in bearer.namings
    }
    for bearer, line_no, first, last in later_mentions(lines, bearers, taken):
        spans.setdefault((numbers[id(bearer)], line_no, first, last), "known_name")
        taken |= {(line_no, step) for step in range(first, last)}
    body = document.body
    mentions = tuple(person_mention(body, lines, key, rule) for key, rule in sorted(spans.items()))
    forms = forms_of(mentions, bearers)
    countries = countries_of(bearers, open_scene(document, lines, present_in(spans)))
    persons = tuple(person_row(number, country, forms[str(number)]) for number, country in enumerate(countries, 1))
    positions = tuple(
        row for number, (bearer, country) in enumerate(zip(bearers, countries, strict=True), 1)
        for row in position_rows(number, bearer, country, lines)
    )  # fmt: skip
    return People(persons, positions, mentions, taken)


def join_all(lines: Sequence[Marked]) -> list[Bearer]:
    """The persons of all sentences; names that only later sentences tell in full are looked for once."""
    namings = find_all_namings(lines)
    bearers = join_namings(lines, namings)
    fuller = list(find_fuller_namings(lines, bearers))
    return join_namings(lines, [*namings, *fuller]) if fuller else bearers


def find_all_namings(lines: Sequence[Marked]) -> list[Naming]:
    """The names of all sentences, and those that only the layout shows, in the order of the text."""
    by_line = [find_namings(line_no, marked) for line_no, marked in enumerate(lines)]
    for naming in find_layout_namings(lines):
        add(by_line[naming.line_no], naming)
    return [naming for found in by_line for naming in sorted(found, key=lambda naming: naming.first)]


def is_person(bearer: Bearer) -> bool:
    """Whether the names are enough to go by: an initial with an unknown surname alone is not."""
    return any(naming.rule != "initial" for naming in bearer.namings)


def person_mention(body: str, lines: Sequence[Marked], key: tuple[int, int, int, int], rule: str) -> Mention:
    """The mention of a person at some tokens of a sentence."""
    number, line_no, first, last = key
    sentence, tokens = lines[line_no].line.sentence, lines[line_no].tokens
    start, end = tokens[first].start, tokens[last - 1].end
    return Mention(sentence.sentence_no, start, end, "person", body[start:end], str(number), rule)


def present_in(spans: Iterable[tuple[int, int, int, int]]) -> dict[int, list[tuple[int, int, int]]]:
    """Who is named in each line, in order: first token, last token, and the bearer's number from 0."""
    found: dict[int, list[tuple[int, int, int]]] = {}
    for number, line_no, first, last in spans:
        found.setdefault(line_no, []).append((first, last, number - 1))
    return {line_no: sorted(here) for line_no, here in found.items()}


def forms_of(mentions: Sequence[Mention], bearers: Sequence[Bearer]) -> dict[str, list[str]]:
    """The different forms of each person's name, the title's first, by the person's number."""
    forms: dict[str, dict[str, None]] = {}
    for number, bearer in enumerate(bearers, 1):
        if bearer.title_name is not None:
            forms[str(number)] = {bearer.title_name: None}
    for mention in mentions:
        if mention.rule in {BY_OFFICE, BY_TITLE}:
            continue
        forms.setdefault(mention.entity or "", {})[mention.surface] = None
    return {number: list(group) for number, group in forms.items()}


def fullness(form: str) -> tuple[int, int]:
    """How much of a name a form tells: whole parts first, then letters."""
    return sum(len(part.rstrip(".")) > 1 for part in form.split()), len(form)


def person_row(number: int, country: str | None, forms: Sequence[str]) -> Person:
    """A person under the fullest form of the name, with the other forms."""
    name = unshouted(max(forms, key=fullness), forms)
    return Person(number, name, country, tuple(form for form in forms if form != name))


def unshouted(name: str, forms: Sequence[str]) -> str:
    """A name that a heading sets in capitals, as the other forms write its parts: `ANA B. McROE`."""
    if not name.isupper() or len(name.split()) <= MANY:
        return name
    written = {part.lower(): part for form in forms for part in form.split() if not part.isupper()}
    return " ".join(written.get(part.lower(), part.capitalize()) for part in name.split())


def position_rows(number: int, bearer: Bearer, country: str | None, lines: Sequence[Marked]) -> Iterator[Position]:
    """One row for each different title that the release gives to a person."""
    seen: set[str] = set()
    for naming in bearer.namings:
        office = naming.office
        if office is None or office.title.lower() in seen:
            continue
        seen.add(office.title.lower())
        own = naming.country or office.country or (None if office.body else stated_country(bearer) or country)
        sentence_no = lines[naming.line_no].line.sentence.sentence_no
        yield Position(number, sentence_no, office.title, rank_of(office), own, naming.rule)
    yield from title_positions(number, bearer, country, lines)


def title_positions(number: int, bearer: Bearer, country: str | None, lines: Sequence[Marked]) -> Iterator[Position]:
    """The office that only the title gives to a person, or gives in full, told where the body names the person."""
    told = [naming.office.title.lower() for naming in bearer.namings if naming.office]
    sentence_no = lines[bearer.namings[0].line_no].line.sentence.sentence_no
    for naming in bearer.title_namings:
        office = naming.office
        if office is None or any(not is_in_full(office.title, title) for title in told):
            continue
        own = naming.country or office.country or (None if office.body else country)
        yield Position(number, sentence_no, office.title, rank_of(office), own, "office_in_title")
        return


def is_in_full(title: str, told: str) -> bool:
    """Whether a title tells in full what the body shortens: `Minister of Trade` for `minister`, or for `mot`.

    Of two offices of one person, the body may tell either: `Deputy Premier and Minister of Trade` for `Minister`.
    """
    parts = title.lower().split()
    shortened = any(one.startswith(f"{told} ") for one in (title.lower(), *title.lower().split(" and ")))
    return shortened or "".join(part[0] for part in parts) == told
