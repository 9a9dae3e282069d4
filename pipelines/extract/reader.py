"""From a release to its facts: the one entry point of the extractor.

What belongs here: the order in which the readers run, and giving their findings numbers, sentences and spans. What does
not: any rule about prose.
"""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

from pipelines.extract.agreements import agreement_mentions, read_agreements
from pipelines.extract.bodies_as_issuers import states_only
from pipelines.extract.context import Context
from pipelines.extract.countries import find_countries
from pipelines.extract.dates import DateWords, find_dates
from pipelines.extract.events import read_events
from pipelines.extract.figure_lists import headed_currencies
from pipelines.extract.figures import Quantity, find_quantities, paragraph_numbers, told_again
from pipelines.extract.lexicons import undisturbed
from pipelines.extract.organizations import organization_mentions, with_organizations
from pipelines.extract.people import read_people
from pipelines.extract.places import PlaceName, find_places
from pipelines.extract.quotations import read_quotations
from pipelines.extract.sentences import split_sentences
from pipelines.extract.ties import read_ties
from pipelines.extract.title_line import read_title
from pipelines.extract.tokens import Line, cut
from pipelines.extract.topics import read_topics
from pipelines.extract.vocabulary import Marked, mark
from pipelines.model import Facts, Figure, Mention, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pipelines.extract.countries import CountryName
    from pipelines.model import Document, Sentence

READ_LANGUAGE = "en"
ADDRESS = re.compile(r"\w+://[^\s)\]]+")


def read_facts(document: Document) -> Facts:
    """All facts of a release, each with its rule and its evidence; none for a release that is not in English."""
    if document.language != READ_LANGUAGE:
        return Facts()
    with undisturbed():
        return states_only(gather(document), document)


def gather(document: Document) -> Facts:
    """What each reader finds, in the order in which they need each other."""
    context = read_names(document)
    figures = list(number_figures(context.lines, context.dates))
    agreements = read_agreements(context)
    events, settings = read_events(context)
    mentions = [
        *country_mentions(document.body, context.lines, context.people.tokens),
        *context.people.mentions,
        *place_mentions(document.body, context.lines, context.places),
        *date_mentions(context.lines, context.dates),
        *figure_mentions(document.body, figures),
        *organization_mentions(context),
        *agreement_mentions(context, agreements),
    ]
    return Facts(
        sentences=tuple(marked.line.sentence for marked in context.lines),
        mentions=tuple(sorted(mentions, key=lambda mention: (mention.char_start, mention.char_end, mention.kind))),
        places=distinct((*(name.place for name in context.places), *settings)),
        persons=context.people.persons,
        positions=context.people.positions,
        figures=tuple(figures),
        organizations=context.organizations,
        events=events,
        agreements=agreements,
        quotations=read_quotations(context),
        topics=read_topics(context),
        ties=read_ties(context),
    )


def read_names(document: Document) -> Context:
    """Sentences, countries, persons, places, dates and bodies: what the other facts are made of."""
    countries = find_countries(document.body)
    lines = tuple(
        mark(Line(sentence, cut(sentence.text, sentence.char_start)), countries)
        for sentence in split_sentences(document)
    )
    title = read_title(document.title)
    people = read_people(document, title, lines)
    places = tuple(find_places(lines, people.tokens, document.issuer_country))
    dates = tuple(tuple(find_dates(marked.line.sentence.text, document.published_on)) for marked in lines)
    return with_organizations(Context(document, title, lines, people, places, dates))


def distinct(found: Iterable[Place]) -> tuple[Place, ...]:
    """Each place once, in the order of first mention."""
    return tuple({place.place_id: place for place in found}.values())


def country_mentions(body: str, lines: Sequence[Marked], taken: set[tuple[int, int]]) -> Iterator[Mention]:
    """Countries by sentence, but for those that are part of a person's name."""
    for line_no, marked in enumerate(lines):
        seen: set[int] = set()
        named = marked.countries.items()
        found = ((index, one) for index, last in named for one in (*marked.hidden.get(index, ()), last))
        for index, name in found:
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
    told: list[Quantity] = []
    numbers = count(1)
    running = paragraph_numbers(lines)
    currencies = headed_currencies(lines)
    for line_no, (marked, dates) in enumerate(zip(lines, found_dates, strict=True)):
        text = marked.line.sentence.text
        blocked = [(words.start, words.end) for words in dates]
        if line_no in running:
            blocked.append((0, 1))
        if "://" in text:
            blocked += [match.span() for match in ADDRESS.finditer(text)]
        for quantity in find_quantities(text, blocked, currencies.get(line_no)):
            if told_again(text, quantity, told):
                continue
            told.append(quantity)
            yield figure(next(numbers), marked, quantity, dates)


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
