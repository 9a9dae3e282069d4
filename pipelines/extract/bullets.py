"""Participants told in a list with dashes: `- Jane Doe, Director, Ports Council - John Roe, Mayor of Porto`.

What belongs here: where an item ends, and the office that all words behind its name tell. What does not: names and
offices in running prose (`holders`), and items under a plural office (`layout`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.complement_lists import DASHES, spaced
from pipelines.extract.complement_words import tidy
from pipelines.extract.names import read_name
from pipelines.extract.naming import Naming
from pipelines.extract.vocabulary import is_given

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.extract.names import Name
    from pipelines.extract.offices import Office
    from pipelines.extract.vocabulary import Marked

BULLETS = DASHES | {"•", "*", "·"}
ALSO_BODIES = frozenset({"Justice"})  # heads that a body's name may hold: `Forward Justice`
MANY = 2
LONGEST_OFFICE = 30
STOPS = frozenset({".", ";", ","})


def read_bullets(line_no: int, marked: Marked, offices: list[Office]) -> tuple[list[Naming], list[Office]]:
    """The persons of a list with dashes, and the offices of the sentence, those of its items as the items tell them."""
    found: list[Naming] = []
    for first, last in items(marked):
        name = read_name(marked, first, anchored=True)
        if name is None or not leads_item(marked, name, last):
            continue
        begin = name.last + 1
        own = [office for office in offices if begin <= office.first and office.last <= last]
        if not own or own[0].small or any(office.plural for office in own):
            continue
        if own[0].head in ALSO_BODIES:
            offices = [other for other in offices if other not in own]
            continue
        office = whole(marked, own[0], begin, last)
        found.append(Naming(line_no, name.first, name.last, "list_with_dashes", office))
        offices = [*(other for other in offices if other not in own), office]
    return found, sorted(offices, key=lambda office: office.first)


def items(marked: Marked) -> Iterator[tuple[int, int]]:
    """The items of a sentence that begins with a bullet: first token, last token."""
    tokens = marked.tokens
    if not tokens or tokens[0].text not in BULLETS:
        return
    mark = tokens[0].text
    begins = [0, *(step for step in range(1, len(tokens)) if tokens[step].text == mark and spaced(marked, step))]
    for begin, end in zip(begins, [*begins[1:], len(tokens)], strict=True):
        yield begin + 1, end


def leads_item(marked: Marked, name: Name, last: int) -> bool:
    """Whether a name with a comma leads an item, and the words behind are short enough to be an office."""
    comma = marked.at(name.last)
    if comma is None or comma.text != "," or name.size < MANY or not 1 < last - name.last < LONGEST_OFFICE:
        return False
    following = marked.tokens[name.last + 1]
    return following.capital and following.word and not (name.size == MANY and is_given(following))


def whole(marked: Marked, head: Office, begin: int, last: int) -> Office:
    """The office that all the words of an item behind the name are, without a bracket at their end."""
    end = last
    while end > begin and marked.tokens[end - 1].text in STOPS:
        end -= 1
    shown = end
    if marked.tokens[end - 1].text == ")":
        opened = [step for step in range(begin + 1, end) if marked.tokens[step].text == "("]
        shown = opened[-1] if opened else end
    of_country = begin in marked.countries and head.country is not None
    start = max(begin, head.first) if of_country else begin
    title = tidy(" ".join(token.text for token in marked.tokens[start:shown]))
    bare = head.bare and shown - start == 1
    return head._replace(first=begin, last=end, title=title, bare=bare)
