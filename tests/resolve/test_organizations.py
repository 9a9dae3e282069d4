from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.resolve.organizations import organization_id, resolve_organizations, telling_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Foreign Affairs", "MINISTRY FOR FOREIGN AFFAIRS"),
        ("the University of Łódź", "University of Łódź"),
        ("Chamber of Commerce and Industry", "Chamber of Commerce, Industry"),
    ],
)
def test_small_words_case_and_signs_do_not_make_another_body(one: str, other: str) -> None:
    assert organization_id(one, "KZ") == organization_id(other, "KZ")


def test_ministries_of_two_countries_and_of_none_are_three() -> None:
    assert len({organization_id("Ministry of Foreign Affairs", country) for country in ("KZ", "UZ", None)}) == 3


def test_an_acronym_alone_is_a_name_of_its_own() -> None:
    assert organization_id("OSCE", None) == organization_id("the OSCE", None)
    assert organization_id("OSCE", None) != organization_id(
        "Organization for Security and Co-operation in Europe", None
    )


def test_a_name_of_small_words_alone_keeps_them() -> None:
    assert telling_words("The And") == "and the"


def test_every_body_of_every_release_gets_an_id() -> None:
    rows = [("r1", 1, "Bank of Astana", "KZ"), ("r1", 2, "UN", None), ("r2", 1, "Astana Bank", "KZ")]
    found = {(release, number): body for release, number, body in resolve_organizations(rows)}
    assert found[("r1", 1)] == found[("r2", 1)] != found[("r1", 2)]
    assert all(len(body) == 16 for body in found.values())


@given(st.lists(st.text(min_size=1), min_size=1, max_size=4), st.randoms())
def test_an_id_does_not_depend_on_the_order_of_words(words: list[str], chance: object) -> None:
    shuffled = list(words)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert organization_id(" ".join(words), None) == organization_id(" ".join(shuffled), None)
