from __future__ import annotations

from datetime import date

import pytest

from tests.extract.reading import read


@pytest.mark.parametrize(
    ("text", "day", "rule"),
    [
        ("Diplomatic relations between Kazakhstan and Norway were established on 5 June 1992.",
         date(1992, 6, 5), "tie_stated"),
        ("Kazakhstan and Norway have maintained diplomatic relations since June 5, 1992.",
         date(1992, 6, 5), "tie_stated"),
        ("5 June 2022 was the 30th anniversary of diplomatic relations between Kazakhstan and Norway.",
         date(1992, 6, 5), "tie_anniversary"),
        ("5 June 2022 marked 30 years of bilateral diplomatic relations between Kazakhstan and Norway.",
         date(1992, 6, 5), "tie_anniversary"),
        ("12 May 2024 is the centenary of official Kazakh-Norwegian diplomatic relations.", date(1924, 5, 12),
         "tie_anniversary"),
        ("Norway marked the 32nd anniversary of the establishment of diplomatic relations on May 4.",
         date(1992, 5, 4), "tie_anniversary"),
        ("The 30th anniversary of diplomatic relations with Norway, which go back to 5 June 1992, was kept.",
         date(1992, 6, 5), "tie_stated"),
    ],
)  # fmt: skip
def test_a_tie_has_the_day_that_is_stated_or_counted_back(text: str, day: date, rule: str) -> None:
    (tie,) = read(text).ties
    assert (tie.country_code, tie.partner_code, tie.established_on, tie.rule) == ("KZ", "NO", day, rule)


@pytest.mark.parametrize(
    "text",
    [
        "Diplomatic relations between Kazakhstan and Norway were established in 1992.",
        "Norway and Chile agreed to establish diplomatic relations on 5 June 2025.",
        "Norway severed diplomatic relations with Chile on 5 June 1992, established long before.",
        "The 30th anniversary of diplomatic relations with Norway will be kept.",
        "Norway held a concert on 7 May 2024 for the 30th anniversary of diplomatic relations.",
        "They spoke of diplomatic relations on 5 June 2022.",
    ],
)
def test_without_a_day_of_establishment_there_is_no_tie(text: str) -> None:
    assert read(text).ties == ()
