"""Lists of names: what follows a name in a bracket, and the further names behind and before one that is known.

What belongs here: how a list goes on from a name. What does not: which office stands before or behind the list
(`holders`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.courtesy import courtesy_size
from pipelines.extract.known_bodies import match_known
from pipelines.extract.lexicons import mapping, words
from pipelines.extract.name_words import is_office_word
from pipelines.extract.names import JUNIORS, LONGEST_NAME, Name, read_name
from pipelines.extract.naming import Naming, follows_capital, in_offices, is_place
from pipelines.extract.phrases import phrase_end, skip_article
from pipelines.extract.vocabulary import bodies_beginning, is_body_word, is_common, is_given

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.extract.offices import Office
    from pipelines.extract.vocabulary import Marked

MANY = 2
LONGEST_BRACKET = 6
LONGEST_ITEM = 5
LONGEST_BODY = 10
PARTIES = frozenset({"R", "D", "I"})  # before a state: a member of the Congress of the United States


def country_after(marked: Marked, name: Name, office: Office | None) -> str | None:
    """The country that follows a name: `Prime Minister Keith Rowley of Trinidad and Tobago`."""
    of = marked.at(name.last)
    if of is not None and of.text == "(":
        return country_in_bracket(marked, name.last, office)
    if of is None or of.low != "of":
        return None
    index = name.last + 1
    following = marked.at(index)
    if (code := country_of_body(marked, index)) is not None:
        return code
    while (
        following is not None
        and following.low in {"the", "republic", "kingdom", "state"}
        and index not in marked.countries
    ):
        index += 1
        following = marked.at(index)
    found = marked.countries.get(index)
    return found.code if found is not None and found.form == "name" else None


def country_of_body(marked: Marked, index: int) -> str | None:
    """The country of the body that follows a name: `Ana Doe of the Ministry of Trade of Peru`."""
    begin = skip_article(marked, index)
    known = match_known(marked, begin) if begin < len(marked.tokens) else None
    if known is not None and known.body.country is not None:
        return known.body.country
    end = phrase_end(marked, begin)
    if not any(is_body_word(token) for token in marked.tokens[begin:end]):
        return None
    named = [marked.countries[step].code for step in range(begin, end) if step in marked.countries]
    return named[-1] if named else None


def is_of_body(marked: Marked, name: Name) -> bool:
    """Whether an international body follows a name: `President Jane Doe of the European Commission`."""
    of = marked.at(name.last)
    if of is None or of.low != "of":
        return False
    begin = name.last + 1
    if (article := marked.at(begin)) is not None and article.low == "the":
        begin += 1
    following = marked.tokens[begin : begin + LONGEST_BODY]
    text = " ".join(token.text for token in following)
    return any(text == body or text.startswith(f"{body} ") for body in bodies_beginning(following))


def bracket_end(marked: Marked, index: int) -> int:
    """The index after a short bracket that opens at an index; the same index if none does."""
    token = marked.at(index)
    if token is None or token.text != "(":
        return index
    for step in range(index + 1, index + 1 + LONGEST_BRACKET):
        if (closed := marked.at(step)) is not None and closed.text == ")":
            return step + 1
    return index


def country_in_bracket(marked: Marked, index: int, office: Office | None) -> str | None:
    """The country that a bracket behind a name is: `Jane Doe (Spain)`, `Jane Doe (R-Arizona)`, `Governor Doe (AZ)`."""
    end, inner = bracket_end(marked, index), marked.at(index + 1)
    if end == index or inner is None:
        return None
    dash = marked.at(index + 2)
    of_congress = inner.text in PARTIES and dash is not None and dash.text in {"-", "\u2013"}
    if of_congress or (inner.text in words("us_states") and office_of_state(office)):
        return "US"
    begin = index + 2 if inner.low == "the" else index + 1
    named = [marked.countries.get(step) for step in range(begin, end - 1)]
    return named[0].code if named and named[0] is not None and all(name is named[0] for name in named) else None


def office_of_state(office: Office | None) -> bool:
    """Whether an office can be a state's of the United States: a governor's, a senator's."""
    return office is not None and mapping("offices")[office.head] in {"governor", "member", "mayor"}


def listed(line_no: int, marked: Marked, name: Name, office: Office) -> Iterator[Naming]:
    """The further names of a list: `National Security Advisors Sullivan, Cho (ROK), and Akiba`."""
    index = bracket_end(marked, name.last)
    while (begin := after_link(marked, index)) > index:
        further = read_name(marked, begin, anchored=True)
        if further is None or runs_on(marked, further.last):
            return
        country = country_after(marked, further, office)
        yield Naming(line_no, further.first, further.last, "title_before_list", office, country)
        index = bracket_end(marked, further.last)


def runs_on(marked: Marked, index: int) -> bool:
    """Whether a further capital follows, so that the words are a body's or an office's: `White House Counsel`."""
    token = marked.at(index)
    return token is not None and token.capital and token.word and marked.adjacent(index)


def beside(
    line_no: int, marked: Marked, known: Naming, offices: list[Office], reached: set[tuple[int, int]],
) -> Iterator[Naming]:  # fmt: skip
    """The unknown names of a list in which one is known: `Alia Berg, Qadan Zyrov, and Ulf Roe`.

    Each list is walked once: names in `reached` have been, or will be, gone on from.
    """
    index = known.last
    while (begin := after_link(marked, index)) > index:
        further = read_name(marked, begin, anchored=True)
        if further is None or (further.first, further.last) in reached:
            break
        if not is_item(marked, further, offices) or not ends_item(marked, further.last):
            break
        reached.add((further.first, further.last))
        yield Naming(line_no, further.first, further.last, "listed_name")
        index = further.last
    index = known.first - 1
    while (token := marked.at(index)) is not None and (token.text == "," or token.low == "and"):
        if (comma := marked.at(index - 1)) is not None and comma.text == ",":
            index -= 1
        earlier = read_name_back(marked, index, offices)
        if earlier is None or (earlier.first, earlier.last) in reached:
            break
        if not is_item(marked, earlier, offices) or not opens_item(marked, earlier.first):
            break
        reached.add((earlier.first, earlier.last))
        yield Naming(line_no, earlier.first, earlier.last, "listed_name")
        index = earlier.first - 1


def is_item(marked: Marked, name: Name, offices: list[Office]) -> bool:
    """Whether words of a list can be a name without any anchor: two to five, none of them common, no place."""
    tokens = marked.tokens[name.first : name.last]
    if not MANY <= name.size <= LONGEST_ITEM or is_place(marked, name) or in_offices(name, offices):
        return False
    return not any(token.acronym or is_common(token) or is_body_word(token) for token in tokens)


def ends_item(marked: Marked, index: int) -> bool:
    """Whether an item of a list ends at an index."""
    token = marked.at(index)
    return token is None or token.text in {",", ".", ";"} or token.low == "and"


def opens_item(marked: Marked, index: int) -> bool:
    """Whether an item of a list can begin at an index."""
    token = marked.at(index - 1)
    return token is None or token.text in {",", ":", ";"} or token.low == "and"


def after_link(marked: Marked, index: int) -> int:
    """The index after `,`, `and` or `, and`; the same index if none stands there."""
    token = marked.at(index)
    if token is not None and token.text == ",":
        index += 1
        token = marked.at(index)
    return index + 1 if token is not None and token.low in {"and", "&"} else index


def listed_back(line_no: int, marked: Marked, name: Name, office: Office, offices: list[Office]) -> Iterator[Naming]:
    """The names of a list before the last one: `A, B and C, members of …`."""
    index = name.first - 1
    while (token := marked.at(index)) is not None and (token.low in {"and", "&"} or token.text == ","):
        if (before := marked.at(index - 1)) and before.text == ",":
            index -= 1
        further = read_name_back(marked, index, offices)
        if further is None:
            return
        yield Naming(line_no, further.first, further.last, "title_after_list", office)
        index = further.first - 1


def read_name_back(marked: Marked, end: int, offices: list[Office]) -> Name | None:
    """The name that ends right before an index: the longest that reads as one up to there."""
    if end < 1 or (is_office_word(marked.tokens[end - 1]) and not is_given(marked.tokens[end - 1])):
        return None
    for begin in range(earliest_begin(marked, end), end):
        if follows_capital(marked, begin) and not ends_title(marked, begin, offices):
            continue
        token = marked.tokens[begin]
        anchored = not (begin == 0 and is_common(token)) and begin not in marked.countries
        name = read_name(marked, begin, anchored=anchored)
        if name is None or name.last != end or in_offices(name, offices):
            continue
        if good_without_title(marked, name):
            return name
    return None


def earliest_begin(marked: Marked, end: int) -> int:
    """The first index at which a name up to `end` can begin: no name crosses a comma, but before `Jr.` or courtesy."""
    floor = max(0, end - LONGEST_NAME - MANY)
    for step in range(end - 1, floor - 1, -1):
        if marked.tokens[step].text == "," and not courtesy_size(marked, step + 1):
            following = marked.at(step + 1)
            if following is None or following.text not in JUNIORS:
                return step + 1
    return floor


def ends_title(marked: Marked, index: int, offices: list[Office]) -> bool:
    """Whether honorifics or an office end right before an index."""
    if any(office.last == index for office in offices):
        return True
    return any(courtesy_size(marked, begin) == index - begin for begin in range(max(0, index - 3), index))


def good_without_title(marked: Marked, name: Name) -> bool:
    """Whether words beside an office in apposition are a person's name rather than a place's or a body's."""
    tokens = marked.tokens[name.first : name.last]
    if name.courtesy:
        return True
    if name.size < MANY or is_place(marked, name) or any(is_body_word(token) for token in tokens):
        return False
    return is_given(tokens[0]) or not all(is_common(token) for token in tokens)
