"""Lists in which the words of a topic only say of which field people are.

What belongs here: who came (`representatives of the ministries of health and sport`). What does not: other contexts
that show nothing (`topic_contexts`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.lexicons import word_class

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.tokens import Token
    from pipelines.extract.vocabulary import Marked

PAST = "ed"
LONGEST_LIST = 40  # tokens


def people_of_fields(marked: Marked) -> set[int]:
    """The tokens that say of which fields people are: `representatives of the energy and transport sectors`."""
    barred: set[int] = set()
    tokens = marked.tokens
    for at in marked.standing(word_class("topic_people_of")):
        if at + 1 >= len(tokens) or tokens[at + 1].low != "of":
            continue
        barred |= set(range(at + 1, people_end(tokens, at + 2)))
    return barred


def people_end(tokens: Sequence[Token], first: int) -> int:
    """Where the words that say whose people they are end: at a verb, or at words that tell what they came for."""
    stops = word_class("topic_people_stop")
    last = min(len(tokens), first + LONGEST_LIST)
    ends = (step for step in range(first, last) if tokens[step].low in stops or tokens[step].low.endswith(PAST))
    return next(ends, last)
