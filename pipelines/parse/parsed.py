"""What the parser makes of a page, and how it says that it cannot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipelines.model import Document, Entry


class ParseError(ValueError):
    """A page that is not what its source's file says; it goes to quarantine with these words."""


class ListingError(ValueError):
    """A listing that is not what its source's file says."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of a listing that was understood."""

    entries: tuple[Entry, ...] = ()
    further: tuple[str, ...] = ()  # addresses at which the listing goes on: the sitemaps of an index
    ends: bool = False  # the reply says by itself that there are no more pages
    leaves_out: bool = False  # it names more than the source's file keeps, so that nothing kept is no end


@dataclass(frozen=True, slots=True)
class Parsed:
    """A page that was understood: a release, or by name something else."""

    outcome: str  # release, fallback (by the generic reader), redirect, gone, skipped
    document: Document | None = None
    reason: str | None = None
    leads_to: tuple[Entry, ...] = ()  # further pages that this one names: translations, the new address
