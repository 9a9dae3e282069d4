"""Who wrote a letter and to whom, where another hands it over: `conveyed a message from President A to President B`.

What belongs here: sender and recipients by the words `from` and `to`. What does not: letters told by their sender's own
verb (`participants`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.participants import Parties

if TYPE_CHECKING:
    from pipelines.extract.event_scene import Row
    from pipelines.extract.event_triggers import Trigger
    from pipelines.extract.references import Item

REACH = 40  # tokens behind the letter
NEAR = 8  # tokens between `letter` and its sender
OF_OFFICE = frozenset({"the", "of", "for", "his", "her"})
ENDS = frozenset({";", ".", ":"})


def correspondents(row: Row, trigger: Trigger) -> list[Parties]:
    """One sender and recipient each for letters that somebody else handed over; nothing where no sender is named so."""
    people = [
        item for item in row.items if item.form == "person" and trigger.last <= item.first < end_of_clause(row, trigger)
    ]
    sender = next((item for item in people if led_by(row, item) == "from"), None)
    if sender is None or sender.first - trigger.last > NEAR:
        return []
    recipients: list[Item] = []
    for item in people[people.index(sender) + 1 :]:
        link = led_by(row, item)
        if link == "to" or (link in {"and", ","} and recipients):
            recipients.append(item)
    if not recipients:
        return []
    if trigger.words.endswith("s"):
        return [Parties((sender,), (one,)) for one in recipients]
    return [Parties((sender,), tuple(recipients))]


def end_of_clause(row: Row, trigger: Trigger) -> int:
    """Where the words about a letter end."""
    tokens = row.marked.tokens
    end = min(len(tokens), trigger.last + REACH)
    return next((step for step in range(trigger.last, end) if tokens[step].text in ENDS), end)


def led_by(row: Row, item: Item) -> str:
    """The word in front of a person and the office before the name."""
    tokens = row.marked.tokens
    step = item.first - 1
    while step > 0 and (tokens[step].capital or tokens[step].low in OF_OFFICE):
        step -= 1
    return tokens[step].low
