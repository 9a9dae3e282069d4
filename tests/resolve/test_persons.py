"""Forms of a name are brought together by spelling, country and office, whatever their order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.resolve.persons import NamedPerson, PersonForm, Persons, identify

KZ = "KZ"


def are_one(*rows: tuple[str, str | None, str]) -> bool:
    """Whether names with their countries and an office each are one person's."""
    named: list[NamedPerson] = [
        (f"r{number}", 1, name, code, [office] if office else []) for number, (name, code, office) in enumerate(rows)
    ]
    return len({link[2] for link in Persons().resolve(named, [], [])[0]}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Askar Dzhumabaev", "Asqar Jumabayev"),
        ("Vasily Petroff", "Vasiliy Petrov"),
        ("Mukhtar Tolegen", "Muhtar Tolegen"),
        ("Jörg Müllen", "Joerg Muellen"),
        ("Abdul Rahman Al Motlak", "Abdulrahman Al-Motlak"),
        ("John Q. Harrow", "John Harrow"),
        ("Сергей Ильин", "Sergey Ilyin"),
        ("Uladzimir Kavalik", "Vladimir Kovalik"),
        ("Khaled Zouali", "Khalid Zwali"),
    ],
)
def test_spellings_of_one_name_are_one_person(one: str, other: str) -> None:
    assert are_one((one, KZ, "Minister of Trade"), (other, KZ, "Minister of Trade"))


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Oleg Petrov", "Olga Petrova", "RU"),
        ("Aleksandr Melin", "Aleksandra Melina", "RU"),
        ("Kim Song Il", "Kim Song Ul", "KP"),
        ("Li Wei", "Li Wen", "CN"),
        ("Adam Harrow", "Brian Harrow", "GB"),
        ("John D. Harrow", "John R. Harrow", "GB"),
    ],
)
def test_names_that_differ_in_what_tells_are_two_people(one: str, other: str, country: str) -> None:
    assert not are_one((one, country, "Minister of Trade"), (other, country, "Ambassador to Peru"))


def test_the_letters_of_a_country_are_read_as_it_romanises_them() -> None:
    assert are_one(("Elçin Qaraxan", "AZ", "Minister of Trade"), ("Elchin Garakhan", "AZ", "Minister of Trade"))
    assert not are_one(("Elçin Qaraxan", "TR", "Minister of Trade"), ("Elchin Garakhan", "TR", "Trade Minister"))


def test_namesakes_of_two_countries_are_two_people() -> None:
    assert not are_one(("Ann Harrow", "GB", "Minister of Trade"), ("Ann Harrow", "US", "Minister of Trade"))


def test_a_name_without_a_country_is_known_by_its_office() -> None:
    assert are_one(("Ann Harrow", "GB", "Minister of Trade"), ("Ann Harrow", None, "Trade Minister"))
    assert not are_one(("Ann Harrow", "GB", "Minister of Trade"), ("Ann Harrow", None, "Chief Executive"))


def test_a_surname_alone_is_known_by_its_office_and_else_stays_alone() -> None:
    assert are_one(("Ann Harrow", "GB", "Minister of Trade"), ("Harrow", "GB", "Minister of Trade"))
    assert not are_one(("Ann Harrow", "GB", "Minister of Trade"), ("Harrow", "GB", ""))
    assert not are_one(("Ann Harrow", "GB", "Minister of Trade"), ("A. Harrow", "GB", "Ambassador to Peru"))


def test_a_deputy_is_not_taken_for_the_minister() -> None:
    assert not are_one(("Ann Harrow", "GB", "Minister of Trade"), ("Harrow", "GB", "Deputy Minister of Trade"))


def test_the_surname_stands_first_in_some_countries() -> None:
    assert are_one(("Park Jae-hyun", "KR", "Ambassador to Peru"), ("Pak Jaehyun", "KR", "Ambassador to Peru"))


def test_a_form_that_contradicts_one_of_a_group_stays_outside() -> None:
    both = [("John Harrow", "GB", "Minister of Trade"), ("John D. Harrow", "GB", "Minister of Trade")]
    named: list[NamedPerson] = [
        (name, 1, name, code, [office]) for name, code, office in (*both, ("John R. Harrow", "GB", "Judge"))
    ]
    ids = {release: found for release, _, found, _, _ in Persons().resolve(named, [], [])[0]}
    assert ids["John Harrow"] == ids["John D. Harrow"] != ids["John R. Harrow"]


def test_known_forms_that_are_of_another_person_now_are_told() -> None:
    full = PersonForm("Ann Harrow", "GB")
    longer = PersonForm("Ann Mary Harrow", "GB")
    known = [(longer.own_id, longer.own_id, longer.name, "GB", [])]
    links, moved = Persons().resolve([("r1", 1, full.name, "GB", [])], known, [])
    assert (links[0][2], moved) == (full.own_id, {longer.own_id})
    known = [(longer.own_id, full.own_id, longer.name, "GB", [])]
    assert Persons().resolve([("r1", 1, full.name, "GB", [])], known, [])[1] == set()


def test_an_analysts_correction_goes_before_all_rules() -> None:
    persons = Persons({("Ann Stone", "GB"): ("Ann Harrow", "GB")})
    links, _ = persons.resolve([("r1", 1, "Ann Stone", "GB", []), ("r2", 1, "Ann Harrow", "GB", [])], [], [])
    assert links[0][2] == links[1][2]


FORMS = st.lists(
    st.builds(
        PersonForm,
        st.sampled_from(["Ann Harrow", "A. Harrow", "Harrow", "Ann Mary Harrow", "Anne Harrow", "Amy Harrow"]),
        st.sampled_from(["GB", "US", None]),
        st.frozensets(st.sampled_from(["Minister of Trade", "Ambassador to Peru"]), max_size=1),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda form: form.key,
)


@given(FORMS, st.randoms())
def test_the_order_of_the_forms_changes_nothing(forms: list[PersonForm], chance: object) -> None:
    shuffled = list(forms)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert identify(forms) == identify(shuffled)


def test_a_short_name_with_one_office_written_in_two_ways_is_one_form() -> None:
    named: list[NamedPerson] = [
        ("r1", 1, "Harrow", "GB", ["Secretary-General"]),
        ("r2", 1, "Harrow", "GB", ["Secretary General"]),
    ]
    links, _ = Persons().resolve(named, [], [])
    assert links[0][2] == links[1][2]
