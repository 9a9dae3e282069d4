# ruff: noqa: RUF001 - releases are set with typographic marks
"""What real releases that nobody tuned on taught: each rule with an example and a counter-example."""

from __future__ import annotations

import pytest

from tests.extract.reading import entities, read, surfaces


def names(text: str, issuer: str = "KZ") -> list[str]:
    return [person.name for person in read(text, issuer=issuer).persons]


def countries(text: str, issuer: str = "KZ") -> dict[str, str | None]:
    return {person.name: person.country_code for person in read(text, issuer=issuer).persons}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister for Labour Dr Lim Say Peng spoke.", ["Lim Say Peng"]),
        ("Minister of Mines Joao Kalbari Lay and others came.", ["Joao Kalbari Lay"]),
        ("Mr Omar met Ms Vera Holt.", ["Omar", "Vera Holt"]),
        ("Crown Prince Omar bin Sultan bin Khalid Al Amri came.", ["Omar bin Sultan bin Khalid Al Amri"]),
        ("Prime Minister Dato’ Sri Hamid Tun Salleh replied.", ["Hamid Tun Salleh"]),
        ("Minister of Defence General (GEN) Wu Fenghua came.", ["Wu Fenghua"]),
        ("He spoke with Geoffrey van Laar on Monday.", ["Geoffrey van Laar"]),
        ("Defence Minister Kishi said so.", ["Kishi"]),
        ("Secretary Austin agreed.", ["Austin"]),
    ],
)
def test_names_that_hold_words_and_titles(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Clashes broke out in the Sheikh Jarrah quarter.",
        "The President's Executive Order helps small firms.",
        "The Director of the White House initiative on HBCUs spoke.",
        "Millions of Hong Kongers joined.",
        "The Chairman of the Vera Holt Fellowship came.",
    ],
)
def test_quarters_orders_and_namesakes_are_no_persons(text: str) -> None:
    assert names(text) == []


def test_a_body_behind_the_office_of_a_name_is_no_person() -> None:
    facts = read("- Ana Holt, President and Chief Executive Officer, Hamilton Kraus")
    assert [person.name for person in facts.persons] == ["Ana Holt"]


def test_an_office_that_opens_a_clause_is_not_the_name_before_it() -> None:
    facts = read("After the talks with Ana Holt, the Minister said that work goes on.")
    assert facts.positions == ()
    held = read("He met Ana Holt, the Minister of Trade, on Monday.")
    assert [row.title for row in held.positions] == ["Minister of Trade"]


def test_one_surname_of_two_ranks_stays_two_persons() -> None:
    facts = read("Vice President Keller opened it. Dr. Nadia Keller, Director of Health, spoke.", issuer="US")
    assert [person.name for person in facts.persons] == ["Keller", "Nadia Keller"]


@pytest.mark.parametrize(
    ("text", "issuer", "person", "expected"),
    [
        ("The Mayor of Porto Rui Almada was glad.", "KZ", "Rui Almada", "PT"),
        ("Lord Malik of Hartwell, Minister of State for Asia, wrote.", "KZ", "Lord Malik of Hartwell", "GB"),
        ("Myanmar leaders, including President Htun Naing, were held.", "SG", "Htun Naing", "MM"),
        ("She saw Republic of Korea (ROK) Vice Minister Choi Min-ho and Japan’s envoy.", "US", "Choi Min-ho", "KR"),
        ("On the way to Libreville, Gabon, she will meet Foreign Minister Michel Adamo.", "US", "Michel Adamo", "GA"),
        ("Senator Ana Holt and Senator Bo Kraus came.", "US", "Bo Kraus", "US"),
    ],
)
def test_whose_office_it_is(text: str, issuer: str, person: str, expected: str) -> None:
    assert countries(text, issuer)[person] == expected


def test_an_ambassador_to_the_issuer_is_not_the_issuers() -> None:
    assert countries("Ana Holt, Ambassador to Kazakhstan, spoke.") != {"Ana Holt": "KZ"}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("They met in Washington, D.C. Secretary Holt thanked him.", 2),
        ("Doors open at 9 a.m. Guests wait outside.", 2),
        ("Write to press@office.example.gov. Follow us there.", 2),
        ("The D.C. Circuit ruled.", 1),
        ("It opens at 9 a.m. EST in the hall.", 1),
    ],
)
def test_stops_within_abbreviations_and_addresses(text: str, count: int) -> None:
    assert len(read(text).sentences) == count


def test_both_countries_of_a_compound_are_named() -> None:
    assert entities(read("The China-Venezuela talks went on."), "country") == ["CN", "VE"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began in November 1878.", ["1878-11"]),
        ("The Belfast/Good Friday Agreement stands.", []),
        ("They met on Saturday.", ["2024-05-11"]),
    ],
)
def test_dates_of_old_years_and_names_with_weekdays(text: str, expected: list[str]) -> None:
    assert entities(read(text), "date") == expected


def test_the_second_of_two_like_names_is_the_state() -> None:
    facts = read("New York, New York", issuer="US")
    assert len(set(entities(facts, "place"))) == 2


@pytest.mark.parametrize("text", ["The Doha Round stalled.", "The Nevada Gold Mines opened.", "The UN met."])
def test_places_within_other_names_are_none(text: str) -> None:
    assert surfaces(read(text), "place") == []


def test_version_numbers_and_pronouns_are_not_counted() -> None:
    assert read("The gift holds Falcon 2.0 test kits, and nine new ones follow.").figures == ()
    assert [row.value for row in read("The gift holds 20 test kits.").figures] == [20]
