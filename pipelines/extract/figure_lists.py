"""Lists of amounts under a heading that states their currency for all of them: `Breakdown of the grant (USD)`.

What belongs here: which sentences are lines of such a list. What does not: reading the amounts (`figures`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.extract.lexicons import mapping

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.vocabulary import Marked

HEADING = re.compile(r"\((?:(?:all )?(?:amounts )?in )?(?P<currency>[A-Z][\w$]*(?: dollars)?|[a-z]+)\):?$")
LINE = re.compile(r".{2,120}(?:[:=]|\s[\u2013\u2014-])\s?[\d.,]+(?:\s[a-z]+)?[.;]?")
LONGEST_LABEL = 60  # characters of a line that only names a group of the list


def headed_currencies(lines: Sequence[Marked]) -> dict[int, str]:
    """The lines of lists with the currency that their heading states."""
    found: dict[int, str] = {}
    currency: str | None = None
    for line_no, marked in enumerate(lines):
        text = marked.line.sentence.text
        if text.endswith((")", "):")) and (heading := HEADING.search(text)):
            currency = mapping("currencies").get(heading["currency"])
        elif currency is not None and LINE.fullmatch(text):
            found[line_no] = currency
        elif len(text) > LONGEST_LABEL:
            currency = None
    return found
