"""When an address is due: for its first fetch, and for another look at what may have been edited.

What belongs here: what the archive and the source's file tell of one address. What does not: the order of fetches.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from pipelines.model import Verdict

if TYPE_CHECKING:
    from pipelines.fetch.archive import Held, Refusals
    from pipelines.formats import Fetch
    from pipelines.model import Entry

_FAILURES_BEFORE_A_REST = 3
_LOOKED_AT_AGAIN = frozenset({Verdict.PAGE, Verdict.UNCHANGED})
_SHARE_OF_AGE = 0.5  # a wording that has stood for ten days is looked at again after five
_FIRST_REST_HOURS, _LONGEST_REST_HOURS = 1.0, 24.0


NO_AGE = timedelta(0)


def is_due(entry: Entry, held: Held | None, fetch: Fetch, now: datetime, *, young: timedelta = NO_AGE) -> bool:
    """Whether an address should be fetched: it is new, its last look said nothing, or another look is due."""
    if held is None:
        return True
    if held.failure_count >= _FAILURES_BEFORE_A_REST and now - held.last_fetched_at < _first_wait(fetch):
        return False
    changed = entry.updated is not None and entry.updated != held.entry_updated
    return held.verdict is None or changed or is_due_again(entry, held, fetch, now, young=young)


def is_due_again(entry: Entry, held: Held, fetch: Fetch, now: datetime, *, young: timedelta = NO_AGE) -> bool:
    """Whether a page that is held should be looked at for edits.

    Looks thin out with the age of the wording: each waits for half the time that the wording has stood, as the
    server's Last-Modified or the listing tells, else since it was first fetched. So a release is looked at some
    fifteen times in its first year, mostly in its first days, and one that was old when it was found hardly ever.
    One whose wording has stood for less than `young` is due whatever the wait.
    """
    if held.verdict not in _LOOKED_AT_AGAIN or entry.body is not None:
        return False
    stands_since = _stands_since(entry, held)
    if now - stands_since < young:
        return True
    wait = max(_first_wait(fetch), (now - stands_since) * _SHARE_OF_AGE)
    return now - held.last_fetched_at >= wait


def is_new_wording(entry: Entry, held: Held | None) -> bool:
    """Whether the release that a listing carries differs from the one that is held."""
    return entry.body is not None and (held is None or held.sha256 != sha256(entry.body).hexdigest())


def rests_until(refusals: Refusals) -> datetime | None:
    """Until when a source that refuses us is left alone: an hour, then ever longer, to a day; None: not at all."""
    if not refusals.count or refusals.last_at is None:
        return None
    hours = min(_FIRST_REST_HOURS * 2 ** (refusals.count - 1), _LONGEST_REST_HOURS)
    return refusals.last_at + timedelta(hours=hours)


def _first_wait(fetch: Fetch) -> timedelta:
    return timedelta(hours=fetch.look_again_hours)


def _stands_since(entry: Entry, held: Held) -> datetime:
    """When the wording that is held began, as far as anything tells."""
    stated = [_moment(held.last_modified), _moment(entry.updated)]
    told = [moment for moment in stated if moment and moment <= held.last_fetched_at]
    if told:
        return max(told)
    listed = datetime(*entry.listed_on.timetuple()[:3], tzinfo=UTC) if entry.listed_on else held.first_fetched_at
    return min(listed, held.first_fetched_at)


def _moment(stated: str | None) -> datetime | None:
    """A time as servers and listings write it; None where it is written otherwise."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(stated or "")
        except ValueError:
            continue
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return None
