"""Persons whom the layout names rather than a sentence: items under a plural office, and signature blocks.

What belongs here: lines that hold a name and little else, read together with the lines around them. What does not:
names in running prose (`persons`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.names import Name, read_name
from pipelines.extract.naming import Naming
from pipelines.extract.offices import read_offices
from pipelines.extract.vocabulary import country_end

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipelines.extract.offices import Office
    from pipelines.extract.vocabulary import Marked

BULLETS = frozenset({"\u2013", "—", "-", "•", "·", "*", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "("})
MANY = 2
LONGEST_BULLET = 3
LONGEST_CARD = 25


def find_layout_namings(lines: Sequence[Marked]) -> Iterator[Naming]:
    """Persons of lists and signature blocks, in the order of the text."""
    heading: Office | None = None
    for line_no, marked in enumerate(lines):
        offices = read_offices(marked) if marked.tokens and marked.tokens[-1].text == ":" else []
        if offices and offices[-1].plural:
            heading = offices[-1]
            continue
        item = read_item(line_no, marked, heading) if heading else None
        if item is None:
            heading = None
            yield from read_block(line_no, lines)
        else:
            yield item


def read_item(line_no: int, marked: Marked, heading: Office | None) -> Naming | None:
    """An item `- Jane Doe (Kingdom of Spain);` under `the following ambassadors:`."""
    name = read_name(marked, after_bullet(marked), anchored=True)
    if name is None or heading is None or name.size < MANY:
        return None
    bracket = marked.at(name.last)
    if bracket is None or bracket.text not in {"(", ",", "\u2013", "—", "-"}:
        return None
    code = country_within(marked, name.last + 1)
    return Naming(line_no, name.first, name.last, "list_item", heading._replace(country=code), code) if code else None


def after_bullet(marked: Marked) -> int:
    """The index after a bullet or a list's letter."""
    index = 0
    while (
        (token := marked.at(index)) is not None
        and index < LONGEST_BULLET
        and (token.low in BULLETS or token.text in {")", "."} or token.text.isdigit())
    ):
        index += 1
    return index


def country_within(marked: Marked, index: int) -> str | None:
    """The country at an index, or right behind `Republic of` and its like."""
    for step in range(index, min(index + 4, len(marked.tokens))):
        if step in marked.countries:
            return marked.countries[step].code
    return None


def read_block(line_no: int, lines: Sequence[Marked]) -> Iterator[Naming]:
    """A signature block: a line with a name alone, then a line with an office alone, perhaps then its country's."""
    if line_no + 1 >= len(lines):
        return
    yield from read_card(line_no, lines)
    name = whole_name(lines[line_no])
    office = whole_office(lines[line_no + 1]) if name is not None else None
    if name is None or office is None:
        return
    below = lines[line_no + MANY] if line_no + MANY < len(lines) else None
    code = office.country or (only_country(below) if below else None)
    yield Naming(line_no, name.first, name.last, "signature_block", office, code)


def read_card(line_no: int, lines: Sequence[Marked]) -> Iterator[Naming]:
    """A line with an office alone, then one with a styled name alone: `(a) The Ambassador of Peru`, `H.E. Jane Doe`."""
    name = whole_name(lines[line_no + 1])
    if name is None or not name.courtesy:
        return
    marked = lines[line_no]
    begin = after_bullet(marked)
    first = marked.at(begin)
    begin += int(first is not None and first.low == "the")
    offices = read_offices(marked) if len(marked.tokens) <= LONGEST_CARD else []
    if (
        len(offices) == 1
        and not offices[0].plural
        and (offices[0].first, offices[0].last) == (begin, len(marked.tokens))
    ):
        yield Naming(line_no + 1, name.first, name.last, "office_above_name", offices[0], offices[0].country)


def whole_name(marked: Marked) -> Name | None:
    """The name that is all of a line."""
    if not marked.tokens or not marked.tokens[-1].word:
        return None
    name = read_name(marked, 0, anchored=True)
    return name if name is not None and name.last == len(marked.tokens) and name.size >= MANY else None


def whole_office(marked: Marked) -> Office | None:
    """The office that is all of a line."""
    offices = read_offices(marked)
    if len(offices) != 1 or offices[0].plural or offices[0].small:
        return None
    return offices[0] if offices[0].first == 0 and offices[0].last == len(marked.tokens) else None


def only_country(marked: Marked) -> str | None:
    """The country whose name is all of a line."""
    first = next(iter(marked.countries), None)
    if first is None or country_end(marked, first) != len(marked.tokens) or first > MANY:
        return None
    return marked.countries[first].code
