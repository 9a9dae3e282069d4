"""The PLOVER type and mode of an engagement.

The sixteen types of the manual of 2024, and its modes for CONSULT. What belongs here: the mapping from the kinds of the
warehouse. What does not: reading text.
"""

from __future__ import annotations

TYPES = frozenset({
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
})  # fmt: skip
MANY_SIDES = 3
CONSULTING = frozenset({"meeting", "call", "visit", "dialogue", "conference"})
BY_KIND = {"signing": "SUPPORT", "credentials": "SUPPORT", "ceremony": "SUPPORT", "letter": "SUPPORT", "aid": "AID"}


def plover_type(kind: str, status: str) -> str | None:
    """The type: what is only planned is an agreement to do it; an appointment is no interaction of two sides."""
    base = "CONSULT" if kind in CONSULTING else BY_KIND.get(kind)
    return "AGREE" if base is not None and status == "planned" else (base if status == "held" else None)


def plover_mode(kind: str, status: str, sides: tuple[str, ...], country: str | None) -> str | None:
    """The mode of a CONSULT: by phone, with three sides or more, on the ground of one of them or of a third."""
    if kind not in CONSULTING or status != "held":
        return None
    if kind == "call":
        return "phone"
    if kind == "conference" or len(sides) >= MANY_SIDES:
        return "multilateral"
    if kind == "visit" or (country is not None and country in sides):
        return "visit"
    return "third-party" if country is not None and len(sides) > 1 else None
