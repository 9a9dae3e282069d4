"""Whose instrument it is: the states, the international bodies and the signing bodies that a release tells.

What belongs here: the parties of a name, of its sentence, of the release. What does not: status and date
(`agreement_terms`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.extract.agreement_terms import DONE, Status
from pipelines.extract.instrument_heads import heads
from pipelines.extract.lexicons import fold, mapping, rows, word_class
from pipelines.extract.state_rows import rows_of_states, title_codes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipelines.extract.context import BodyName, Context
    from pipelines.extract.instruments import Instrument
    from pipelines.extract.tokens import Token

TWO = 2
OF_TWO = frozenset(
    {"agreement", "memorandum", "programme", "protocol", "roadmap", "joint_statement", "contract", "other"}
)
SUBJECT_REACH = 7  # tokens before a word for joining in which its subject stands
VERB_REACH = 5  # tokens between a name and `signed between`
JOINED = frozenset(
    {"signed", "ratified", "proposed", "under_ratification"}
)  # what a state does with an instrument of many


def parties_of(context: Context, found: Instrument, status: Status) -> tuple[str, ...]:
    """The parties that the name itself tells, or else its sentence, or else the two sides of the release."""
    if found.known is not None:
        return found.known.parties or joining_states(context, found, status)
    if found.needs == "numbered" and is_of_united_nations(context, found):
        return ("UN",)
    own = codes_in(context, found.line_no, found.first, found.last)
    if len(own) < TWO and is_joined(context, found):
        return joining_states(context, found, status)
    return own if found.needs == "pinned" else told_parties(context, found, status, own)


def is_joined(context: Context, found: Instrument) -> bool:
    """Whether a word for joining stands right before a name: `Peru joined the Tide Declaration`."""
    before = context.lines[found.line_no].tokens[max(0, found.first - 3) : found.first]
    return any(token.low in word_class("joining") for token in before)


def told_parties(context: Context, found: Instrument, status: Status, own: tuple[str, ...]) -> tuple[str, ...]:
    """The parties of a name that tells `own`, by its sentence, its paragraph or the release."""
    told = status.name != "mentioned"
    if not own and is_peace(context, found):
        return parties_to_peace(context, found)
    if not own and not told and is_ours(context, found):
        return other_side(context, found) or two_sides(context)
    bodies = all(len(code) != TWO for code in own)
    lent = bodies and (own or is_of_body(context, found))
    if not told and (lent or is_of_others(context, found)):
        return ()
    if bodies:
        own = ()  # `United Nations Charter`: the body lends its name and is no party
    half = own == (context.document.issuer_country,)  # `our agreement with the issuer`
    settled = not told and not half and (own or bare_name(context, found))
    if len(own) >= TWO or found.kind == "convention" or settled:
        return own
    return next((pair for pair in likely_pairs(context, found, status) if pair and set(own) <= set(pair)), own)


def likely_pairs(context: Context, found: Instrument, status: Status) -> Iterator[tuple[str, ...]]:
    """The parties that the words around a name make likely, the likeliest first."""
    told = status.name != "mentioned"
    yield pair_near(context, found, status)
    yield row_of_signers(context, found, status)
    if told:
        yield paragraph_pair(context, found)
    yield two_sides(context)
    if told:
        yield pair_before(context, found)


def pair_near(context: Context, found: Instrument, status: Status) -> tuple[str, ...]:
    """The two sides that the sentence names; the states beside an old agreement need not be its own."""
    issuer = context.document.issuer_country
    told = status.name != "mentioned"
    near = codes_in(
        context, found.line_no, 0, len(context.lines[found.line_no].tokens), bodies=status.name in DONE
    )  # fmt: skip
    if sum(len(code) == TWO for code in near) < TWO and tells_both(context, found):
        return ()
    if len(near) == 1 and near[0] != issuer and len(near[0]) == TWO and told:
        return issuer, near[0]
    if not told and found.capital and issuer not in near:
        return ()
    near = tuple(code for code in near if code not in {"NATO", "UN"})  # where states meet rather than what signs
    return near if len(near) == TWO or (len(near) == 1 and near[0] != issuer) else ()


def tells_both(context: Context, found: Instrument) -> bool:
    """Whether two states told before are the subject: `Both countries signed it in Lima, Peru`."""
    tokens = context.lines[found.line_no].tokens[: found.first]
    pairs = pairwise(token.low for token in tokens)
    return any(before in {"both", "two"} and after in word_class("tie_partner") for before, after in pairs)


def row_of_signers(context: Context, found: Instrument, status: Status) -> tuple[str, ...]:
    """The states, more than two, that stand before the verb of signing in the sentence."""
    marked = context.lines[found.line_no]
    verb = marked.line.sentence.char_start + status.at
    before = next((step for step, token in enumerate(marked.tokens) if token.start >= verb), 0)
    if status.name != "signed" or before >= found.first:
        return ()
    codes = tuple(code for code in codes_in(context, found.line_no, 0, before) if len(code) == TWO)
    return codes if len(codes) > TWO else ()


def is_of_body(context: Context, found: Instrument) -> bool:
    """Whether a body lends its acronym to the name: `the G20 Compact with Africa`."""
    marked = context.lines[found.line_no]
    return marked.tokens[found.first].acronym and found.first not in marked.countries


def is_of_others(context: Context, found: Instrument) -> bool:
    """Whether a statement is told to be of somebody else: `the joint statement of the Tide Board`."""
    tokens = context.lines[found.line_no].tokens[found.head : found.last]
    return found.kind == "joint_statement" and any(
        before.low in {"of", "by"} and (after.capital or after.low == "the") for before, after in pairwise(tokens)
    )


def is_peace(context: Context, found: Instrument) -> bool:
    """Whether the words name a peace or a truce: its parties are seldom those that speak of it."""
    tokens = context.lines[found.line_no].tokens[found.first : found.head]
    return not found.capital and any(token.low in word_class("peace_word") for token in tokens)


def parties_to_peace(context: Context, found: Instrument) -> tuple[str, ...]:
    """The two states of its sentence, or the two other than the issuer that the title names."""
    near = codes_in(context, found.line_no, 0, len(context.lines[found.line_no].tokens))
    title = title_codes(context.title)
    others = tuple(code for code in title if code != context.document.issuer_country)
    return next((pair for pair in (near, others) if len(pair) == TWO and all(len(code) == TWO for code in pair)), ())


def is_ours(context: Context, found: Instrument) -> bool:
    """Whether `our` stands before the words: the agreement of the issuer with the other side."""
    tokens = context.lines[found.line_no].tokens
    return found.kind not in {"other", "roadmap"} and any(
        token.low == "our" for token in tokens[max(0, found.first - 2) : found.first]
    )


def other_side(context: Context, found: Instrument) -> tuple[str, ...]:
    """The issuer and the only other state that the sentence names."""
    issuer = context.document.issuer_country
    near = codes_in(context, found.line_no, 0, len(context.lines[found.line_no].tokens))
    others = [code for code in near if code != issuer]
    return (issuer, others[0]) if len(others) == 1 else ()


def joining_states(context: Context, found: Instrument, status: Status) -> tuple[str, ...]:
    """The states that a sentence tells to sign, to join or to belong to an instrument of many."""
    row = row_of_joined(context, found)
    if row:
        return row
    tokens = context.lines[found.line_no].tokens[: found.first]
    joins = [step for step, token in enumerate(tokens) if token.low in word_class("joining")]
    if not joins and status.name not in JOINED:
        return ()
    first, last = (max(0, joins[-1] - SUBJECT_REACH), joins[-1]) if joins else (0, found.first)
    named = tuple(code for code in codes_in(context, found.line_no, first, last) if len(code) == TWO)
    news = status.name in JOINED and not context.dates[found.line_no]
    return named or ((context.document.issuer_country,) if news else ())


def row_of_joined(context: Context, found: Instrument) -> tuple[str, ...]:
    """The states of `Peru is the third to sign the Accords, joining Ghana and Chile`."""
    kind = found.known.name.split()[-1].lower() if found.known is not None else ""
    if kind not in heads():
        return ()
    for line_no, marked in enumerate(context.lines):
        if "joining" not in marked.line.sentence.text:
            continue
        joining = next((step for step, token in enumerate(marked.tokens) if token.low == "joining"), None)
        if joining is None or kind not in {token.low for token in marked.tokens}:
            continue
        row = next((row for row in rows_of_states(marked) if joining < row[0] <= joining + TWO), None)
        if row is not None:
            return codes_in(context, line_no, 0, row[1])
    return ()


def paragraph_pair(context: Context, found: Instrument) -> tuple[str, ...]:
    """The issuer and the only other side that the sentences before name in the same paragraph."""
    issuer = context.document.issuer_country
    paragraph_no = context.lines[found.line_no].line.sentence.paragraph_no
    for line_no in range(found.line_no - 1, -1, -1):
        marked = context.lines[line_no]
        if marked.line.sentence.paragraph_no != paragraph_no:
            return ()
        others = [code for code in codes_in(context, line_no, 0, len(marked.tokens)) if code != issuer]
        if others:
            return (issuer, others[0]) if len(others) == 1 else ()
    return ()


def pair_before(context: Context, found: Instrument) -> tuple[str, ...]:
    """The issuer and the only other side of the paragraph before: `A treaty was signed here too`."""
    issuer, lines = context.document.issuer_country, context.lines
    paragraph_no = lines[found.line_no].line.sentence.paragraph_no
    if found.line_no == 0 or lines[found.line_no - 1].line.sentence.paragraph_no == paragraph_no:
        return ()
    before = lines[found.line_no - 1].line.sentence.paragraph_no
    numbers = (line_no for line_no in range(found.line_no) if lines[line_no].line.sentence.paragraph_no == before)
    named = dict.fromkeys(code for at in numbers for code in codes_in(context, at, 0, len(lines[at].tokens)))
    others = [code for code in named if code != issuer]
    return (issuer, others[0]) if len(others) == 1 else ()


def is_of_united_nations(context: Context, found: Instrument) -> bool:
    """Whether an organ of the United Nations gave a resolution its number."""
    tokens = context.lines[found.line_no].tokens[found.first : found.bare_last]
    return any(token.low in word_class("un_organ") for token in tokens)


def bare_name(context: Context, found: Instrument) -> bool:
    """Whether a name in capitals says nothing of parties: `Paris Agreement`, `Treaty of Peace`."""
    return found.capital and (found.kind not in OF_TWO or not (found.complemented or is_between_states(context, found)))


def is_between_states(context: Context, found: Instrument) -> bool:
    """Whether a word of the name tells of what two states agree on: `Defence Cooperation Agreement`."""
    tokens = context.lines[found.line_no].tokens[found.first : found.head]
    return any(token.low in word_class("matter_of_two") for token in tokens)


def codes_in(context: Context, line_no: int, first: int, last: int, *, bodies: bool = False) -> tuple[str, ...]:
    """The countries that some tokens name, and the bodies that conclude treaties by their acronyms, or all bodies."""
    marked = context.lines[line_no]
    found: dict[int, tuple[str, ...]] = {}
    for index, country in marked.countries.items():
        if first <= index < last:
            found[index] = (*(one.code for one in marked.hidden.get(index, ())), country.code)
    for name in names_in(context, line_no):
        if first <= name.first and name.last <= last:
            body = context.organizations[name.organization_no - 1]
            acronym = acronyms().get(body.name) or body.acronym
            side = mapping("international_sides").get(body.name, "")
            acronym = side if side in word_class("party_body") else acronym  # the Commission stands for the EU
            wide = bodies and body.name != acronym and acronym in acronyms().values()
            if body.kind == "international" and acronym and (wide or acronym in word_class("party_body")):
                shared = found.get(name.first, ()) if "-" in marked.tokens[name.first].text else ()  # `EU-Chile`
                found[name.first] = (acronym, *shared)
    known = word_class("party_body")
    party = "-" in marked.line.sentence.text or not marked.words.isdisjoint(party_words())
    if not (found or party):
        return ()
    for index in range(first, min(last, len(marked.tokens))) if party else ():
        text = marked.tokens[index].text
        inside = tuple(part for part in text.split("-") if part in known) if text in known or "-" in text else ()
        if inside:
            found[index] = (*inside, *(code for code in found.get(index, ()) if code not in inside))
    return tuple(dict.fromkeys(code for index in sorted(found) for code in found[index]))


@cache
def party_words() -> frozenset[str]:
    """The folded words of the bodies that conclude treaties."""
    return frozenset(map(fold, word_class("party_body")))


def names_in(context: Context, line_no: int) -> Sequence[BodyName]:
    """The names of bodies of a sentence; those of a release come in the order of the text."""
    begin = bisect_left(context.body_names, line_no, key=line_of)
    return context.body_names[begin : bisect_right(context.body_names, line_no, begin, key=line_of)]


def line_of(name: BodyName) -> int:
    """The sentence in which a body is named."""
    return name.line_no


@cache
def acronyms() -> dict[str, str]:
    """The usual acronyms of international bodies by their names."""
    return {row["name"]: row["acronym"] for row in rows("known_bodies") if row["acronym"]}


def two_sides(context: Context) -> tuple[str, ...]:
    """The issuer and the only other side that the release names more than once, or at all."""
    issuer = context.document.issuer_country
    counts: Counter[str] = Counter()
    for line_no, marked in enumerate(context.lines):
        counts.update(codes_in(context, line_no, 0, len(marked.tokens)))
    counts.pop(issuer, None)
    ranked = counts.most_common(TWO)
    if len(ranked) == 1 or (len(ranked) == TWO and ranked[0][1] > ranked[1][1] + 1):
        return issuer, ranked[0][0]
    return ()


def signatories_of(context: Context, found: Instrument) -> tuple[int, ...]:
    """The bodies, not states or international ones, that the name or its verb gives as the parties."""
    tokens = context.lines[found.line_no].tokens
    within = [step for step in range(found.bare_last, found.last) if tokens[step].low in {"between", "with"}]
    first, last = (within[0], found.last) if within else signed_between(tokens, found.last)
    inside = [
        one for one in context.body_names if one.line_no == found.line_no and first <= one.first and one.last <= last
    ]
    numbers = dict.fromkeys(one.organization_no for one in inside)
    named = [context.organizations[number - 1] for number in numbers]
    return tuple(
        body.organization_no for body in named if body.kind != "international" and (within or body.country_code)
    )


def signed_between(tokens: tuple[Token, ...], last: int) -> tuple[int, int]:
    """The tokens behind `was signed between` right after a name; none where something else follows."""
    for step in range(last, min(len(tokens) - 1, last + VERB_REACH)):
        if tokens[step].low == "signed" and tokens[step + 1].low == "between":
            return step + 1, len(tokens)
    return 0, 0
