"""The journal of alerts: lines that are only ever added to, under `<home>/alerts/`, one file a month.

A line is either an alert or the note that a channel took one. Like the archive, the journal survives every rebuild;
the builds fill `ops.alert` from it. A line that a kill cut off is passed over, and the next begins on its own.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from pipelines.alerts.alert import Alert, Trouble, over, to_tell

_NEWS = timedelta(days=7)  # after which an alert that could not be sent is not sent any more; it stays in the journal
_WAIT_SECONDS = 10.0  # for another process that adds a line


class JournalError(RuntimeError):
    """The journal cannot be written; the message says why."""


@dataclass(frozen=True, slots=True)
class Told:
    """All that the journal says."""

    alerts: tuple[Alert, ...] = ()  # oldest first
    taken: dict[str, tuple[str, ...]] = field(default_factory=dict)  # the channels that took an alert, by its id

    @property
    def last(self) -> dict[str, Alert]:
        """The last alert of each trouble."""
        return {alert.trouble.key: alert for alert in self.alerts}

    def lasting(self, now: datetime) -> list[Alert]:
        """The last alert of each trouble that has not ended, as far as is known: one that nobody met for a week has."""
        return [alert for alert in self.last.values() if alert.state != "ended" and now - alert.told_at < _NEWS]

    def waiting(self, channel: str, now: datetime) -> list[Alert]:
        """The alerts that this channel was to take, has not taken, and that are still news; oldest first."""
        return [
            alert
            for alert in self.alerts
            if channel in alert.channels
            and channel not in self.taken.get(alert.alert_id, ())
            and now - alert.told_at < _NEWS
        ]


class Journal:
    """The alerts of one home."""

    def __init__(self, home: Path) -> None:
        """Look at the folder; nothing is made until an alert is told."""
        self.folder = home / "alerts"

    def read(self) -> Told:
        """All alerts so far, and who took them."""
        alerts: list[Alert] = []
        taken: dict[str, tuple[str, ...]] = {}
        for line in self._lines():
            if "trouble" in line:
                alerts.append(_alert(line))
            else:
                taken[line["alert_id"]] = (*taken.get(line["alert_id"], ()), line["taken_by"])
        return Told(tuple(alerts), taken)

    def tell(
        self,
        troubles: Iterable[Trouble],
        *,
        looked_at: Callable[[str], bool],
        channels: Iterable[str] = (),
        now: datetime | None = None,
    ) -> list[Alert]:
        """Add what is to be told of these troubles, and return it; nothing where all was told lately.

        Raises:
            JournalError: the disk is full, or the folder may not be written.
        """
        troubles, moment = list(troubles), now or datetime.now(UTC)
        if not troubles and not self.folder.exists():
            return []
        with self._locked():
            last = self.read().last
            found = [over(channels, alert) for alert in to_tell(last, troubles, moment, looked_at=looked_at)]
            self._add(moment, [_line(alert) for alert in found])
            return found

    def took(self, alert: Alert, channel: str) -> None:
        """Note that a channel took an alert."""
        with self._locked():
            self._add(alert.told_at, [{"alert_id": alert.alert_id, "taken_by": channel}])

    @contextmanager
    def sending(self) -> Iterator[bool]:
        """Whether it is for this process to send, since no other does."""
        lock = FileLock(self.folder / ".sending.lock", timeout=0)
        try:
            lock.acquire()
        except Timeout:
            yield False
            return
        try:
            yield True
        finally:
            lock.release()

    def _lines(self) -> Iterator[dict[str, Any]]:
        for path in sorted(self.folder.glob("[0-9]*.jsonl")):
            for text in path.read_text(encoding="utf-8", errors="replace").splitlines():
                try:
                    line = json.loads(text)
                except json.JSONDecodeError:
                    continue
                if isinstance(line, dict):
                    yield line

    @contextmanager
    def _locked(self) -> Iterator[None]:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with FileLock(self.folder / ".lock", timeout=_WAIT_SECONDS):
                yield
        except (OSError, Timeout) as error:
            raise JournalError(
                f"{self.folder}: no alert could be noted: {error}. Free the disk, or mend the rights."
            ) from error

    def _add(self, moment: datetime, lines: list[dict[str, Any]]) -> None:
        if not lines:
            return
        path = self.folder / f"{moment:%Y%m}.jsonl"
        text = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)
        with path.open("ab+") as file:
            if file.tell() and not _ends_whole(file):
                text = f"\n{text}"
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())


def _ends_whole(file: Any) -> bool:  # noqa: ANN401 - an open file
    file.seek(-1, os.SEEK_END)
    return bool(file.read(1) == b"\n")


def _line(alert: Alert) -> dict[str, Any]:
    moments = {"began_at": alert.began_at.isoformat(), "told_at": alert.told_at.isoformat()}
    return {**asdict(alert), **moments}


def _alert(line: dict[str, Any]) -> Alert:
    return Alert(
        alert_id=line["alert_id"],
        trouble=Trouble(**line["trouble"]),
        state=line["state"],
        began_at=datetime.fromisoformat(line["began_at"]),
        told_at=datetime.fromisoformat(line["told_at"]),
        channels=tuple(line["channels"]),
    )
