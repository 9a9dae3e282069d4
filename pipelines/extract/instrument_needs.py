"""What an instrument's words must show to be believed a name, rather than only a kind or another matter.

What belongs here: the needs of the lexicon of heads. What does not: the words of a name (`instruments`) and joining all
that the release says of one (`agreements`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.agreement_parties import codes_in, signed_between
from pipelines.extract.agreement_terms import DONE, RANK
from pipelines.extract.instruments import is_pair
from pipelines.extract.lexicons import word_class, words

if TYPE_CHECKING:
    from pipelines.extract.agreement_terms import Status
    from pipelines.extract.context import Context
    from pipelines.extract.instruments import Instrument
    from pipelines.extract.vocabulary import Marked

TWO = 2
AMONG_REACH = 5  # tokens before a name in which `among` presents it
DESCRIBED = 6  # tokens between `the` and a name in small letters
POSSESSIVES = frozenset({"\u2019s", "'s"})
OF_ONE_STATE = frozenset(
    {"programme", "roadmap", "treaty", "memorandum"}
)  # kinds that a state also gives to its own papers
OF_STATES = frozenset({"pinned", "purposed", "shared"})


def stands_alone(context: Context, found: Instrument, status: Status) -> bool:
    """Whether the words name an instrument rather than only its kind."""
    marked = context.lines[found.line_no]
    before = {token.low for token in marked.tokens[max(0, found.first - 3) : found.head]}
    if found.known is not None or found.needs in {"named", "numbered"}:
        numbered = found.needs == "numbered" and marked.tokens[found.head].acronym
        return found.known is not None or found.modified or numbered
    if is_another_matter(marked, found, before) or is_own_paper(context, found):
        return False
    told = RANK[status.name] > 0
    between = signed_between(marked.tokens, found.last) != (0, 0)
    if found.needs in OF_STATES:
        return stands_by_states(context, found, before, status)
    if found.needs in {"amending", "joint"}:
        amending = found.complemented and marked.tokens[found.bare_last].low == "to"
        return amending if found.needs == "amending" else status.name in DONE and "joint" in before
    if found.capital or found.needs in {"free", "pledged"}:
        named = tells_name(marked, found) and found.capital and found.needs != "pledged"
        return found.complemented or named or (told and (found.needs == "free" or between))
    return (told and between) or common_stands(marked, found, before, told=told)


def stands_by_states(context: Context, found: Instrument, before: set[str], status: Status) -> bool:
    """Whether states in the name, its purpose or its conclusion show that it is theirs and no mere tie.

    `EU Strategy for …`, `Partnership for Clean Rivers`, `Peru-Ghana Climate Partnership`; not `our Partnership`.
    """
    marked = context.lines[found.line_no]
    codes = codes_in(context, found.line_no, found.first, found.head)
    if not found.capital or "national" in before or heads_body(marked, found.last):
        return False
    if not before.isdisjoint(word_class("body_officer")):
        return False
    if found.needs == "pinned":
        return bool(codes)
    if status.name in DONE and len(codes) >= TWO:
        return True
    if found.needs == "purposed" and not before & {"a", "an", "global"}:
        return is_aimed(marked, found) or (len(codes) >= TWO and tells_matter(marked, found))
    return False


def is_aimed(marked: Marked, found: Instrument) -> bool:
    """Whether a purpose belongs to the name: `Partnership for Clean Rivers`, not `Partnership for the Ministers`."""
    noun = marked.at(found.bare_last + 1)
    noun = marked.at(found.bare_last + TWO) if noun is not None and noun.low == "the" else noun
    official = noun is not None and (noun.low == "prime" or noun.low in word_class("official_noun"))
    return found.complemented and not official


def heads_body(marked: Marked, last: int) -> bool:
    """Whether the name goes on to that of a body or a meeting: `… Strategy and Consultation Group`."""
    link = marked.at(last)
    if link is None or link.low != "and":
        return False
    following = marked.tokens[last + 1 : last + 4]
    capitals = [token.low for token in following if token.capital]
    return len(capitals) > 1 and any(low in word_class("instrument_organ") for low in capitals[1:])


def tells_matter(marked: Marked, found: Instrument) -> bool:
    """Whether a word before the head tells what it is about, not only how close the tie is."""
    quality = word_class("tie_quality") | word_class("joint_quality")
    return any(
        token.word and token.low not in quality and token.low not in words("function_words")
        for step, token in enumerate(marked.tokens[found.first : found.head], found.first)
        if step not in marked.countries and token.text not in word_class("party_body")
    )


def is_another_matter(marked: Marked, found: Instrument, before: set[str]) -> bool:
    """Whether the words are a state's own paper, an image, or what the sentence says that something is."""
    if found.kind in OF_ONE_STATE and "national" in before:
        return True
    if before & word_class("domestic_instrument") or (found.kind == "roadmap" and is_figure_of_speech(found, before)):
        return True
    noun = noun_of(marked, found.bare_last)
    if found.kind == "declaration" and noun in word_class("domestic_instrument"):
        return True
    return not found.capital and (is_stand(found, noun) or is_predicate(marked, found))


def noun_of(marked: Marked, at: int) -> str:
    """The noun that `of` joins to a head, without its article: `declaration of support`, `agreement of the parties`."""
    of, noun = marked.at(at), marked.at(at + 1)
    if of is None or of.low != "of":
        return ""
    noun = marked.at(at + TWO) if noun is not None and noun.low in {"the", "a", "both", "all"} else noun
    return noun.low if noun is not None else ""


def is_own_paper(context: Context, found: Instrument) -> bool:
    """Whether one state or its leader runs what the words name: `Peru Exchange Programme`, `President Omar's plan`."""
    marked = context.lines[found.line_no]
    if found.needs == "pledged":
        return len(codes_in(context, found.line_no, found.first, found.head)) == 1
    owner = marked.at(found.first - 1)
    possessed = owner is not None and owner.low in POSSESSIVES
    return found.kind in OF_ONE_STATE and possessed and (found.line_no, found.first - TWO) in context.people.tokens


def is_stand(found: Instrument, noun: str) -> bool:
    """Whether small letters tell a stand or a consent: `declaration of support`, `agreement of the parties`."""
    if found.kind == "declaration":
        return noun in word_class("declared_stand")
    return found.kind == "agreement" and noun in word_class("consenting_noun")


def is_predicate(marked: Marked, found: Instrument) -> bool:
    """Whether words in small letters only say what something is: `which is a framework agreement on …`."""
    low = [token.low for token in marked.tokens[max(0, found.first - 3) : found.head]]
    if ":" in low or "among" in marked.lows[max(0, found.first - AMONG_REACH) : found.first]:
        return False  # `Among them is a memorandum on …` and `The papers were: a treaty on …` name them
    return bool({"first", "second", "third", "latest"} & set(low)) or (
        bool({"is", "was", "are", "were"} & set(low[:2])) and bool({"a", "an"} & set(low[:3]))
    )


def is_figure_of_speech(found: Instrument, before: set[str]) -> bool:
    """Whether the words are an image (`provides a clear roadmap`)."""
    return not found.capital and bool(before & word_class("figure_of_speech"))


def common_stands(marked: Marked, found: Instrument, before: set[str], *, told: bool) -> bool:
    """Whether words in small letters name an instrument: by a complement, or by an adjective and a status."""
    if any(is_pair(marked, step) for step in range(found.first, found.head)):
        return True
    named = found.modified and bool(before & word_class("instrument_adjective"))
    if found.needs == "governed":
        if told or is_definite(marked, found, frozenset({"the"})):
            return found.complemented or named
        return named and is_definite(marked, found, POSSESSIVES)
    held = found.complemented and marked.tokens[found.bare_last].low == "with" and found.kind == "roadmap"
    return (found.complemented and not held) or ((named or held) and told)


def tells_name(marked: Marked, found: Instrument) -> bool:
    """Whether a word, not only a year, stands before the head: not in `the 2019 Memorandum`."""
    long_head = found.bare_last - found.head > 1  # `the 1990 Memorandum of Understanding`
    return found.modified and (long_head or any(token.word for token in marked.tokens[found.first : found.head]))


def is_definite(marked: Marked, found: Instrument, determiners: frozenset[str]) -> bool:
    """Whether `the` or a possessive stands before the words, over other words that describe it."""
    for step in range(found.first - 1, max(-1, found.first - 1 - DESCRIBED), -1):
        low = marked.tokens[step].low
        if low in determiners:
            return True
        if low in words("function_words") or not low[0].isalnum():
            return False
    return not determiners.isdisjoint(token.low for token in marked.tokens[found.first : found.head])
