"""One telling of an engagement, as it grows while a release is read.

What belongs here: its shape. What does not: reading.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipelines.extract.event_dates import When
    from pipelines.extract.event_places import Where
    from pipelines.extract.event_triggers import Trigger
    from pipelines.extract.mechanisms import Mechanism

TALKS = frozenset({"meeting", "call", "dialogue", "conference"})


@dataclass
class Candidate:
    """One telling of an engagement."""

    row_no: int
    trigger: Trigger
    kind: str
    status: str
    rule: str
    roles: dict[int, str] = field(default_factory=dict)  # by person number
    sides: dict[str, None] = field(default_factory=dict)
    when: When | None = None
    where: Where | None = None
    mechanism: Mechanism | None = None
    background: bool = False
    main: bool = False
    aside: bool = False  # told in a relative clause
    met: frozenset[str] = frozenset()  # words for those who were met without a name: `officials`, `students`
    indefinite: bool = False  # `a visit`, `visits` in general: none that was told before
    caption: bool = False  # told under a photograph: it dates nothing that the text tells
    attends: bool = False  # who took part in one told before: `A also participated in the meeting`
    alone: bool = False  # `held several meetings`: nobody is named who was met
    definite: bool = False  # `the meeting`, with nobody behind it: one told before
    spoken_of: bool = False  # a session that others speak of
    passing: bool = False  # and that nobody is said to have held or attended

    @property
    def anaphoric(self) -> bool:
        """Whether it brings nobody of its own: `the meeting focused on …`."""
        return not self.roles and not self.sides and (self.mechanism is None or self.mechanism.name is None)
