from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.resolve.persons import folded_name, person_id, resolve_persons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergey Lavrov", "LAVROV, Sergey"),
        ("Ignacio Ibáñez", "Ignacio Ibanez"),
        ("Kassym-Jomart Tokayev", "Tokayev Kassym-Jomart"),
    ],
)
def test_order_case_and_accents_do_not_make_another_person(one: str, other: str) -> None:
    assert person_id(one, "KZ") == person_id(other, "KZ")


def test_namesakes_of_two_countries_are_two_people() -> None:
    assert person_id("David Lammy", "GB") != person_id("David Lammy", "US")
    assert person_id("David Lammy", "GB") != person_id("David Lammy", None)


def test_a_person_of_another_script_has_a_name_too() -> None:
    assert folded_name("Сергей ЛАВРОВ") == "лавров сергеи"
    assert folded_name("王毅") == "王毅"


def test_every_person_of_every_release_gets_an_id() -> None:
    rows = [("r1", 1, "David Lammy", "GB"), ("r1", 2, "Murat Nurtleu", "KZ"), ("r2", 1, "Lammy David", "GB")]
    found = {(release, number): person for release, number, person in resolve_persons(rows)}
    assert found[("r1", 1)] == found[("r2", 1)] != found[("r1", 2)]
    assert all(len(person) == 16 for person in found.values())


@given(st.lists(st.text(min_size=1), min_size=1, max_size=4), st.randoms())
def test_an_id_does_not_depend_on_the_order_of_words(words: list[str], chance: object) -> None:
    shuffled = list(words)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert person_id(" ".join(words), "KZ") == person_id(" ".join(shuffled), "KZ")
