"""From a release to its facts: the one entry point of the extractor.

What belongs here: the order in which the readers run, and giving their findings numbers, sentences and spans. What does
not: any rule about prose.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.extract.allegiance import countries_of, stated_country
from pipelines.extract.countries import find_countries
from pipelines.extract.dates import DateWords, find_dates
from pipelines.extract.figures import Quantity, find_quantities
from pipelines.extract.joining import Bearer, join_namings, later_mentions
from pipelines.extract.layout import find_layout_namings
from pipelines.extract.naming import Naming
from pipelines.extract.persons import add, find_namings
from pipelines.extract.places import PlaceName, find_places
from pipelines.extract.positions import rank_of
from pipelines.extract.sentences import split_sentences
from pipelines.extract.tokens import Line, cut
from pipelines.extract.vocabulary import Marked, mark
from pipelines.model import Facts, Figure, Mention, Person, Place, Position

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipelines.extract.countries import CountryName
    from pipelines.model import Document, Sentence

READ_LANGUAGE = "en"


def read_facts(document: Document) -> Facts:
    """All facts of a release, each with its rule and its evidence; none for a release that is not in English."""
    if document.language != READ_LANGUAGE:
        return Facts()
    body = document.body
    countries = find_countries(body)
    lines = [
        mark(Line(sentence, cut(sentence.text, sentence.char_start)), countries)
        for sentence in split_sentences(document)
    ]
    people = read_people(document, lines)
    found_places = find_places(lines, people.tokens, document.issuer_country)
    found_dates = [find_dates(marked.line.sentence.text, document.published_on) for marked in lines]
    figures = list(number_figures(lines, found_dates))
    mentions = [
        *country_mentions(body, lines, people.tokens),
        *people.mentions,
        *place_mentions(body, lines, found_places),
        *date_mentions(lines, found_dates),
        *figure_mentions(body, figures),
    ]
    return Facts(
        sentences=tuple(marked.line.sentence for marked in lines),
        mentions=tuple(sorted(mentions, key=lambda mention: (mention.char_start, mention.char_end, mention.kind))),
        places=distinct(name.place for name in found_places),
        persons=people.persons,
        positions=people.positions,
        figures=tuple(figures),
    )


def distinct(found: Iterator[Place]) -> tuple[Place, ...]:
    """Each place once, in the order of first mention."""
    return tuple({place.place_id: place for place in found}.values())


@dataclass(frozen=True, slots=True)
class People:
    """The persons of a release with their positions, their mentions, and the tokens that name them."""

    persons: tuple[Person, ...]
    positions: tuple[Position, ...]
    mentions: tuple[Mention, ...]
    tokens: set[tuple[int, int]]  # (sentence index, token index)


def read_people(document: Document, lines: Sequence[Marked]) -> People:
    """Everyone whom the release names, all mentions joined."""
    namings = find_all_namings(lines)
    bearers = [bearer for bearer in join_namings(lines, namings) if is_person(bearer)]
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
    forms = forms_of(mentions)
    countries = countries_of(bearers, lines, document.issuer_country, find_countries(document.title))
    persons = tuple(person_row(number, country, forms[str(number)]) for number, country in enumerate(countries, 1))
    positions = tuple(
        row for number, (bearer, country) in enumerate(zip(bearers, countries, strict=True), 1)
        for row in position_rows(number, bearer, country, lines)
    )  # fmt: skip
    return People(persons, positions, mentions, taken)


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


def forms_of(mentions: Sequence[Mention]) -> dict[str, list[str]]:
    """The different forms of each person's name, in the order of the text, by the person's number."""
    forms: dict[str, dict[str, None]] = {}
    for mention in mentions:
        forms.setdefault(mention.entity or "", {})[mention.surface] = None
    return {number: list(group) for number, group in forms.items()}


def fullness(form: str) -> tuple[int, int]:
    """How much of a name a form tells: whole parts first, then letters."""
    return sum(len(part.rstrip(".")) > 1 for part in form.split()), len(form)


def person_row(number: int, country: str | None, forms: Sequence[str]) -> Person:
    """A person under the fullest form of the name, with the other forms."""
    name = max(forms, key=fullness)
    return Person(number, name, country, tuple(form for form in forms if form != name))


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


def country_mentions(body: str, lines: Sequence[Marked], taken: set[tuple[int, int]]) -> Iterator[Mention]:
    """Countries by sentence, but for those that are part of a person's name."""
    for line_no, marked in enumerate(lines):
        seen: set[int] = set()
        for index, name in marked.countries.items():
            if (line_no, index) in taken or name.start in seen or name.form == "state":
                continue
            seen.add(name.start)
            yield country_mention(body, marked.line.sentence, name)


def country_mention(body: str, sentence: Sentence, name: CountryName) -> Mention:
    """The mention of one country."""
    return Mention(
        sentence.sentence_no,
        name.start,
        name.end,
        "country",
        body[name.start : name.end],
        name.code,
        f"country_{name.form}",
    )


def place_mentions(body: str, lines: Sequence[Marked], found: Sequence[PlaceName]) -> Iterator[Mention]:
    """The mentions of places."""
    for name in found:
        tokens = lines[name.line_no].tokens
        start, end = tokens[name.first].start, tokens[name.last - 1].end
        sentence_no = lines[name.line_no].line.sentence.sentence_no
        yield Mention(sentence_no, start, end, "place", body[start:end], name.place.place_id, name.rule)


def date_mentions(lines: Sequence[Marked], found: Sequence[Sequence[DateWords]]) -> Iterator[Mention]:
    """The mentions of dates; those that cannot be resolved have no entity."""
    for marked, dates in zip(lines, found, strict=True):
        sentence = marked.line.sentence
        for words in dates:
            surface = sentence.text[words.start : words.end]
            start = sentence.char_start + words.start
            edtf = words.span.edtf if words.span else None
            yield Mention(sentence.sentence_no, start, start + len(surface), "date", surface, edtf, words.rule)


def number_figures(lines: Sequence[Marked], found_dates: Sequence[Sequence[DateWords]]) -> Iterator[Figure]:
    """The figures of a release in the order of the text; one told again in the same words is the same figure."""
    seen: set[tuple[str, float, str, str | None]] = set()
    for marked, dates in zip(lines, found_dates, strict=True):
        for quantity in find_quantities(marked.line.sentence.text, [(words.start, words.end) for words in dates]):
            key = (quantity.kind, quantity.value, quantity.unit.lower(), quantity.subject)
            if key in seen and quantity.kind == "money":
                continue
            seen.add(key)
            yield figure(len(seen), marked, quantity, dates)


def figure(number: int, marked: Marked, quantity: Quantity, dates: Sequence[DateWords]) -> Figure:
    """The row of a figure, with the country and the period that its own sentence makes plain."""
    sentence = marked.line.sentence
    resolved = [words.span.edtf for words in dates if words.span]
    return Figure(
        figure_no=number,
        sentence_no=sentence.sentence_no,
        char_start=sentence.char_start + quantity.start,
        char_end=sentence.char_start + quantity.end,
        kind=quantity.kind,
        value=quantity.value,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        rule=quantity.rule,
        value_high=quantity.value_high,
        subject=quantity.subject,
        country_code=country_of_figure(marked, quantity),
        period_edtf=resolved[0] if len(resolved) == 1 else None,
    )


def country_of_figure(marked: Marked, quantity: Quantity) -> str | None:
    """The only country that the figure's own words name, or the only one of its sentence."""
    base = marked.line.sentence.char_start
    names = list(dict.fromkeys(marked.countries.values()))
    own = {name.code: name for name in names if base + quantity.start <= name.start < base + quantity.end}
    codes = list(own) or list({name.code: name for name in names})
    return codes[0] if len(codes) == 1 else None


def figure_mentions(body: str, figures: Sequence[Figure]) -> Iterator[Mention]:
    """The mentions of figures."""
    for row in figures:
        surface = body[row.char_start : row.char_end]
        yield Mention(row.sentence_no, row.char_start, row.char_end, "figure", surface, str(row.figure_no), row.rule)
