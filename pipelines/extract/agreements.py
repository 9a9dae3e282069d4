"""The named instruments of a release: agreements, memoranda, declarations and their like, one row each.

What belongs here: which names are instruments of their own, and joining all that the release says of one. What does
not: the words of a name (`instruments`) and what is said of it (`agreement_terms`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pipelines.extract.agreement_parties import codes_in, parties_of, signatories_of
from pipelines.extract.agreement_terms import LATE, RANK, Status, date_of, news_day, status_of
from pipelines.extract.announced import Announced
from pipelines.extract.instrument_heads import WEAK
from pipelines.extract.instrument_needs import stands_alone
from pipelines.extract.instruments import Instrument, find_instruments
from pipelines.extract.lexicons import fold, words
from pipelines.extract.titled import JOINT_KINDS, titled_instrument
from pipelines.model import Agreement, Mention

if TYPE_CHECKING:
    from pipelines.extract.context import Context
    from pipelines.extract.days import DateSpan
    from pipelines.extract.known_instruments import KnownInstrument
    from pipelines.extract.titled import Titled

WIDE = frozenset({"other", "programme"})  # kinds of many heads, of which one means no other
PROGRESS = ("progress on", "toward", "towards", "work on", "working on")
WITHOUT_MEANING = frozenset({"s", "new", "joint", "bilateral", "draft"})


@dataclass
class Joined:
    """All mentions of one instrument."""

    found: list[Instrument] = field(default_factory=list)
    statuses: list[Status] = field(default_factory=list)
    words: set[str] = field(default_factory=set)  # the telling words of its names
    heads: set[str] = field(default_factory=set)  # the first words of their heads
    codes: set[str] = field(default_factory=set)  # the parties that its names tell
    known: set[KnownInstrument] = field(default_factory=set)
    acronyms: set[str] = field(default_factory=set)

    def add(self, context: Context, found: Instrument, status: Status) -> None:
        """Take in a further name, with what it tells."""
        self.found.append(found)
        self.statuses.append(status)
        self.words |= core(context, found)
        self.heads.add(head_of(context, found))
        self.codes.update(codes_in(context, found.line_no, found.first, found.last))
        if found.known is not None:
            self.known.add(found.known)
        if found.acronym is not None:
            self.acronyms.add(found.acronym)


def read_agreements(context: Context) -> tuple[Agreement, ...]:
    """The instruments that the release names, in the order of the text."""
    groups: list[Joined] = []
    announced = Announced(context)
    for found in find_instruments(context):
        status = status_of(context, found)
        if is_ongoing(context, found, status) or is_wished_for(context, found, status):
            status = Status("mentioned", status.at)
        if RANK[status.name] == 0:
            status = announced.status_of(found) or status
        home = home_of(context, groups, found)
        if home is None and stands_alone(context, found, status):
            home = Joined()
            groups.append(home)
        if home is not None:
            home.add(context, found, status)
    for group, found in known_by_acronym(context, groups):
        group.found.append(found)
        group.statuses.append(status_of(context, found))
    titled = titled_instrument(context)
    if titled is not None:
        groups = [group for group in groups if not is_titled(context, group, titled)]
    own = () if titled is None else (titled_row(context, titled),)
    rows = without_matters([row_of(context, number, group) for number, group in enumerate(groups, 1 + len(own))])
    return (*own, *(rows if titled is None else (of_issuers(row, titled) for row in rows)))


def without_matters(rows: list[Agreement]) -> list[Agreement]:
    """The rows without those that only end the name of another: the pact in `Joint Statement on the Tide Pact`."""
    return [
        row
        for row in rows
        if row.status != "mentioned"
        or row.rule == "agreement_known"
        or not any(other is not row and other.name.endswith(f" on the {row.name}") for other in rows)
    ]


def of_issuers(row: Agreement, titled: Titled) -> Agreement:
    """The row of what a joint statement decides: its parties are all that issue the statement."""
    own = row.status != "mentioned" and not row.signatories and row.rule != "agreement_known"
    shared = own and len(titled.parties) > 1 and set(row.parties) <= set(titled.parties)
    return replace(row, parties=titled.parties) if shared else row


def is_ongoing(context: Context, found: Instrument, status: Status) -> bool:
    """Whether the words tell of progress on a partnership or on what the world knows: work done, and no draft."""
    there = status.name == "under_negotiation" and (found.needs in WEAK or found.known is not None)
    return there and context.lines[found.line_no].line.sentence.text.startswith(PROGRESS, status.at)


def is_wished_for(context: Context, found: Instrument, status: Status) -> bool:
    """Whether what is told in force is only a thought: `a treaty that has entered into force would help`."""
    before = context.lines[found.line_no].at(found.first - 1)
    return status.name in LATE and not found.capital and before is not None and before.low in {"a", "an"}


def is_titled(context: Context, group: Joined, titled: Titled) -> bool:
    """Whether the body speaks of the instrument that the title names: `the following joint statement`."""
    return group.found[0].kind in JOINT_KINDS and all(core(context, one) <= titled.words for one in group.found)


def titled_row(context: Context, titled: Titled) -> Agreement:
    """The row of the instrument that the title names; its words stand in no sentence of the body."""
    sentence_no = context.lines[titled.line_no].line.sentence.sentence_no
    row = Agreement(
        1, sentence_no, None, None, titled.name, titled.kind, "adopted", "agreement_title", parties=titled.parties
    )  # fmt: skip
    span = news_day(context)
    return row if span is None else dated(row, span)


def known_by_acronym(context: Context, groups: list[Joined]) -> list[tuple[Joined, Instrument]]:
    """Later mentions of an instrument by the acronym that its name bears in brackets."""
    by_acronym = {one.acronym: group for group in groups for one in group.found if one.acronym}
    if not by_acronym:
        return []
    taken = {(one.line_no, step) for group in groups for one in group.found for step in range(one.first, one.last + 2)}
    later = []
    for line_no, marked in enumerate(context.lines):
        for at, token in enumerate(marked.tokens):
            group = by_acronym.get(token.text)
            if group is not None and (line_no, at) not in taken:
                kind = group.found[0].kind
                later.append((group, Instrument(line_no, at, at, at + 1, at + 1, kind, "acronym", capital=True)))
    return later


def home_of(context: Context, groups: list[Joined], found: Instrument) -> Joined | None:
    """The instrument that a name means again: the same words, fewer of them, or its kind alone."""
    mine = core(context, found)
    for group in reversed(groups):
        if group.found[0].kind != found.kind:
            continue
        if found.known in group.known or is_acronym_of(context, found, group):
            return group
        if (found.known and group.known) or has_other_parties(context, found, group):
            continue
        if is_one_more(context, found, group):
            continue
        same = bool(mine) or found.kind not in WIDE or head_of(context, found) in group.heads
        if same and (mine <= group.words or group.words <= mine):
            return group
    return None


def head_of(context: Context, found: Instrument) -> str:
    """The first word of a head."""
    return context.lines[found.line_no].tokens[found.head].low


def has_other_parties(context: Context, found: Instrument, group: Joined) -> bool:
    """Whether two names tell two pairs of parties: `the EU-India agreement` and `the EU-Japan agreement`."""
    mine = set(codes_in(context, found.line_no, found.first, found.last))
    return bool(mine and group.codes) and not (mine <= group.codes or group.codes <= mine)


def is_one_more(context: Context, found: Instrument, group: Joined) -> bool:
    """Whether `a` opens one more of a kind, of other bodies: `A memorandum was also signed between`."""
    article = context.lines[found.line_no].at(found.first - 1)
    if article is None or article.low not in {"a", "an", "another", "one"} or found.complemented:
        return False
    mine, theirs = signatories_of(context, found), signatories_of(context, group.found[0])
    return bool(mine and theirs) and mine != theirs


def is_acronym_of(context: Context, found: Instrument, group: Joined) -> bool:
    """Whether the words are no more than the acronym that a name before bears in brackets."""
    if found.modified or found.complemented:
        return False
    return context.lines[found.line_no].tokens[found.first].text in group.acronyms


def core(context: Context, found: Instrument) -> set[str]:
    """The telling words of a name without its head and its parties."""
    if found.known is not None:
        return {word for word in fold(found.known.name).split() if word not in words("function_words")}
    marked = context.lines[found.line_no]
    kept: set[str] = set()
    for step in [*range(found.first, found.head), *range(found.bare_last, found.last)]:
        token = marked.tokens[step]
        if token.low in {"between", "with"} and kept:
            break
        if token.text[0].isalnum() and token.low not in words("function_words") and step not in marked.countries:
            kept.add(fold(token.text))
    return kept - WITHOUT_MEANING


def row_of(context: Context, number: int, group: Joined) -> Agreement:
    """The row of an instrument under its fullest name, with the strongest status that is told of it."""
    named = [one for one in group.found if one.needs != "acronym"]
    fullest = max(named, key=lambda one: (len(core(context, one)), one.last - one.first, -one.line_no))
    best = max(range(len(group.found)), key=lambda step: (RANK[group.statuses[step].name], -step))
    told, status = group.found[best], group.statuses[best]
    marked = context.lines[fullest.line_no]
    start, end = marked.tokens[fullest.first].start, marked.tokens[fullest.last - 1].end
    span = date_of(context, told, status)
    parties = parties_of(context, fullest, status) or parties_of(context, told, status)
    row = Agreement(
        number, marked.line.sentence.sentence_no, start, end, context.document.body[start:end], fullest.kind,
        status.name, f"agreement_{fullest.needs}", parties=parties, signatories=signatories_of(context, fullest),
    )  # fmt: skip
    return row if span is None else dated(row, span)


def dated(row: Agreement, span: DateSpan) -> Agreement:
    """The row with its date."""
    return replace(
        row, date_on=span.first, date_precision=span.precision, date_edtf=span.edtf, date_basis=span.basis
    )  # fmt: skip


def agreement_mentions(context: Context, agreements: tuple[Agreement, ...]) -> list[Mention]:
    """The mentions of instruments, under their fullest names."""
    body = context.document.body
    return [
        Mention(
            row.sentence_no, row.char_start, row.char_end, "agreement", body[row.char_start : row.char_end],
            str(row.agreement_no), row.rule,
        )
        for row in agreements
        if row.char_start is not None and row.char_end is not None
    ]  # fmt: skip
