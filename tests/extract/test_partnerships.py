from __future__ import annotations

import pytest

from tests.extract.reading import read


def told(*paragraphs: str, issuer: str = "KZ", title: str = "A release") -> list[tuple[str, str, str]]:
    """Name, kind and status of the agreements of some paragraphs."""
    return [(row.name, row.kind, row.status) for row in read(*paragraphs, issuer=issuer, title=title).agreements]


@pytest.mark.parametrize(
    ("text", "name", "status"),
    [
        (
            "They praised the Peru-Ghana Partnership for Clean Rivers.",
            "Peru-Ghana Partnership for Clean Rivers",
            "mentioned",
        ),
        ("They act under the Partnership to End Floods.", "Partnership to End Floods", "mentioned"),
        ("They praised the Peru-Ghana Reed Partnership.", "Peru-Ghana Reed Partnership", "mentioned"),
        ("They made progress on the Partnership for Clean Rivers.", "Partnership for Clean Rivers", "mentioned"),
        ("They signed the Peru-Ghana Comprehensive Partnership.", "Peru-Ghana Comprehensive Partnership", "signed"),
        ("They launched the Peru-Ghana Reed Programme.", "Peru-Ghana Reed Programme", "adopted"),
        ("They launched the Peru-Ghana Reed Initiative.", "Peru-Ghana Reed Initiative", "adopted"),
    ],
)
def test_a_partnership_with_a_purpose_or_told_to_be_concluded_is_an_instrument(
    text: str, name: str, status: str
) -> None:
    assert told(text) == [(name, "programme", status)]


@pytest.mark.parametrize(
    "text",
    [
        "They praised the Peru-Ghana Comprehensive Strategic Partnership.",
        "They praised the Peru-ASEAN Comprehensive Strategic Partnership.",
        "They met under the Partnership for the Prime Ministers.",
        "They spoke of a Partnership for Clean Rivers.",
        "They spoke at the Peru-Ghana Reed Partnership meeting.",
        "They praised the National Partnership for Clean Rivers.",
        "They praised the Global Partnership for Clean Rivers.",
        "They praised the Peru-Ghana Reed Programme.",
        "They launched the Peru Reed Programme.",
        "They launched the Peru-Ghana Reed Programme Board.",
        "They launched the programme of Peru and Ghana.",
    ],
)
def test_a_mere_tie_a_body_or_a_programme_of_one_state_is_none(text: str) -> None:
    assert told(text) == []


def test_a_strategy_that_names_a_group_is_none() -> None:
    assert told("They praised the Peru-Ghana Reed Strategy and Tide Group.") == []
    assert told("They praised the Peru-Ghana Reed Strategy and Ghana.") != []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They exchanged an Annex to the Reed Credit Agreement.", ["Annex to the Reed Credit Agreement"]),
        ("They praised the Annex on reeds.", []),
        ("They reviewed the joint tide agenda adopted in Lima.", ["joint tide agenda"]),
        ("They reviewed the tide agenda adopted in Lima.", []),
        ("They reviewed the joint tide agenda.", []),
    ],
)
def test_an_annex_leads_to_its_instrument_and_an_agenda_is_joint_and_adopted(text: str, found: list[str]) -> None:
    assert [name for name, _, _ in told(text) if "Credit" not in name or name.startswith("Annex")] == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They signed a memorandum in the field of river transport.", "memorandum in the field of river transport"),
        ("They praised the Tide Control Board (TCB)-Peru Reed Treaty.", "Tide Control Board (TCB)-Peru Reed Treaty"),
        (
            "They agreed to develop a roadmap with clear steps for the coming year.",
            "roadmap with clear steps for the coming year",
        ),
        ("Peru would like to have a returns agreement of a new kind.", "returns agreement"),
        ("They support the 3 June Peruvian nationwide ceasefire agreement.", "ceasefire agreement"),
    ],
)
def test_the_field_the_parties_and_the_term_belong_to_a_name_and_its_praise_does_not(text: str, name: str) -> None:
    assert [found for found, _, _ in told(text)] == [name]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Both welcomed the conclusion of the Reed Agreement.", "signed"),
        ("Both welcomed the conclusion of negotiations on the Reed Agreement.", "under_negotiation"),
        ("Ghana joined the Reed Declaration.", "adopted"),
        ("Ghana will join the Reed Declaration.", "mentioned"),
        ("They praised the Reed Agreement made between Peru and Ghana.", "signed"),
        ("They agreed to conclude a Reed Agreement.", "proposed"),
        ("They look forward to the entry into force of the Reed Agreement.", "signed"),
        ("They spoke of progress towards the 2030 Agenda.", "mentioned"),
        ("They spoke of progress towards a Reed Agreement.", "under_negotiation"),
    ],
)
def test_more_words_that_tell_the_status(text: str, status: str) -> None:
    assert [row[2] for row in told(text)] == [status]


def test_the_lines_of_an_annex_share_the_status_of_the_plural_that_announces_them() -> None:
    body = ("MOUs and agreements in the areas of tides, reeds and fish will be signed on the visit.", "It is warm.",
            "MOU on Reeds", "Tide Cooperation Roadmap", "The Fish Treaty is old.")  # fmt: skip
    assert [status for _, _, status in told(*body)] == ["proposed", "proposed", "mentioned"]


@pytest.mark.parametrize(
    ("body", "title", "parties"),
    [
        ("They hope to sign a peace agreement.", "The minister speaks with Peru and Ghana", ("PE", "GH")),
        ("Peru and Ghana signed the peace treaty.", "A release", ("PE", "GH")),
        ("They hope to sign a fisheries agreement. Peru likes Peru.", "The minister speaks with Chile", ("KZ", "PE")),
        ("Peru helped to update our Tide Agreement.", "A release", ("KZ", "PE")),
        ("Ghana joined the Reed Declaration on Chile.", "A release", ("GH",)),
        ("Peru signed the Artemis Accords. It is the third to sign the Accords, joining Ghana and Chile.", "A release",
         ("GH", "CL")),
        ("They agreed to sign a fish agreement.", "Kazakhstan-Peru-Ghana Joint Statement", ("KZ", "PE", "GH")),
    ],
)  # fmt: skip
def test_parties_of_a_peace_of_ours_of_the_joined_and_of_a_joint_statement(
    body: str, title: str, parties: tuple[str, ...]
) -> None:
    assert read(body, title=title).agreements[-1].parties == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Peru, Ghana, Chile and Norway signed a memorandum on reeds.", ("PE", "GH", "CL", "NO")),
        ("Peru, Ghana and Chile spoke of a memorandum on reeds.", ()),
        ("Peru praised the Reed Cooperation Agreement with Kazakhstan.", ("PE", "KZ")),
        ("Peru and Kazakhstan praised the Reed Cooperation Agreement.", ("PE", "KZ")),
        ("Peru and Kazakhstan praised the Reed Agreement.", ()),
        ("Ghana and Chile praised the Reed Cooperation Agreement.", ()),
    ],
)
def test_those_that_sign_in_a_row_and_the_two_of_a_cooperation_are_parties(text: str, parties: tuple[str, ...]) -> None:
    (row,) = read(text).agreements
    assert row.parties == parties


def test_what_opens_a_paragraph_is_told_of_the_other_side_of_the_one_before() -> None:
    many = "The minister met guests from Chile, from Norway and from Malta, Chile and Norway among them."
    (row,) = read(many, "He met the minister of Ghana.", "An Agreement on reeds was signed here too.").agreements
    assert row.parties == ("KZ", "GH")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They spoke of the 2019 Memorandum.", []),
        ("They praised the National Action Plan on reeds.", []),
        ("They spoke of the National Tide Memorandum.", []),
        ("We support Peru's 2016 peace accord.", [("peace accord", "agreement", "mentioned")]),
        ("They praised Peru's agreement to go.", []),
        ("They praised the 2019 Memorandum of Understanding.",
         [("2019 Memorandum of Understanding", "memorandum", "mentioned")]),
        ("Their views accord with the goals of Peru.", []),
        ("Peru announced a plan for an agreement between Ghana and Chile.", []),
        ("They signed the Peru-Ghana Reed Agreement in 2020.", [("Peru-Ghana Reed Agreement", "agreement", "signed")]),
        ("They praised the Reed Plan of Action that was launched in May and the Fish Treaty that was signed.",
         [("Reed Plan of Action", "programme", "in_force"), ("Fish Treaty", "treaty", "signed")]),
    ],
)  # fmt: skip
def test_names_and_statuses_reach_no_further_than_they_belong(text: str, found: list[tuple[str, str, str]]) -> None:
    assert told(text) == found
