from __future__ import annotations

import pytest

from tests.extract.reading import entities, read, surfaces


def places(text: str, issuer: str = "KZ") -> list[tuple[str, str]]:
    return [(place.name, place.country_code) for place in read(text, issuer=issuer).places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks were held in London.", [("London", "GB")]),
        ("Canadian farmers met in London, Canada.", [("London", "CA")]),
        ("NUR-SULTAN. The council met today.", [("Astana", "KZ")]),
        ("Flights link Kiev and Almaty.", [("Kyiv", "UA"), ("Almaty", "KZ")]),
        ("An office was opened in Córdoba (Argentina).", [("Córdoba", "AR")]),
        ("The envoys met in Geneva and Davos.", [("Geneva", "CH"), ("Davos", "CH")]),
        ("Astana values the offer.", [("Astana", "KZ")]),
        ("Their ship left Hong Kong.", [("Hong Kong", "HK")]),
    ],
)
def test_a_place_is_the_one_that_the_release_means(text: str, expected: list[tuple[str, str]]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Treaty of Aachen was recalled.",
        "A degree from the Warsaw School of Economics is prized.",
        "Central Asia and the Baltic Sea were discussed.",
        "Reading is a joy, and most of us agree.",
        "The hostages held by Hamas must be freed.",
    ],
)
def test_names_of_bodies_seas_and_common_words_are_no_places(text: str) -> None:
    assert places(text) == []


def test_a_surname_that_is_also_a_town_stays_a_surname() -> None:
    assert places("Minister Clara Lincoln thanked Ambassador Tom Berlin.") == []


def test_a_region_before_its_governor_is_the_region() -> None:
    assert surfaces(read("Akim of Almaty Region Marat Seitov came."), "place") == ["Almaty Region"]


def test_a_mention_points_at_the_geonames_id() -> None:
    facts = read("They met in Vienna.")
    assert surfaces(facts, "place") == ["Vienna"]
    assert entities(facts, "place") == ["2761369"]


def test_a_town_that_the_text_calls_a_town_needs_no_fame() -> None:
    assert places("Budva, a town on the coast, will host the fair.") == [("Budva", "ME")]
