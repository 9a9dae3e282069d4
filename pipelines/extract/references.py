"""Whom a pronoun or a style means in a release: `he`, `her`, `His Royal Highness`, `the delegation`.

What belongs here: what has been said of persons up to a sentence, and what words without a name mean by it. What does
not: what they did.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from pipelines.extract.lexicons import word_class

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pipelines.extract.vocabulary import Marked
    from pipelines.model import Position

REMEMBERED = 40  # persons that a bare office can still mean
NEAR = 6  # tokens between a name and `for his`
FAR = 24  # tokens between `congratulated` and `his appointment`
OPENING = 3  # tokens before a possessive at the head of a sentence
REACH = 16
OF_OFFICE = frozenset({"and", "of", "the", "for", "to", "in", "\u2019s", "'s"})  # small words of offices in a row
MALE = frozenset({"he", "his", "him"})
COLLEAGUES = frozenset({"colleague", "counterpart"})
VISITS = frozenset({"visit", "trip"})
BYLINE = 14  # tokens of a line that only says who speaks


class Item(NamedTuple):
    """Tokens from `first` up to `last` that mean a person or a side."""

    first: int
    last: int
    form: str  # person, pronoun, possessive; name, adjective, people; body
    person_no: int | None = None
    side: str | None = None


@dataclass
class Memory:
    """Who was spoken of up to a sentence."""

    persons: dict[int, None] = field(default_factory=dict)  # the latest last
    topic: int | None = None  # the person that the last sentence was about
    speaker: int | None = None  # who says `I`
    issuer: str = ""
    sides: dict[int, str | None] = field(default_factory=dict)  # by person number
    titles: dict[int, list[Position]] = field(default_factory=dict)  # by person number
    delegation: dict[int, None] = field(default_factory=dict)  # the members of the only one that is told
    of_delegation: bool = False  # whether the last sentence was about it
    subjects: tuple[int, ...] = ()  # those whom the last sentence named together at its head: `A and B visited`


def acts_together(marked: Marked) -> bool:
    """Whether `they` do something together that is an engagement: `They also held`, not `They discussed`."""
    lows = [low for low in marked.lows[1:NEAR] if low not in word_class("auxiliary") and low not in {"be", "all"}]
    return bool(lows) and (lows[0] in word_class("light_verb") or lows[0] in word_class("acting_verb"))


def read_delegation(marked: Marked, memory: Memory) -> Iterator[Item]:
    """`the delegation` after its members were named: all of them."""
    if marked.lows[:1] == ("they",) and not memory.of_delegation and acts_together(marked):
        yield from (Item(0, 1, "pronoun", number, memory.sides.get(number)) for number in memory.subjects)
    if not memory.delegation:
        return
    if memory.of_delegation and marked.lows[:1] == ("they",):
        yield from (Item(0, 1, "pronoun", number, memory.sides.get(number)) for number in memory.delegation)
    if "delegation" not in marked.words:
        return
    for index, low in enumerate(marked.lows[1:], 1):
        step = index - 1
        while step > 0 and marked.tokens[step].capital:
            step -= 1
        if low == "delegation" and marked.lows[step] in {"the", "visiting", "and"}:
            for number in memory.delegation:
                yield Item(index, index + 1, "pronoun", number, memory.sides.get(number))


def members(marked: Marked, items: Sequence[Item]) -> list[int]:
    """Those whom a sentence names as the delegation, or as coming along: `accompanied by A and B`."""
    begin = 0
    if not lists_delegation(marked):
        begin = marked.lows.index("accompanied") if "accompanied" in marked.words else len(marked.lows)
    return [item.person_no for item in items if item.form == "person" and item.person_no and item.first >= begin]


def lists_delegation(marked: Marked) -> bool:
    """Whether a sentence says who the delegation is: `members of the delegation included`, `it is led by`."""
    lows = marked.lows if "delegation" in marked.words else ()
    for index, low in enumerate(lows):
        if low == "delegation" and (
            word_class("delegation_lead").intersection(lows[index + 1 : index + 4]) or "members" in lows[:index][-3:]
        ):
            return True
    return False


def read_pronoun(marked: Marked, index: int, memory: Memory, named: Sequence[Item]) -> Item | None:
    """The person whom a pronoun means, or a style that stands for its bearer."""
    low = marked.tokens[index].low
    if low in word_class("possessive") and (size := style_alone(marked, index)):
        topic = royal(marked.lows[index + size - 1], memory) or memory.topic or first_here(named)
        return Item(index, index + size, "pronoun", topic, memory.sides.get(topic)) if topic else None
    if is_style(marked, index):
        return None
    here = earlier_here(named, index) if marked.lows[0] != "with" else None
    topic = thanked(marked, named, index, memory) or here or said_next(marked, named, index)
    topic = topic or memory.topic or first_here(named)
    if low == "him" and hosted_by_another(marked, index):
        topic = memory.topic or topic
    elif low == "him":
        topic = object_here(named, index) or next(
            (number for number in reversed(memory.persons) if number != topic), topic
        )
    if low in MALE and topic and is_queen(memory.titles.get(topic, ())):
        topic = memory.topic or topic
    form = "possessive" if low in word_class("possessive") else "pronoun"
    if low in {"i", "my"}:
        topic = memory.speaker or memory.topic
        if topic is None:  # somebody of the issuer without a name
            return Item(index, index + 1, form, None, memory.issuer)
    if form == "possessive" and topic and visits_own(marked, index, memory.sides.get(topic)):
        topic = next((item.person_no for item in reversed(named) if is_guest(item, index, topic, memory)), topic)
    return Item(index, index + 1, form, topic, memory.sides.get(topic)) if topic else None


def visits_own(marked: Marked, index: int, side: str | None) -> bool:
    """Whether a possessive belongs to a visit to a country: `his first visit to Norway`, which no Norwegian pays."""
    step = next((at for at in range(index + 1, min(len(marked.lows), index + NEAR)) if marked.lows[at] in VISITS), None)
    if side is None or step is None or marked.lows[step + 1 : step + 2] != ("to",):
        return False
    goal = marked.countries.get(step + 2 + int(marked.lows[step + 2 : step + 3] == ("the",)))
    return goal is not None and goal.code == side


def is_guest(item: Item, index: int, host: int, memory: Memory) -> bool:
    """Whether an item is a person of another side named before an index."""
    side = memory.sides.get(item.person_no or 0)
    return item.form == "person" and item.last <= index and side not in {None, memory.sides.get(host)}


def object_here(named: Sequence[Item], index: int) -> int | None:
    """The person named last before `him` in the same sentence, if another is its subject."""
    here = [item.person_no for item in named if item.form == "person" and item.last <= index]
    return here[-1] if here and here[-1] != here[0] else None


def hosted_by_another(marked: Marked, index: int) -> bool:
    """Whether `him` is the subject of the sentence, told by a pronoun: `He met Minister Roe, who hosted him`."""
    before = marked.lows[max(0, index - 3) : index]
    return marked.lows[0] in {"he", "she"} and "who" in before


def first_here(named: Sequence[Item]) -> int | None:
    """The first person named in a sentence, for a pronoun that comes before the name."""
    return next((item.person_no for item in named if item.form == "person"), None)


def is_style(marked: Marked, index: int) -> bool:
    """Whether the word opens a style before a name: `His Excellency John Smith`."""
    style, name = marked.at(index + 1), marked.at(index + 2)
    return (
        style is not None and style.low in word_class("style") and style.capital and name is not None and name.capital
    )  # fmt: skip


def said_next(marked: Marked, named: Sequence[Item], index: int) -> int | None:
    """Whom `his` means in `During his visit, Minister A met …`: the person right behind the opening words."""
    if index > OPENING or marked.tokens[0].low not in {"during", "in", "at", "on", "while", "throughout"}:
        return None
    if "," in marked.lows[:index]:
        return None  # `In Oslo, he met Minister A`
    comma = next(
        (step for step in range(index, min(len(marked.tokens), index + REACH)) if marked.tokens[step].text == ","), None
    )
    if comma is None:
        return None
    following = next((item for item in named if item.form == "person" and item.first > comma), None)
    if following is None:
        return None
    between = marked.tokens[comma + 1 : following.first]
    plain = all(token.capital or token.low in {"of", "for", "the", "and", ",", "\u2019s", "to"} for token in between)
    return following.person_no if plain else None


def style_alone(marked: Marked, index: int) -> int:
    """How many tokens a style has that stands for its bearer: `His Royal Highness will meet`, else 0."""
    step = index + 1
    while (token := marked.at(step)) is not None and token.low in {"royal", "imperial", "serene"}:
        step += 1
    token, after = marked.at(step), marked.at(step + 1)
    if token is None or token.low not in word_class("bare_style") or not token.capital:
        return 0
    named = after is not None and after.capital and after.word
    return 0 if named else step + 1 - index


def royal(style: str, memory: Memory) -> int | None:
    """Whom `Highness` or `Majesty` means: the person named last whose office is a crown's."""
    if style not in {"highness", "majesty"}:
        return None
    crowned = (number for number in reversed(memory.persons) if is_crowned(memory.titles.get(number, ())))
    return next(crowned, None)


def is_queen(titles: Iterable[Position]) -> bool:
    """Whether one of a person's offices is a woman's, whom `his` does not mean."""
    return any(position.title.lower().startswith(("queen", "princess", "crown princess")) for position in titles)


def is_crowned(titles: Iterable[Position]) -> bool:
    """Whether one of a person's offices is a crown's: `King of Norway`, `Crown Prince`."""
    return any(not word_class("crown").isdisjoint(position.title.lower().split()) for position in titles)


def thanked(marked: Marked, named: Sequence[Item], index: int, memory: Memory) -> int | None:
    """Whom `his` means in `thanked A for his visit`, `congratulated A on her election`: the person right before."""
    before = marked.at(index - 1)
    if before is None or marked.tokens[index].low not in word_class("possessive"):
        return None
    people = [item for item in named if item.last < index and item.form in {"person", "pronoun"}]
    near = [item for item in people if index - NEAR <= item.last and before.low in {"for", "on"}]
    told = congratulating(marked, index)
    if not near and told is not None:
        near = [item for item in people if told < item.first][:1]
    behind = [item for item in near if told is not None and item.first > told]
    if not behind and told is not None and not COLLEAGUES.isdisjoint(marked.lows[told:index]):
        said = next((item for item in reversed(people) if item.last <= told), None)
        return next((one for one in reversed(memory.persons) if said and one != said.person_no), None)
    return max(near, key=lambda item: item.last).person_no if near else None


def congratulating(marked: Marked, index: int) -> int | None:
    """Where in the sentence somebody is congratulated before an index, in reach."""
    steps = range(index - 1, max(-1, index - FAR), -1)
    return next((step for step in steps if marked.tokens[step].low.startswith("congratulat")), None)


def earlier_here(named: Sequence[Item], index: int) -> int | None:
    """The first person named earlier in the same sentence."""
    return next((item.person_no for item in named if item.form == "person" and item.last <= index), None)


def remember(memory: Memory, marked: Marked, items: Sequence[Item]) -> None:
    """Note who a sentence is about: the first person in it; and all whom it names."""
    numbers = [item.person_no for item in items if item.form == "person" and item.person_no]
    for number in numbers:
        if number is not None:
            memory.persons.pop(number, None)
            memory.persons[number] = None
    while len(memory.persons) > REMEMBERED:
        del memory.persons[next(iter(memory.persons))]
    memory.of_delegation = bool(items) and marked.lows[items[0].first] in {"delegation", "they"}
    people = [item for item in items if item.form in {"person", "pronoun"} and not is_label(marked, item)]
    subject = next((item for item in people if not is_agent(marked, item.first)), None)
    if subject is not None:
        memory.topic = subject.person_no
    memory.subjects = named_together(marked, items)
    if len(numbers) > 1:
        memory.delegation.update(dict.fromkeys(members(marked, items)))
    if memory.speaker is None and numbers and (":" in marked.words or len(marked.tokens) <= BYLINE):
        memory.speaker = numbers[0]


def named_together(marked: Marked, items: Sequence[Item]) -> tuple[int, ...]:
    """Those whom a sentence names at its head, joined by `and`, before its verb."""
    people = [item for item in items if item.form == "person" and item.person_no]
    if "and" not in marked.words or len(people) <= 1 or people[0].first > REACH:
        return ()
    together = [people[0]]
    for item in people[1:]:
        between = marked.tokens[together[-1].last : item.first]
        if not all(token.capital or not token.word or token.low in OF_OFFICE for token in between):
            break
        together.append(item)
    linked = len(together) > 1 and any(t.low == "and" for t in marked.tokens[together[-2].last : together[-1].first])
    opened = all(
        token.capital or not token.word or token.low in OF_OFFICE for token in marked.tokens[: people[0].first]
    )
    return tuple(item.person_no for item in together if item.person_no) if linked and opened else ()


def is_label(marked: Marked, item: Item) -> bool:
    """Whether a name only says whose words follow: `MR ROE: Good afternoon`."""
    after = marked.at(item.last)
    return item.first <= OPENING and after is not None and after.text == ":"


def is_agent(marked: Marked, first: int) -> bool:
    """Whether `by` and an office lead to a name: `was received by President X`."""
    step = first - 1
    while step >= 0 and (marked.tokens[step].capital or marked.tokens[step].low in {"of", "the", "and", "for"}):
        step -= 1
    return step >= 0 and marked.tokens[step].low == "by"
