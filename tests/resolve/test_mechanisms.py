from __future__ import annotations

import pytest

from pipelines.resolve.events import resolve_agreements, resolve_events
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


def test_a_name_that_tells_a_side_is_the_same_whichever_sides_were_read() -> None:
    name = "Kazakh-Swiss political consultations"
    assert mechanism_id(name, ["KZ", "CH"]) == mechanism_id(name, ["KZ"]) == mechanism_id(name)
    assert mechanism_id("EU Strategic Dialogue", ["EU", "GE"]) == mechanism_id("EU Strategic Dialogue")


def test_a_conference_is_one_whoever_meets_there() -> None:
    rows = [
        ("r1", 1, "World Security Forum", "meeting", ["GB", "KZ"]),
        ("r1", 2, "World Security Forum", "conference", ["GB", "UZ"]),
        ("r2", 1, "World Security Forum", "meeting", []),
    ]
    assert len({mechanism for *_, mechanism in resolve_mechanisms(rows)}) == 1


def test_events_and_agreements_are_each_releases_own() -> None:
    rows = [("r1", 1), ("r1", 2), ("r2", 1)]
    found = [*resolve_events(rows), *resolve_agreements(rows)]
    assert len({fact for *_, fact in found}) == 6
    assert resolve_events(rows) == sorted(resolve_events(reversed(rows)))
