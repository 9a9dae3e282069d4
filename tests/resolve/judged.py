"""Mentions and accounts told apart by hand, and the measure by which a resolution of them is judged.

The cases are in `same_persons.toml` and `same_events.toml`. Nothing here knows how anything is resolved.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class PersonMention:
    """A person as one release names them, with the person that it truly is."""

    case: str
    person: str
    name: str
    offices: tuple[str, ...]
    on: date
    country: str | None = None


@dataclass(frozen=True)
class EventAccount:
    """What one release says of one engagement, with the event that it truly is."""

    case: str
    event: str
    release: str
    issuer: str
    published_on: date
    kind: str
    status: str
    sides: tuple[str, ...]
    persons: tuple[str, ...]
    start_on: date | None = None
    end_on: date | None = None
    date_precision: str | None = None
    place: str | None = None
    mechanism: str | None = None
    session_no: int | None = None


def person_mentions() -> tuple[PersonMention, ...]:
    """Every mention of a person, in the order of the file."""
    return tuple(PersonMention(**row) for row in _rows("same_persons.toml", "mention"))


def event_accounts() -> tuple[EventAccount, ...]:
    """Every account of an engagement, in the order of the file."""
    return tuple(EventAccount(**row) for row in _rows("same_events.toml", "account"))


def b_cubed(truth: Sequence[str], found: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of B-cubed (Bagga and Baldwin 1998), from 0 to 1.

    `truth[i]` and `found[i]` name the cluster of item `i`; the names themselves need not agree. An item's precision is
    the share of its found cluster that truly belongs with it, its recall the share of its true cluster that was found
    with it, and each measure is the mean over the items.

    Raises:
        ValueError: if there are no items, or not as many found as true.
    """
    if not truth:
        raise ValueError("There are no items to judge.")
    both = Counter(zip(truth, found, strict=True))
    true_sizes, found_sizes = Counter(truth), Counter(found)
    precision = sum(count * count / found_sizes[cluster] for (_, cluster), count in both.items()) / len(truth)
    recall = sum(count * count / true_sizes[label] for (label, _), count in both.items()) / len(truth)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _rows(file: str, table: str) -> list[dict[str, Any]]:
    """The tables of a case file, with their lists as tuples."""
    with (_HERE / file).open("rb") as opened:
        rows = tomllib.load(opened)[table]
    return [{key: tuple(value) if isinstance(value, list) else value for key, value in row.items()} for row in rows]
