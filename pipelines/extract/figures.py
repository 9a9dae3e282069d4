"""Quantities that a text states: money, percentages, counts with their noun, measures with their unit.

What belongs here: the words before and after an amount, which say what kind it is, how exact it is, and what it counts.
What does not: reading the amount itself, and dates.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pipelines.extract.counted_nouns import PLUS_AFTER, read_noun
from pipelines.extract.lexicons import mapping, word_class
from pipelines.extract.numbers import find_amounts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipelines.extract.numbers import Amount
    from pipelines.extract.vocabulary import Marked

SYMBOLS = {
    "US$": "USD", "S$": "SGD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD",
    "R$": "BRL", "NT$": "TWD", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₸": "KZT", "₹": "INR", "₽": "RUB",
    "₩": "KRW", "₺": "TRY", "₴": "UAH", "₾": "GEL", "₦": "NGN", "₫": "VND", "RM": "MYR", "Rs": "INR", "Rs.": "INR",
}  # fmt: skip
SYMBOL_BEFORE = re.compile(r"(?<!\w)((?:[A-Z]{1,3})?[$€£¥₸₹₽₩₺₴₾₦₫]|RM|Rs\.?)\s?$")
CODE_BEFORE = re.compile(r"(?<!\w)([A-Z]{3})\s?\$?\s?$")
PERCENT_AFTER = re.compile(r"\s?(?:%|percent\b|per cent\b|pct\b|percentage points?\b)")
CURRENCY_AFTER = re.compile(r"[\s-]?((?:[A-Z][\w.]*\.?\s){0,2}[A-Za-z]+|[€₸£$])")
SHARED = re.compile(r"\s(?:to|and|or)\s")
CLOSED = re.compile(
    r"\s*(?:[,;)]|\.(?!\d)|$|(?:and|or|from|in|to|since|by|at|for|as|with|this|last|over|during|on|per|while)\b)"
)
OF_SUBJECT = re.compile(
    r"\s(?:in|of|for|worth of|towards?)\s((?:[\w\u2019'-]+\s){0,5}?[\w\u2019'-]+)"
    r"(?=[.,;:)]|\s(?:to|and|for|in|by|from|on|at|with|was|were|has|have|is|are|that|which)\b|$)",
)
NOT_BEFORE = re.compile(
    r"(?:\b(?:Articles?|Resolution|Nos?\.?|Number|Section|Chapter|Annex|Phase|Part|Protocol|Covid|COVID|Room|Level|"
    r"Category|Track|Type|Title|Page|Paragraph|Goal|SDG|Agenda|Vision|Horizon|Strategy|Act|Law|Decree|Order|Route|"
    r"Flight|Group|Class|aged|age|[Oo]ne in|[Oo]ne out of|1 in|1 out of)\s?|[\w][-\u2013/+]|[A-Z][\w]*[-\u2013])\s?$",
)
VERSION_BEFORE = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z]\w+\s$")
DEFINITE = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|[Tt]heir|[Tt]hese|[Tt]hose|[Aa]ll|[Bb]oth|[Yy]our|[Aa]ny|[Ee]very|[Ww]hose|[\u2019']s?)\s"
    r"(?:other\s|first\s|last\s|next\s|past\s|same\s)?$",
)
POINTING_BACK = re.compile(r"\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Aa]ll|[Aa]ll of the)\s$")
RUNNING_NUMBER = re.compile(r"(\d{1,2})[.)]?\s(?=[A-Z])")
POPULATION = re.compile(
    r"\b[Pp]opulation (?:of|is|was|stands at|stood at|reached|exceeds|exceeded)\s(?:[a-z]+\s){0,3}$"
)
NUMBER_OF = re.compile(
    r"\b[Nn]umber of (?P<noun>[a-zA-Z][\w\s-]{2,40}?)\s(?:(?:has|have|had|will|to|already|now)\s){0,2}"
    r"(?:exceed(?:ed|s)?|reach(?:ed|es)?|is|was|stands at|stood at|amount(?:ed|s) to|total(?:led|ed|s)"
    r"|(?:grew|grown|rose|risen|increased|doubled|fell|fallen) to)\s(?:[a-z]+\s){0,3}$"
)
OF_THEM = re.compile(r"\sof (?:them|whom|which|these|those)\b")
OF_WHICH = re.compile(r"\bof (?:them|whom|which|these|those),?\s(?:\w+\s)?$")
PEOPLE = re.compile(r"\s(?P<people>[A-Z][a-z]+)(?=\s(?:who|in|have|has|are|were|from|living)\b|[,.;])")  # no plural
AGAINST = re.compile(r"\b(?:against|from|compared (?:to|with)|versus)\s$")
THEN = re.compile(
    r",? (?:(?:in )?(?:the|a) (?:year|month|quarter)|(?:in )?the (?:previous|same)|last (?:year|month)"
    r"|in (?:\w+ )?\d{4})\b"
)
WHOLE_BEFORE = re.compile(r"\bof (?:the|its|their|our|all)\s$")
DID = re.compile(r"\s(?:have|had|were|are)\s[a-z]+")
MANY = 100
SMALL = 10
SMALLEST = 2


class Quantity(NamedTuple):
    """A figure within one sentence; `start` and `end` count in the sentence."""

    start: int
    end: int
    kind: str  # money, percent, count, measure
    value: float
    value_high: float | None
    unit: str
    qualifier: str
    subject: str | None
    rule: str


class Reach(NamedTuple):
    """How far the words of a quantity go, and what they say."""

    start: int
    end: int
    kind: str
    unit: str
    rule: str


def find_quantities(text: str, blocked: Sequence[tuple[int, int]], currency: str | None = None) -> list[Quantity]:
    """Every quantity of a sentence; `blocked` spans (dates, names) hold none, and a list may have its `currency`."""
    found: list[Quantity] = []
    for amount in find_amounts(text):
        if overlaps(amount.start, amount.end, blocked) or (found and is_told_within(text, amount, found[-1])):
            continue
        reach = read_reach(text, amount) or read_carried(text, amount, found)
        if reach is None and currency is not None and (amount.scaled or amount.value >= MANY):
            reach = Reach(amount.start, amount.end, "money", currency, "money_headed")
        if reach is not None:
            found += ends(quantity(text, amount, reach))
    return found


def is_told_within(text: str, amount: Amount, last: Quantity) -> bool:
    """Whether an amount only belongs to the quantity before it; the whole of which a part is told is one of its own.

    `four of the seven papers` tells of four papers and of seven.
    """
    return amount.start < last.end and not WHOLE_BEFORE.search(text, last.start, amount.start)


def ends(read: Quantity) -> list[Quantity]:
    """A range is told twice, by its lower end with the upper one beside it, and by its upper end: `$3 to $7`."""
    if read.value_high is None:
        return [read]
    low, high = ("at_least", "up_to") if read.qualifier == "exact" else (read.qualifier, read.qualifier)
    return [read._replace(qualifier=low), read._replace(value=read.value_high, value_high=None, qualifier=high)]


def told_again(text: str, quantity: Quantity, before: Sequence[Quantity]) -> bool:
    """Whether a quantity only repeats one told before: the same money for the same thing, or `these twelve groups`."""
    same = [one for one in before if one.kind == quantity.kind and one.value == quantity.value]
    if not same:
        return False
    pointing = POINTING_BACK.search(text, max(0, quantity.start - 12), quantity.start)
    if quantity.kind == "money":
        return any(one.unit == quantity.unit and (one.subject == quantity.subject or pointing) for one in same)
    if any(one.unit.lower() == quantity.unit.lower() for one in same) and quantity.kind in {"count", "measure"}:
        return True
    head = head_of(quantity.unit)
    return quantity.kind == "count" and bool(pointing) and any(head_of(one.unit) == head for one in same)


def head_of(unit: str) -> str:
    """The last word of what is counted."""
    return unit.rsplit(maxsplit=1)[-1].lower()


def paragraph_numbers(lines: Sequence[Marked]) -> set[int]:
    """The sentences that begin with a running number, not an amount: `2 The Ministry advises`.

    Paragraphs are numbered, and pages that lost the breaks between them have the numbers before sentences.
    """
    numbers: dict[int, int] = {}
    for line_no, marked in enumerate(lines):
        if match := RUNNING_NUMBER.match(marked.line.sentence.text):
            numbers[line_no] = int(match[1])
    known = set(numbers.values())
    return {line_no for line_no, number in numbers.items() if number - 1 in known or number + 1 in known}


def overlaps(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a span meets any of the others."""
    return any(start < other_end and other_start < end for other_start, other_end in spans)


def quantity(text: str, amount: Amount, reach: Reach) -> Quantity:
    """The quantity with its qualifier, and the words that say what it is about."""
    before, start = qualifier_before(text, reach.start)
    after = PLUS_AFTER.match(text, amount.end)
    qualifier = before or ("over" if after else "exact")
    subject = OF_SUBJECT.match(text, reach.end)
    about = subject[1] if subject else None
    if reach.kind == "count":
        about = reach.unit
    return Quantity(
        start, reach.end, reach.kind, amount.value, amount.value_high, reach.unit, qualifier, about, reach.rule
    )


def read_reach(text: str, amount: Amount) -> Reach | None:
    """What the words around an amount make of it, or None where it is no figure."""
    for reader in (read_percent, read_money, read_measure, read_count):
        reach = reader(text, amount)
        if reach is not None:
            return reach
    return None


def read_carried(text: str, amount: Amount, found: Sequence[Quantity]) -> Reach | None:
    """An amount of millions without a unit takes the currency told before it, or shared with the next one."""
    shared = SHARED.match(text, amount.end)
    for other in find_amounts(text[shared.end() :])[:1] if shared else ():
        rest = text[shared.end() :] if shared and other.start == 0 else ""
        reach = read_money(rest, other) if amount.scaled else read_percent(rest, other)
        if reach is not None:
            return Reach(amount.start, amount.end, reach.kind, reach.unit, f"{reach.kind}_shared")
    if amount.scaled and found and found[-1].kind == "money" and CLOSED.match(text, amount.end):
        return Reach(amount.start, amount.end, "money", found[-1].unit, "money_carried")
    return read_noun_before(text, amount, found)


def read_noun_before(text: str, amount: Amount, found: Sequence[Quantity]) -> Reach | None:
    """An amount of what was named before it: `a population of 7 million`, `19 missions, leading three of them`."""
    if amount.year_like or amount.value <= SMALLEST:
        return None
    if amount.scaled and (people := PEOPLE.match(text, amount.end)):
        return Reach(amount.start, people.end(), "count", people["people"], "count_of_people")
    if POPULATION.search(text, max(0, amount.start - 60), amount.start) and CLOSED.match(text, amount.end):
        return Reach(amount.start, amount.end, "count", "people", "count_of_population")
    number_of = NUMBER_OF.search(text, max(0, amount.start - 110), amount.start)
    if number_of and CLOSED.match(text, amount.end):
        return Reach(amount.start, amount.end, "count", number_of["noun"], "count_of_number")
    counted = [quantity for quantity in found if quantity.kind == "count"]
    of_them = OF_THEM.match(text, amount.end) or OF_WHICH.search(text, max(0, amount.start - 24), amount.start)
    compared = AGAINST.search(text, max(0, amount.start - 24), amount.start) and THEN.match(text, amount.end)
    if counted and (compared or of_them or (amount.value >= MANY and DID.match(text, amount.end))):
        return Reach(amount.start, amount.end, "count", counted[-1].unit, "count_carried")
    return None


def read_percent(text: str, amount: Amount) -> Reach | None:
    """`30%`, `4.5 per cent`."""
    after = PERCENT_AFTER.match(text, amount.end)
    return Reach(amount.start, after.end(), "percent", "%", "percent") if after else None


def read_money(text: str, amount: Amount) -> Reach | None:
    """`$1.2 billion`, `EUR 40 mln`, `450 bn tenge`."""
    symbol = SYMBOL_BEFORE.search(text, max(0, amount.start - 6), amount.start)
    if symbol and symbol[1] in SYMBOLS:
        return Reach(symbol.start(1), amount.end, "money", SYMBOLS[symbol[1]], "money_symbol")
    code = CODE_BEFORE.search(text, max(0, amount.start - 6), amount.start)
    if code and code[1] in mapping("currencies"):
        return Reach(code.start(1), amount.end, "money", mapping("currencies")[code[1]], "money_code")
    after = CURRENCY_AFTER.match(text, amount.end)
    words_after = after[1] if after else ""
    while after and words_after:
        end = after.start(1) + len(words_after)
        unit = mapping("currencies").get(words_after) or SYMBOLS.get(words_after)
        if (
            unit
            and text[amount.end] != "-"
            and amount.value
            and not (words_after == "pounds" and text.startswith(" of", end))
        ):
            return Reach(amount.start, end, "money", unit, "money_word")
        words_after = words_after.rpartition(" ")[0]
    return None


@cache
def unit_pattern() -> re.Pattern[str]:
    """The units of measure, the longest first."""
    known = sorted(mapping("units"), key=lambda unit: (-len(unit), unit))
    return re.compile(
        r"[\s-]?(" + "|".join(re.escape(unit) for unit in known) + r")(?!\w)(?P<square>[²2]|\s?per day|\s?a day)?"
    )


def read_measure(text: str, amount: Amount) -> Reach | None:
    """`38 tonnes`, `500 MW`, `1,200 km`."""
    after = unit_pattern().match(text, amount.end)
    if after is None or (text[amount.end] == "-" and not amount.digits):
        return None
    return Reach(amount.start, after.end(), "measure", mapping("units")[after[1]], "measure_unit")


def read_count(text: str, amount: Amount) -> Reach | None:
    """`550 companies`, `14.6 million Syrians`, `three cultural institutes`: an amount with a plural noun."""
    if amount.year_like or NOT_BEFORE.search(text, max(0, amount.start - 24), amount.start):
        return None
    plain_two = amount.value == SMALLEST and not amount.digits and qualifier_before(text, amount.start)[0] is None
    if amount.value < SMALLEST or plain_two or is_name(text, amount):
        return None
    noun = None if is_version(text, amount) else read_noun(text, amount.end)
    if noun is None:
        return None
    end, unit = noun
    first, _, others = unit.partition(" ")
    unit = others if others and first.lower() in mapping("number_words") else unit  # `four of the seven papers`
    definite = DEFINITE.search(text, max(0, amount.start - 16), amount.start)
    if (
        definite
        and amount.value < SMALL
        and (unit.split()[-1].lower() in word_class("party") or unit.split()[-1][0].isupper())
    ):
        return None
    return Reach(amount.start, end, "count", unit, "count_noun")


def is_name(text: str, amount: Amount) -> bool:
    """Whether a number word in capitals within a sentence begins a name: `Three Seas Initiative`."""
    if amount.digits or not text[amount.start].isupper():
        return False
    return (
        amount.start > 0
        and text[amount.start - 1] == " "
        and text[amount.start - 2 : amount.start] not in {". ", ": ", "\u2013 "}
    )


def is_version(text: str, amount: Amount) -> bool:
    """Whether a decimal or a small number stands behind a name in capitals: `Falcon 2.0 test kits`, `Blue Line 2`."""
    if not amount.digits or amount.scaled or ("." not in text[amount.start : amount.end] and amount.value >= SMALL):
        return False
    return VERSION_BEFORE.search(text, max(0, amount.start - 24), amount.start) is not None


@cache
def qualifier_pattern() -> re.Pattern[str]:
    """The words that make an amount less than exact, at the end of what stands before it."""
    known = sorted(mapping("qualifiers"), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(
        r"(?i:(?<!\w)(" + "|".join(re.escape(phrase) for phrase in known) + r"))\s?(?:a total of |the |an? |another )?$"
    )


@cache
def ends_of_qualifiers() -> tuple[str, ...]:
    """The letters with which the words before an amount end if a qualifier is among them."""
    return (*mapping("qualifiers"), "of", "the", "a", "an", "another")


def qualifier_before(text: str, position: int) -> tuple[str | None, int]:
    """The qualifier that stands before an amount, and where its words begin."""
    near = max(0, position - 40)
    if not text[near:position].casefold().rstrip().endswith(ends_of_qualifiers()):
        return None, position
    match = qualifier_pattern().search(text, near, position)
    if match is None:
        return None, position
    return mapping("qualifiers")[match[1].lower()], match.start(1)
