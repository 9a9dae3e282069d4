"""Engagements as single sentences tell them, before tellings of the same one are brought together.

What belongs here: from one trigger with its surroundings to a candidate. What does not: what a kind needs to be
believed (`event_needs`), who takes part in which role (`event_roles`), what other sentences add (`event_merging`).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from pipelines.extract.appointment_needs import is_congratulated
from pipelines.extract.clauses import is_purpose, relative, shares_subject
from pipelines.extract.correspondence import correspondents
from pipelines.extract.counterparts import own_date, split_counterparts
from pipelines.extract.event_company import tells_chair
from pipelines.extract.event_dates import next_time, stated_date, token_at
from pipelines.extract.event_needs import is_believable
from pipelines.extract.event_places import stated_place
from pipelines.extract.event_roles import fill
from pipelines.extract.event_scene import TITLE
from pipelines.extract.event_sharing import go_on, narrow_purposes, share_dates, share_places, share_plans, told_frame
from pipelines.extract.event_status import BASE_FORMS, clause_before, is_background, is_missed, status_of
from pipelines.extract.event_stays import at_goal
from pipelines.extract.event_triggers import Found, find_triggers
from pipelines.extract.journeys import told_legs
from pipelines.extract.lexicons import word_class
from pipelines.extract.participants import Parties, parties
from pipelines.extract.spoken_of import is_passing, own_day, speech_over
from pipelines.extract.telling import Candidate
from pipelines.extract.transcripts import is_news

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from pipelines.extract.event_dates import When
    from pipelines.extract.event_places import Where
    from pipelines.extract.event_scene import Row, Scene
    from pipelines.extract.event_triggers import Trigger
    from pipelines.extract.mechanisms import Mechanism
    from pipelines.extract.tokens import Token

NEAR = 6
NEWS_DAYS = 62
MOST_IN_LINE = 30  # triggers of one sentence
NEIGHBOURS = 8  # triggers on either side that can bear on one
MOST = 300  # tellings of one release; more is a table, not a release
FAR = 12
ASKED = 16  # tokens of a question in which it is put
PAIR = 2
OF_MANY = frozenset({"for", "on", "global", "world", "international", "americas"})  # in a name: more than two met
MANY = frozenset({"meetings", "conversations", "calls"})
PHONE = ("phone", "telephone", "videoconference", "video-conference", "teleconference", "video")


def find_candidates(scene: Scene) -> list[Candidate]:
    """Every telling of an engagement in a release, in the order of the text, the title first."""
    found: list[Candidate] = []
    known: dict[str, Mechanism] = {}
    for row_no, row in enumerate(scene.rows):
        if row_no != TITLE and row.sentence.text == scene.context.document.title:
            continue
        if row_no in scene.spoken.asked:
            continue
        spotted = find_triggers(row_no, row, known)
        if is_question(row):
            spotted = Found(tuple(one for one in spotted.triggers if one.mechanism is not None), spotted.frames)
        here: list[Candidate] = []
        for place, trigger in enumerate(spotted.triggers[:MOST_IN_LINE]):
            earlier = spotted.triggers[max(0, place - NEIGHBOURS) : place]
            later = spotted.triggers[place + 1 : place + 1 + NEIGHBOURS]
            status = status_before(row, trigger, here, scene.context.document.published_on)
            here.extend(read_candidates(scene, row, trigger, earlier, later, shared=status))
        share_dates(here)
        share_plans(here)
        share_places(row, here)
        go_on(scene, row_no, found, here)
        narrow_purposes(row, here)
        at_goal(here, scene.issuer)
        for candidate in here:
            if candidate.kind == "meeting" and candidate.mechanism is None:
                candidate.mechanism = spotted.frames[0] if spotted.frames else told_frame(row, found)
        found.extend(one for one in here if row_no not in scene.spoken.rows or is_news(row, one))
        if len(found) > MOST:
            break
    return found[:MOST]


def is_question(row: Row) -> bool:
    """Whether a line is a question put in parliament: `Mr A: To ask the Minister whether …`."""
    lows, words = row.marked.lows, row.marked.words
    if row.sentence.sentence_no == TITLE and {"question", "questions"}.intersection(words) and "reply" in words:
        return True
    return "ask" in words and any(lows[step : step + 3] == ("ask", "the", "minister") for step in range(ASKED))


def status_before(row: Row, trigger: Trigger, here: Sequence[Candidate], published_on: date | None) -> str | None:
    """The status that an engagement shares with the one told before it in the sentence, if it does."""
    if not here:
        return None
    if here[-1].kind == "visit" and is_purpose(row.marked.tokens, trigger):
        stay = here[-1].when
        under_way = stay is not None and stay.end_on is not None and published_on is not None
        going_on = bool({"is", "are"}.intersection(row.marked.lows[: here[-1].trigger.last]))
        if under_way and going_on and stay and stay.end_on and published_on and stay.end_on > published_on:
            return "planned"
        return here[-1].status
    return "planned" if here[-1].status == "planned" and goes_on_with(row, trigger) else None


def goes_on_with(row: Row, trigger: Trigger) -> bool:
    """Whether a plan told before goes on: `will visit Oslo and meet …`, `will visit Oslo to attend …`."""
    tokens = row.marked.tokens
    if is_purpose(tokens, trigger):
        return True
    base = trigger.words in BASE_FORMS or tokens[trigger.first - 1].low == "be" if trigger.is_verb else True
    return base and shares_subject(tokens, host_of(tokens, trigger.first)) and not tells_past(tokens, trigger.first)


def host_of(tokens: tuple[Token, ...], first: int) -> int:
    """Where the verb stands that leads by `to` to a meal: `hosted` in `be hosted to a working lunch`; else the noun."""
    step = first - 1
    while step > 0 and (tokens[step].low == "a" or tokens[step].low in word_class("event_adjective")):
        step -= 1
    return step - 1 if step > 0 and [one.low for one in tokens[step - 1 : step + 1]] == ["hosted", "to"] else first


def tells_past(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether the verb over a noun is in the past: `and held a meeting`."""
    near = [token.low for token in tokens[max(0, first - NEAR) : first]]
    before = [low for low in near if low in word_class("light_verb")]
    if before and "be" in near[: near.index(before[-1])][-1:]:
        return False
    return bool(before) and (before[-1].endswith("ed") or before[-1] in {"held", "had", "took", "made"})


def read_candidates(
    scene: Scene, row: Row, trigger: Trigger, earlier: Sequence[Trigger], later: Sequence[Trigger],
    *, shared: str | None,
) -> Iterator[Candidate]:  # fmt: skip
    """The candidate of a trigger, or one for each counterpart where they were met one by one."""
    found = parties(row, trigger, earlier, later)
    kind = kind_of(row, trigger, found)
    if kind is None or not is_believable(scene, row, trigger, found):
        return
    others = (*earlier, *later)
    when = date_of(scene, row, trigger, others)
    if trigger.form == "greeting" or (kind == "letter" and far_from_news(when, scene.context.document.published_on)):
        when = None
    status = shared or status_of(row, trigger, when, scene.context.document.published_on)
    if status is None:
        return
    groups = (correspondents(row, trigger) if kind == "letter" else []) or split_counterparts(row, trigger, found)
    where = stated_place(row, trigger, others, scene.issuer)
    legs: list[tuple[Where | None, When | None]] = [*told_legs(row, trigger)]
    found_here: list[Candidate] = []
    for group, (goal, days) in product(groups, legs or [(where, when)]):
        candidate = Candidate(trigger.row_no, trigger, kind, status, f"{kind}_{trigger.form}", when=days, where=goal)
        characterise(scene, row, candidate, group, found)
        candidate.passing = is_passing(row, trigger, group)
        candidate.spoken_of = candidate.passing or (
            trigger.mechanism is not None and speech_over(row, trigger) is not None
        )
        if not tells_chair(row):
            fill(scene, row, candidate, group)
        for other, _ in legs:
            if other is not None and other is not goal:
                candidate.sides.pop(other.country_code or "", None)
        if len(groups) > 1 and kind != "letter" and (own := own_date(row, trigger, group)) is not None:
            candidate.when = own
        found_here.append(candidate)
    yield from by_presenter(scene, row, found_here)


def date_of(scene: Scene, row: Row, trigger: Trigger, others: Sequence[Trigger]) -> When | None:
    """The date that a sentence gives a trigger; of a session that is only spoken of, one right beside its name."""
    when, published_on = stated_date(row, trigger, others), scene.context.document.published_on
    if speech_over(row, trigger) is not None:
        when = own_day(row, trigger, when)
    missed = when is not None and published_on is not None and is_missed(row, trigger, when, published_on)
    return next_time(when) if when is not None and missed else when


def characterise(scene: Scene, row: Row, candidate: Candidate, group: Parties, found: Parties) -> None:
    """Note how a sentence speaks of an engagement: as background, in an aside, of one told before."""
    trigger, when, published_on = candidate.trigger, candidate.when, scene.context.document.published_on
    candidate.background = is_background(row, trigger) or long_ago(when, published_on)
    candidate.background = candidate.background or (when is None and tells_history(row, trigger, scene))
    candidate.background = candidate.background or (candidate.kind == "appointment" and is_congratulated(row, trigger))
    candidate.aside = relative(row.marked.tokens, trigger.first)
    candidate.mechanism = trigger.mechanism
    candidate.caption = is_caption(row)
    candidate.indefinite = is_indefinite(row, trigger)
    candidate.met = met_unnamed(row, trigger, group)
    candidate.alone = trigger.words in MANY and not group.right
    candidate.definite = is_definite(row, trigger, found)
    before = row.marked.lows[max(0, trigger.first - NEAR) : trigger.first]
    candidate.attends = candidate.definite and bool(word_class("taking_part").intersection(before))


def is_caption(row: Row) -> bool:
    """Whether a line is the caption of a photograph."""
    return any(token.low.startswith(("caption", "photo")) for token in row.marked.tokens[:3])


def met_unnamed(row: Row, trigger: Trigger, group: Parties) -> frozenset[str]:
    """The words for those whom a verb says were met, where it names none of them."""
    if trigger.kind != "meeting" or not trigger.is_verb or any(item.person_no for item in group.right):
        return frozenset()
    tail = row.marked.tokens[trigger.last : trigger.last + FAR]
    return frozenset(token.low for token in tail) & word_class("official_noun")


def by_presenter(scene: Scene, row: Row, found: list[Candidate]) -> Iterator[Candidate]:
    """Credentials presented in separate ceremonies: one for each who presents, with all who receive."""
    for candidate in found:
        guests = [number for number, role in candidate.roles.items() if role == "guest"]
        if candidate.kind != "credentials" or len(guests) <= 1 or not row.marked.words & {"separate", "separately"}:
            yield candidate
            continue
        for number in guests:
            kept = {who: role for who, role in candidate.roles.items() if who == number or role != "guest"}
            sides = {side: None for who in kept if (side := scene.sides.get(who)) is not None}
            yield replace(candidate, roles=kept, sides=sides)


def is_definite(row: Row, trigger: Trigger, found: Parties) -> bool:
    """Whether a noun points back: `the talks`, with nobody named behind."""
    if trigger.is_verb or trigger.mechanism is not None or trigger.row_no == TITLE or trigger.first == 0:
        return False
    tokens = row.marked.tokens
    after = [token.low for token in tokens[trigger.last : trigger.last + NEAR]]
    told = bool(found.right) and bool({"with", "between", "of"}.intersection(after)) and after[:1] != ["by"]
    before = tokens[trigger.first - 1].low
    return not told and (
        before in {"the", "this", "these", "their"} or (trigger.kind == "visit" and before in {"his", "her"})
    )


def is_indefinite(row: Row, trigger: Trigger) -> bool:
    """Whether a noun speaks of some engagement, not of one told before: `a visit of the delegation`."""
    if trigger.is_verb or trigger.governed or trigger.mechanism is not None or trigger.row_no == TITLE:
        return False
    tokens = row.marked.tokens
    step = trigger.first - 1
    while step >= 0 and tokens[step].low in word_class("event_adjective"):
        step -= 1
    before = tokens[step].low if step >= 0 else ""
    pointed = before in {"the", "these", "their", "his", "her", "this", "both"}
    return before in {"a", "an"} or (trigger.words in {"visits", "meetings", "trips", "calls"} and not pointed)


def far_from_news(when: When | None, published_on: date | None) -> bool:
    """Whether a date beside a letter is another thing's: of the election or the day that it greets."""
    return when is not None and published_on is not None and abs((published_on - when.start_on).days) > 1


def tells_history(row: Row, trigger: Trigger, scene: Scene) -> bool:
    """Whether the words before name a year that lies well before the release, and no later date."""
    published_on = scene.context.document.published_on
    dates = [words for words in row.dates if trigger.first - FAR <= token_at(row, words.start) < trigger.first]
    years = [words.span.last.year for words in dates if words.span is not None]
    return published_on is not None and bool(years) and max(years) < published_on.year - 1


def long_ago(when: When | None, published_on: date | None) -> bool:
    """Whether a date lies too far back for news."""
    return when is not None and published_on is not None and (published_on - when.start_on).days > NEWS_DAYS


def is_pair(row: Row, trigger: Trigger, found: Parties) -> bool:
    """Whether just two persons of different sides take part: `the summit between A and B` is a meeting."""
    people = {item.person_no: item.side for item in found.both if item.person_no is not None}
    whole = trigger.mechanism.whole if trigger.mechanism is not None else ()
    named = {item.side for item in row.items if item.first in whole and item.side is not None}
    if trigger.mechanism is not None and trigger.mechanism.session_no is not None and len(named) != PAIR:
        return False
    sides = named | {item.side for item in found.both if item.side is not None}
    return len(people) == PAIR and len(set(people.values())) == PAIR and len(sides) == PAIR


def is_of_two_ministers(row: Row, trigger: Trigger) -> bool:
    """Whether two states are all that a meeting is called by: `the Norway-Peru Foreign Ministers' Meeting`."""
    mechanism = trigger.mechanism
    if mechanism is None or mechanism.session_no is not None or not (mechanism.name or "").endswith("Meeting"):
        return False
    sides = {item.side for item in row.items if item.first in mechanism.whole}
    return len(sides) == PAIR and None not in sides and all(len(side or "") == PAIR for side in sides)


def is_at_a_distance(row: Row, trigger: Trigger) -> bool:
    """Whether talks are by line: `held a virtual bilateral meeting`, `convened a call`."""
    lows = row.marked.lows
    if trigger.is_verb:
        behind = lows[trigger.last : trigger.last + 4]
        if "virtually" in (*lows[max(0, trigger.first - 1) : trigger.first], *behind[:2]):
            return True
        call = behind[:1] == ("calls",) or (behind[:1] == ("a",) and "call" in behind)
        return trigger.words.startswith(("conven", "host")) and call
    step = trigger.first - 1
    while step > 0 and lows[step] in word_class("event_adjective") and lows[step] != "virtual":
        step -= 1
    return step >= 0 and lows[step] == "virtual"


def kind_of(row: Row, trigger: Trigger, found: Parties) -> str | None:
    """The kind of a trigger in its sentence: talks by phone are a call, thrice-named meals of state a ceremony."""
    tokens = row.marked.tokens
    if trigger.kind == "meeting":
        near = set(row.marked.lows[max(0, trigger.first - NEAR) : trigger.last + FAR * 2])
        phoned = bool(near.intersection(PHONE)) and not near & {"journalists", "conference"}
        if phoned or is_at_a_distance(row, trigger):
            return "call"
    if trigger.words == "meeting" and trigger.governed:
        before = set(clause_before(tokens, trigger.first, FAR))
        after = tokens[trigger.last].low if trigger.last < len(tokens) else ""
        if before & word_class("attending") and after not in {"with", "between"}:
            return "conference"
    if trigger.mechanism is not None and trigger.mechanism.mechanism_kind == "summit" and is_pair(row, trigger, found):
        named = {word.lower() for word in (trigger.mechanism.name or "").split()}
        return trigger.kind if named & OF_MANY else "meeting"
    if trigger.mechanism is not None and is_of_two_ministers(row, trigger):
        return "meeting"
    if trigger.words == "spoke" or trigger.kind == "call":
        near = {token.low for token in tokens[trigger.last : trigger.last + NEAR]}
        if "person" in near and trigger.form == "with_verb":
            return "meeting"
    return trigger.kind
