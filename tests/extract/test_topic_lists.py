from __future__ import annotations

import pytest

from tests.extract.reading import read


def told(text: str, title: str = "A release") -> list[str]:
    """The topics of a paragraph, in the order of the alphabet."""
    return sorted(row.topic_id for row in read(text, title=title).topics)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Representatives of the ministries of health, sport and tourism attended the talks.", []),
        ("Representatives of the ministries of health and sport discussed tourism.", ["tourism"]),
        ("They met representatives of the reef peoples and of indigenous peoples.", []),
        ("They discussed the rights of indigenous peoples.", ["human_rights"]),
        ("Talks with experts of the energy sector were held on tourism.", ["tourism"]),
        ("Heads of the fishing fleets spoke of tourism.", ["tourism"]),
    ],
)
def test_the_fields_of_those_who_came_show_none(text: str, topics: list[str]) -> None:
    assert told(text) == topics


def test_trade_with_a_sum_needs_no_talks() -> None:
    assert told("Trade grew to 90 million crowns.") == ["trade"]
    assert told("Exports of reeds made up 12 percent.") == ["trade"]
    assert told("Trade grew.") == []
    assert told("An airline carried a million people.") == []


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("They praised peacekeeping by Norland.", ["security"]),
        ("They discussed a plan that will create jobs.", []),
        ("They discussed workforce development.", ["labour"]),
        ("They discussed capacity building.", []),
        ("They discussed scientific, technical and cultural cooperation.", ["culture", "science"]),
        ("Norland has a technical cooperation programme with Sudland.", ["development"]),
        ("Norland sends food aid and medical supplies.", ["humanitarian"]),
        ("They discussed the situation in Syria.", ["politics", "security"]),
        ("They sought a resolution to the conflict.", ["security"]),
        ("There was a conflict between two hauls.", []),
        ("Hauliers of both states wait for permits.", ["transport"]),
        ("They discussed the frequency of flights.", ["transport"]),
        ("They flew to Port of Spain to discuss sport.", ["sport"]),
        ("They were troubled that the defense counsels had to wait.", []),
        ("They were troubled by racial injustice.", ["human_rights"]),
        ("They recalled historical, religious and geographic ties.", []),
        ("They discussed religious questions.", ["religion"]),
        ("They exchanged views on the reform of the UN Security Council.", ["politics"]),
        ("They met at the Security Council.", []),
        ("They welcomed the normalization of relations between Norland and Sudland.", ["politics", "security"]),
        ("Norland condemns the attacks on Sudland.", ["security"]),
        ("Norland recalls the attacks of its bees.", []),
        ("Such steps break international law.", ["law"]),
        ("The strikes broke the sovereignty of Norland.", ["politics"]),
        ("The field lifts a thousand barrels a day.", ["energy"]),
        ("He sent barrels of fish.", []),
        ("No Norlandic nationals are among the dead.", ["consular"]),
    ],
)
def test_words_that_look_like_other_fields(text: str, topics: list[str]) -> None:
    assert told(text) == topics
