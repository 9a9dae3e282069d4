from __future__ import annotations

import pytest

from pipelines.resolve.mechanisms import mechanism_id, resolve_mechanisms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kazakhstan-UK Strategic Dialogue", "UK\u2013Kazakhstan Strategic Dialogue"),
        ("Strategic Dialogue between Kazakhstan and the UK", "Kazakhstan-UK Strategic Dialogue"),
    ],
)
def test_a_dialogue_named_from_either_side_is_one(one: str, other: str) -> None:
    assert mechanism_id(one, ["GB", "KZ"]) == mechanism_id(other, ["KZ", "GB"])


def test_consultations_that_name_nobody_are_told_apart_by_their_sides() -> None:
    swiss, polish = (mechanism_id("political consultations", ["KZ", code]) for code in ("CH", "PL"))
    assert swiss != polish
    assert swiss == mechanism_id("Political Consultations", ["CH", "KZ"])


def test_a_name_that_tells_its_sides_is_the_same_as_one_that_leaves_them_out() -> None:
    sides = ["KZ", "CH"]
    assert mechanism_id("Kazakh-Swiss political consultations", sides) == mechanism_id("political consultations", sides)
    assert mechanism_id("Strategic Dialogue", ["GB", "UZ"]) == mechanism_id(
        "British-Uzbek Strategic Dialogue", ["UZ", "GB"]
    )


def test_a_conference_is_one_whoever_meets_there() -> None:
    rows = [
        ("r1", 1, "World Security Forum", "meeting", ["GB", "KZ"]),
        ("r1", 2, "World Security Forum", "conference", ["GB", "UZ"]),
        ("r2", 1, "World Security Forum", "meeting", []),
    ]
    assert len({mechanism for *_, mechanism in resolve_mechanisms(rows)}) == 1
