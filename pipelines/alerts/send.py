"""Telling: a line in the journal first, whatever happens; then out by every channel, now or at the next chance."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from pipelines.alerts.alert import Alert, Trouble
from pipelines.alerts.channels import Channel, ChannelError, channels
from pipelines.alerts.journal import Journal
from pipelines.alerts.settings import AlertSettingsError, alert_settings

Warn = Callable[[str], None]  # told what stands in the way of telling; nothing is raised for it


def tell(home: Path, troubles: Iterable[Trouble], *, looked_at: Callable[[str], bool], warn: Warn) -> list[Alert]:
    """Note what is to be told of these troubles, and send it with all that still waits; returns what was noted.

    A channel that fails costs no alert and no run: `warn` is told, and the alert waits for the next chance.

    Raises:
        JournalError: not even a line could be written.
    """
    ways = open_channels(warn)
    noted = Journal(home).tell(troubles, looked_at=looked_at, channels=[way.name for way in ways])
    send_waiting(home, ways, warn)
    return noted


def open_channels(warn: Warn) -> Sequence[Channel]:
    """The channels that the environment sets; none where a setting cannot be used, of which `warn` is told."""
    try:
        return channels(alert_settings())
    except AlertSettingsError as error:
        warn(f"no alert is sent: {error}")
        return ()


def send_waiting(home: Path, ways: Sequence[Channel], warn: Warn) -> None:
    """Send what waits, unless another process does so already."""
    journal = Journal(home)
    if not ways or not journal.folder.exists():
        return
    with journal.sending() as is_ours:
        for way in ways if is_ours else ():
            _send(journal, way, warn)


def _send(journal: Journal, way: Channel, warn: Warn) -> None:
    for alert in journal.read().waiting(way.name, datetime.now(UTC)):
        try:
            way.send(alert)
        except ChannelError as error:
            warn(f"an alert waits to be sent again: {error}")
            return
        journal.took(alert, way.name)
