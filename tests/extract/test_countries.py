# ruff: noqa: RUF001 - releases are set with typographic marks
from __future__ import annotations

import pytest

from pipelines.extract.countries import find_countries


def codes(text: str) -> list[str]:
    return [name.code for name in find_countries(text) if name.form != "state"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kazakhstan and the United Kingdom agreed.", ["KZ", "GB"]),
        ("The Republic of Korea hosted the DPRK’s neighbours.", ["KR", "KP"]),
        ("The U.S., the UAE and the UK’s envoys met.", ["US", "AE", "GB"]),
        ("The Swiss side thanked the Kazakhs.", ["CH", "KZ"]),
        ("A Kazakhstan-UK council was opened.", ["KZ", "GB"]),
        ("The Franco-German brigade paraded.", ["FR", "DE"]),
        ("Türkiye and Turkey are one country.", ["TR", "TR"]),
        ("Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea voted.", ["GN", "GW", "GQ", "PG"]),
        ("Niger borders Nigeria.", ["NE", "NG"]),
        ("The Democratic Republic of the Congo and the Republic of the Congo share a river.", ["CD", "CG"]),
        ("MINISTRY OF FOREIGN AFFAIRS SINGAPORE", ["SG"]),
        ("The Kyrgyz Republic and Côte d’Ivoire signed.", ["KG", "CI"]),
        ("The University of Georgian Studies in Tbilisi, Georgia, opened.", ["GE", "GE"]),
    ],
)
def test_a_country_is_seen_by_name_adjective_people_and_abbreviation(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ships crossed the Indian Ocean and the South China Sea.",
        "The team of American Samoa played in New Mexico.",
        "Latin America and the Indo-Pacific were on the agenda.",
        "The book was printed in French and Russian.",
        "He speaks Greek, Turkish and English.",
        "Lessons in the Kazakh language began.",
        "It costs ten million US dollars or US$12.",
        "They told us that the plan stands.",
        "The USS Oregon sailed.",
        "Peace on the Korean Peninsula matters.",
    ],
)
def test_what_only_looks_like_a_country_is_none(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize("text", ["A plant opened in Savannah, Georgia.", "Storms hit Alabama, Florida and Georgia."])
def test_georgia_beside_its_towns_and_neighbours_is_the_us_state(text: str) -> None:
    assert [(name.code, name.form) for name in find_countries(text)] == [("US", "state")]


def test_congo_alone_is_the_larger_one_unless_brazzaville_is_the_subject() -> None:
    assert codes("Congo exports copper.") == ["CD"]
    assert codes("The Republic of the Congo thanked donors. Congo will host the talks.") == ["CG", "CG"]
