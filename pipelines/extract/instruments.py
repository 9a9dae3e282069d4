"""The names of instruments: where one begins and ends, and of what kind it is.

What belongs here: heads (`Agreement`, `memorandum of understanding`), the words before them that are part of the name,
and the complement after them. What does not: what the release says of the instrument (`agreement_terms`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipelines.extract.instrument_complements import DASHES, complement_end, issuers_end
from pipelines.extract.instrument_heads import WEAK, head_at, heads, is_head
from pipelines.extract.known_instruments import known_at, known_starts
from pipelines.extract.lexicons import word_class, words
from pipelines.extract.vocabulary import common

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.extract.context import Context
    from pipelines.extract.instrument_heads import Head
    from pipelines.extract.known_instruments import KnownInstrument
    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked

LONGEST_MODIFIER = 4  # common words before a head in small letters
PAIR = 2


@dataclass(frozen=True, slots=True)
class Instrument:
    """The words of an instrument's name in a sentence."""

    line_no: int
    first: int  # index of its first token
    head: int  # index of the head's first token
    bare_last: int  # index after the head
    last: int  # index after its last token
    kind: str
    needs: str
    capital: bool  # the head begins with a capital
    acronym: str | None = None
    nested: bool = False  # within the complement of another instrument
    shared_end: bool = False  # nested, and the other's name ends here too: the words behind are about that one
    known: KnownInstrument | None = None

    @property
    def modified(self) -> bool:
        """Whether words before the head are part of the name."""
        return self.first < self.head

    @property
    def complemented(self) -> bool:
        """Whether words after the head are part of the name."""
        return self.last > self.bare_last


def find_instruments(context: Context) -> Iterator[Instrument]:
    """Every name of an instrument, in the order of the text; anaphors such as `the Agreement` among them."""
    bodies = {(name.line_no, step): name.last for name in context.body_names for step in range(name.first, name.last)}
    starts = known_starts() | frozenset(heads())
    for line_no, marked in enumerate(context.lines):
        past = inside = 0  # ends of the head and of the whole name before
        for at in marked.standing(starts):
            if at < past:
                continue
            found = named_at(context, line_no, at, bodies)
            if found is None or (at < inside and not (found.capital and named_within(marked, found.first))):
                continue
            nested, shared = at < inside, at < inside <= found.last
            past, inside = past_name(marked, found), max(inside, found.last)
            yield replace(found, nested=nested, shared_end=shared)


def named_at(context: Context, line_no: int, at: int, bodies: dict[tuple[int, int], int]) -> Instrument | None:
    """The instrument that the world knows, or whose head stands, at a token that no longer name of a body holds."""
    marked = context.lines[line_no]
    token = marked.tokens[at]
    if token.capital or not token.word:
        match = known_at(marked, at)
        if match is not None and match[1] > bodies.get((line_no, at), 0):
            return known_instrument(marked, line_no, at, *match)
    candidates = heads().get(token.low)
    head = head_at(marked, at, candidates) if candidates else None
    if head is None or not is_instrument(marked, at, head, in_body=(line_no, at) in bodies):
        return None
    found = spanned(context, line_no, at, head)
    return None if marked.tokens[found.last - 1].low == "act" or is_consent(marked, found) else found


def is_consent(marked: Marked, found: Instrument) -> bool:
    """Whether an `agreement on the … Treaty` is the consent to an instrument, which bears the name."""
    if found.capital or found.kind != "agreement" or not found.complemented:
        return False
    within = range(found.bare_last + 1, found.last)
    return marked.tokens[found.bare_last].low == "on" and any(
        marked.tokens[step].capital and is_head(marked, step) for step in within
    )


def known_instrument(marked: Marked, line_no: int, at: int, known: KnownInstrument, last: int) -> Instrument:
    """A known instrument, with the word for its kind that may follow its name: `the RCEP Agreement`."""
    following = marked.at(last)
    group = heads().get(following.low, ()) if following is not None and following.capital else ()
    last += any(len(head.parts) == 1 and head.kind == known.kind for head in group)
    acronym = bracketed(marked, last)[0]
    return Instrument(line_no, at, at, last, last, known.kind, "known", capital=True, acronym=acronym, known=known)


def past_name(marked: Marked, found: Instrument) -> int:
    """The index from which the next name can begin: behind the head and the acronym in brackets."""
    behind = found.last if found.acronym and bracketed(marked, found.last)[0] else found.bare_last
    return bracketed(marked, behind)[1]


def named_within(marked: Marked, first: int) -> bool:
    """Whether a name inside another's complement is an instrument too: `protocol amending the Agreement …`."""
    before, link = marked.at(first - 1), marked.at(first - 2)
    return before is not None and link is not None and before.low == "the" and link.low in word_class("amending")


def is_instrument(marked: Marked, at: int, head: Head, *, in_body: bool) -> bool:
    """Whether the head can name an instrument here: not within the name of a body, an office or a compound."""
    token = marked.tokens[at]
    following = marked.at(at + len(head.parts))
    if in_body or (head.needs in {"capital", "named"} and not token.capital):
        return False
    if head.needs in WEAK and (bool(token.capital) == (head.needs == "joint") or leads_to_meeting(following)):
        return False
    goes_on = following is not None and following.capital and token.capital
    if goes_on and (head.needs in WEAK or is_head(marked, at + len(head.parts))):
        return False
    if head.needs == "numbered":
        return following is not None and following.text[-1].isdigit()
    if following is not None and (following.low in word_class("not_instrument_before") or following.text in DASHES):
        return marked.tokens[at + len(head.parts)].text in {"\u2013", "\u2014"}
    return not is_barred(marked, at)


def leads_to_meeting(following: Token | None) -> bool:
    """Whether the word after a head shows a meeting or a group: `Partnership meeting`, `Initiative leaders`."""
    return following is not None and (following.low in word_class("instrument_organ") or following.low == "leaders")


def is_barred(marked: Marked, at: int) -> bool:
    """Whether the word before a head shows another meaning: `in agreement`, but not `signing of agreement on …`."""
    before, noun = marked.at(at - 1), marked.at(at - 2)
    if before is None or before.low not in word_class("not_instrument_after"):
        return False
    return before.low != "of" or noun is None or noun.low not in word_class("status_noun")


def spanned(context: Context, line_no: int, at: int, head: Head) -> Instrument:
    """The instrument with the words before and after its head that are part of its name."""
    marked = context.lines[line_no]
    bare_last = at + len(head.parts)
    capital = marked.tokens[at].capital or is_named_in_capitals(marked, at, head)
    people = {step for line, step in context.people.tokens if line == line_no}
    first = capital_start(marked, at, people) if capital else common_start(marked, at)
    acronym, after = bracketed(marked, bare_last)
    after += head.needs == "numbered"
    bare = head.needs == "numbered" or (head.needs in WEAK and not is_purpose(marked, after))
    last = after if bare else complement_end(marked, after, line_no, context)
    if last == after and capital and head.kind == "joint_statement":
        last = issuers_end(marked, after, line_no, context)
    if head.needs != "numbered" and (
        last == after or ((capital or acronym) and is_named_already(marked, first, at, after, acronym))
    ):
        last = bare_last
    if acronym is None:
        acronym = bracketed(marked, last)[0]
    return Instrument(line_no, first, at, bare_last, last, head.kind, head.needs, capital, acronym)


def is_purpose(marked: Marked, at: int) -> bool:
    """Whether a purpose in capitals stands at a token: `for Clean Rivers`, `to End Floods`."""
    opening, following = marked.at(at), marked.at(at + 1)
    noun = marked.at(at + 2) if following is not None and following.low == "the" else following
    return opening is not None and opening.low in {"for", "to", "on"} and noun is not None and noun.capital


def is_named_in_capitals(marked: Marked, at: int, head: Head) -> bool:
    """Whether a head in small letters ends a name in capitals: `the Joint Fisheries agreement`."""
    before = marked.tokens[max(0, at - 2) : at]
    if head.needs == "numbered":
        return bool(before) and before[-1].low in word_class("un_organ")
    named = [token for token in before if token.capital and token.low not in words("function_words")]
    last_is_word = at - 1 not in marked.countries and bool(before) and common(before[-1].low)
    return head.needs in {"governed", "modified"} and len(named) == PAIR and last_is_word and at > PAIR


def is_named_already(marked: Marked, first: int, at: int, after: int, acronym: str | None) -> bool:
    """Whether the words before a head are its name, closed by an acronym or followed by mere prose."""
    telling = [
        step
        for step in range(first, at)
        if step not in marked.countries
        and marked.tokens[step].word
        and marked.tokens[step].low not in word_class("bare_modifier")
    ]
    opening = marked.at(after)
    if not telling or opening is None or opening.low in {"of", "between", "among"}:
        return False
    if acronym is not None:
        return True
    content = (token for token in marked.tokens[after + 1 :] if token.word and token.low not in words("function_words"))
    following = next(content, None)
    return following is not None and not following.capital


def bracketed(marked: Marked, at: int) -> tuple[str | None, int]:
    """The acronym in brackets at a token, and the index after it."""
    tokens = marked.tokens[at : at + 3]
    if len(tokens) == 3 and tokens[0].text == "(" and tokens[2].text == ")" and tokens[1].acronym:  # noqa: PLR2004
        return tokens[1].text, at + 3
    return None, at


def capital_start(marked: Marked, at: int, people: set[int]) -> int:
    """Where the name begins, over capitals, countries, years, and `and` between capitals."""
    tokens = marked.tokens
    first = at
    while first > 0:
        step = first - 1
        token = tokens[step]
        if token.text == ")" and (is_acronym_in_brackets(marked, step) or step == at - 1):
            opening = abbreviation_start(marked, step)
            if opening is None:
                break
            first = opening
            continue
        linked = token.text in {"and", "&"} or is_dash_within(marked, step) or is_noun_of(marked, step)
        if is_day(marked, step):
            return step - 1
        if step in people or (token.low in words("function_words") and not linked):
            break
        if linked and (step == 0 or not (name_part(marked, step - 1) or is_acronym_in_brackets(marked, step - 1))):
            break
        if (linked and step - 1 in people) or (token.low == "and" and is_head(marked, step - 1)):
            break
        if not linked and not name_part(marked, step):
            break
        first = step
    return name_start(marked, first, at)


def name_start(marked: Marked, first: int, at: int) -> int:
    """Where the name begins behind what only leads to it: `new`, a dash, the mark of an annex."""
    tokens = marked.tokens
    if tokens[first].low == "annex":
        first = next((step + 1 for step in range(first, at) if tokens[step].text in DASHES), first)
    while first < at and (is_before_name(marked, first) or tokens[first].text in DASHES):
        first += 1
    return first


def is_day(marked: Marked, at: int) -> bool:
    """Whether a day and its month end at a token that give a name its beginning: `the 3 May Joint Statement`."""
    article, pair = marked.at(at - 2), [token.low for token in marked.tokens[max(0, at - 1) : at + 1]]
    if article is None or article.low != "the":
        return False
    return any(low.isdigit() and len(low) <= PAIR for low in pair) and any(
        low in word_class("calendar") for low in pair
    )


def is_dash_within(marked: Marked, at: int) -> bool:
    """Whether a dash joins parts of a name: with blanks on both sides or on none, unlike the dash of a heading."""
    before, token, following = marked.at(at - 1), marked.tokens[at], marked.at(at + 1)
    if token.text not in DASHES or before is None or following is None:
        return False
    return (before.end == token.start) == (token.end == following.start)


def is_acronym_in_brackets(marked: Marked, closing: int) -> bool:
    """Whether brackets hold a party's acronym and a dash leads to the next one: `the Tide Board (TB)-Peru Treaty`."""
    group = marked.tokens[max(0, closing - 2) : closing + 2]
    return len(group) == len("(X)-") and group[0].text == "(" and group[1].acronym and group[3].text in DASHES


def abbreviation_start(marked: Marked, closing: int) -> int | None:
    """Where brackets open that hold an abbreviation of the words before: `(TB)`, `(R&D)`."""
    opening = next((step for step in range(closing - 1, max(0, closing - 5), -1) if marked.tokens[step].text == "("), 0)
    inside = [token.text for token in marked.tokens[opening + 1 : closing]]
    abbreviated = opening > 0 and inside and all(text.isupper() or text == "&" for text in inside)
    return opening if abbreviated and marked.tokens[opening - 1].capital else None


def is_before_name(marked: Marked, at: int) -> bool:
    """Whether a word only stands before a name: `new`, but not in `New York`, `final`, but not `Final Protocol`."""
    token, following = marked.tokens[at], marked.tokens[at + 1]
    if token.capital and (token.low == "final" or (token.low == "new" and following.low in word_class("after_new"))):
        return False
    return token.low in word_class("not_in_instrument_name")


def is_noun_of(marked: Marked, at: int) -> bool:
    """Whether a preposition stands between capitals of a name: `Status of Forces Agreement`."""
    before, following = marked.at(at - 1), marked.at(at + 1)
    return (
        marked.tokens[at].low in {"of", "in"}
        and before is not None
        and following is not None
        and before.capital
        and following.capital
        and before.low in word_class("instrument_noun_of")
    )


def name_part(marked: Marked, at: int) -> bool:
    """Whether a token can stand before the head of an instrument's name."""
    token = marked.tokens[at]
    year = token.text.isdigit() and len(token.text) == 4  # noqa: PLR2004
    if token.low in words("function_words") or token.low in word_class("calendar"):
        return False
    return (token.capital and token.text not in {"\u2019s", "'s"}) or at in marked.countries or year


def common_start(marked: Marked, at: int) -> int:
    """Where the name begins before a head in small letters: the adjectives up to a determiner."""
    tokens = marked.tokens
    first = at
    while first > 0 and at - first < LONGEST_MODIFIER:
        token = tokens[first - 1]
        if token.low in word_class("determiner") or token.low in {"a", "an", "the", "new", "its", "their", "this"}:
            return first
        if not token.word or token.low in words("function_words") or token.low in word_class("not_in_instrument_name"):
            break
        first -= 1
    while first < at and not (tokens[first].low in word_class("instrument_adjective") or is_pair(marked, first)):
        first += 1
    return first


def is_pair(marked: Marked, at: int) -> bool:
    """Whether a compound names two countries: `the Kazakh-Polish agreement`."""
    return at in marked.hidden and at in marked.countries
