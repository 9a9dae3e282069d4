"""Words of a name without accents and case."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")


def folded_name(name: str) -> str:
    """The words of a name without accents and case, sorted: `Affairs, MINISTRY` and `Ministry Affairs` are one."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(sorted(_WORD.findall(letters)))
