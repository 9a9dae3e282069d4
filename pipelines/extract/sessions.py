"""Whether a sentence that names a mechanism or a conference tells that it met, or only speaks of it.

What belongs here: the words around a mechanism's name that say so. What does not: how far its name reaches
(`mechanisms`), words of the lexicon (`event_triggers`).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.extract.clauses import FAR, NEAR, is_governed
from pipelines.extract.event_scene import TITLE
from pipelines.extract.lexicons import word_class
from pipelines.extract.mechanism_names import SESSION_WORDS, behind_acronym, is_bracketed
from pipelines.extract.ordinals import ordinal
from pipelines.extract.phrases import is_office_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.extract.event_scene import Row
    from pipelines.extract.mechanisms import Mechanism
    from pipelines.extract.tokens import Token


BARE = frozenset({"round", "session", "sitting", "edition", "consultations"})
HELD_WHEN = frozenset({"in", "on", "at", "from", "last", "this", "earlier", "yesterday", "today"})
QUOTES = frozenset({"\u2018", "\u2019", "\u201c", "\u201d", "'", '"'})
SIDELINES = frozenset(
    {"sidelines", "margins", "margin", "fringes", "framework", "part", "occasion", "during", "within"}
)


def full_name(tokens: tuple[Token, ...], mechanism: Mechanism, known: dict[str, Mechanism]) -> Mechanism:
    """The mechanism under the name that the release gave it before: `the Summit` for `the 6th Sea States Summit`."""
    other = is_other_session(tokens, mechanism.start, mechanism.first)
    if mechanism.name is None:
        head = tokens[mechanism.last - 1].low
        if head in known and other and mechanism.sitting:
            return replace(mechanism, name=known[head].name, apart=True)
        return mechanism
    words = mechanism.name.split(" ")
    head = words[-1].lower()
    if len(words) == 1 and head in known and mechanism.session_no is None:
        earlier = known[head]
        if other:
            return replace(mechanism, name=earlier.name, apart=True)
        return replace(mechanism, name=earlier.name, session_no=earlier.session_no)
    if len(words) == 1 and is_plain(tokens[mechanism.first], mechanism):
        return replace(mechanism, name=None)
    if len(words) > 1:
        known[head] = mechanism
    return mechanism


def is_plain(token: Token, mechanism: Mechanism) -> bool:
    """Whether a name is but a noun with a capital that no release spells out: `the Forum`, `the Dialogue`."""
    return mechanism.session_no is None and not token.acronym and not any(map(str.isdigit, token.text))


def is_other_session(tokens: tuple[Token, ...], start: int, first: int) -> bool:
    """Whether the words around a session say that it is one before or after: `the next round of the consultations`."""
    return any(token.low in word_class("other_session") for token in tokens[max(0, start - 2) : first])


def bare_sessions(row_no: int, row: Row, known: dict[str, Mechanism], taken: set[int]) -> Iterator[Mechanism]:
    """Sessions told without the name of their mechanism: `The seventh round will be convened in Oslo`."""
    if not known:
        return
    tokens = row.marked.tokens
    yield from acronym_sessions(row_no, row, known, taken)
    for index in row.marked.standing(BARE):
        if index < 2 or index in taken or tokens[index - 2].low not in {"the", "its", "their", "this"}:  # noqa: PLR2004
            continue
        number = ordinal(tokens[index - 1])
        if number is None and tokens[index - 1].low not in word_class("other_session"):
            continue
        behind = tokens[index + 1 : index + 1 + NEAR]
        if behind and behind[0].low != "of" and tells_holding(behind):
            earlier = next(iter(known.values()))
            yield replace(
                earlier, row_no=row_no, start=index - 1, first=index, last=index + 1, session_no=number, sitting=True,
                apart=number is None or number != earlier.session_no,
            )  # fmt: skip


def acronym_sessions(row_no: int, row: Row, known: dict[str, Mechanism], taken: set[int]) -> Iterator[Mechanism]:
    """Sessions told under initials that the release does not explain: `the 11th meeting of the JCC, held in Oslo`."""
    tokens = row.marked.tokens
    for index in row.marked.standing(SESSION_WORDS):
        number = ordinal(tokens[index - 1]) if index and index not in taken else None
        lows = row.marked.lows[index + 1 : index + 3]
        if number is None or lows != ("of", "the") or not tokens[index + 3 : index + 4]:
            continue
        earlier = next((one for one in known.values() if is_initials(tokens[index + 3], one.name or "")), None)
        if earlier is not None and is_called_held(tokens, index + 4):
            yield replace(
                earlier, row_no=row_no, start=index - 1, first=index + 3, last=index + 4, session_no=number,
                sitting=True, apart=number != earlier.session_no,
            )  # fmt: skip


def is_initials(token: Token, name: str) -> bool:
    """Whether an acronym can stand for a name: its first letter begins the name, its last another word of it."""
    words = name.upper().replace("-", " ").split()
    ends = any(word.startswith(token.text[-1]) for word in words[1:])
    return token.acronym and len(token.text) > 1 and ends and words[0].startswith(token.text[0])


def session_behind(tokens: tuple[Token, ...], last: int) -> int:
    """The index after `meeting` behind a name and its bracketed acronym: `the Joint Council (JC) meeting`."""
    step = behind_acronym(tokens, last)
    return step + 1 if step < len(tokens) and tokens[step].low in SESSION_WORDS else last


def tells_holding(behind: tuple[Token, ...]) -> bool:
    """Whether the words behind say that it was or will be held."""
    lows = {token.low for token in behind}
    return bool(lows & {"will", "was", "took", "is"}) and bool(lows & word_class("took_place"))


def runs_on(row: Row, mechanism: Mechanism) -> bool:
    """Whether the name only qualifies another: `Arctic Dialogue Relations`."""
    after = row.marked.at(mechanism.last)
    if after is None or not row.marked.adjacent(mechanism.last):
        return False
    if after.low in word_class("behind_mechanism") or after.low in {"telephone", "phone", "video"}:
        return True
    if row.sentence.sentence_no == TITLE:
        return is_office_head(after) or after.low in word_class("belonging")
    return (
        after.capital and after.word and after.low not in SESSION_WORDS and mechanism.last not in row.marked.countries
    )


def is_press(tokens: tuple[Token, ...], mechanism: Mechanism) -> bool:
    """Whether it is a press conference or a conference by telephone, which are no conferences."""
    words = {token.low for token in tokens[max(0, mechanism.first - 2) : mechanism.last - 1]}
    return bool(words & word_class("press")) and "joint" not in words


def is_during(tokens: tuple[Token, ...], start: int) -> bool:
    """Whether the title tells something that happened during the mechanism's session."""
    return bool({"during", "amid"}.intersection(token.low for token in tokens[max(0, start - 3) : start]))


def is_frame(tokens: tuple[Token, ...], start: int) -> bool:
    """Whether the mechanism only frames what the sentence tells: `on the sidelines of`, `within the framework of`."""
    before = [
        token.low
        for token in tokens[max(0, start - 6) : start]
        if token.low not in {"the", "of", "its", "our", "their", "his", "her", "ongoing", "a"}
    ]
    if before[-1:] == ["in"] and word_class("attending").intersection(before[-2:-1]) and "framework" in before[-3:-2]:
        return True
    return bool(before) and before[-1] in SIDELINES and before[-1] != "during"


def is_under(tokens: tuple[Token, ...], mechanism: Mechanism) -> bool:
    """Whether something is only done under it, and no sitting told: `a visit under the 3rd Islands Forum`."""
    before = [token.low for token in tokens[max(0, mechanism.start - 2) : mechanism.start] if token.low != "the"]
    return before[-1:] == ["under"] and not tells_behind(tokens, mechanism)


def is_named(tokens: tuple[Token, ...], mechanism: Mechanism) -> bool:
    """Whether it is more than `political dialogue` in general: a capital, a session, or a gathering by its kind."""
    if mechanism.session_no is not None or mechanism.sitting or mechanism.kind == "conference":
        return True
    own = tokens[mechanism.first : mechanism.last]
    qualified = mechanism.mechanism_kind == "consultations" and own[0].low != "consultations"
    return qualified or any(token.capital for token in own)


def tells_session(row_no: int, row: Row, mechanism: Mechanism) -> bool:
    """Whether a sentence tells that a mechanism met, or when it will."""
    tokens = row.marked.tokens
    own = is_own_body(mechanism) and not (row_no == TITLE and mechanism.sitting)
    told_of = is_set_up(tokens, mechanism) or (row_no != TITLE and is_of_officer(tokens, mechanism.start))
    if own or told_of or is_body_itself(row, mechanism):
        return False
    if row_no == TITLE:
        before = {token.low for token in tokens[max(0, mechanism.start - 3) : mechanism.start]}
        return mechanism.name is not None and not ("of" in before and before & word_class("belonging"))
    if mechanism.mechanism_kind == "assembly" and not mechanism.sitting and mechanism.session_no is None:
        return [token.low for token in tokens[mechanism.last : mechanism.last + 1]] == ["held"]
    if is_of_two(row, mechanism):
        return True
    if not is_named(tokens, mechanism):
        return False
    begin = name_begin(tokens, mechanism.start)
    before = {token.low for token in tokens[max(0, begin - NEAR) : begin]}
    numbered = mechanism.session_no is not None and mechanism.sitting and not before & word_class("not_yet")
    ahead = mechanism.name is not None and bool(row.dates) and any(is_ahead(t) for t in tokens)
    return (
        numbered
        or is_at(tokens, mechanism)
        or is_tomorrow(tokens, mechanism.start)
        or is_on_agenda(tokens, mechanism.start)
        or opens_row(row, mechanism)
        or ahead
        or bool(before & word_class("joined"))
        or is_governed(tokens, mechanism.start, mechanism.last)
        or tells_behind(tokens, mechanism)
    )


def is_set_up(tokens: tuple[Token, ...], mechanism: Mechanism) -> bool:
    """Whether something without a proper name is only made: `set up a working group with Peru`."""
    lows = [token.low for token in tokens[max(0, mechanism.start - 4) : mechanism.start]]
    made = ("set", "up") in pairwise(lows) or any(low.startswith(("establish", "creat")) for low in lows)
    return made and not mechanism.sitting and not tokens[mechanism.first].capital


def is_own_body(mechanism: Mechanism) -> bool:
    """Whether an assembly is an office of one state: `the National Security Council`."""
    named = (mechanism.name or "").split()
    return mechanism.mechanism_kind == "assembly" and bool(word_class("own_body").intersection(named))


def is_body_itself(row: Row, mechanism: Mechanism) -> bool:
    """Whether an international body is named, and no session of it: `the Gulf Cooperation Council's support`."""
    before = row.marked.lows[max(0, mechanism.start - 2) : mechanism.start]
    told = mechanism.sitting or mechanism.session_no is not None or "at" in before
    return not (told or word_class("attending").intersection(before)) and any(
        item.form == "body" and item.first <= mechanism.first and mechanism.last <= item.last for item in row.items
    )


def is_of_officer(tokens: tuple[Token, ...], start: int) -> bool:
    """Whether a session only belongs to an office: `the President of the 76th Session of the Assembly`."""
    step = start - 1
    while step >= 0 and tokens[step].low in {"the", "of"}:
        step -= 1
    if step > 2 and is_bracketed(tokens, step):  # noqa: PLR2004 - `the President (PGA) of the 76th Session`
        step -= 3
    return 0 <= step < start - 1 and tokens[step].capital and is_office_head(tokens[step])


def name_begin(tokens: tuple[Token, ...], start: int) -> int:
    """Where the longer name begins that a mechanism's name only ends: `the League of Islands (LI) Leaders' Meeting`."""
    step = start
    while step > 0 and (
        tokens[step - 1].text in {"(", ")"} or tokens[step - 1].capital or tokens[step - 1].low in {"of", "for"}
    ):
        step -= 1
    return step


def is_short_form(tokens: tuple[Token, ...], mechanism: Mechanism, told: int) -> bool:
    """Whether it only repeats, in brackets, what stands before: `the General Assembly (UNGA)`."""
    return 0 < told == mechanism.start - 1 and tokens[told].text == "("


def is_listed(tokens: tuple[Token, ...], mechanism: Mechanism, told: int) -> bool:
    """Whether it follows a session that is told in one list with it: `attended the A Forum, the B Summit and …`."""
    between = tokens[told : mechanism.start]
    if not told or mechanism.name is None or len(between) > FAR:
        return False
    linked = any(token.text == "," or token.low == "and" for token in between)
    return linked and all(
        token.text in {",", "(", ")", *QUOTES} or token.low in {"and", "the", "as", "well", "a", "an"} or token.acronym
        for token in between
    )


def is_at(tokens: tuple[Token, ...], mechanism: Mechanism) -> bool:
    """Whether something came about there: `the roadmap agreed at the Oslo Consultations`."""
    before = tokens[max(0, mechanism.start - NEAR) : mechanism.start]
    lows = [token.low for token in before if token.low not in word_class("event_adjective") | {"the", "its", "their"}]
    own = tokens[mechanism.first : mechanism.last]
    named = mechanism.name is not None and (any(token.capital for token in own) or mechanism.sitting)
    if lows[-1:] == ["during"]:
        return named and not word_class("talk_verb").isdisjoint(lows)
    return named and lows[-1:] == ["at"] and any(low.endswith(("ed", "made")) for low in lows)


def is_at_counted(tokens: tuple[Token, ...], mechanism: Mechanism) -> bool:
    """Whether something was there, and it is counted: `signed by the ministers, at the 3rd Oslo Summit`."""
    counted = mechanism.session_no is not None and mechanism.kind == "conference"
    named = mechanism.name is not None and " " in mechanism.name and not any(t.low == "forward" for t in tokens)
    return (
        counted
        and named
        and [token.low for token in tokens[max(0, mechanism.start - 2) : mechanism.start]][:1] == ["at"]
    )


def is_ahead(token: Token) -> bool:
    """Whether a word speaks of what is to come."""
    return token.low in word_class("planned") or token.low.startswith("preparation")


def is_tomorrow(tokens: tuple[Token, ...], start: int) -> bool:
    """Whether the words before say that it is about to meet: `on the eve of the Conference`."""
    before = [token.low for token in tokens[max(0, start - 4) : start] if token.low != "the"]
    return before[-2:] == ["eve", "of"]


def is_on_agenda(tokens: tuple[Token, ...], start: int) -> bool:
    """Whether it is what a stay was for: `The main item on the agenda was political consultations`."""
    before = [token.low for token in tokens[max(0, start - FAR) : start]]
    return before[-1:] in (["was"], ["were"]) and bool({"agenda", "programme", "program"}.intersection(before))


def opens_row(row: Row, mechanism: Mechanism) -> bool:
    """Whether the sentence opens with it as the setting: `At today's Energy Forum, A announced …`."""
    tokens = row.marked.tokens
    if mechanism.name is None or tokens[0].low not in {"at", "during", "addressing"} or mechanism.start > NEAR:
        return False
    return any(token.text == "," for token in tokens[mechanism.last - 2 : mechanism.last + FAR])


def is_of_two(row: Row, mechanism: Mechanism) -> bool:
    """Whether it is the summit of two who are named: `the summit between A and B`."""
    within = row.marked.tokens[mechanism.first : mechanism.last + 1]
    between = any(token.low == "between" for token in within)
    people = [item for item in row.items if item.form == "person" and item.first > mechanism.first]
    return mechanism.mechanism_kind == "summit" and between and len(people) > 1


def is_called_held(tokens: tuple[Token, ...], last: int) -> bool:
    """Whether `held` follows a name and its acronym as a participle: `the 12th Summit (NS), held in Oslo`."""
    step = behind_acronym(tokens, last)
    behind = [token.low for token in tokens[step : step + 2]]
    return behind == [",", "held"] or behind[:1] == ["held"]


def is_dated(tokens: tuple[Token, ...], begin: int) -> bool:
    """Whether `held` leads to a time or a place: `the Youth Ministerial held in April in Oslo`."""
    step = begin + 1 if tokens[begin].text == "," else begin
    return any(token.low in HELD_WHEN for token in tokens[step + 1 : step + 2])


def tells_behind(tokens: tuple[Token, ...], mechanism: Mechanism) -> bool:
    """Whether the words behind say that it met: `the Summit, at which …`, `the roundtable convened …`."""
    begin = behind_acronym(tokens, mechanism.last)
    behind = [token.low for token in tokens[begin : begin + FAR]]
    if is_called_held(tokens, mechanism.last) and (mechanism.session_no is not None or is_dated(tokens, begin)):
        return True
    own = [low for low in behind[:4] if low not in {"will", "has", "also"}][:2]
    if own in (["held", "its"], ["hold", "its"], ["holds", "its"], ["held", "their"]):
        return True
    sat = "which" in behind[:4] and bool({"met", "held", "convened", "meets"}.intersection(behind[:7]))
    if sat or behind[:1] in (["met"], ["meets"]):
        return True
    if mechanism.name and (behind[2:3] == ["which"] or behind[:2] == [",", "where"]):
        return behind[1:2] in (["in"], ["at"], ["during"], [","], ["where"]) or behind[:2] == [",", "where"]
    return bool(word_class("took_place_alone").intersection(behind))
