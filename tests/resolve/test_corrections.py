"""Corrections are read strictly, and an error says what, where and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines.resolve.corrections import CorrectionError, read_corrections

PATH = Path("corrections/person.csv")
HEAD = "name,country_code,true_name,true_country_code"


def test_a_name_and_country_are_to_be_read_as_others() -> None:
    lines = [HEAD, "A. Stone,GB,Ann Stone,GB", "Ann Stone,,Ann Stone,GB"]
    assert read_corrections(PATH, lines) == {
        ("A. Stone", "GB"): ("Ann Stone", "GB"),
        ("Ann Stone", None): ("Ann Stone", "GB"),
    }


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["name,country_code", "a,GB"], "lacks true_name, true_country_code"),
        ([HEAD, "a,GB,,GB"], r"person\.csv:2: name and true_name"),
        ([], "lacks name"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(lines: list[str], told: str) -> None:
    with pytest.raises(CorrectionError, match=told):
        read_corrections(PATH, lines)
