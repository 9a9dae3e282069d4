"""Which engagement is which: accounts of one event in several releases, or by both sides, get one id.

What belongs here: judging accounts of one block against each other. What does not: which rows there are; the builder
hands over every account that shares a block with a new one, and all is a function of their set.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from pipelines.resolve.clusters import Comparison

_PAIR = 2
_DAY = timedelta(days=1)
_LONG = 60  # days
_IN_PERSON = frozenset({"meeting", "call", "credentials", "appointment", "letter"})
"""Kinds at which somebody told of must be the same: two of a day are two, if other people took part."""

_TOLD_AS = frozenset({frozenset({"meeting", "dialogue"}), frozenset({"conference", "dialogue"})})
"""Kinds that two sides may call one event by, when it is of one mechanism or of the same people."""


@dataclass(frozen=True)
class Account:
    """What one release tells of one event."""

    release_id: str
    number: int
    kind: str
    status: str
    start_on: date | None
    end_on: date | None
    date_precision: str | None
    sides: tuple[str, ...]
    person_ids: tuple[str, ...]
    place_id: str | None
    mechanism_id: str | None
    session_no: int | None
    issuer: str
    published_on: date | None

    @cached_property
    def own_id(self) -> str:
        """The id that the account has by itself: 16 hexadecimal digits."""
        return hashlib.sha256(f"event|{self.release_id}|{self.number}".encode()).hexdigest()[:16]

    @property
    def rank(self) -> tuple[str, str, int]:
        """Its place among others: the first told comes first."""
        return str(self.published_on or date.max), self.release_id, self.number


def block_of(account: Account) -> str | None:
    """The block of an account: only accounts of one block are ever compared; None where nothing can be compared."""
    sides = sorted(set(account.sides))
    if account.start_on is None or account.date_precision == "year":
        told = account.mechanism_id and account.session_no
        return f"{account.mechanism_id}#{account.session_no}" if told else None
    month = f"{account.start_on:%Y-%m}"
    if account.mechanism_id and (account.kind == "conference" or len(sides) != _PAIR):
        return f"{account.mechanism_id}|{month}"
    return f"{'-'.join(sides)}|{month}" if len(sides) >= _PAIR else None


def marks(account: Account) -> list[date] | None:
    """The days of an account, and the day behind them: zones part a day, and who shares none is of another event."""
    if account.start_on is None or account.date_precision != "day":
        return None
    day_count = ((account.end_on or account.start_on) - account.start_on).days + 1
    return [account.start_on + number * _DAY for number in range(day_count + 1)] if day_count <= _LONG else None


def likeness(one: Account, two: Account) -> float | None:
    """How alike two accounts of a block are; None where they cannot be of one event."""
    days = _days_agree(one, two)
    if days is None or _contradict(one, two):
        return None
    shared = _shared_count(one, two)
    apart = bool(one.person_ids and two.person_ids and not shared)
    same_place = one.place_id is not None and one.place_id == two.place_id
    evidence = 3 * min(shared, _PAIR) + 2 * _share_mechanism(one, two) + same_place
    if not evidence and (apart or days < 1 or one.issuer == two.issuer):
        return 0
    return evidence + days


def _contradict(one: Account, two: Account) -> bool:
    if one.release_id == two.release_id or not _kinds_agree(one, two) or _differ(one.session_no, two.session_no):
        return True
    if {one.status, two.status} == {"held", "cancelled"} or (one.issuer == two.issuer and _tell_apart(one, two)):
        return True
    if _shared_count(one, two) or _share_mechanism(one, two):
        return False
    met = one.kind in _IN_PERSON or two.kind in _IN_PERSON
    others = bool(one.person_ids and two.person_ids and met)
    return others or _differ(one.mechanism_id, two.mechanism_id) or _differ(one.place_id, two.place_id)


def _tell_apart(one: Account, two: Account) -> bool:
    """Whether one ministry, which writes its names one way, tells two: of other mechanisms, or with other people."""
    people = [set(one.person_ids), set(two.person_ids)]
    others = min(map(len, people)) >= _PAIR and people[0] - people[1] and people[1] - people[0]
    return _differ(one.mechanism_id, two.mechanism_id) or bool(others and one.kind in _IN_PERSON)


def _shared_count(one: Account, two: Account) -> int:
    return len(set(one.person_ids) & set(two.person_ids))


def _share_mechanism(one: Account, two: Account) -> bool:
    return one.mechanism_id is not None and one.mechanism_id == two.mechanism_id


def _kinds_agree(one: Account, two: Account) -> bool:
    if one.kind == two.kind:
        return True
    known = _share_mechanism(one, two) or (one.issuer != two.issuer and _shared_count(one, two) >= _PAIR)
    return known and frozenset({one.kind, two.kind}) in _TOLD_AS


def _days_agree(one: Account, two: Account) -> float | None:
    """1 where both tell the same day, or spans that overlap; less where only the month is told, or zones part a day."""
    if one.start_on is None or two.start_on is None:
        return 0.5
    if "day" not in {one.date_precision, two.date_precision} or one.date_precision != two.date_precision:
        return 0.5
    last_one, last_two = one.end_on or one.start_on, two.end_on or two.start_on
    if one.start_on <= last_two and two.start_on <= last_one:
        return 1
    near = min(abs(one.start_on - last_two), abs(two.start_on - last_one)) <= _DAY
    return 0.25 if near and one.issuer != two.issuer and _shared_count(one, two) else None


def _differ(one: object, two: object) -> bool:
    return one is not None and two is not None and one != two


COMPARISON = Comparison(likeness, marks)
