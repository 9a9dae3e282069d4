"""An instrument that several releases name is one, and its namesakes of other years are others."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.build import RESOLVERS

DAY = date(2024, 4, 24)


def ids(*rows: tuple[str, date | None]) -> list[str]:
    """The ids of memoranda of two states by their names and days of signature, each told by a release of its own."""
    named = [
        (f"r{number}", 1, name, "memorandum", ["KZ", "PE"], day, "day" if day else None, date(2025, 1, number + 1))
        for number, (name, day) in enumerate(rows)
    ]
    return [link[2] for link in RESOLVERS.agreement.resolve(named, [], [])[0]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ("Memorandum on Cooperation in Mountain Farming", DAY),
            ("memorandum on cooperation in mountain farming", None),
        ),
        (("Mountain Farming Cooperation Memorandum", None), ("Memorandum on Cooperation in Mountain Farming", None)),
        (("memorandum of understanding", DAY), ("memorandum of understanding", DAY)),
    ],
)
def test_namings_of_one_instrument_are_one(one: tuple[str, date | None], other: tuple[str, date | None]) -> None:
    first, second = ids(one, other)
    assert first == second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Memorandum on Mountain Farming", DAY), ("Memorandum on Mountain Farming", date(2021, 4, 24))),
        (("2011 Memorandum on Mountain Farming", None), ("2019 Memorandum on Mountain Farming", None)),
        (("Memorandum on Mountain Farming", None), ("Memorandum on Coastal Fishing", None)),
        (("memorandum of understanding", None), ("memorandum of understanding", None)),
    ],
)
def test_namesakes_and_names_that_tell_nothing_are_kept_apart(
    one: tuple[str, date | None], other: tuple[str, date | None]
) -> None:
    first, second = ids(one, other)
    assert first != second


def test_the_id_is_one_of_those_that_the_namings_would_have_alone() -> None:
    rows = [("Memorandum on Mountain Farming", DAY), ("Memorandum on Mountain Farming", None)]
    alone = {
        ids(rows[0])[0],
        RESOLVERS.agreement.resolve(
            [("r1", 1, "Memorandum on Mountain Farming", "memorandum", ["KZ", "PE"], None, None, None)], [], []
        )[0][0][2],
    }
    assert set(ids(*rows)) == {min(alone)}
