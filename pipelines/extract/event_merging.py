"""Tellings of one engagement brought together.

What belongs here: when two candidates are one engagement, and what the joined one keeps. What does not: what the
release as a whole adds to them (`event_setting`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.countries import find_countries
from pipelines.extract.event_likeness import agree, named_alike, one_journey, same_mechanism, same_place
from pipelines.extract.event_scene import TITLE
from pipelines.extract.telling import TALKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.event_dates import When
    from pipelines.extract.mechanisms import Mechanism
    from pipelines.extract.telling import Candidate

RECENT = 3
OPENING_ROWS = 2
SESSIONS = frozenset({"dialogue", "conference"})
OF_ONE = frozenset({"audience", "lunch", "dinner", "breakfast", "luncheon"})  # beside a session, never the session
CONVENING = ("conven", "host", "discussion", "listening")  # of what a title calls by its kind: a roundtable
SEVERAL = ("meetings", "calls", "conversations")
GENERIC = frozenset({"ceremony", "ceremonies", "celebration", "celebrations", "festivities", "gala", "commemoration"})


def merge(candidates: Sequence[Candidate]) -> list[Candidate]:
    """One candidate for each engagement, in the order of the text; tellings that bring nothing are let go."""
    kept: list[Candidate] = []
    for candidate in candidates:
        target = choose(kept, candidate)
        if target is not None:
            join(target, candidate)
        elif (not candidate.anaphoric and not is_only_named(candidate)) or candidate.row_no == TITLE:
            kept.append(candidate)
    return kept


def is_only_named(candidate: Candidate) -> bool:
    """Whether a session is spoken of that is told to be nobody's, nowhere, on no day: `ahead of the Summit`."""
    return candidate.passing and candidate.when is None and candidate.where is None


def choose(kept: Sequence[Candidate], candidate: Candidate) -> Candidate | None:
    """The engagement that a telling is of, the fullest match first; None for a new one."""
    fitting = [other for other in kept if same(other, candidate)]
    if not fitting:
        return None
    return max(fitting, key=lambda other: (overlap(other, candidate), other.row_no != TITLE, -kept.index(other)))


def overlap(one: Candidate, other: Candidate) -> int:
    """How many persons and sides two tellings share."""
    return 2 * len(one.roles.keys() & other.roles.keys()) + len(one.sides.keys() & other.sides.keys())


def same(known: Candidate, new: Candidate) -> bool:
    """Whether two tellings can be of one engagement."""
    if is_session_itself(known, new):
        return not contradicts(known, new)
    if not same_kind(known, new) or contradicts(known, new):
        return False
    if new.kind == "aid" and new.definite:
        return True
    if new.anaphoric and new.indefinite:
        return False
    if new.anaphoric:
        return new.status == known.status or (new.when is None and new.status == "held")
    return same_bearers(known, new)


def same_bearers(known: Candidate, new: Candidate) -> bool:
    """Whether the people or the mechanism of two tellings can be those of one engagement."""
    near = known.kind == new.kind or ({known.kind, new.kind} <= TALKS and new.row_no - known.row_no <= RECENT)
    if new.attends and near and not known.background and not is_title(known):
        return True
    if new.definite and known.kind in TALKS and new.row_no - known.row_no <= RECENT and known.row_no != TITLE:
        shared = new.roles.keys() & known.roles.keys()
        theirs = len(shared) > 1 and shared == new.roles.keys() and not new.background
        return (not known.roles and not known.background) or theirs or (bool(shared) and known.kind != "meeting")
    apart = tells_several(known) and known.kind == new.kind == "meeting" and known.alone
    if (apart or (tells_several(known) and not known.roles)) and new.roles and not is_title(known):
        return False
    if known.kind in SESSIONS and known.mechanism and new.mechanism:
        return same_session(known, new)
    return same_people(known, new)


def same_session(known: Candidate, new: Candidate) -> bool:
    """Whether two tellings of named sessions are of one: by the number and a word of the name, or by the name."""
    if known.mechanism is None or new.mechanism is None:
        return False
    if is_title(known) and is_same_form(known, new):
        return True
    numbered = known.mechanism.session_no is not None and known.mechanism.session_no == new.mechanism.session_no
    if numbered and named_alike(known.mechanism, new.mechanism, share=0):
        return True
    return named_alike(known.mechanism, new.mechanism) and not of_other_states(known, new)


def of_other_states(known: Candidate, new: Candidate) -> bool:
    """Whether the names of two dialogues hold different pairs of states."""
    if not known.kind == new.kind == "dialogue":
        return False
    names = [one.mechanism.name or "" for one in (known, new) if one.mechanism is not None]
    x, y = ({country.code for country in find_countries(name)} for name in names)
    return len(x) > 1 and len(y) > 1 and not (x <= y or y <= x)


def is_same_form(known: Candidate, new: Candidate) -> bool:
    """Whether the opening tells the consultations of the title under another name."""
    if known.kind != "dialogue" or new.kind != "dialogue" or new.trigger.row_no > OPENING_ROWS:
        return False
    forms = [one.mechanism.mechanism_kind for one in (known, new) if one.mechanism is not None]
    return forms == ["consultations", "consultations"]


def is_session_itself(known: Candidate, new: Candidate) -> bool:
    """Whether one sentence tells a session twice: `convened a meeting of the Dialogue`, `hosted them for a session`."""
    if known.row_no != new.row_no or known.kind not in TALKS or new.kind not in TALKS or known.kind == new.kind:
        return False
    plain, named = (known, new) if new.mechanism is not None else (new, known)
    if (
        plain.kind != "meeting"
        or plain.status != named.status
        or named.mechanism is None
        or plain.trigger.form == "verb"
    ):
        return False
    hosted = plain.trigger.form == "person_verb" and named.roles.keys() <= plain.roles.keys()
    hosted = hosted and plain.trigger.first < named.trigger.first
    return bool(plain.roles) and (hosted or plain.roles.keys() == named.roles.keys())


def contradicts(known: Candidate, new: Candidate) -> bool:
    """Whether status, date, place or session of two tellings cannot be of one engagement."""
    if new.background and (new.anaphoric or is_title(known)):
        return True
    if known.status == "held" and new.status == "planned" and new.indefinite and not is_title(known):
        return True  # `discussed upcoming meetings in May`
    undated = known.when is None and new.when is None
    bound = undated and not is_title(known) and not is_told_again(known, new)
    if known.status != new.status and ("cancelled" in {new.status, known.status} or bound):
        return not new.anaphoric or new.status == "cancelled"
    if is_leg(known, new) or is_leg(new, known) or is_tour(known, new):
        return True
    return not (
        (agree(known.when, new.when) or (new.caption and not known.caption))
        and (same_place(known.where, new.where) or one_journey(known, new))
        and same_mechanism(known.mechanism, new.mechanism)
    )


def is_told_again(known: Candidate, new: Candidate) -> bool:
    """Whether a telling without date speaks of a known plan: `during his visit`, `a statement at the Conference`."""
    if known.background or new.background:
        return False
    if known.kind == new.kind == "visit":
        return new.definite and new.where is None and bool(known.roles.keys() & new.roles.keys())
    names = [one.mechanism.name for one in (known, new) if one.mechanism is not None and one.mechanism.name]
    return known.kind in SESSIONS and len(names) > 1 and names[0] == names[1]


def is_leg(whole: Candidate, leg: Candidate) -> bool:
    """Whether a visit to one country, with days of its own, is a part of a journey through several."""
    if whole.kind != "visit" or whole.where is None or not whole.where.goals or leg.where is None:
        return False
    dated = whole.when is not None and leg.when is not None and leg.when.precision == "day"
    days = (leg.when.start_on, leg.when.end_on) if leg.when is not None else None
    own = dated and whole.when is not None and days != (whole.when.start_on, whole.when.end_on)
    return own and not leg.where.goals and leg.where.country_code in whole.where.goals


def is_tour(leg: Candidate, whole: Candidate) -> bool:
    """Whether a later telling is of a whole tour without days, and the known one of its dated leg."""
    if leg.kind != "visit" or is_title(leg) or leg.when is None or leg.where is None or whole.where is None:
        return False
    farther = set(whole.where.goals) - leg.sides.keys()
    return leg.when.precision == "day" and not leg.where.goals and bool(farther) and whole.when is None


def is_title(candidate: Candidate) -> bool:
    """Whether so far only the title tells it."""
    return candidate.row_no == TITLE


def same_kind(known: Candidate, new: Candidate) -> bool:
    """The same kind; or `the talks`, which may mean any engagement of words."""
    by_line = is_title(known) and known.kind == new.trigger.kind == "meeting"  # `met virtually`
    if known.kind == new.kind or by_line:
        return True
    if known.kind not in TALKS or new.kind not in TALKS:
        return False
    if new.definite:
        return True
    if is_title(known) and known.kind in SESSIONS and new.trigger.row_no <= OPENING_ROWS:
        return new.trigger.words not in OF_ONE and told_plainly(known, new)
    loose = new.kind == "meeting" and not new.trigger.is_verb and not (new.trigger.governed and tells_several(new))
    if is_title(known) and known.kind == "meeting" and new.kind in {"dialogue", "conference", "call"}:
        return new.trigger.row_no <= OPENING_ROWS and (new.status == known.status or bool(new.sides))
    return loose and (new.anaphoric or set(new.roles) <= set(known.roles)) and not new.background


def tells_several(candidate: Candidate) -> bool:
    """Whether its word is for several engagements: `held bilateral meetings`."""
    return candidate.trigger.words.endswith(SEVERAL)


def told_plainly(known: Candidate, new: Candidate) -> bool:
    """Whether the opening tells a session of the title as plain talks: of the same mechanism, or of all its sides."""
    if known.mechanism is not None and new.mechanism is not None and new.mechanism.name is not None:
        return named_alike(known.mechanism, new.mechanism)
    if new.trigger.words.startswith(CONVENING) and not known.roles and len(new.sides) == 1:
        return known.status == new.status and set(known.sides) <= set(new.sides)
    return len(known.sides) > 1 and set(known.sides) == set(new.sides)


def same_people(known: Candidate, new: Candidate) -> bool:
    """Whether the persons of one are all among the other's, and no side speaks against it."""
    if known.kind == "ceremony" and apart_by_words(known, new):
        return False
    if known.kind in {"aid", "ceremony"} and known.row_no == new.row_no:
        return bool(known.sides.keys() & new.sides.keys())
    if known.kind in {"aid", "credentials"}:
        apart = known.row_no == new.row_no
        return is_title(known) or (known.kind == "credentials" and not apart)
    if known.met and new.met and known.row_no != TITLE and known.met.isdisjoint(new.met):
        return False
    if known.roles and new.roles:
        return same_persons(known, new)
    x, y = set(known.sides), set(new.sides)
    return bool(x & y) and (x <= y or y <= x) if x and y else is_title(known)


def apart_by_words(known: Candidate, new: Candidate) -> bool:
    """Whether two ceremonies are called by words of different things: a welcome and a banquet."""
    if is_title(known) or new.anaphoric or known.trigger.mechanism is not new.trigger.mechanism:
        return False
    opened = known.row_no == new.row_no and "thing_verb" in {known.trigger.form, new.trigger.form}
    words = {known.trigger.words, new.trigger.words}
    return not opened and len(words) > 1 and words.isdisjoint(GENERIC)


def same_persons(known: Candidate, new: Candidate) -> bool:
    """The same for two tellings that both name persons."""
    a, b = set(known.roles), set(new.roles)
    if not (a <= b or b <= a):
        return known.kind in {"visit", *SESSIONS} and bool(a & b) and no_other_goal(known, new)
    if known.kind == "letter":
        return True
    if len(a) != len(b) and known.kind == "meeting" and new.background and a & b != a:
        return False
    x, y = set(known.sides), set(new.sides)
    return (len(a) <= len(b) and x <= y) or (len(b) <= len(a) and y <= x)


def no_other_goal(known: Candidate, new: Candidate) -> bool:
    """Whether two visits have no different destinations."""
    return known.where is None or new.where is None or known.where.country_code == new.where.country_code


def join(known: Candidate, new: Candidate) -> None:
    """Take what a further telling adds; the first in the body stands for the engagement."""
    if known.row_no == new.row_no and new.mechanism is not None and known.mechanism is None:
        known.kind, known.trigger, known.rule = new.kind, new.trigger, new.rule
    titled = is_title(known)
    if titled and new.row_no != TITLE:
        known.row_no, known.rule = new.row_no, new.rule
        own = new.kind == "call" or new.mechanism is not None or known.kind == "meeting"
        if own and not new.anaphoric:
            known.kind = new.kind
        known.status = new.status if new.when is not None or known.status == "held" else known.status
        known.background = False
    if titled and tells_several(known) and new.roles.keys() < known.roles.keys():
        known.roles = {}
    if not known.roles or not (new.background or (tells_several(new) and len(known.roles) > 1)):
        for number, role in new.roles.items():
            known.roles.setdefault(number, role)
    for side in new.sides:
        known.sides.setdefault(side, None)
    if new.caption and not known.caption and not titled:
        dated = new.when is not None and new.when.precision == "day" and known.status == new.status == "held"
        if known.when is None and dated and new.roles and new.roles.keys() <= known.roles.keys():
            known.when = new.when
        return
    take_setting(known, new, titled=titled)
    known.mechanism = better_mechanism(known.mechanism, new.mechanism)
    known.background = known.background and (new.background or new.when is None)


def take_setting(known: Candidate, new: Candidate, *, titled: bool) -> None:
    """Take the date and the place that a further telling gives more precisely, or that only it gives."""
    told = not new.anaphoric or new.trigger.governed or new.trigger.mechanism is not None
    longer = titled and reaches_further(known.when, new.when)
    if told and new.when is not None and (known.when is None or finer(new.when, known.when) or longer):
        known.when = new.when
    if new.where is None:
        return
    if titled and known.kind == "visit" and known.where is not None and known.where.goals and not new.where.goals:
        for goal in set(known.where.goals) - {new.where.country_code}:
            known.sides.pop(goal, None)
        known.where = new.where
    closer = new.where.place is not None and (titled or known.where is None or known.where.place is None)
    closer = closer and (known.where is None or not known.where.goals)
    closer = closer and (titled or known.kind != "visit" or new.row_no - known.row_no <= RECENT)
    if known.where is None or closer or new.where.goals:
        known.where = new.where


def reaches_further(known: When | None, new: When | None) -> bool:
    """Whether a span holds all days of the date known."""
    if new is None or new.end_on is None:
        return False
    return known is None or (new.start_on <= known.start_on and (known.end_on or known.start_on) <= new.end_on)


def finer(new: When, known: When) -> bool:
    """Whether a date is told more precisely than the one known."""
    order = {"year": 0, "month": 1, "day": 2}
    return order[new.precision] > order[known.precision]


def better_mechanism(known: Mechanism | None, new: Mechanism | None) -> Mechanism | None:
    """The mechanism with a number, else the one with the longer name."""
    if known is None or new is None:
        return known or new
    if (known.session_no is None) != (new.session_no is None):
        return known if known.session_no is not None else new
    return known if len(known.name or "") >= len(new.name or "") else new
