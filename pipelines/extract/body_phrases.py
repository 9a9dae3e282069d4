"""Bodies that the words of their names show to be bodies: `Ministry of Energy`, `Ankara University`.

What belongs here: how far such a name reaches to both sides of its head. What does not: whether the whole is a body
(`body_checks`), and known names and companies without a head.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.bodies import POSSESSIVES, SMALL, bracketed, country_start, is_day, is_office_head
from pipelines.extract.body_heads import match_head
from pipelines.extract.gazetteer import longest_place
from pipelines.extract.lexicons import word_class, words
from pipelines.extract.names import courtesy_size
from pipelines.extract.vocabulary import country_end, is_common, is_given, title_case

if TYPE_CHECKING:
    from pipelines.extract.bodies import Scope
    from pipelines.extract.body_heads import Head
    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked


ALWAYS = frozenset({"of", "for", "on", "against", "under", "de", "du", "des", "d\u2019", "of\u2019"})
MISSIONS = frozenset({"mission", "sent", "union"})
MISSION_LINKS = frozenset({"to", "in", "at"})
OWNERS = frozenset(
    {
        "minister",
        "mayor",
        "president",
        "prosecutor",
        "general",
        "governor",
        "people",
        "women",
        "children",
        "ombudsman",
        "leader",
        "chancellor",
        "king",
        "premier",
    }
)
EPONYMOUS = frozenset({"University", "Foundation", "Institute", "Center", "Centre", "Academy", "School", "Museum"})
LONGEST_LIST = 10
LONGEST_BEFORE_AND = 4
CAPTIONS = frozenset({"photo", "credit", "credits", "caption", "source"})
FARTHEST_LEFT = 9
FARTHEST_TO_BRACKET = 8
FARTHEST_RIGHT = 30


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
    if piece.text in POSSESSIVES:
        return before - 1 if is_owner(scope, before - 1) else index
    if not marked.adjacent(index) or is_day(piece):
        return index
    if before in marked.countries:
        return country_start(marked, before)
    if piece.low in {"and", "&"}:
        return (before_and(scope, before) if index != head else None) or index
    return before if belongs_before(scope, before, head) else index


def belongs_before(scope: Scope, index: int, head: int) -> bool:
    """Whether a word may stand in a name before its head; a person's name only where things bear persons' names."""
    marked = scope.marked
    token = marked.tokens[index]
    if not token.capital or not token.word or token.low in words("function_words"):
        return False
    if scope.is_person(index):
        owned = marked.tokens[index + 1].text in POSSESSIVES
        return title_case(marked.tokens[head].text) in EPONYMOUS and not owned
    ranked = courtesy_size(marked, index) > 0 and token.low != "general"
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
        or before.acronym
        or before.text in POSSESSIVES
        or index - 1 in marked.countries
    )
    return index if determined else None


def is_state(token: Token) -> bool:
    """Whether the word stands for a state, which no body's name joins by `and`."""
    return token.low in {"government", "governments"}


def right_edge(scope: Scope, index: int, *, head: Head) -> int:
    """The index after the name whose head ends at an index."""
    begin = index
    while index - begin < FARTHEST_RIGHT and (step := step_right(scope, begin, index, head)) > index:
        index = step
    return acronym_edge(scope, begin - head.size, index)


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
    return beside_head(scope, index, head) if index == begin else more_fields(scope, index, mission=mission)


def is_sent(scope: Scope, begin: int, index: int) -> bool:
    """Whether a mission's state or seat follows: `to the United Nations`, `in Vienna`, but not after `to`."""
    before = scope.marked.tokens[begin:index]
    return scope.marked.tokens[index].low in MISSION_LINKS and not any(token.low == "to" for token in before)


def more_fields(scope: Scope, index: int, *, mission: bool) -> int:
    """The index after `and`, a comma or `in` with more of what a body is for, or the same index."""
    low = scope.marked.tokens[index].low
    if low in {"and", "&"}:
        return after_and(scope, index)
    if low == ",":
        return after_comma(scope, index)
    return field_edge(scope, index) if low == "in" and not mission else index


def beside_head(scope: Scope, index: int, head: Head) -> int:
    """The index after capitals right behind a head: a further head, a mission's seat, a name in another language."""
    marked = scope.marked
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
    begin = index + 2 if article is not None and article.low in {"the", "his", "her"} else index + 1
    token = marked.at(begin)
    if token is None or not token.capital or not token.word or scope.is_person(begin):
        return index
    if mission and marked.tokens[index].low in {"in", "at"}:
        place = longest_place(marked, begin)
        return country_end(marked, begin) if begin in marked.countries else (place if place > begin else index)
    if is_office_head(token) and marked.tokens[index].low not in {"under", "of"}:
        return index
    end = run_edge(scope, begin)
    return end if end > begin else index


def field_edge(scope: Scope, index: int) -> int:
    """The index after `in` and a field of work (`… against Trafficking in Human Beings`), not a place."""
    marked = scope.marked
    begin = index + 1
    if not is_field(scope, begin) or longest_place(marked, begin) > begin:
        return index
    return run_edge(scope, begin)


def is_plain(scope: Scope, index: int) -> bool:
    """Whether a token is a capital of common English, no small word of a heading and nobody's name."""
    token = scope.marked.tokens[index]
    common = token.capital and token.word and is_common(token) and token.low not in words("function_words")
    return common and not scope.is_person(index)


def run_edge(scope: Scope, begin: int) -> int:
    """The index after a row of capitals that may stand in a body's name."""
    marked = scope.marked
    index = begin
    while (token := marked.at(index)) is not None and index - begin < FARTHEST_RIGHT:
        if index > begin and not marked.adjacent(index):
            break
        if index in marked.countries:
            adjective = marked.countries[index].form == "adjective"
            index = country_end(marked, index)
            if not adjective and (marked.at(index) is None or match_head(marked, index) is None):
                break
            continue
        if not token.capital or not token.word or scope.is_person(index) or is_day(token):
            break
        if index > begin and ends_run(marked, index) and not closes_office(marked, begin, index):
            break
        index += 1
    return index


def closes_office(marked: Marked, begin: int, index: int) -> bool:
    """Whether a head of an office completes the one that a body belongs to: `Chancellery of the Prime Minister`."""
    return index == begin + 1 and marked.tokens[begin].low in {"prime", "attorney", "vice"}


def ends_run(marked: Marked, index: int) -> bool:
    """Whether a capital no longer belongs to a body's name: an office, a rank, a small word of a heading."""
    token = marked.tokens[index]
    other = is_office_head(token) or token.low in words("function_words") or courtesy_size(marked, index) > 0
    return other or ends_field(marked, index)


def ends_field(marked: Marked, index: int) -> bool:
    """Whether a name is complete before a capital: behind `Affairs`, and before a given name that leads a person's."""
    token, before, following = marked.tokens[index], marked.tokens[index - 1], marked.at(index + 1)
    if before.low == "affairs" and index - 1 not in marked.countries:
        return True
    named = following is not None and following.capital and following.word and marked.adjacent(index + 1)
    return named and is_given(token) and not is_common(token) and is_common(before)


def after_and(scope: Scope, link: int) -> int:
    """The index after `and` with further fields of work (`… and Trade`); the same index where another thing begins."""
    marked = scope.marked
    token = marked.at(link + 1)
    if token is None or link - 1 in marked.countries or not is_field(scope, link + 1):
        return link
    end = run_edge(scope, link + 1)
    for index in range(link + 1, end):
        if is_other_head(marked, index) or is_office_head(marked.tokens[index]):
            return link
        if index in marked.countries:
            return index if index > link + 1 else link
    return link if is_office_at(marked, end) else end


def is_other_head(marked: Marked, index: int) -> bool:
    """Whether another body's head stands at a token; the plain words that end firms' names may be fields of work."""
    head = match_head(marked, index)
    return head is not None and not (head.kind == "company" and head.needs == "name")


def is_office_at(marked: Marked, index: int) -> bool:
    """Whether an office's head follows, to which the words before would belong."""
    token = marked.at(index)
    return token is not None and token.capital and is_office_head(token) and marked.adjacent(index)


def is_field(scope: Scope, index: int) -> bool:
    """Whether a word is a common capital, as the fields of a ministry's work are."""
    marked = scope.marked
    token = marked.at(index)
    if token is not None and are_people(scope.marked, index):
        return not scope.is_person(index)
    if token is None or not token.capital or not token.word or not is_common(token) or token.acronym:
        return token is not None and token.text.isupper() and is_common(token) and len(token.text) > 3  # noqa: PLR2004
    return not scope.is_person(index) and index not in marked.countries and token.low not in word_class("calendar")


def are_people(marked: Marked, index: int) -> bool:
    """Whether a plural goes on with a plural: `of Cardiologists and Radiographers`."""
    token, before = marked.tokens[index], marked.at(index - 2)
    plural = token.capital and token.low.endswith("s") and index not in marked.countries
    return plural and not token.acronym and before is not None and before.capital and before.low.endswith("s")


def after_comma(scope: Scope, comma: int) -> int:
    """The index after a list of fields of work that closes with `and`: `of Education, Science and Culture`."""
    marked = scope.marked
    index, linked = comma, False
    while (token := marked.at(index)) is not None and index - comma < LONGEST_LIST:
        if token.text == ",":
            index += 1
            continue
        if token.low in {"and", "&"}:
            linked = True
            index += 1
            break
        if not is_field(scope, index) or is_other_head(marked, index) or is_office_head(token):
            return comma
        index += 1
    if not linked or not is_field(scope, index):
        return comma
    end = after_and(scope, index - 1)
    return end if end > index - 1 else comma
