"""Engagements that a release tells only in passing, and that are not engagements of its own.

What belongs here: what is taken out once all are found: feasts that are greeted, the careers of new ambassadors,
signings within another engagement. What does not: what a single sentence must hold (`event_needs`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.event_scene import TITLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.telling import Candidate

CAREER = frozenset({"appointment", "ceremony", "aid", "letter", "meeting"})


def without_feasts(candidates: list[Candidate]) -> list[Candidate]:
    """Without the feast that a title names and the release only greets: `Best Wishes for the New Year Festival`."""
    if not any(one.trigger.form == "greeting" for one in candidates):
        return candidates
    return [one for one in candidates if one.kind != "ceremony" or one.trigger.row_no != TITLE or one.roles]


def without_careers(candidates: list[Candidate], mains: Sequence[Candidate]) -> list[Candidate]:
    """Without the posts and awards of former years that the lives of new ambassadors tell."""
    if not any(one.kind in {"credentials", "appointment"} and one.trigger.row_no == TITLE for one in mains):
        return candidates
    return [one for one in candidates if one.main or not is_of_career(one)]


def without_toasts(candidates: list[Candidate]) -> list[Candidate]:
    """Without anniversaries that two only spoke of when they met: `A and B celebrated a hundred years of relations`."""
    met = [set(one.roles) for one in candidates if one.kind in {"meeting", "call"} and one.main and one.roles]
    return [one for one in candidates if not is_toast(one) or set(one.roles) not in met]


def is_toast(candidate: Candidate) -> bool:
    """Whether a ceremony is told by no more than that people celebrated or commemorated something."""
    words = candidate.trigger.words
    return candidate.kind == "ceremony" and not candidate.main and words.startswith(("celebrat", "commemorat"))


def is_of_career(candidate: Candidate) -> bool:
    """Whether it tells of a life: undated, or of former years and no meeting that somebody recalls."""
    old = candidate.when is None or (candidate.background and candidate.kind != "meeting")
    return candidate.kind in CAREER and old


def drop_signings(candidates: list[Candidate]) -> list[Candidate]:
    """Without signings that happened within another engagement of the release."""
    candidates = [other for other in candidates if other.kind != "signing" or not other.background]
    held = [
        other for other in candidates if other.kind != "signing" and other.status == "held" and not other.background
    ]
    if not held:
        return candidates
    begins = min(other.row_no for other in held)
    first = next((other for other in candidates if other.kind == "signing"), None)
    if first is not None and first.trigger.row_no == TITLE and any(other.trigger.row_no == TITLE for other in held):
        first = None
    return [other for other in candidates if other.kind != "signing" or (other is first and other.row_no < begins)]


def is_umbrella(several: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether it only announces the meetings that other sentences tell one by one: `held several meetings`."""
    if several.trigger.words != "meetings" or several.kind != "meeting" or not several.alone or len(several.sides) > 1:
        return False
    others = [one for one in candidates if one.kind == "meeting" and one.row_no > several.row_no]
    others = [one for one in others if one.status == several.status or several.when is None]
    return any(one.roles and not one.background and not one.sides.keys() <= several.sides.keys() for one in others)
