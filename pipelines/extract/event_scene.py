"""Who and what stands where in a release, as the readers of events see it: persons, sides, pronouns, by token.

What belongs here: laying persons, countries and international bodies out by sentence, and saying whom a pronoun or a
bare office means. What does not: what they did.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pipelines.extract.bare_offices import read_bare_office, read_office_acronym
from pipelines.extract.dates import find_dates
from pipelines.extract.event_stays import find_heading_place
from pipelines.extract.lexicons import fold, rows, word_class, word_classes, words
from pipelines.extract.office_heads import first_words
from pipelines.extract.pairs import read_pairs, read_theirs
from pipelines.extract.places import find_places
from pipelines.extract.references import (
    Item,
    Memory,
    read_delegation,
    read_pronoun,
    remember,
)
from pipelines.extract.transcripts import Spoken, find_speech
from pipelines.extract.vocabulary import Marked, country_end
from pipelines.model import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pipelines.extract.context import Context
    from pipelines.extract.dates import DateWords
    from pipelines.extract.places import PlaceName
    from pipelines.model import Place, Position

TITLE = 0  # the title is the first line of a scene, its number in the release being 0
SHORTEST_SURNAME = 3
DESCENDED = {("american",), ("americans",)}


class Row(NamedTuple):
    """One line of a scene: the title or a sentence, with what stands in it."""

    marked: Marked
    items: tuple[Item, ...]
    dates: tuple[DateWords, ...]
    places: tuple[PlaceName, ...]

    @property
    def sentence(self) -> Sentence:
        """The sentence of the body, or the title as one."""
        return self.marked.line.sentence


@dataclass(frozen=True, slots=True)
class Scene:
    """A release laid out for the readers of events; `rows[0]` is the title."""

    context: Context
    rows: tuple[Row, ...]
    sides: dict[int, str | None]  # by person number
    dateline: Place | None
    spoken: Spoken

    @property
    def issuer(self) -> str:
        """The country that speaks."""
        return self.context.document.issuer_country

    def written(self) -> Iterator[tuple[int, Row]]:
        """The sentences of the body that are no transcript of speech, with their numbers in the scene."""
        return (
            (number, row) for number, row in enumerate(self.rows) if number != TITLE and number not in self.spoken.rows
        )


def lay_out(context: Context) -> Scene:
    """The release as rows of items; persons that only the body tells are recognised in the title."""
    document = context.document
    sides = {person.person_no: person.country_code for person in context.people.persons}
    titles: dict[int, list[Position]] = {}
    for position in context.people.positions:
        titles.setdefault(position.person_no, []).append(position)
    sides = {number: side or side_of_titles(titles.get(number, ())) for number, side in sides.items()}
    lines = (context.title, *context.lines)
    dates = (tuple(find_dates(document.title, document.published_on)), *context.dates)
    places: dict[int, list[PlaceName]] = {}
    for name in context.places:
        places.setdefault(name.line_no + 1, []).append(name)
    named = named_persons(context)
    named[TITLE] = persons_in_title(lines[TITLE], context)
    taken = {(TITLE, step) for item in named[TITLE] for step in range(item.first, item.last)}
    places[TITLE] = find_places(lines[:1], taken, document.issuer_country)
    memory = Memory(issuer=document.issuer_country, sides=sides, titles=titles)
    rows_found: list[Row] = []
    for number, marked in enumerate(lines):
        items = read_items(marked, named.get(number, []), memory)
        rows_found.append(Row(marked, items, dates[number], tuple(places.get(number, ()))))
        if number != TITLE:
            remember(memory, marked, items)
    return Scene(context, tuple(rows_found), sides, find_dateline(context), find_speech(lines))


def named_persons(context: Context) -> dict[int, list[Item]]:
    """The mentions of persons by line of the scene."""
    found: dict[int, list[Item]] = {}
    by_sentence = {marked.line.sentence.sentence_no: at for at, marked in enumerate(context.lines)}
    for mention in context.people.mentions:
        line_no = by_sentence[mention.sentence_no]
        marked = context.lines[line_no]
        first = marked.line.starts.get(mention.char_start)
        if first is None:
            continue
        last = first
        while last < len(marked.tokens) and marked.tokens[last].start < mention.char_end:
            last += 1
        found.setdefault(line_no + 1, []).append(Item(first, last, "person", int(mention.entity or 0)))
    return found


def persons_in_title(title: Marked, context: Context) -> list[Item]:
    """Persons of the body whom the title names, in full or by surname."""
    parts: dict[str, int] = {}
    for person in reversed(context.people.persons):
        for name in (person.name, *person.aliases):
            telling = [fold(word) for word in name.split() if len(word) >= SHORTEST_SURNAME]
            telling = [word for word in telling if word not in words("name_particles")]
            for word in telling[:1] + telling[-1:]:
                parts[word] = person.person_no
    found: list[Item] = []
    for index, token in enumerate(title.tokens):
        number = parts.get(token.low)
        if number is None or not token.capital or index in title.countries:
            continue
        after = title.at(index + 1)
        office = token.low in first_words()
        if office and after is not None and parts.get(after.low) != number:
            continue
        if found and found[-1].person_no == number and index - found[-1].last <= SHORTEST_SURNAME:
            found[-1] = Item(found[-1].first, index + 1, "person", number)
        else:
            found.append(Item(index, index + 1, "person", number))
    return found


def read_items(
    marked: Marked, named: Sequence[Item], memory: Memory,
) -> tuple[Item, ...]:  # fmt: skip
    """Everything in a line that means a person or a side, in order."""
    found = [
        Item(item.first, item.last, item.form, item.person_no, memory.sides.get(item.person_no or 0)) for item in named
    ]
    found.extend(read_pairs(marked, memory))
    found.extend(read_delegation(marked, memory))
    found.extend(read_theirs(marked, memory, found))
    taken = {step for item in found for step in range(item.first, item.last)}
    past = 0
    for index in item_starts(marked):
        free = index >= past and index not in taken and not is_of_descent(marked, index)
        item = read_item(marked, index, memory, found) if free else None
        if item is not None:
            found.append(item)
            past = item.last
    for index, group in marked.hidden.items():
        found.extend(Item(index, index + 1, "name", None, name.code) for name in group)
    return tuple(sorted(found, key=lambda item: item.first))


def is_of_descent(marked: Marked, index: int) -> bool:
    """Whether a state only tells whence citizens of another descend: `Cuban American leaders`."""
    name = marked.countries.get(index)
    return name is not None and name.form == "adjective" and marked.lows[index + 1 : index + 2] in DESCENDED


def item_starts(marked: Marked) -> list[int]:
    """The tokens at which `read_item` can find anything."""
    names = bodies()
    words = marked.standing(word_classes("pronoun", "bare_office", "office_of_country"))
    sides = [index for index in marked.capitals if marked.tokens[index].acronym or marked.tokens[index].text in names]
    return sorted({*words, *sides, *marked.countries})


def read_item(
    marked: Marked, index: int, memory: Memory, named: Sequence[Item],
) -> Item | None:  # fmt: skip
    """The country, body or word for a person at an index."""
    token = marked.tokens[index]
    if index in marked.countries:
        name = marked.countries[index]
        last = country_end(marked, index)
        form = "name" if name.form == "state" else name.form
        return Item(index, last, form, None, name.code)
    if token.capital and (body := read_body(marked, index)) is not None:
        return body
    if token.low in word_class("pronoun"):
        return read_pronoun(marked, index, memory, named)
    if token.acronym and (holder := read_office_acronym(marked, index, memory, named)) is not None:
        return holder
    if token.low in word_class("bare_office") or (
        index - 1 in marked.countries and token.low in word_class("office_of_country")
    ):
        return read_bare_office(marked, index, memory, named)
    return None


@cache
def bodies() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """International bodies by first word, the longest first, with the acronym of their side."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in rows("international_sides"):
        parts = tuple(row["name"].split(" "))
        found.setdefault(parts[0], []).append((parts, row["side"]))
    for group in found.values():
        group.sort(key=lambda pair: (-len(pair[0]), pair[0]))
    return found


def read_body(marked: Marked, index: int) -> Item | None:
    """The international body whose name begins at an index."""
    if index and marked.tokens[index - 1].text in word_class("own_body"):
        return None
    if marked.tokens[index].text == "Commonwealth" and marked.lows[index + 1 : index + 2] in {("and",), ("&",)}:
        return None  # `Secretary of State for Foreign, Commonwealth and Development Affairs`
    if marked.lows[max(0, index - 2) : index] == ("affairs", ","):
        return None  # `Ministry of Foreign Affairs, European Union and Cooperation`
    for parts, side in bodies().get(marked.tokens[index].text, ()):
        if tuple(token.text for token in marked.tokens[index : index + len(parts)]) == parts:
            return Item(index, index + len(parts), "body", None, side)
    return None


def side_of_titles(titles: Iterable[Position]) -> str | None:
    """The international body that a person's offices name."""
    return next((side for position in titles for side in sides_in(position.title)), None)


def sides_in(text: str) -> Iterator[str]:
    """The international bodies that a name or a title holds."""
    words = text.replace(",", " ").replace("-", " ").replace("\u2013", " ").split()
    for index, word in enumerate(words):
        if index and words[index - 1] in word_class("own_body"):
            continue
        for parts, side in bodies().get(word, ()):
            if tuple(words[index : index + len(parts)]) == parts:
                yield side
                break  # the longest: `Commonwealth of Independent States` is not the Commonwealth


def find_dateline(context: Context) -> Place | None:
    """The place at the head of the body, set off by a stop, a dash or a comma; or alone in a line of the heading."""
    if not context.places or not context.lines:
        return None
    name = context.places[0]
    if name.line_no != 0 or name.first != 0:
        return find_heading_place(context)
    after = context.lines[0].at(name.last)
    whole = after is None or after.text in {".", "\u2013", "—", "-", ":", "/"}
    capitals = context.lines[0].tokens[0].text.isupper()
    set_off = whole or (capitals and after is not None and after.text == ",")
    return name.place if set_off else find_heading_place(context)
