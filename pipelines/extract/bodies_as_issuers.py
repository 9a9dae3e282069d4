"""Releases of an international body: what has no country of its own takes the issuer's code, and that is none.

What belongs here: the one difference between a ministry and a body that speaks. What does not: who belongs to whom.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from pipelines.model import Event, Figure, Organization, Person, Position

if TYPE_CHECKING:
    from pipelines.model import Document, Facts

_Row = TypeVar("_Row", Person, Position, Organization, Event, Figure)
_BODIES = frozenset({"EU", "UN"})


def states_only(facts: Facts, document: Document) -> Facts:
    """The facts without the issuer's code as a country, where the issuer is no state; as a side it stays."""
    issuer = document.issuer_country
    if issuer not in _BODIES:
        return facts
    return replace(
        facts,
        persons=tuple(_stateless(person, issuer) for person in facts.persons),
        positions=tuple(_stateless(position, issuer) for position in facts.positions),
        organizations=tuple(_stateless(body, issuer) for body in facts.organizations),
        events=tuple(_stateless(event, issuer) for event in facts.events),
        figures=tuple(_stateless(figure, issuer) for figure in facts.figures),
    )


def _stateless(row: _Row, issuer: str) -> _Row:
    return replace(row, country_code=None) if row.country_code == issuer else row
