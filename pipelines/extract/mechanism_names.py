"""How far the name of a mechanism reaches around its head: `Intergovernmental Commission on Trade and Investment`.

What belongs here: the words before and behind a head that belong to its name. What does not: what is a head
(`mechanisms`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.lexicons import word_class, words
from pipelines.extract.ordinals import ordinal
from pipelines.extract.phrases import is_office_head

if TYPE_CHECKING:
    from pipelines.extract.event_scene import Row
    from pipelines.extract.tokens import Token

LONGEST_LEFT = 10
LONGEST_RIGHT = 14
LONGEST_QUOTE = 24
FIELD_ENDINGS = ("al", "ic")  # of adjectives: technical, economic
NAME_LINKS = frozenset({"of", "for", "on", "between", "among", "with"})
DASHES = frozenset({"-", "\u2013", "—", "&", "/"})
OFFICERS = frozenset({"ministers", "presidents", "leaders", "speakers", "ambassadors"})  # `the presidents' summit`
REGIONS = frozenset({"asia", "africa", "europe", "america", "caucasus", "gulf", "balkans", "caribbean", "pacific"})
BRACKETED = 3  # tokens of an acronym with its brackets
SESSION_WORDS = frozenset(
    [
        "meeting",
        "session",
        "round",
        "edition",
        "sitting",
        "meetings",
        "iteration",
        "sessions",
        "rounds",
        "cycle",
        "plenary",
    ]
)


def extend_left(row: Row, index: int, floor: int, persons: set[int]) -> int:
    """The first token of the name: capitals, countries and the adjectives of mechanisms before the head."""
    tokens = row.marked.tokens
    step = index
    while step > floor and index - step < LONGEST_LEFT:
        if belongs_left(row, step - 1, persons):
            step -= 1
        elif step - floor > BRACKETED and is_bracketed(tokens, step - 1) and tokens[step - BRACKETED - 1].capital:
            step -= BRACKETED
        elif step == index and (opened := begin_of_quotes(tokens, step - 1)) is not None:
            return max(opened, floor)
        else:
            break
    step = behind_of(tokens, step, index)
    step = next((item.first for item in row.items if item.form == "body" and item.first < step < item.last), step)
    while step < index and (tokens[step].text in DASHES or tokens[step].low in {"and", "of", "the", "\u2019s", "'s"}):
        step += 1
    if step == 0 and index > 0 and tokens[0].low in word_class("not_in_mechanism"):
        step = 1
    return step


def behind_of(tokens: tuple[Token, ...], step: int, index: int) -> int:
    """Where a name begins that an acronym in it shows to reach farther: `Alliance of Island States (AIS) Summit`."""
    acronym = next((tokens[at - 1].text for at in range(step, index) if is_bracketed(tokens, at)), "")
    if step <= 1 or not acronym or tokens[step].text[0] == acronym[0]:
        return step
    begin = step - 1
    while begin > 0 and (tokens[begin].low in {"of", "the"} or tokens[begin].capital):
        begin -= 1
        if tokens[begin].text[0] == acronym[0] and tokens[begin].capital:
            return begin
    return step


def is_bracketed(tokens: tuple[Token, ...], step: int) -> bool:
    """Whether a bracket closes an acronym: the `)` of `the Northern Council (NC) Summit`."""
    return tokens[step].text == ")" and tokens[step - 1].acronym and tokens[step - 2].text == "("


def belongs_left(row: Row, step: int, persons: set[int]) -> bool:
    """Whether a token before the head belongs to the name."""
    tokens = row.marked.tokens
    token = tokens[step]
    owned = token.text in {"\u2019", "'"} and step and tokens[step - 1].low.endswith("s")
    owned = owned and (tokens[step - 1].capital or tokens[step - 1].low in OFFICERS)
    owned = owned or (token.low in OFFICERS and tokens[step + 1].text in {"\u2019", "'"})
    if owned or (token.text == "Our" and step and ordinal(tokens[step - 1])):  # `the 10th Our Ocean Conference`
        return True
    hosted = token.low.startswith("co-")  # `Secretary A and Secretary B Co-Host Ministerial`
    if step in persons or hosted or token.low in word_class("not_in_mechanism") or token.low in SESSION_WORDS:
        return False
    if step in row.marked.countries or token.low in word_class("mechanism_modifier"):
        return True
    if token.text in DASHES or token.low == "and":
        return links_left(row, step)
    if token.low.endswith(("ed", "ing")) and not token.capital:
        return False
    return (token.capital and token.word) or ordinal(token) is not None or "+" in token.text


def links_left(row: Row, step: int) -> bool:
    """Whether a dash or `and` joins two parts of a name."""
    token, before = row.marked.tokens[step], row.marked.tokens[step - 1] if step else None
    if before is None:
        return False
    spaced = token.text in DASHES and token.start > before.end
    if spaced and step - 1 not in row.marked.countries and before.low not in REGIONS:
        return False
    return before.capital or step - 1 in row.marked.countries or before.low in word_class("mechanism_modifier")


def extend_right(row: Row, last: int, persons: set[int]) -> int:
    """The index after the name: `… between A and B`, `… of the UN`, `… on Asian formats`."""
    tokens = row.marked.tokens
    limit = min(len(tokens), last + LONGEST_RIGHT)
    step = last
    bracketed = [token.text for token in tokens[step : step + 3 : 2]] == ["(", ")"] and tokens[step + 1].acronym
    if bracketed and step + 3 < len(tokens) and tokens[step + 3].low in {"on", "for"}:
        behind = extend_right(row, step + 3, persons)
        return behind if behind > step + 3 else step
    while step < limit and (tokens[step].low in NAME_LINKS or (step > last and goes_on_in(row, step))):
        if tokens[step].low == "with" and (step > last or any(map(is_office_head, tokens[step + 1 : step + 3]))):
            break
        if (closed := end_of_quotes(tokens, step + 1)) is not None:
            return closed
        end = step + 1
        while end < limit and continues_right(row, end, persons):
            end += 1
        while end > step + 1 and tokens[end - 1].low in {"of", "and", "the", "for", "in", "a"}:
            end -= 1
        if end == step + 1 or is_cut_short(row, step, end):
            break
        step = end_of_fields(row, end, persons) or end
    return step


def is_cut_short(row: Row, link: int, end: int) -> bool:
    """Whether a complement breaks off before its noun: that of `conference of Norwegian women`.

    Behind `with` whoever follows in small letters is no part of a name either: `roundtable with Federal agencies`.
    """
    after = row.marked.at(end)
    if after is None or not after.word or not after.text.islower():
        return False
    if after.low in words("function_words") or after.low in word_class("auxiliary"):
        return False
    last = row.marked.countries.get(end - 1)
    adjective = last.form == "adjective" if last is not None else row.marked.tokens[end - 1].text.islower()
    verb = after.low.endswith(("ed", "ing"))
    return adjective or (row.marked.lows[link] == "with" and last is None and not verb)


def goes_on_in(row: Row, step: int) -> bool:
    """Whether a field goes on behind `in`, not a place: `Roundtable on Innovation in Maternal Health`."""
    after = row.marked.at(step + 1)
    if row.marked.lows[step] != "in" or after is None or not after.capital or token_is_day(row, step + 1):
        return False
    return step + 1 not in row.marked.countries and not any(name.first <= step + 1 < name.last for name in row.places)


def end_of_fields(row: Row, step: int, persons: set[int]) -> int | None:
    """The index after a list of fields that runs on behind a comma: `on Trade, Technical and Legal Cooperation`."""
    tokens = row.marked.tokens
    if tokens[step : step + 1] == () or tokens[step].text != ",":
        return None
    for end in range(step, min(len(tokens), step + LONGEST_RIGHT)):
        token = tokens[end]
        if end in persons or end in row.marked.countries:
            return None
        if token.low in word_class("field_of_commission"):
            return end + 1
        field = token.capital or token.low in word_class("mechanism_modifier") or token.low.endswith(FIELD_ENDINGS)
        if not (field or token.text == "," or token.low == "and"):
            return None
    return None


def begin_of_quotes(tokens: tuple[Token, ...], step: int) -> int | None:
    """The index at which a title in quotation marks begins that ends at an index: `the “Road to Peace” Conference`."""
    if step < 1 or tokens[step].text not in {"\u201d", "\u00bb"} or tokens[step - 1].text == ",":
        return None
    marks = {"\u201c", "\u00ab"}
    return next((at for at in range(step - 1, max(-1, step - LONGEST_LEFT), -1) if tokens[at].text in marks), None)


def end_of_quotes(tokens: tuple[Token, ...], step: int) -> int | None:
    """The index after a title in quotation marks that begins at an index: `on “Water for All”`."""
    if step >= len(tokens) or tokens[step].text not in {"\u201c", "\u00ab"}:
        return None
    marks = {"\u201d", "\u00bb"}
    ends = (end + 1 for end in range(step, min(len(tokens), step + LONGEST_QUOTE)) if tokens[end].text in marks)
    return next(ends, None)


def continues_right(row: Row, step: int, persons: set[int]) -> bool:
    """Whether a token goes on with the complement of a name."""
    token = row.marked.tokens[step]
    if step in persons or token_is_day(row, step):
        return False
    if token.low == "the":  # behind a noun it begins a clause: `Summit of the Seas the State will host`
        return row.marked.tokens[step - 1].low in NAME_LINKS | {"and", "in", "to"}
    if step in row.marked.countries or token.low in {"of", "and", "for", "&"} or is_agent_link(row, step):
        return True
    if token.text == ",":
        return step - 1 in row.marked.countries and step + 1 in row.marked.countries
    if token.low in word_class("not_in_mechanism"):
        return False
    named = token.capital and token.word and not token.low.endswith("day")
    named = named or (token.low in OFFICERS and row.marked.lows[step - 1] in {"\u2019s", "'s"})
    return named or token.low in word_class("mechanism_modifier") or is_owned_by_state(row, step)


def is_owned_by_state(row: Row, step: int) -> bool:
    """Whether a name goes on behind a state's possessive: `Meeting of Norway's Neighbouring Countries`."""
    after = row.marked.at(step + 1)
    owned = row.marked.lows[step] in {"\u2019s", "'s"} and step - 1 in row.marked.countries
    return owned and after is not None and (after.capital or after.low in OFFICERS)


def is_agent_link(row: Row, step: int) -> bool:
    """Whether `by` goes on with a name behind a participle in capitals: `Roundtable on Towns Affected by Storms`."""
    before, after = row.marked.tokens[step - 1], row.marked.at(step + 1)
    affected = row.marked.lows[step] == "by" and before.capital and before.low.endswith("ed")
    return affected and after is not None and after.capital


def token_is_day(row: Row, step: int) -> bool:
    """Whether a token belongs to a date: `… Dialogue on June 8`."""
    token = row.marked.tokens[step]
    return token.low in word_class("calendar") or token.text[0].isdigit()


def behind_acronym(tokens: tuple[Token, ...], last: int) -> int:
    """The index behind a name and its bracketed acronym, if it has one."""
    return last + BRACKETED if [token.text for token in tokens[last : last + BRACKETED : 2]] == ["(", ")"] else last
