from __future__ import annotations

import pytest

from pipelines.extract.lexicons import rows
from tests.extract.reading import read


def told(*paragraphs: str, title: str = "A release") -> list[str]:
    """The topics of some paragraphs, in the order of the alphabet."""
    return sorted(row.topic_id for row in read(*paragraphs, title=title).topics)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("They discussed cooperation in tourism, sport and agriculture.", ["agriculture", "sport", "tourism"]),
        ("The sides spoke of visa-free travel and migration.", ["consular", "migration"]),
        ("Climate change and clean energy stood on the agenda.", ["energy", "environment"]),
        ("They discussed trade and investment.", ["investment", "trade"]),
        ("They considered non-proliferation and arms control.", ["disarmament"]),
        ("They discussed cooperation in oil and gas.", ["energy"]),
    ],
)
def test_words_of_a_sentence_show_its_topics(text: str, topics: list[str]) -> None:
    assert told(text) == topics


@pytest.mark.parametrize(
    "text",
    [
        "Minister of Trade and Industry Aigul Omarova came.",
        "The Ministry of Tourism and Sport opened its doors.",
        "He wished her good health.",
        "The Democratic Republic of the Congo was there.",
        "They met amid a difficult international environment.",
        "Photo Credit: Tourism Board",
        "She holds a Master of Arts in Education.",
        "Mr Omarov graduated from a school of agriculture.",
    ],
)
def test_names_offices_wishes_and_standing_text_show_none(text: str) -> None:
    assert told(text) == []


def test_a_weak_word_counts_only_where_something_is_talked_about() -> None:
    assert told("They discussed the military side.") == ["defence"]
    assert told("The military drove by.") == []


def test_the_title_shows_what_the_event_is_about() -> None:
    assert told("It took place in Oslo.", title="Forum on Tourism Opens") == ["tourism"]
    assert [row.rule for row in read("It took place.", title="Forum on Tourism Opens").topics] == ["topic_title"]


def test_each_topic_points_at_the_first_sentence_that_shows_it() -> None:
    found = read("They met in Oslo. They discussed tourism. Tourism matters.").topics
    assert [(row.topic_id, row.sentence_no, row.rule) for row in found] == [("tourism", 2, "topic_phrase")]


def test_every_phrase_has_a_known_strength_and_only_those_that_bar_have_no_topic() -> None:
    for row in rows("topic_words"):
        assert row["strength"] in {"strong", "weak", "none"}, row
        assert bool(row["topic"]) == (row["strength"] != "none"), row
        assert row["phrase"] == row["phrase"].lower(), row
