# ruff: noqa: RUF001 - releases are set with typographic marks
from __future__ import annotations

import pytest

from tests.extract.reading import entities, read, surfaces


def told(*paragraphs: str, issuer: str = "KZ") -> list[tuple[str, str, str]]:
    """Name, kind and status of the agreements of some paragraphs."""
    return [(row.name, row.kind, row.status) for row in read(*paragraphs, issuer=issuer).agreements]


@pytest.mark.parametrize(
    ("text", "name", "kind", "status"),
    [
        ("They signed a Memorandum of Understanding on tourism in Oslo.",
         "Memorandum of Understanding on tourism", "memorandum", "signed"),
        ("The Lima Declaration was adopted at the close of the day.", "Lima Declaration", "declaration", "adopted"),
        ("Negotiations on an Open Waters Agreement have begun.", "Open Waters Agreement", "agreement",
         "under_negotiation"),
        ("The ministers plan to sign a Protocol on border posts next year.", "Protocol on border posts", "protocol",
         "proposed"),
        ("The Fisheries Convention entered into force on 3 May 2019.", "Fisheries Convention", "convention",
         "in_force"),
        ("They spoke of the ratification of the Treaty on Inland Ports.", "Treaty on Inland Ports", "treaty",
         "under_ratification"),
        ("Both act under the Kyoto Protocol.", "Kyoto Protocol", "protocol", "mentioned"),
        ("They signed an agreement on air services between Peru and Ghana.",
         "agreement on air services between Peru and Ghana", "agreement", "signed"),
        ("The sides adopted a Joint Statement.", "Joint Statement", "joint_statement", "adopted"),
        ("They signed a Plan of Cooperation between the academies of Chile and Malta for 2025–2026.",
         "Plan of Cooperation between the academies of Chile and Malta for 2025–2026", "programme", "signed"),
        ("This is in line with UN Security Council Resolution 9999.", "UN Security Council Resolution 9999", "other",
         "mentioned"),
    ],
)  # fmt: skip
def test_an_instrument_has_its_name_kind_and_status(text: str, name: str, kind: str, status: str) -> None:
    assert told(text) == [(name, kind, status)]


@pytest.mark.parametrize(
    "text",
    [
        "The sides are in agreement.",
        "They noted the agreements reached by the leaders.",
        "The State Protocol Service met the guest.",
        "The Chief of Protocol greeted the delegation.",
        "This provides a clear roadmap for all.",
        "A charter flight took them home.",
        "They signed several contracts.",
        "It was a treaty.",
    ],
)
def test_words_for_a_kind_alone_name_no_instrument(text: str) -> None:
    assert told(text) == []


def test_one_instrument_is_one_row_however_often_it_is_named() -> None:
    found = told(
        "They signed a Customs Cooperation Agreement (CCA) on goods in transit.",
        "The Agreement will help trade. The CCA entered into force on 1 March 2024.",
    )
    assert found == [("Customs Cooperation Agreement (CCA) on goods in transit", "agreement", "in_force")]


def test_an_instrument_inside_the_name_of_another_is_one_of_its_own() -> None:
    found = told("Today they signed a protocol amending the Air Traffic Agreement.")
    assert [(kind, status) for _, kind, status in found] == [("protocol", "signed"), ("agreement", "mentioned")]


def test_a_list_of_documents_shares_the_verb() -> None:
    found = told(
        "The visit saw the signing of two documents: a memorandum of understanding on archives and a "
        "letter of intent on museums."
    )
    assert [(kind, status) for _, kind, status in found] == [("memorandum", "signed"), ("other", "signed")]


def test_the_parties_stand_in_the_name_or_beside_it() -> None:
    parties = [
        row.parties
        for text in (
            "They signed an Agreement on customs between Peru and Ghana.",
            "The Norwegian minister signed a Memorandum of Understanding on fish.",
            "They recalled the Charter of the United Nations.",
        )
        for row in read(text).agreements
    ]
    assert parties == [("PE", "GH"), ("KZ", "NO"), ()]


def test_the_date_is_that_of_the_status() -> None:
    (row,) = read("The Treaty of Bergen was signed by Norway and Chile on 22 January 2019.").agreements
    assert (row.date_edtf, row.date_basis) == ("2019-01-22", "stated")
    (news,) = read("They signed a Memorandum of Understanding on fish.").agreements
    assert (news.date_edtf, news.date_precision, news.date_basis) == ("2024-05", "month", "publication")


def test_an_instrument_is_mentioned_under_its_number() -> None:
    facts = read("They signed a Memorandum of Understanding on fish.")
    assert entities(facts, "agreement") == ["1"]
    assert surfaces(facts, "agreement") == ["Memorandum of Understanding on fish"]
