"""Names of a body are one body's whatever their order, their country's words and their acronyms."""

from __future__ import annotations

import pytest

from pipelines.resolve.organizations import Organizations, organization_id


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Ministry of Foreign Affairs", "Foreign Ministry", "KZ"),
        ("Ministry of Foreign Affairs of the Republic of Kazakhstan", "Kazakh Foreign Ministry", "KZ"),
        ("Ministry of Trade and Integration", "MINISTRY OF INTEGRATION AND TRADE", "KZ"),
        ("State Department", "Department of State", "US"),
        ("Foreign and Commonwealth Office", "FCDO", "GB"),
        ("OSCE", "Organization for Security and Co-operation in Europe", None),
        ("Turkic Council", "OTS", None),
    ],
)
def test_names_of_one_body_are_one(one: str, other: str, country: str | None) -> None:
    assert organization_id(one, country) == organization_id(other, country)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Ministry of Foreign Affairs", "KZ"), ("Ministry of Foreign Affairs", "UZ")),
        (("Ministry of Foreign Affairs", "KZ"), ("Ministry of Foreign Affairs", None)),
        (("Ministry of Trade", "KZ"), ("Ministry of Transport", "KZ")),
        (("Embassy of Kazakhstan in Peru", "KZ"), ("Embassy of Kazakhstan in Chile", "KZ")),
        (("Kazakh Tea", "KZ"), ("Tea", "KZ")),
    ],
)
def test_names_of_two_bodies_are_two(one: tuple[str, str | None], other: tuple[str, str | None]) -> None:
    assert organization_id(*one) != organization_id(*other)


def test_an_analysts_correction_goes_before_all_rules() -> None:
    organizations = Organizations({("The Old Mill", "GB"): ("Mill Company", "GB")})
    rows = organizations([("r1", 1, "The Old Mill", "GB"), ("r2", 1, "Mill Company", "GB")])
    assert rows[0][2] == rows[1][2]
