"""What an analyst knows better: names that are to be read as other names, from CSV files that survive every rebuild."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

Corrections: TypeAlias = dict[tuple[str, str | None], tuple[str, str | None]]
"""Name and country as releases give them → name and country as they are to be read."""

COLUMNS = ("name", "country_code", "true_name", "true_country_code")


class CorrectionError(ValueError):
    """A file of corrections that cannot be used; the message says which line and what to do."""


def read_corrections(path: Path, lines: Iterable[str]) -> Corrections:
    """The corrections of one file.

    A person may be told apart from a namesake by a true name that no release gives, such as `Li Wei (Chengdu)`.

    Raises:
        CorrectionError: a column is missing, or a line has no name.
    """
    rows = csv.DictReader(lines)
    missing = [column for column in COLUMNS if column not in (rows.fieldnames or ())]
    if missing:
        raise CorrectionError(f"{path}: the first line lacks {', '.join(missing)}; it must be {','.join(COLUMNS)}")
    found: Corrections = {}
    for line_no, row in enumerate(rows, start=2):
        if not row["name"] or not row["true_name"]:
            raise CorrectionError(
                f"{path}:{line_no}: name and true_name must both be given; fill them, or drop the line"
            )
        found[row["name"], row["country_code"] or None] = (row["true_name"], row["true_country_code"] or None)
    return found
