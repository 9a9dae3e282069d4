"""What is wrong now, and when somebody is to be told of it: once, each day that it lasts, and when it has ended.

What belongs here: the nouns and the rule, pure. What does not: where alerts are kept, and how they are sent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

_AGAIN = timedelta(days=1)

State = Literal["began", "lasts", "ended"]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that is wrong until it is not; kind and subject tell one from another."""

    kind: str  # run_failed, check_failed, source_failed, source_silent
    subject: str  # the run, the check, the source
    what: str
    where: str  # to look
    to_do: str

    @property
    def key(self) -> str:
        """By which it is known again."""
        return f"{self.kind}/{self.subject}"


@dataclass(frozen=True, slots=True)
class Alert:
    """One telling of a trouble."""

    alert_id: str
    trouble: Trouble
    state: State
    began_at: datetime
    told_at: datetime
    channels: tuple[str, ...] = ()  # by which it was to go out when it was told

    @property
    def headline(self) -> str:
        """The trouble in one line."""
        told = {"began": "", "lasts": "still: ", "ended": "over: "}[self.state]
        return f"{told}{self.trouble.subject}: {self.trouble.kind.replace('_', ' ')}"

    @property
    def text(self) -> str:
        """All that there is to tell, for a person."""
        if self.state == "ended":
            return f"{self.headline}\n\nIt began at {self.began_at:%Y-%m-%d %H:%M} UTC: {self.trouble.what}"
        trouble = self.trouble
        since = f" (since {self.began_at:%Y-%m-%d %H:%M} UTC)" if self.state == "lasts" else ""
        return f"{self.headline}{since}\n\nWhat: {trouble.what}\nWhere: {trouble.where}\nTo do: {trouble.to_do}"


def to_tell(
    last: Mapping[str, Alert], troubles: Iterable[Trouble], now: datetime, *, looked_at: Callable[[str], bool]
) -> Iterator[Alert]:
    """What is to be told of the troubles found now.

    Args:
        last: the last alert of each key.
        troubles: what is wrong.
        now: when it was found.
        looked_at: whether this look would have found the trouble of a key; where it would and did not, it has ended.
    """
    found = {trouble.key: trouble for trouble in troubles}
    for key, trouble in found.items():
        before = last.get(key)
        if before is None or before.state == "ended":
            yield _alert(trouble, "began", now, now)
        elif now - before.told_at >= _AGAIN:
            yield _alert(trouble, "lasts", before.began_at, now)
    for key, before in last.items():
        if key not in found and before.state != "ended" and looked_at(key):
            yield _alert(before.trouble, "ended", before.began_at, now)


def of_kinds(*kinds: str) -> Callable[[str], bool]:
    """A look that finds every trouble of these kinds."""
    return lambda key: key.partition("/")[0] in kinds


def over(channels: Iterable[str], alert: Alert) -> Alert:
    """The alert, to go out by these channels."""
    return replace(alert, channels=tuple(channels))


def _alert(trouble: Trouble, state: State, began_at: datetime, now: datetime) -> Alert:
    words = f"alert|{trouble.key}|{state}|{now.isoformat()}"
    return Alert(hashlib.sha256(words.encode()).hexdigest()[:16], trouble, state, began_at, now)
