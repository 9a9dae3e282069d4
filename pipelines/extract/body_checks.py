"""Whether words that end in the head of a body do name one.

What belongs here: what each sort of head needs beside it, and mechanisms, venues and departments that only look like
bodies. What does not: how far the name reaches (`body_phrases`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipelines.extract.bodies import (
    POSSESSIVES,
    SMALL,
    BodyWords,
    bracketed,
    country_near,
    is_office_head,
    words_at,
)
from pipelines.extract.body_firms import is_firm, is_union
from pipelines.extract.body_heads import first_words, match_head
from pipelines.extract.body_missions import is_mission, is_sent_mission, is_union_delegation
from pipelines.extract.body_offices import is_office
from pipelines.extract.body_phrases import left_edge, right_edge
from pipelines.extract.gazetteer import longest_place
from pipelines.extract.known_bodies import by_acronym
from pipelines.extract.lexicons import mapping, rows
from pipelines.extract.vocabulary import country_end, is_common, title_case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pipelines.extract.bodies import Scope
    from pipelines.extract.body_heads import Head
    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked

DEPARTMENT_STATES = frozenset({"US", "GB", "IE", "AU", "ZA", "PH", "CA", "CH"})
TEACHING = frozenset(
    {"University", "Universidad", "Universit\u00e9", "Universit\u00e4t", "Universit\u00e0", "Institute"}
)
STANDING = frozenset({"national", "federal", "supreme", "central"})
MEMBERS = frozenset({"Ministers", "Heads", "Presidents", "Leaders", "Elders", "Chairs"})
BRANCHED = frozenset({"University", "Institute", "Foundation", "College", "Bank", "Association", "Society"})
OF_TWO_STATES = frozenset({"Commission", "Committee", "Council", "Board", "Assembly", "Alliance", "Task Force"})
UNNAMED = frozenset({"Ministry", "Government", "Department", "Embassy", "President", "Agency"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name around a head: the words before and after it, without countries and small words."""

    marked: Marked
    first: int
    at: int  # where the head stands
    last: int
    head: Head
    before: tuple[Token, ...]
    after: tuple[Token, ...]
    countries: tuple[str, ...]
    acronym: str | None

    @property
    def own(self) -> bool:
        """Whether it has a word of its own beside head and country."""
        return bool(self.before or self.after)


def find_phrases(scope: Scope) -> Iterator[BodyWords]:
    """Every body of a sentence that its head shows."""
    covered = 0  # up to where the last body reaches, whose further heads show no other
    tokens, begins = scope.marked.tokens, first_words()
    for index in scope.marked.capitals:
        if index < covered or tokens[index].text not in begins or scope.is_person(index):
            continue
        head = match_head(scope.marked, index) if index not in scope.marked.countries else None
        if head is None:
            continue
        found = read_candidate(scope, index, head)
        if CHECKS[head.needs](found) and not is_base(found):
            covered = found.last
            yield phrase_words(scope.line_no, found)


def read_candidate(scope: Scope, index: int, head: Head) -> Candidate:
    """The name around a head, sorted out."""
    marked = scope.marked
    first = left_edge(scope, index)
    first += marked.tokens[first].low == "the"
    last = with_branch(marked, right_edge(scope, index + head.size, head=head), head.name)
    inner = bracketed(marked, last)
    codes = [marked.countries[step].code for step in range(first, last) if step in marked.countries]
    return Candidate(
        marked=marked,
        first=first,
        at=index,
        last=last,
        head=head,
        before=own_words(marked, first, index),
        after=own_words(marked, index + head.size, last),
        countries=tuple(dict.fromkeys(codes)),
        acronym=marked.tokens[inner].text if inner is not None else None,
    )


def with_branch(marked: Marked, last: int, name: str) -> int:
    """The end of a name with the country that stands right behind it: `Acme University Vietnam`."""
    if name not in BRANCHED or last not in marked.countries or not marked.adjacent(last):
        return last
    end = country_end(marked, last)
    following = marked.at(end)
    closed = following is None or not (following.capital or following.text in POSSESSIVES)
    return end if closed and marked.countries[last].form == "name" else last


def own_words(marked: Marked, first: int, last: int) -> tuple[Token, ...]:
    """The words between two indexes that belong to no country's name and are no small words."""
    return tuple(
        marked.tokens[step]
        for step in range(first, last)
        if step not in marked.countries and marked.tokens[step].low not in SMALL and marked.tokens[step].word
    )


def phrase_words(line_no: int, found: Candidate) -> BodyWords:
    """The words of a body that its head shows, with its country."""
    start, end, name = words_at(found.marked, found.first, found.last)
    kind = found.head.kind
    if kind == "company" and any(token.text in by_acronym() for token in found.before):
        kind = "association"
    return BodyWords(
        line_no, found.first, found.last, start, end, name, kind, f"{kind}_words", country_of(found), None,
        found.acronym, same_head(found.head.name),
    )  # fmt: skip


def country_of(found: Candidate) -> str | None:
    """The country that a name states; of several a mission bears its own first, a ministry last."""
    marked, codes = found.marked, found.countries
    if found.head.kind == "international":
        return None
    if not codes:
        return country_near(marked, found.first, found.last)
    if len(codes) == 1 or found.head.kind == "mission":
        return codes[0]
    return (codes[0] if found.at > found.first else codes[-1]) if found.head.kind == "ministry" else None


def same_head(name: str) -> str:
    """A head in the one spelling under which bodies are compared."""
    return name.lower().replace("centre", "center").replace("organisation", "organization")


def barred(found: Candidate, *reasons: str) -> bool:
    """Whether a word before the head shows that the whole is no body: `Joint Commission`, `Convention Centre`."""
    if "mechanism" in reasons and any(token.low in STANDING for token in found.before):
        return False
    return any((token.low, reason) in barring_words() for token in found.before for reason in reasons)


@cache
def barring_words() -> frozenset[tuple[str, str]]:
    """Words that stand before a head where no body is meant, with the reason."""
    return frozenset((row["word"], row["why"]) for row in rows("not_bodies"))


def is_body(found: Candidate) -> bool:
    """A head of a body that has words of its own."""
    whole = " ".join((*(token.low for token in found.before), found.head.name.lower()))
    reasons = ("phrase",) if found.after else ("phrase", "bare")
    return found.own and not members_only(found) and not any((whole, why) in barring_words() for why in reasons)


def members_only(found: Candidate) -> bool:
    """Whether the words only say who sits in it, or belong to officers: `Council of Foreign Ministers`."""
    following = found.marked.at(found.last)
    officers = (
        following is not None and found.marked.adjacent(found.last) and is_office_head(following)
        and following.text.endswith("s") and found.head.name in {"Council", "Bank", "Committee", "Conference"}
    )  # fmt: skip
    return officers or any(token.text in MEMBERS for token in found.after)


def is_weak_body(found: Candidate) -> bool:
    """A head that mechanisms and venues share: its own words must not be theirs."""
    name = found.head.name
    if not is_body(found) or runs_on(found):
        return False
    if found.head.name == "Party" and longest_place(found.marked, found.first) == found.at:
        return False
    if (
        is_between_states(found)
        or is_party_organ(found)
        or is_part(found)
        or is_faculty(found)
        or is_of_parliament(found)
    ):
        return False
    if name == "Board" and (barred(found, "organ") or not found.before):
        return False
    if name in {"Administration", "Service", "School", "Centre", "Center"}:
        reason = {"Administration": "administration", "Service": "service", "School": "school"}.get(name, "venue")
        return not barred(found, reason) and (name != "Administration" or is_impersonal(found))
    return name == "Fund" or not barred(found, "mechanism")


def is_faculty(found: Candidate) -> bool:
    """Whether it is a school of a university that is named, which is the body."""
    return found.head.name.endswith("School") and any(token.text in TEACHING for token in found.after)


def is_part(found: Candidate) -> bool:
    """Whether it is only a part of a ministry, or of something not named: `Secretariat of the Ministry`."""
    if any(title_case(token.text) == "Ministry" for token in found.after):
        return True
    return bool(found.after) and not found.before and all(token.text in UNNAMED for token in found.after)


def is_of_parliament(found: Candidate) -> bool:
    """Whether a committee is only a part of a parliament that is named: `Committee on Tides of the Saeima`."""
    return found.head.name == "Committee" and any(
        token.low in mapping("national_institutions") for token in found.after
    )


def is_base(found: Candidate) -> bool:
    """Whether the words are the name of a military base."""
    following = found.marked.at(found.last)
    return following is not None and following.text == "Base" and found.head.kind == "armed_forces"


def is_party_organ(found: Candidate) -> bool:
    """Whether it is a part of a party, as a department is of a ministry."""
    owner = found.marked.tokens[max(0, found.first - 5) : found.first]
    owned = bool(owner) and owner[-1].text in POSSESSIVES and any(token.text == "Party" for token in owner)
    near = found.marked.tokens[max(0, before_acronym(found.marked, found.first) - 3) : found.last]
    if found.head.name in {"Committee", "Commission"} and any(token.text in {"CPC", "Party"} for token in near):
        return True
    return found.head.name != "Party" and (owned or any(token.text == "Party" for token in found.after))


def before_acronym(marked: Marked, index: int) -> int:
    """The index of a bracketed acronym right before a token, or the same one: `the Reef Party (RP) Committee`."""
    closed = marked.at(index - 1)
    behind = closed is not None and closed.text == ")" and bracketed(marked, index - 3) == index - 2
    return index - 3 if behind else index


def is_impersonal(found: Candidate) -> bool:
    """Whether an administration is no president's."""
    return all(is_common(token) for token in found.before) and not any(is_office_head(token) for token in found.after)


def is_between_states(found: Candidate) -> bool:
    """Whether two states share it, as they share commissions and councils: `the U.S.-Ukraine Trade Council`."""
    if found.head.name not in OF_TWO_STATES:
        return False
    tokens, countries = found.marked.tokens, found.marked.countries
    mark = found.marked.at(found.first - 1)
    joined = mark is not None and mark.text in {"-", "\u2013"} and found.first - 2 in countries
    compound = any(step in countries and "-" in tokens[step].text for step in range(found.first, found.at))
    return joined or compound or len(found.countries) > 1


def runs_on(found: Candidate) -> bool:
    """Whether the head only qualifies another noun in capitals: `Council Resolution`, `Service Medal`."""
    after = found.marked.at(found.last)
    if after is None or not after.capital or not after.word or not found.marked.adjacent(found.last):
        return False
    return is_common(after) and not is_office_head(after) and not found.after


def is_convened(found: Candidate) -> bool:
    """Whether a conference is a single one of states: `Conference of the Parties`, `UN Climate Change Conference`."""
    lows = {token.low for token in (*found.before, *found.after)}
    return bool(lows & {"parties", "un", "united", "nations", "climate", "review", "summit"})


def is_named(found: Candidate) -> bool:
    """A head that needs a proper name before it."""
    proper = any(not is_common(token) or token.acronym for token in found.before)
    return proper and not barred(found, "mechanism") and not (found.head.kind == "company" and runs_on(found))


def is_department(found: Candidate) -> bool:
    """A department that is a ministry, as some states have them; all others are parts of one."""
    of_region = found.at > found.first and longest_place(found.marked, found.first) > found.first
    if not found.own or not (of_region or set(found.countries) & DEPARTMENT_STATES):
        return False
    return not any(title_case(token.text) == "Ministry" for token in found.after)


def is_determined(found: Candidate) -> bool:
    """A head that needs a country, a word of its own or at least an article."""
    before = found.marked.at(found.first - 1)
    officer = found.marked.at(found.first - 3)
    if officer is not None and is_office_head(officer):
        return False
    return found.own or bool(found.countries) or (before is not None and before.low == "the")


def is_of_state(found: Candidate) -> bool:
    """A head that `of` and a country follow: `Bank of Freedonia`."""
    behind = found.marked.at(found.at + found.head.size)
    return bears_country(found) and behind is not None and behind.low == "of"


def bears_country(found: Candidate) -> bool:
    """A head that has only a country beside it, or stands alone where no such country is needed."""
    return bool(found.countries) and not found.own


def has_own_acronym(found: Candidate) -> bool:
    """Whether the acronym in brackets is the whole name's rather than a known body's at the end of it."""
    known = by_acronym().get(found.acronym or "")
    own = known is None or known.name.partition(" ")[0] == found.marked.tokens[found.first].text
    return bool(found.after) and found.acronym is not None and own


CHECKS: dict[str, Callable[[Candidate], bool]] = {
    "own": is_body,
    "own_or_country": lambda found: found.own or bool(found.countries),
    "own_or_of": lambda found: is_body(found) or is_of_state(found),
    "state": lambda found: is_weak_body(found) or (bears_country(found) and not runs_on(found)),
    "any": lambda found: not runs_on(found),
    "determined": is_determined,
    "bare": lambda _: True,
    "weak": is_weak_body,
    "name": is_named,
    "union_of": lambda found: is_union(found) and not barred(found, "mechanism", "union") and not runs_on(found),
    "firm": is_firm,
    "after": lambda found: bool(found.after),
    "complement": lambda found: bool(found.after),
    "country": bears_country,
    "acronym": lambda found: found.own and found.acronym is not None,
    "acronym_of": has_own_acronym,
    "office": is_office,
    "department": is_department,
    "mission": is_mission,
    "sent": is_sent_mission,
    "union": is_union_delegation,
    "conference": lambda found: bool(found.after) and found.acronym is not None and not is_convened(found),
}
