"""Who and what stands where in a release, as the readers of events see it: persons, sides, pronouns, by token.

What belongs here: laying persons, countries and international bodies out by sentence, and saying whom a pronoun or a
bare office means. What does not: what they did.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from pipelines.extract.countries import find_countries
from pipelines.extract.dates import find_dates
from pipelines.extract.lexicons import fold, rows, word_class
from pipelines.extract.places import find_places
from pipelines.extract.tokens import Line, cut
from pipelines.extract.vocabulary import Marked, country_end, mark
from pipelines.model import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pipelines.extract.context import Context
    from pipelines.extract.dates import DateWords
    from pipelines.extract.places import PlaceName
    from pipelines.model import Place, Position

TITLE = 0  # the title is the first line of a scene, its number in the release being 0
SHORTEST_SURNAME = 3
REMEMBERED = 40  # persons that a bare office can still mean
NEAR = 6  # tokens between a name and `for his`
BYLINE = 14  # tokens of a line that only says who speaks


@dataclass(frozen=True, slots=True)
class Item:
    """Tokens from `first` up to `last` that mean a person or a side."""

    first: int
    last: int
    form: str  # person, pronoun, possessive; name, adjective, people; body
    person_no: int | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
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

    @property
    def issuer(self) -> str:
        """The country that speaks."""
        return self.context.document.issuer_country


@dataclass
class Memory:
    """Who was spoken of up to a sentence."""

    persons: dict[int, None] = field(default_factory=dict)  # the latest last
    topic: int | None = None  # the person that the last sentence was about
    speaker: int | None = None  # who says `I`
    issuer: str = ""
    sides: dict[int, str | None] = field(default_factory=dict)  # by person number
    titles: dict[int, list[Position]] = field(default_factory=dict)  # by person number


def lay_out(context: Context) -> Scene:
    """The release as rows of items; persons that only the body tells are recognised in the title."""
    document = context.document
    sides = {person.person_no: person.country_code for person in context.people.persons}
    titles: dict[int, list[Position]] = {}
    for position in context.people.positions:
        titles.setdefault(position.person_no, []).append(position)
    sides = {number: side or side_of_titles(titles.get(number, ())) for number, side in sides.items()}
    lines = (read_title(document.title), *context.lines)
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
    return Scene(context, tuple(rows_found), sides, find_dateline(context))


def read_title(title: str) -> Marked:
    """The title as a sentence before the first, outside the body."""
    return mark(Line(Sentence(0, 0, 0, len(title), title), cut(title)), find_countries(title))


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
            words = [fold(word) for word in name.split() if len(word) >= SHORTEST_SURNAME]
            for word in words[:1] + words[-1:]:
                parts[word] = person.person_no
    found: list[Item] = []
    for index, token in enumerate(title.tokens):
        number = parts.get(token.low)
        if number is None or not token.capital or index in title.countries:
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
    taken = {step for item in found for step in range(item.first, item.last)}
    index = 0
    while index < len(marked.tokens):
        item = None if index in taken else read_item(marked, index, memory, found)
        if item is not None:
            found.append(item)
        index = item.last if item else index + 1
    for index, group in marked.hidden.items():
        found.extend(Item(index, index + 1, "name", None, name.code) for name in group)
    return tuple(sorted(found, key=lambda item: item.first))


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
    if token.low in word_class("pronoun") and not is_style(marked, index):
        topic = thanked(marked, named, index) or earlier_here(named, index) or memory.topic or first_here(named)
        if token.low in {"i", "my"}:
            topic = memory.speaker or topic
        form = "possessive" if token.low in word_class("possessive") else "pronoun"
        return Item(index, index + 1, form, topic, memory.sides.get(topic)) if topic else None
    if token.low in word_class("bare_office") or (
        index - 1 in marked.countries and token.low in word_class("office_of_country")
    ):
        return read_bare_office(marked, index, memory, named)
    return None


def read_pairs(marked: Marked, memory: Memory) -> list[Item]:
    """`the two ministers`, `both leaders`: the two persons of different sides that were named last."""
    if not any(token.low in word_class("pair") for token in marked.tokens):
        return []
    recent = list(reversed(memory.persons))
    other = (
        next((number for number in recent[1:] if memory.sides.get(number) != memory.sides.get(recent[0])), None)
        if recent
        else None
    )
    if other is None:
        return []
    return [
        Item(index, index + 1, "pronoun", number, memory.sides.get(number))
        for index, token in enumerate(marked.tokens)
        if token.low in word_class("pair") and index and marked.tokens[index - 1].low in word_class("before_pair")
        for number in (other, recent[0])
    ]


def first_here(named: Sequence[Item]) -> int | None:
    """The first person named in a sentence, for a pronoun that comes before the name."""
    return next((item.person_no for item in named if item.form == "person"), None)


def is_style(marked: Marked, index: int) -> bool:
    """Whether the word opens a style before a name: `His Excellency John Smith`."""
    style, name = marked.at(index + 1), marked.at(index + 2)
    return (
        style is not None and style.low in word_class("style") and style.capital and name is not None and name.capital
    )  # fmt: skip


def thanked(marked: Marked, named: Sequence[Item], index: int) -> int | None:
    """Whom `his` means in `thanked A for his visit`, `congratulated A on her election`: the person right before."""
    before = marked.at(index - 1)
    if before is None or before.low not in {"for", "on"} or marked.tokens[index].low not in word_class("possessive"):
        return None
    near = [item for item in named if index - NEAR <= item.last <= index - 1 and item.form in {"person", "pronoun"}]
    return near[-1].person_no if near else None


def earlier_here(named: Sequence[Item], index: int) -> int | None:
    """The first person named earlier in the same sentence."""
    return next((item.person_no for item in named if item.form == "person" and item.last <= index), None)


def read_bare_office(
    marked: Marked, index: int, memory: Memory, named: Sequence[Item],
) -> Item | None:  # fmt: skip
    """`the Secretary`, `the Kazakh diplomat`: the person last named who holds such an office or is of that country."""
    before, after = marked.at(index - 1), marked.at(index + 1)
    if before is None or (after is not None and (after.low in {"of", "for", "to"} or after.capital)):
        return None
    code = marked.countries[index - 1].code if index - 1 in marked.countries else None
    if code is None and not behind_article(marked, index):
        return None
    word = marked.tokens[index].low
    here = [item.person_no for item in named if item.form == "person" and item.last <= index and item.person_no]
    for number in reversed([*memory.persons, *here]):
        fits = memory.sides.get(number) == code if code else holds(memory.titles.get(number, ()), word)
        fits = fits or (word == "guest" and memory.sides.get(number) not in {None, memory.issuer})
        if fits:
            return Item(index, index + 1, "pronoun", number, memory.sides.get(number))
    return None


def behind_article(marked: Marked, index: int) -> bool:
    """Whether `the` stands before an office in few words: `the Deputy Prime Minister`."""
    step = index - 1
    while step >= 0 and marked.tokens[step].low in {"prime", "foreign", "deputy", "vice", "first"}:
        step -= 1
    return step >= 0 and marked.tokens[step].low == "the"


def holds(titles: Iterable[Position], word: str) -> bool:
    """Whether one of a person's offices ends in a word, or holds it."""
    return any(word in title.title.lower().split() for title in titles)


def remember(memory: Memory, marked: Marked, items: Sequence[Item]) -> None:
    """Note who a sentence is about: the first person in it; and all whom it names."""
    numbers = [item.person_no for item in items if item.form == "person" and item.person_no]
    for number in numbers:
        if number is not None:
            memory.persons.pop(number, None)
            memory.persons[number] = None
    while len(memory.persons) > REMEMBERED:
        del memory.persons[next(iter(memory.persons))]
    people = [item for item in items if item.form in {"person", "pronoun"}]
    subject = next((item for item in people if not is_agent(marked, item.first)), None)
    if subject is not None:
        memory.topic = subject.person_no
    colon = any(token.text == ":" for token in marked.tokens)
    if memory.speaker is None and numbers and (colon or len(marked.tokens) <= BYLINE):
        memory.speaker = numbers[0]


def is_agent(marked: Marked, first: int) -> bool:
    """Whether `by` and an office lead to a name: `was received by President X`."""
    step = first - 1
    while step >= 0 and (marked.tokens[step].capital or marked.tokens[step].low in {"of", "the", "and", "for"}):
        step -= 1
    return step >= 0 and marked.tokens[step].low == "by"


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
    for parts, side in bodies().get(marked.tokens[index].text, ()):
        if tuple(token.text for token in marked.tokens[index : index + len(parts)]) == parts:
            return Item(index, index + len(parts), "body", None, side)
    return None


def side_of_titles(titles: Iterable[Position]) -> str | None:
    """The international body that a person's offices name."""
    return next((side for position in titles for side in sides_in(position.title)), None)


def sides_in(text: str) -> Iterator[str]:
    """The international bodies that a name or a title holds."""
    words = text.replace(",", " ").split()
    for index, word in enumerate(words):
        for parts, side in bodies().get(word, ()):
            if tuple(words[index : index + len(parts)]) == parts:
                yield side


def find_dateline(context: Context) -> Place | None:
    """The place at the very head of the body, set off by a stop, a dash or a comma."""
    if not context.places or not context.lines:
        return None
    name = context.places[0]
    if name.line_no != 0 or name.first != 0:
        return None
    after = context.lines[0].at(name.last)
    whole = after is None or after.text in {".", "\u2013", "—", "-", ":", "/"}
    capitals = context.lines[0].tokens[0].text.isupper()
    return name.place if whole or (capitals and after is not None and after.text == ",") else None
