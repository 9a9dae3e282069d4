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
        ("A school in Hakone was opened.", [("Hakone", "JP")]),
        ("Hakone is a name that few know.", []),
        ("They went to the Mangystau Oblast.", [("Mangghystaū oblysy", "KZ")]),
        ("They went to Pays de la Loire.", [("Pays-de-la-Loire", "FR")]),
        ("Hakone and I welcome you.", []),
        ("They met near Elad.", [("El\u2018ad", "IL")]),
        ("A clinic in Cox\u2019s Bazar was opened.", [("Cox\u2019s B\u0101z\u0101r", "BD")]),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in Washington, D.C. today.", ["Washington, D.C."]),
        ("They met in Washington DC today.", ["Washington DC"]),
        ("They met in Washington, Dr Lee said.", ["Washington"]),
    ],
)
def test_the_district_belongs_to_the_name_of_the_capital(text: str, expected: list[str]) -> None:
    assert surfaces(read(text), "place") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GENEVA, 4 May", [("Geneva", "CH")]),
        ("SPEECH AT THE FORUM IN OSLO", [("Oslo", "NO")]),
        ("A vote in BATH and in OSLO followed.", []),
        ("The DALI left the port.", []),
    ],
)
def test_capitals_name_a_place_only_where_all_is_in_capitals(text: str, expected: list[tuple[str, str]]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They flew to Cape Town.", [("Cape Town", "ZA")]),
        ("Members Jane Smith (R-Texas) and John Brown (D-New York) came.", [("Texas", "US"), ("New York", "US")]),
        ("The Belfast/Good Friday Agreement was praised.", []),
        ("The West Bank was discussed.", [("West Bank", "PS")]),
        ("The old town and the west bank were flooded.", []),
        ("They flew to Odessa and Bethlehem.", [("Odesa", "UA"), ("Bethlehem", "PS")]),
        ("Canadian farmers met in Odessa, Texas.", [("Odessa", "US"), ("Texas", "US")]),
        ("They spoke with Greenland.", [("Greenland", "GL")]),
        ("They met in Scotland.", [("Scotland", "GB")]),
        ("The Scottish side replied.", []),
        ("The Strait of Malacca, the Sea of Azov and the Suez Canal were named.", []),
    ],
)
def test_a_name_means_the_place_that_diplomacy_knows(text: str, expected: list[tuple[str, str]]) -> None:
    assert places(text) == expected


def test_a_place_that_is_a_word_of_a_bodys_name_is_none_but_a_missions_seat_is_one() -> None:
    assert places("The Akron Metropolitan Transit Authority wrote.") == []
    assert places("The Kenyan Embassy in Oslo wrote.") == [("Oslo", "NO")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A question came from Fatima and from George.", []),
        ("They met in Charlotte.", [("Charlotte", "US")]),
        ("Lara spoke first.", []),
        ("Virginia voted first.", [("Virginia", "US")]),
        ("They went to Florence.", [("Florence", "IT")]),
        ("They went from New South Wales and Victoria.", [("New South Wales", "AU"), ("Victoria", "AU")]),
        ("They went from work and Lara slept.", []),
        ("The Marshall Islands and Batam Island Resort came.", []),
    ],
)
def test_a_given_name_is_a_place_only_where_a_place_must_stand(text: str, expected: list[tuple[str, str]]) -> None:
    assert places(text) == expected


def test_a_place_before_the_acronym_of_a_body_whose_meeting_it_hosts_is_a_place() -> None:
    assert [place.name for place in read("They spoke ahead of the Lima OAS summit.").places] == ["Lima"]
    assert read("They spoke ahead of the Lima OAS Fund.").places == ()


def test_a_region_is_named_with_its_noun_where_that_has_a_capital() -> None:
    facts = read("Guests came to the Turkistan Region and to the Mangystau region.")
    assert surfaces(facts, "place") == ["Turkistan Region", "Mangystau"]


def test_a_part_of_a_states_full_name_is_no_place() -> None:
    facts = read("The United Kingdom of Great Britain and Northern Ireland wrote.")
    assert surfaces(facts, "place") == []
    assert surfaces(read("They went to Scotland and Northern Ireland."), "place") == ["Scotland", "Northern Ireland"]


def test_a_state_behind_a_comma_makes_a_town_of_a_given_name() -> None:
    facts = read("She will travel to Boston, Massachusetts on Monday.", issuer="US")
    assert surfaces(facts, "place") == ["Boston", "Massachusetts"]
    assert surfaces(read("She will travel to Boston, a friend.", issuer="US"), "place") == []
