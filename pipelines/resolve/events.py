"""Which engagement is which, and which agreement: gives each event and each agreement of each release an id.

For now every release tells its own: the id is a function of the release and of the number there. A resolver that finds
one event told by several releases gives these the same id; nothing else needs to know.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

NumberedFact: TypeAlias = tuple[str, int]
"""release_id, and event_no or agreement_no."""

IdentifiedFact: TypeAlias = tuple[str, int, str]
"""release_id, number, event_id or agreement_id."""


def resolve_events(events: Iterable[NumberedFact]) -> list[IdentifiedFact]:
    """Give each event an id of its own."""
    return [(release_id, event_no, _own_id("event", release_id, event_no)) for release_id, event_no in events]


def resolve_agreements(agreements: Iterable[NumberedFact]) -> list[IdentifiedFact]:
    """Give each agreement an id of its own."""
    return [
        (release_id, agreement_no, _own_id("agreement", release_id, agreement_no))
        for release_id, agreement_no in agreements
    ]


def _own_id(kind: str, release_id: str, number: int) -> str:
    return hashlib.sha256(f"{kind}|{release_id}|{number}".encode()).hexdigest()[:16]
