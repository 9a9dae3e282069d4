"""Names of one release joined to persons: full names, surnames alone, initials, spelling variants.

What belongs here: which names are one person's, and the mentions that only become visible once a person is known.
What does not: joining persons across releases.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.extract.gazetteer import is_well_known
from pipelines.extract.lexicons import mapping, word_class, words
from pipelines.extract.name_words import is_office_word
from pipelines.extract.offices import SPOUSES
from pipelines.extract.vocabulary import is_common, is_given, is_initial

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipelines.extract.naming import Naming
    from pipelines.extract.offices import Office
    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked

ALIKE = 0.8
SHORTEST_ALIKE = 5
MANY = 2
LONGEST_ARTICLE = 5


@dataclass(eq=False)
class Bearer:
    """A person of the release while names are being joined."""

    parts: tuple[str, ...]  # folded parts of the fullest name
    namings: list[Naming] = field(default_factory=list)
    title_name: str | None = None  # as the release's title writes it, where that is fuller
    title_namings: list[Naming] = field(default_factory=list)  # of the title, with an office
    parents: frozenset[str] = frozenset()  # parts right behind `bin` and its like: `Zayed` in `Omar bin Zayed Al Amin`

    @property
    def offices(self) -> list[Office]:
        """The offices that the body and the title give to this person."""
        return [naming.office for naming in (*self.namings, *self.title_namings) if naming.office]

    @property
    def heads(self) -> list[str]:
        """The heads of the offices that the release gives to this person."""
        return [naming.office.head for naming in self.namings if naming.office]

    @property
    def surnames(self) -> tuple[str, ...]:
        """The parts that can stand for the whole name: the last, and the first in names of the East."""
        return tuple(dict.fromkeys((self.parts[-1], self.parts[0])))


def parts_of(marked: Marked, naming: Naming) -> tuple[str, ...]:
    """The folded parts of a name, particles and marks left out."""
    return parts_of_tokens(marked.tokens[naming.first : naming.last])


def parts_of_tokens(tokens: Iterable[Token]) -> tuple[str, ...]:
    """The folded parts that tell a name apart."""
    kept = [
        without_article(token.low.rstrip("."))
        for token in tokens
        if token.word and (token.capital or token.low not in words("name_particles"))
    ]
    return tuple(part for part in kept if part not in {"jr", "sr", "lord", "lady", "baroness", "baron", "of"}) or tuple(
        kept
    )


def without_article(part: str) -> str:
    """A part of an Arabic name without the article: `al-sisi`, `el-sisi`."""
    return part[3:] if part.startswith(("al-", "el-")) and len(part) > LONGEST_ARTICLE else part


def join_namings(lines: Sequence[Marked], namings: Sequence[Naming]) -> list[Bearer]:
    """Persons in the order of their first mention, each with its names in the order of the text."""
    order = sorted(
        range(len(namings)), key=lambda at: (-fullness(parts_of(lines[namings[at].line_no], namings[at])), at)
    )
    bearers: list[Bearer] = []
    at_place: dict[tuple[int, int], Bearer] = {}  # the same words are the same person, whatever the office
    wives = wives_by_surname(lines, namings)
    for at in order:
        naming = namings[at]
        parts = parts_of(lines[naming.line_no], naming)
        here = (naming.line_no, naming.first)
        wife = wives.get(parts[0]) if wives and is_wife(lines[naming.line_no], naming, parts) else None
        known = bearers if not bears_patronym(lines[naming.line_no], naming) else not_children(bearers, parts)
        if len(parts) == 1 and lines[naming.line_no].lows[naming.first] not in word_class("patronym"):
            known = [other for other in known if parts[0] not in other.parents]
        bearer = wife or at_place.get(here) or choose(known, parts, naming)
        if bearer is None:
            bearer = Bearer(parts, parents=parents_of(lines[naming.line_no], naming))
            bearers.append(bearer)
        at_place[here] = bearer
        bearer.namings.append(naming)
    bearers += wives.values()
    for bearer in bearers:
        bearer.namings.sort(key=lambda naming: (naming.line_no, naming.first))
    return sorted(bearers, key=lambda bearer: (bearer.namings[0].line_no, bearer.namings[0].first))


def bears_patronym(marked: Marked, naming: Naming) -> bool:
    """Whether a name tells whose child its bearer is: `Omar bin Karim`."""
    return any(token.low in word_class("patronym") for token in marked.tokens[naming.first + 1 : naming.last])


def parents_of(marked: Marked, naming: Naming) -> frozenset[str]:
    """The parts of a name that are a parent's, and none that can stand for the whole."""
    tokens = marked.tokens[naming.first : naming.last]
    inner = (two.low for one, two in pairwise(tokens[:-1]) if one.low in word_class("patronym"))
    return frozenset(inner)


def not_children(bearers: list[Bearer], parts: tuple[str, ...]) -> list[Bearer]:
    """The persons whose name does not end in a whole name with a patronym, which is then their parent's."""
    return [bearer for bearer in bearers if len(bearer.parts) <= len(parts) or bearer.parts[-len(parts) :] != parts]


def wives_by_surname(lines: Sequence[Marked], namings: Sequence[Naming]) -> dict[str, Bearer]:
    """Persons of their own whom `Mrs` and a surname tell beside its bearer: `President Roe and Mrs Roe`."""
    found: dict[str, Bearer] = {}
    whole = [parts_of(lines[naming.line_no], naming) for naming in namings if naming.last - naming.first > 1]
    full = {part for parts in whole for part in parts}
    for naming in namings:
        marked = lines[naming.line_no]
        parts = parts_of(marked, naming)
        if not is_wife(marked, naming, parts) or parts[0] not in full:
            continue
        before = [other for other in namings if other.line_no == naming.line_no and other.last < naming.first]
        for other in before:
            between = marked.tokens[other.last : naming.first - 1]
            named = parts_of(marked, other)
            if parts[0] in {named[0], named[-1]} and all(token.low in {",", "and", "&"} for token in between):
                found.setdefault(parts[0], Bearer(parts))
    return found


def is_wife(marked: Marked, naming: Naming, parts: tuple[str, ...]) -> bool:
    """Whether `Mrs` and a surname alone tell a person."""
    before = marked.at(naming.first - 1)
    return len(parts) == 1 and before is not None and before.text in {"Mrs", "Mrs."}


def fullness(parts: tuple[str, ...]) -> int:
    """How much a name says: whole parts count for more than initials."""
    return sum(10 if len(part) > 1 else 1 for part in parts)


def choose(bearers: list[Bearer], parts: tuple[str, ...], naming: Naming) -> Bearer | None:
    """The known person whom a name means: one that covers all its parts, better with the same office, better near."""
    fitting = [
        bearer for bearer in bearers if covers(bearer.parts, parts) and agree(bearer, naming, alone=len(parts) == 1)
    ]
    if len(fitting) > 1:
        fitting = [bearer for bearer in fitting if set(parts) <= set(bearer.parts)] or fitting
    if len(fitting) > 1 and naming.office is not None:
        head = naming.office.head
        fitting = [bearer for bearer in fitting if head in bearer.heads] or fitting
    if len(fitting) > 1:
        by_surname = [bearer for bearer in fitting if alike(bearer.parts[-1], parts[-1])]
        fitting = by_surname or fitting
    if len(fitting) == 1:
        return fitting[0]
    here = (naming.line_no, naming.first)
    return min(fitting, key=lambda bearer: distance(bearer, here)) if fitting else None


def agree(bearer: Bearer, naming: Naming, *, alone: bool = False) -> bool:
    """Whether a person can hold the office of a naming: a president is not the First Lady of the same surname."""
    if naming.office is None or not bearer.heads:
        return True
    if alone and told_before(bearer, naming) and not shares_rank(bearer, naming.office.head):
        return False
    return (naming.office.head in SPOUSES) == any(head in SPOUSES for head in bearer.heads)


def told_before(bearer: Bearer, naming: Naming) -> bool:
    """Whether a naming comes before the first of a known person."""
    first = min((known.line_no, known.first) for known in bearer.namings)
    return (naming.line_no, naming.first) < first


def shares_rank(bearer: Bearer, head: str) -> bool:
    """Whether a person holds an office of the same rank; ranks below ministers tell nobody apart."""
    ranks = mapping("offices")
    return ranks[head] not in word_class("high_rank") or ranks[head] in {ranks[other] for other in bearer.heads}


def distance(bearer: Bearer, here: tuple[int, int]) -> tuple[int, int]:
    """How far the nearest earlier mention of a person lies back; later ones come last."""
    earlier = [naming for naming in bearer.namings if (naming.line_no, naming.first) < here]
    if not earlier:
        return (1, bearer.namings[0].line_no)
    nearest = max((naming.line_no, naming.first) for naming in earlier)
    return (0, here[0] - nearest[0])


def covers(full: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    """Whether every part of a shorter name is in the fuller one: the same, alike, or its initial."""
    rest, alone = list(full), len(parts) == 1
    for part in parts:
        match = (
            part
            if part in rest
            else next((other for other in rest if alike(other, part) or (not alone and initial(other, part))), None)
        )
        if match is None:
            return False
        rest.remove(match)
    return not (len(parts) == 1 and len(parts[0]) == 1)


def initial(one: str, other: str) -> bool:
    """Whether one part is the initial of the other."""
    return (len(one) == 1 and other.startswith(one)) or (len(other) == 1 and one.startswith(other))


@lru_cache(maxsize=20_000)
def alike(one: str, other: str) -> bool:
    """Whether two parts are spellings of one name: Bakayev and Bakaev, Sergey and Sergei."""
    if one == other:
        return True
    if min(len(one), len(other)) < SHORTEST_ALIKE or one[0] != other[0] or abs(len(one) - len(other)) > MANY:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() > ALIKE


def later_mentions(
    lines: Sequence[Marked], bearers: Sequence[Bearer], taken: set[tuple[int, int]]
) -> list[tuple[Bearer, int, int, int]]:
    """Further mentions of known persons: bearer, sentence, first token, last token; `taken` tokens are spoken for."""
    surnames = {surname: bearer for bearer in reversed(bearers) for surname in bearer.surnames if len(surname) > MANY}
    whole = {part for bearer in bearers for part in bearer.parts}
    found = []
    for line_no, marked in enumerate(lines):
        if marked.words.isdisjoint(whole):
            continue
        beyond = 0
        for index, token in enumerate(marked.tokens):
            if index < beyond or token.low not in whole or (line_no, index) in taken:
                continue
            last = run_of_parts(marked, index, whole)
            if any((line_no, step) in taken for step in range(index, last)):
                continue
            bearer = known_bearer(marked, index, last, bearers, surnames)
            if bearer is None and last > index + 1 and is_office_word(token):
                continue  # `Sultan Roe`: the style of one may be the given name of another
            if bearer is not None:
                found.append((bearer, line_no, index, last))
            beyond = last
    return found


def run_of_parts(marked: Marked, index: int, whole: set[str]) -> int:
    """The index after a run of capitals that are all parts of known names."""
    step = index
    while (token := marked.at(step)) is not None and (token.capital or step > index):
        is_part = token.low in whole or (token.low in words("name_particles") and step > index)
        if not is_part or step in marked.countries or not (step == index or marked.adjacent(step)):
            break
        step += 1
    while step > index and not marked.tokens[step - 1].capital:
        step -= 1
    return step


def follows_mister(marked: Marked, index: int) -> bool:
    """Whether `Mr` or its like stands right before a token."""
    before = marked.at(index - 1)
    return before is not None and before.text in word_class("mister")


def follows_office(marked: Marked, index: int) -> bool:
    """Whether the last word of an office stands right before a token: `Minister Son`."""
    before = marked.at(index - 1)
    return before is not None and before.text in word_class("before_bare_surname") and marked.adjacent(index)


def known_bearer(
    marked: Marked, first: int, last: int, bearers: Sequence[Bearer], surnames: dict[str, Bearer],
) -> Bearer | None:  # fmt: skip
    """The person whom a run of known parts means, or None where it may mean something else."""
    if last == first:
        return None
    tokens = marked.tokens[first:last]
    if last - first >= MANY:
        return next((bearer for bearer in bearers if covers(bearer.parts, parts_of_tokens(tokens))), None)
    token, following = tokens[0], marked.at(last)
    if (
        (is_common(token) and not follows_office(marked, first))
        or is_initial(token)
        or is_office_word(token)
        or (is_well_known(token.low) and not follows_mister(marked, first))
        or (following and following.capital and following.word and marked.adjacent(last))
    ):
        return None
    before = marked.at(first - 1)
    if before and before.capital and before.word and marked.adjacent(first) and first > 1:
        titled = follows_mister(marked, first) or (is_common(token) and follows_office(marked, first))
        return surnames.get(token.low) if titled else None
    bearer = surnames.get(token.low)
    if (
        bearer is not None
        and token.low == bearer.parts[0] != bearer.parts[-1]
        and is_given(token)
        and len(bearer.parts) == MANY
    ):
        return bearer if any(token.low == part for part in bearer.surnames) else None
    return bearer
