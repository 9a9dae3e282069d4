"""Bodies that the words of their names show to be bodies: `Ministry of Energy`, `Ankara University`.

What belongs here: how far such a name reaches to both sides of its head. What does not: whether the whole is a body
(`body_checks`), and known names and companies without a head.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.bodies import (
    CLOSING,
    OPENING,
    POSSESSIVES,
    SMALL,
    bracketed,
    country_start,
    is_day,
    is_office_head,
    quoted_end,
    quoted_start,
)
from pipelines.extract.body_fields import (
    ALWAYS,
    FARTHEST_RIGHT,
    after_and,
    after_comma,
    after_with,
    field_edge,
    run_edge,
)
from pipelines.extract.body_heads import match_head
from pipelines.extract.gazetteer import longest_name, longest_place
from pipelines.extract.lexicons import words
from pipelines.extract.name_words import SMALL_PREFIX
from pipelines.extract.names import courtesy_size
from pipelines.extract.phrases import joins_states
from pipelines.extract.vocabulary import country_end, is_common, title_case

if TYPE_CHECKING:
    from pipelines.extract.bodies import Scope
    from pipelines.extract.body_heads import Head
    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked


MISSIONS = frozenset({"mission", "sent", "union"})
ARTICLES = frozenset({"the", "his", "her", "la", "el", "los", "las", "le", "les", "l\u2019", "l'"})
FOREIGN_LINKS = frozenset({"y", "e", "et", "und", "i"})
MISSION_LINKS = frozenset({"to", "in", "at"})
OWNERS = frozenset(
    {
        "minister", "mayor", "president", "prosecutor", "general", "governor", "people", "women", "children",
        "ombudsman", "leader", "chancellor", "king", "premier", "commissioner",
    }
)  # fmt: skip
EPONYMOUS = frozenset(
    {
        "University", "Foundation", "Institute", "Center", "Centre", "Academy", "School", "Museum", "Hospital",
        "College", "Library",
    }
)  # fmt: skip
FOUNDERS = frozenset({"king", "queen", "prince", "princess", "sheikh", "imam", "emperor", "saint", "sultan", "st."})
INSTRUMENTS = frozenset({"Act", "Bill", "Award", "Prize", "Agreement", "Resolution"})
LOCATED = ("-based", "-led", "-backed", "-run")  # they describe a body and are no part of its name
LONGEST_BEFORE_AND = 4
LONGEST_NAMESAKE = 4
SORTS = frozenset({"NGO", "NGOs", "CSO", "CSOs", "NPO", "SME", "SMEs"})  # they say of what sort a body is
CAPTIONS = frozenset({"photo", "credit", "credits", "caption", "source"})
FARTHEST_LEFT = 9
FARTHEST_TO_BRACKET = 8


def left_edge(scope: Scope, index: int) -> int:
    """The first token of the name whose head stands at an index."""
    head = index
    while head - index < FARTHEST_LEFT and index > 0 and (step := step_left(scope, index, head)) < index:
        index = step
    return index


def step_left(scope: Scope, index: int, head: int) -> int:
    """The index of one more piece of the name to the left, or the same index where it begins."""
    marked, before = scope.marked, index - 1
    piece = marked.tokens[before]
    if piece.text in POSSESSIVES or joins_states(marked, before):
        return mark_left(scope, before)
    if piece.text in CLOSING or not marked.adjacent(index) or is_day(piece):
        return quoted_start(marked, before) if piece.text in CLOSING else index
    if piece.low in words("name_particles") and index != head and scope.is_person(index):
        return before
    if before in marked.countries:
        return index if piece.text.endswith(LOCATED) else country_start(marked, before)
    if piece.low in {"and", "&"}:
        return (before_and(scope, before) if index != head else None) or index
    return before if belongs_before(scope, before, head) else index


def mark_left(scope: Scope, index: int) -> int:
    """The index of the owner before a possessive, or of the state before a dash, else the one behind the mark."""
    if scope.marked.tokens[index].text in POSSESSIVES:
        return index - 1 if is_owner(scope, index - 1) else index + 1
    return country_start(scope.marked, index - 1)


def belongs_before(scope: Scope, index: int, head: int) -> bool:
    """Whether a word may stand in a name before its head; a person's name only where things bear persons' names."""
    marked = scope.marked
    token = marked.tokens[index]
    if not token.capital or not token.word or token.low in words("function_words") or token.text in SORTS:
        return False
    if scope.is_person(index):
        owned = marked.tokens[index + 1].text in POSSESSIVES
        return title_case(marked.tokens[head].text) in EPONYMOUS and not owned
    if token.low in FOUNDERS and title_case(marked.tokens[head].text) in EPONYMOUS:
        return True
    ranked = (courtesy_size(marked, index) > 0 and token.low != "general") or token.low in {"jr.", "sr."}
    return not (
        is_office_head(token) or ranked or (token.low in CAPTIONS and index <= 1) or opens_sentence(marked, index)
    )


def is_owner(scope: Scope, index: int) -> bool:
    """Whether a possessive belongs to the name (`the Mayor's Office`, `Women's Fund`) and is no state's or body's."""
    marked, token = scope.marked, scope.marked.at(index)
    if token is None or not token.capital or scope.is_person(index) or index in marked.countries:
        return False
    if token.low in OWNERS:
        return True
    return is_common(token) and not token.acronym and not is_office_head(token) and not ends_body(marked, index)


def ends_body(marked: Marked, index: int) -> bool:
    """Whether the head of a body stands at a token or before it in the same row: `the Ministry of Energy's`."""
    for step in range(index, max(-1, index - FARTHEST_LEFT), -1):
        token = marked.tokens[step]
        if not (token.capital or token.low in SMALL):
            return False
        if match_head(marked, step) is not None:
            return True
    return False


def opens_sentence(marked: Marked, index: int) -> bool:
    """Whether a capital is owed to the beginning of the sentence alone."""
    token = marked.tokens[index]
    return index == 0 and token.low.endswith(("ing", "ly")) and is_common(token)


def before_and(scope: Scope, link: int) -> int | None:
    """The start of the words before an `and` inside a name (`the Food and Drug Administration`), or None."""
    if link and scope.marked.tokens[link - 1].end == scope.marked.tokens[link].start:
        return link - 1
    marked = scope.marked
    if names_another(marked, link):
        return None
    index = link
    while index > 0 and link - index < LONGEST_BEFORE_AND:
        token = marked.tokens[index - 1]
        comma = token.text == "," and index < link
        plain = is_plain(scope, index - 1)
        if index - 1 in marked.countries or not (comma or plain):
            break
        if plain and (is_office_head(token) or match_head(marked, index - 1) or is_day(token) or is_state(token)):
            return None
        index -= 1
    before = marked.at(index - 1)
    if index == link or before is None or marked.tokens[index].text == ",":
        return None
    determined = (
        marked.tokens[link].text == "&"
        or before.low == "the"
        or is_described(marked, index - 1)
        or before.acronym
        or before.text in POSSESSIVES
        or index - 1 in marked.countries
    )
    return index if determined else None


def names_another(marked: Marked, link: int) -> bool:
    """Whether a proper name behind `and` begins another body: `the Reading Volunteers and Zarix University`."""
    following, after = marked.tokens[link + 1], marked.at(link + 2)
    proper = not is_common(following) and not following.acronym and link + 1 not in marked.countries
    return proper and after is not None and match_head(marked, link + 2) is not None


def is_described(marked: Marked, index: int) -> bool:
    """Whether a small word behind an article stands before the name: `the joint Trade and Energy Agency`."""
    token, article = marked.tokens[index], marked.at(index - 1)
    return article is not None and article.low in {"the", "its", "their"} and token.word and not token.capital


def is_state(token: Token) -> bool:
    """Whether the word stands for a state, which no body's name joins by `and`."""
    return token.low in {"government", "governments"}


def right_edge(scope: Scope, index: int, *, head: Head) -> int:
    """The index after the name whose head ends at an index."""
    begin = index
    while index - begin < FARTHEST_RIGHT and (step := step_right(scope, begin, index, head)) > index:
        index = step
    return named_after_edge(scope, acronym_edge(scope, begin - head.size, index), head)


def named_after_edge(scope: Scope, index: int, head: Head) -> int:
    """The index after `named after` and the person whose name a university or a museum bears."""
    marked = scope.marked
    if head.name not in EPONYMOUS or marked.lows[index : index + 2] != ("named", "after"):
        return index
    end = begin = index + 2
    while (token := marked.at(end)) is not None and end - begin < LONGEST_NAMESAKE:
        if not (token.capital or SMALL_PREFIX.match(token.text)) or not token.word:
            break
        end += 1
    return end if end > begin else index


def acronym_edge(scope: Scope, first: int, index: int) -> int:
    """The index of a bracket a few words on whose acronym begins as the name does, so that they belong to the name."""
    marked = scope.marked
    for step in range(index, min(index + FARTHEST_TO_BRACKET, len(marked.tokens))):
        token = marked.tokens[step]
        if token.text == "(":
            inner = bracketed(marked, step)
            same = inner is not None and marked.tokens[inner].text[0] == marked.tokens[first].text[0]
            return step if same else index
        linking = token.low in SMALL or token.low == "with"
        if scope.is_person(step) or not (linking or (token.capital and token.word)):
            return index
    return index


def step_right(scope: Scope, begin: int, index: int, head: Head) -> int:
    """The index after one more piece of the name to the right, or the same index where it ends."""
    token = scope.marked.at(index)
    if token is None:
        return index
    mission = head.needs in MISSIONS
    always = token.low == "of" if mission and head.needs != "union" else token.low in ALWAYS
    if always or (mission and is_sent(scope, begin, index)):
        return linked_edge(scope, index, mission=mission)
    return (
        beside_head(scope, index, head)
        if index == begin
        else more_fields(scope, index, mission=mission, foreign=head.needs == "after")
    )


def is_sent(scope: Scope, begin: int, index: int) -> bool:
    """Whether a mission's state or seat follows: `to the United Nations`, `in Vienna`, but not after `to`."""
    before = scope.marked.tokens[begin:index]
    return scope.marked.tokens[index].low in MISSION_LINKS and not any(token.low == "to" for token in before)


def more_fields(scope: Scope, index: int, *, mission: bool, foreign: bool) -> int:
    """The index after `and`, a comma or `in` with more of what a body is for, or the same index."""
    low = scope.marked.tokens[index].low
    if low in {"and", "&"}:
        return after_and(scope, index)
    if low in FOREIGN_LINKS and foreign:
        return run_edge(scope, index + 1)
    if low == ",":
        return after_comma(scope, index)
    if low == "with":
        return index if mission else after_with(scope, index)
    return field_edge(scope, index) if low == "in" and not mission else index


def beside_head(scope: Scope, index: int, head: Head) -> int:
    """The index after capitals right behind a head: a further head, a mission's seat, a name in another language."""
    marked = scope.marked
    if marked.tokens[index].text in OPENING:
        return quoted_end(marked, index)
    if not marked.tokens[index].capital or not marked.adjacent(index) or scope.is_person(index):
        return index
    further = match_head(marked, index)
    if further is not None and further.name != "Department":
        return index + further.size
    if head.needs in MISSIONS:
        named = index in marked.countries and marked.countries[index].form == "name"
        return country_end(marked, index) if named else longest_place(marked, index)
    return run_edge(scope, index) if head.needs == "after" else index


def linked_edge(scope: Scope, index: int, *, mission: bool) -> int:
    """The index after a preposition and its capitals."""
    marked = scope.marked
    article = marked.at(index + 1)
    begin = index + 2 if article is not None and article.low in ARTICLES else index + 1
    token = marked.at(begin)
    if token is None or not token.capital or not token.word or scope.is_person(begin):
        return index
    if mission and marked.tokens[index].low in {"in", "at"}:
        place = longest_name(marked, begin)
        return country_end(marked, begin) if begin in marked.countries else (place if place > begin else index)
    if is_office_head(token) and marked.tokens[index].low not in {"under", "of"}:
        return index
    end = run_edge(scope, begin)
    return end if end > begin and marked.tokens[end - 1].text not in INSTRUMENTS else index


def is_plain(scope: Scope, index: int) -> bool:
    """Whether a token is a capital of common English, no small word of a heading and nobody's name."""
    token = scope.marked.tokens[index]
    common = token.capital and token.word and is_common(token) and token.low not in words("function_words")
    return common and not scope.is_person(index)
