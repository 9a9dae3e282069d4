"""The complement of an instrument's name: `on tourism`, `between Peru and Ghana`.

What belongs here: where the words after a head go on with its name, and where prose begins again. What does not: the
head and the words before it (`instruments`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.instrument_heads import is_head
from pipelines.extract.lexicons import word_class, words

if TYPE_CHECKING:
    from pipelines.extract.context import Context
    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked

LONGEST_COMPLEMENT = 40  # tokens
RELATIVE = frozenset({"last", "next", "this", "early", "late", "earlier", "later"})  # words that begin a date
QUOTES = frozenset({"\u201c", "\u201d", '"'})
OWNERS = frozenset({"our", "its", "their", "his", "her", "this", "that", "these", "those", "which"})
POSSESSIVES = frozenset({"\u2019s", "'s"})
DEEDS = ("tion", "sion", "ment", "ance")  # the endings of what is done
DASHES = frozenset({"-", "\u2013", "\u2014"})


def complement_end(marked: Marked, at: int, line_no: int, context: Context) -> int:
    """The index after the complement (`on …`, `between … and …`), or `at` where there is none."""
    opening = marked.at(at)
    if opening is None or opening.low not in word_class("complement_opener") or not opens(marked, at, line_no, context):
        return at
    return words_end(marked, at, line_no, context)


def issuers_end(marked: Marked, at: int, line_no: int, context: Context) -> int:
    """The index after the offices that issue a statement (`by the Prime Ministers of …`), or `at`."""
    opening, following = marked.at(at), marked.at(at + 1)
    noun = marked.at(at + 2) if following is not None and following.low == "the" else following
    if opening is None or opening.low != "by" or noun is None or not noun.capital:
        return at
    last = words_end(marked, at, line_no, context)
    return at if (line_no, last) in context.people.tokens else last


def words_end(marked: Marked, at: int, line_no: int, context: Context) -> int:
    """The index after the words that a preposition at `at` opens."""
    tokens = marked.tokens
    last = at
    between = False
    past = at  # the end of an acronym in brackets between two parties
    for step in range(at, min(quote_end(marked, at), at + LONGEST_COMPLEMENT)):
        token = tokens[step]
        between = between or token.low == "between"
        if between and is_acronym_of_party(marked, step):
            past = step + len("(X)")
        if step < past:
            continue
        if step > at and (stops(marked, step, line_no, context, between=between) or leaves_name(marked, at, step)):
            break
        last = step + 1
    while last > at and tokens[last - 1].low in words("function_words"):
        last -= 1
    return last if last - at > 1 else at


def quote_end(marked: Marked, at: int) -> int:
    """Where the marks close in which a token stands, or the end of the sentence."""
    tokens = marked.tokens
    if "\u201d" in marked.lows:
        marks = [token.text for token in tokens[:at] if token.text in QUOTES]
        if marks and marks[-1] == "\u201c":
            return next((step for step in range(at, len(tokens)) if tokens[step].text == "\u201d"), len(tokens))
    return len(tokens)


def opens(marked: Marked, at: int, line_no: int, context: Context) -> bool:
    """Whether a preposition opens a complement rather than a date, a place or a circumstance."""
    following = marked.at(at + 1)
    noun = marked.at(at + 2) if following is not None and following.low in {"the", "a", "an"} else following
    if following is None or noun is None or noun.low in word_class("not_complement"):
        return False
    opening = marked.tokens[at].low
    if opening == "of":
        described = following.low in {"a", "an"} and not marked.tokens[at - 1].capital  # `an agreement of a new kind`
        return not described and following.low not in OWNERS
    dated = at_date(context, line_no, following, "on" if opening == "in" else "")
    if dated or is_basis(marked, at) or joins_state(marked, at):
        return False
    if opening in {"in", "to"}:
        plain = not following.capital and following.low not in words("function_words")
        field = opening == "in" and noun.low in word_class("matter_noun")
        return plain or field or (opening == "to" and (names_purpose(marked, at) or amends(marked, at)))
    held = noun.capital or marked.tokens[at - 1].low in {"roadmap", "map"}
    return held if opening == "with" else following.low not in word_class("pointing")


def is_basis(marked: Marked, at: int) -> bool:
    """Whether `on` tells how, and not about what: `on an urgent basis`."""
    return marked.tokens[at].low == "on" and any(token.low == "basis" for token in marked.tokens[at + 2 : at + 5])


def joins_state(marked: Marked, at: int) -> bool:
    """Whether `for` tells who is to do something: `an agreement for Peru to join the board`."""
    if marked.tokens[at].low != "for":
        return False
    step = at + 1
    while step < len(marked.tokens) and (step in marked.countries or marked.tokens[step].low == "the"):
        step += 1
    following = marked.at(step)
    return step - 1 in marked.countries and following is not None and following.low == "to"


def is_acronym_of_party(marked: Marked, at: int) -> bool:
    """Whether brackets hold the acronym of a party and the name goes on: `between the Tide Board (TB) and …`."""
    group = marked.tokens[at : at + 4]
    return (
        len(group) > len("(X)")
        and group[0].text == "("
        and group[2].text == ")"
        and (group[3].low == "and" or group[3].low in word_class("matter_opener"))
    )


def names_purpose(marked: Marked, at: int) -> bool:
    """Whether `to` opens a purpose that belongs to a name in capitals: `Strategy to Prevent Floods`."""
    following = marked.tokens[at + 1]
    return following.capital and following.low in word_class("purpose_verb")


def amends(marked: Marked, at: int) -> bool:
    """Whether `to` leads from a protocol to the instrument that it belongs to: `Protocol to the … Treaty`."""
    return marked.tokens[at - 1].low in word_class("amending_instrument") and any(
        marked.tokens[step].capital and is_head(marked, step) for step in range(at + 1, min(at + 7, len(marked.tokens)))
    )


def leaves_name(marked: Marked, at: int, step: int) -> bool:
    """Whether a complement in capitals is over: a word in small letters that only prose can go on with."""
    token = marked.tokens[step]
    content = [one for one in marked.tokens[at + 1 : step] if one.word and one.low not in words("function_words")]
    if not content or not content[0].capital or token.capital or not token.word:
        return False
    if marked.tokens[step - 1].low in POSSESSIVES:
        return False
    following = marked.at(step + 1)
    if token.low not in words("function_words"):
        return not tells_matter(marked, at, step)
    return token.low == "to" and (following is None or not following.capital)


def tells_matter(marked: Marked, at: int, step: int) -> bool:
    """Whether the words stand behind the parties and a preposition: `between Peru and Ghana on air services`."""
    low = [token.low for token in marked.tokens[at:step]]
    if "between" not in low:
        return False
    parties = low[low.index("between") :]
    return any(word in word_class("matter_opener") for word in parties) or (
        "in" in parties and any(word in word_class("matter_noun") for word in (*parties, marked.tokens[step].low))
    )


def at_date(context: Context, line_no: int, token: Token, dated_by: str = "") -> bool:
    """Whether a date begins at a token; a bare year after other words than `in` or `on` may be part of a name."""
    base = context.lines[line_no].line.sentence.char_start
    found = [one for one in context.dates[line_no] if base + one.start <= token.start < base + one.end]
    return bool(found) and (dated_by == "on" or not found[0].rule.startswith("year"))


def stops(marked: Marked, step: int, line_no: int, context: Context, *, between: bool) -> bool:
    """Whether a token ends the complement."""
    token, following = marked.tokens[step], marked.at(step + 1)
    relative = token.low in RELATIVE and at_date(context, line_no, token)
    named = (line_no, step) in context.people.tokens and not between  # parties that look like persons
    if relative or named or token.low in word_class("complement_stop") or marks_item(marked, step):
        return True
    if token.text in QUOTES:
        return following is None
    if not token.text[0].isalnum() and token.text != ",":
        return token.text in ";:.!?()*/[]|<>" or (token.text in DASHES and not marked.adjacent(step))
    if token.text == "," or following is None:
        return token.text == "," and not in_list(marked, step)
    if token.low == "and":
        return (not between and leads_to_prose(marked, step)) or names_another(marked, step)
    return circumstance(marked, step, line_no, context)


def marks_item(marked: Marked, at: int) -> bool:
    """Whether a token is the mark of the next item of a list: `a) Pact on Tides b) Pact on Reeds`."""
    following = marked.at(at + 1)
    return len(marked.tokens[at].text) == 1 and following is not None and following.text == ")"


def names_deed(marked: Marked, at: int) -> bool:
    """Whether a second matter follows as the first one does: `… and the prevention of fiscal evasion`."""
    group = [token.low for token in marked.tokens[at : at + 3]]
    return len(group) > len("to") and group[0] == "the" and group[1].endswith(DEEDS) and group[2] == "of"


def leads_to_prose(marked: Marked, at: int) -> bool:
    """Whether `and` leads to a further verb or to what a state has: `and made a statement`, `and Peru's part in`."""
    following, owner = marked.tokens[at + 1], marked.at(at + 2)
    if following.low in words("function_words"):
        return not names_deed(marked, at + 1)
    told = following.low in word_class("telling_verb") or (following.low.endswith("ed") and leads_on(marked, at + 2))
    if not following.capital and told:
        return True
    return at + 1 in marked.countries and owner is not None and owner.low in POSSESSIVES


def leads_on(marked: Marked, at: int) -> bool:
    """Whether an object follows a word that ends as verbs of the past do: `and acknowledged Peru's part`."""
    token = marked.at(at)
    return token is not None and (token.low in OWNERS | {"the", "a", "an"} or at in marked.countries)


def names_another(marked: Marked, at: int) -> bool:
    """Whether `and` leads to another instrument: `and two memoranda`, `and an agreement on …`."""
    following = [token.low for token in marked.tokens[at + 1 : at + 3]]
    if following[0] in {"a", "an"} and is_head(marked, at + 2):
        return True
    return is_head(marked, at + 1) or any(low in words("instrument_plurals") for low in following)


def circumstance(marked: Marked, step: int, line_no: int, context: Context) -> bool:
    """Whether a preposition opens a date, a place or a pointing word rather than more of the name."""
    token, following = marked.tokens[step], marked.tokens[step + 1]
    if token.low == "with":
        return following.capital and following.low in word_class("official_noun")
    if token.low not in {"on", "in", "at", "for"}:
        return False
    place = any(one.line_no == line_no and one.first == step + 1 for one in context.places)
    noun = marked.at(step + 2) if following.low == "the" else following
    if noun is not None and noun.low in word_class("not_complement"):
        return True
    if following.low in word_class("pointing") or (place and token.low in {"in", "at"}):
        return True
    if token.low == "for" and noun is not None and noun.low in {"coming", "next"}:
        return False  # the term of a plan
    return at_date(context, line_no, following, "on" if token.low in {"on", "in"} else "")


def in_list(marked: Marked, comma: int) -> bool:
    """Whether a comma parts members of a list of one or two words each (`trade, economic and cultural`)."""
    following = marked.tokens[comma + 1 : comma + 5]
    if len(following) > 1 and following[0].low in {"and", "or"}:
        return marked.tokens[comma - 1].capital and following[1].capital and not is_head(marked, comma + 2)
    after = [token.low for token in following]
    nearby = [step for step, low in enumerate(after) if low in {"and", "or", "&", ","}]
    blocked = words("function_words") | word_class("complement_stop")
    return bool(nearby) and nearby[0] > 0 and not any(low in blocked for low in after[: nearby[0]])
