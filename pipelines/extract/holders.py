"""Who holds an office: the name stands behind the title, before it in apposition, in a list, or as a counterpart.

What belongs here: the ways in which a sentence links a name and an office. What does not: names without an office
(`persons`), and the words of the office itself (`offices`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.complement_lists import DASHES, spaced
from pipelines.extract.enumerations import is_defined, is_titled, opens_item
from pipelines.extract.gazetteer import is_capital, places
from pipelines.extract.lexicons import mapping, word_class
from pipelines.extract.lists import LONGEST_BRACKET, country_after, is_of_body, listed, listed_back, read_name_back
from pipelines.extract.name_words import is_office_word
from pipelines.extract.names import Name, is_bare_surname, read_name
from pipelines.extract.naming import Naming, in_offices, is_place
from pipelines.extract.positions import DEPUTY_WORDS
from pipelines.extract.vocabulary import country_end, is_common, is_given

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.extract.offices import Office
    from pipelines.extract.vocabulary import Marked

MANY = 2
LONGEST_FORMER = 14
FORMERLY = frozenset({"until", "recently", "formerly", "previously"})
COUNTERPARTS = frozenset({"counterpart", "counterparts", "colleague"})
PLAIN_FOREIGN = frozenset({"minister", "of", "for", "foreign", "affairs", "the"})


def after_office(line_no: int, marked: Marked, offices: list[Office]) -> Iterator[Naming]:
    """`Deputy Minister Roman Vassilenko`, `the British Ambassador, Kathy Leach`, `Ministers A and B`."""
    for place, office in enumerate(offices):
        token = marked.at(office.last)
        if token is None or (token.text == ":" and office.small):
            continue
        dashed = token.text in DASHES and spaced(marked, office.last) and not (office.small or office.plural)
        if place + 1 < len(offices) and offices[place + 1].first == office.last and is_crown(office):
            yield from after_crown(line_no, marked, office, offices[place + 1])
            continue
        with_comma = token.text in {",", ":"} or (dashed and marked.tokens[0].text not in DASHES)
        if token.text == "," and is_apposed(marked, office, offices):
            continue
        name = read_name(marked, office.last + 1 if with_comma else office.last, anchored=True)
        if name is None or not plausible(marked, name, office, with_comma=with_comma):
            continue
        if with_comma and office.small and not is_defined(marked, office, name):
            continue
        if not in_offices(name, offices):
            if is_of_body(marked, name) and office.country is None:
                office = office._replace(body=True)  # noqa: PLW2901 - the same office, now known to be a body's
            yield Naming(
                line_no, name.first, name.last, "title_before_name", office, country_after(marked, name, office)
            )
            if office.plural:
                yield from listed(line_no, marked, name, office)


def is_crown(office: Office) -> bool:
    """Whether an office is a monarch's."""
    return mapping("offices")[office.head] in {"head_of_state", "royal"}


def after_crown(line_no: int, marked: Marked, office: Office, inner: Office) -> Iterator[Naming]:
    """The name behind two styles of one monarch: `Yang di-Pertuan Agong Sultan Omar`."""
    name = read_name(marked, inner.last, anchored=True)
    if name is not None:
        yield Naming(line_no, name.first, name.last, "title_before_name", office)


def is_apposed(marked: Marked, office: Office, offices: list[Office]) -> bool:
    """Whether a name stands before the office, so that what follows its comma is another's or a body's."""
    end = name_end_before(marked, office)
    if end is None or read_name_back(marked, end, offices) is None:
        return False
    return not opens_item(marked, office, offices)


def plausible(marked: Marked, name: Name, office: Office, *, with_comma: bool) -> bool:
    """Whether a name after an office can be its holder's; after a comma one unknown word is too little."""
    tokens = marked.tokens[name.first : name.last]
    if runs_into_body(marked, name.last):
        return False
    if is_place(marked, name) and not name.courtesy and (with_comma or not is_namesake(marked, name)):
        return False
    if not with_comma:
        return name.courtesy or name.size >= MANY or not office.small
    if office.plural and not lists_more(marked, name.last):
        return False
    if office.bare and not is_the_before(marked, office):
        opens = office.first == 0 or closes(marked, name.last)
        return name.courtesy or (name.size >= MANY and is_given(tokens[0]) and opens)
    return name.courtesy or (name.size >= MANY and (is_given(tokens[0]) or closes(marked, name.last)))


def is_namesake(marked: Marked, name: Name) -> bool:
    """Whether the name of a town is a surname here, right behind an office: `Secretary Austin`, but no capital."""
    before, following = marked.tokens[name.first - 1], marked.at(name.last)
    if name.size > 1:
        return False
    if is_bare_surname(marked, name.first):
        return True
    if before.text not in word_class("before_bare_surname"):
        return False
    capital = any(is_capital(place) for place in places().get(marked.tokens[name.first].low, ()))
    return not capital and (following is None or not following.capital)


def runs_into_body(marked: Marked, index: int) -> bool:
    """Whether a body's or a programme's name goes on behind a person's: `the Ana Doe Exchange Fellowship`."""
    step = index
    while (token := marked.at(step)) is not None and token.capital and token.word and marked.adjacent(step):
        if not (is_common(token) or token.acronym) or token.low in word_class("calendar") or is_office_word(token):
            return False
        step += 1
    return step > index and marked.tokens[step - 1].low in word_class("named_after")


def lists_more(marked: Marked, index: int) -> bool:
    """Whether a list of names goes on: `, A, B and C` rather than `With the Foreign Ministers, A agreed`."""
    token, following = marked.at(index), marked.at(index + 1)
    if token is None or following is None:
        return True
    return token.low in {"and", "&", ";", "(", "\u2013"} or (token.text == "," and following.low != "who")


def is_the_before(marked: Marked, office: Office) -> bool:
    """Whether the office is a definite one."""
    token = marked.at(office.first - 1)
    return token is not None and token.low in {"the", "its", "our", "their"}


def closes(marked: Marked, index: int) -> bool:
    """Whether a comma or the end of the sentence follows."""
    token = marked.at(index)
    return token is None or token.text in {",", ".", ";", ":", ")"}


def before_office(line_no: int, marked: Marked, offices: list[Office]) -> Iterator[Naming]:
    """`Nusrat Ghani, First Deputy Speaker of …`, `A and B, members of …`, `Jane Doe (Minister of …)`."""
    for office in offices:
        end = name_end_before(marked, office)
        if end is None or (office.bare and office.small and not leads_on(marked, office.last)):
            continue
        name = read_name_back(marked, end, offices)
        if name is None or in_offices(name, offices) or leads_to_own_name(marked, office):
            continue
        if opens_clause(marked, office) or opens_item(marked, office, offices):
            continue
        if leads_to_capital(marked, office) and is_titled(marked, name, offices):
            continue
        others = list(listed_back(line_no, marked, name, office, offices)) if office.plural else []
        if office.plural and not others:
            continue
        yield Naming(line_no, name.first, name.last, "title_after_name", office)
        yield from others


def leads_on(marked: Marked, index: int) -> bool:
    """Whether a complement in small letters follows: `Jane Doe, leader of the opposition`."""
    token = marked.at(index)
    return token is not None and token.low in {"of", "for"}


def leads_to_capital(marked: Marked, office: Office) -> bool:
    """Whether a capital, which may begin a name unknown to us, stands right behind an office: `…, Minister Low Yen`."""
    following = marked.at(office.last)
    return following is not None and following.capital and following.word and marked.adjacent(office.last)


def opens_clause(marked: Marked, office: Office) -> bool:
    """Whether a definite office is the subject of a verb behind it: `After the talks with Doe, the Minister said`."""
    token = marked.at(office.last)
    return token is not None and is_the_before(marked, office) and token.text in word_class("saying")


def name_end_before(marked: Marked, office: Office) -> int | None:
    """Where a name must end for the office to stand in apposition to it; None where nothing links them."""
    index = before_determiners(marked, office.first - 1)
    token = marked.at(index)
    if token is None:
        return None
    if token.low in word_class("made_officer") and (
        token.low != "made" or marked.tokens[index - 1].low in {"been", "was"}
    ):
        end = before_verbs(marked, index)
        return before_apposition(marked, end) if token.low != "as" else end
    if token.low == "is" and index < office.first - 1 and not office.bare:
        return before_postnominals(marked, index)
    if token.text == "and" and (before := marked.at(index - 1)) and before.text == ",":
        return None
    return before_postnominals(marked, index) if token.text in {",", "(", "\u2013", "\u2014"} else None


def before_determiners(marked: Marked, index: int) -> int:
    """The index before articles, possessives, courtesy and the country's name that lead an office."""
    while index >= 0 and (
        marked.tokens[index].low in word_class("determiner")
        or index in marked.countries
        or is_possessive(marked, index)
        or marked.tokens[index].text == "*"
        or marked.tokens[index].low in word_class("courtesy")
        or marked.tokens[index].low in FORMERLY
    ):
        index -= 1
    return index


def before_verbs(marked: Marked, index: int) -> int:
    """Where a name ends before `has been appointed`, `was elected as`, or a plain `as`."""
    while index > 0 and marked.tokens[index - 1].low in word_class("made_officer_by"):
        index -= 1
    return before_postnominals(marked, index)


def before_apposition(marked: Marked, index: int) -> int:
    """Where a name ends before a former office between commas: `Jane Doe, a counsellor in Lima, has been made …`."""
    if marked.tokens[index - 1].text != ",":
        return index
    reach = range(index - MANY, max(0, index - LONGEST_FORMER), -1)
    return next((step for step in reach if marked.tokens[step].text == ","), index)


def before_postnominals(marked: Marked, index: int) -> int:
    """Where a name ends before letters of honour or a bracket: `David Hale MP,`, `Asha Rao (IFS: 2001),`."""
    while marked.tokens[index - 1].text == "*" and index > MANY:
        index -= 1
    if marked.tokens[index - 1].text == ")":
        opened = [step for step in range(max(0, index - LONGEST_BRACKET), index) if marked.tokens[step].text == "("]
        index = opened[-1] if opened else index
    while index > 1 and marked.tokens[index - 1].text in word_class("postnominal"):
        index -= 2 if marked.tokens[index - 2].text == "," else 1
    return index


def is_possessive(marked: Marked, index: int) -> bool:
    """Whether a possessive mark stands at an index."""
    return marked.tokens[index].low in {"\u2019s", "'s"}


def leads_to_own_name(marked: Marked, office: Office) -> bool:
    """Whether the office already has a holder right behind it: `John Coale, US President Donald Trump's envoy`."""
    name = read_name(marked, office.last, anchored=True)
    return name is not None and not office.plural and not is_place(marked, name)


def after_country(line_no: int, marked: Marked, offices: list[Office]) -> Iterator[Naming]:
    """`the foreign ministers of Spain - Juan García, Latvia - Anna Ozola`: country, dash, name."""
    plural = [office for office in offices if office.plural]
    for index in sorted(marked.countries) if plural else ():
        last = country_end(marked, index)
        dash = marked.at(last)
        if dash is None or index - 1 in marked.countries:
            continue
        dashed = dash.text in {"\u2013", "—", "-", "("}
        if not dashed and not (dash.capital and opens_state(marked, index)):
            continue
        before = [office for office in plural if office.first < index and (dashed or not office.small)]
        name = read_name(marked, last + 1 if dashed else last, anchored=True)
        if name is not None and before and name.size >= MANY:
            yield Naming(line_no, name.first, name.last, "country_and_name", before[-1], marked.countries[index].code)


def opens_state(marked: Marked, index: int) -> bool:
    """Whether a country opens an item of a list, behind a comma or `and`: `…, the Republic of Peru Ana Doe, …`."""
    before = marked.at(index - 2 if marked.tokens[index - 1].low == "the" else index - 1)
    return before is not None and (before.text == "," or before.low == "and")


def after_counterpart(line_no: int, marked: Marked, offices: list[Office]) -> Iterator[Naming]:
    """`his Israeli counterpart Gideon Sa'ar`, `her counterpart from Japan, Takeo Akiba`."""
    if marked.words.isdisjoint(COUNTERPARTS):
        return
    for index, token in enumerate(marked.tokens):
        if token.low not in COUNTERPARTS:
            continue
        country = marked.countries[index - 1].code if index - 1 in marked.countries else None
        if (apposed := name_before_counterpart(marked, index, offices)) is not None:
            office = same_office(marked, apposed.first, offices, country)
            yield Naming(line_no, apposed.first, apposed.last, "counterpart", office, country)
            continue
        begin = index + 1
        linked = marked.at(begin)
        if linked and linked.low in {"from", "of"} and begin + 1 in marked.countries:
            country = marked.countries[begin + 1].code
            begin = country_end(marked, begin + 1)
        if (comma := marked.at(begin)) and comma.text == ",":
            begin += 1
        name = read_name(marked, begin, anchored=True)
        if name is not None and (name.size >= MANY or name.courtesy) and not is_place(marked, name):
            yield Naming(
                line_no, name.first, name.last, "counterpart", same_office(marked, index, offices, country), country
            )


def name_before_counterpart(marked: Marked, index: int, offices: list[Office]) -> Name | None:
    """The name in front of the word: `Kemal Aydin, his Turkish counterpart`."""
    step = index - 1
    while step > 0 and (step in marked.countries or marked.tokens[step].low in word_class("determiner")):
        step -= 1
    if step <= 0 or step == index - 1 or marked.tokens[step].text != ",":
        return None
    return read_name_back(marked, step, offices)


def same_office(marked: Marked, index: int, offices: list[Office], country: str | None) -> Office | None:
    """The office of the one whose counterpart is named, if the sentence tells it before."""
    before = [office for office in offices if office.last <= index and not office.plural]
    if not before or country is None or any(token.text == ";" for token in marked.tokens[before[-1].last : index]):
        return None
    return of_counterpart(before[-1], country)


def of_counterpart(office: Office, country: str) -> Office:
    """The office of a counterpart: a foreign minister's, whatever else the one who is named first looks after."""
    parts = set(office.title.lower().split())
    foreign = bool(parts & {"foreign", "diplomacy"}) and not parts & DEPUTY_WORDS
    if not foreign or parts <= PLAIN_FOREIGN:
        return office._replace(country=country)
    return office._replace(country=country, head="Minister", title="Minister of Foreign Affairs", joint=False)
