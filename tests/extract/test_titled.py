# ruff: noqa: RUF001 - releases are set with typographic marks
from __future__ import annotations

import pytest

from tests.extract.reading import read, surfaces

OPENING = "The following joint statement was released by the Governments of Kazakhstan, Peru and Ghana after talks."


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Joint Statement on Reeds", "joint_statement"),
        ("Kazakhstan-Peru-Ghana Reed Dialogue Joint Statement", "joint_statement"),
        ("Reeds for All: Joint Statement of Kazakhstan, Peru and Ghana", "joint_statement"),
        ("G7 Tide Ministers’ Statement on Reeds", "joint_statement"),
        ("G7 Statement on Reeds", "joint_statement"),
        ("Statement by the Quad on Reeds", "joint_statement"),
        ("Joint Communiqué on the Reed Dialogue", "joint_statement"),
        ("Joint Press Statement by Kazakhstan, Peru and Ghana", "joint_statement"),
        ("Joint Declaration on Reeds", "declaration"),
    ],
)
def test_a_title_names_the_statement_that_the_release_is(title: str, kind: str) -> None:
    (row,) = read(OPENING, title=title).agreements
    assert (row.name, row.kind, row.status, row.parties) == (title, kind, "adopted", ("KZ", "PE", "GH"))


@pytest.mark.parametrize(
    "title",
    [
        "Statement by the Minister on Reeds",
        "Press Call on the Joint Statement on Reeds",
        "Joint Press Statement on Reeds",
        "Joint Statement by the Department of Tides and the Department of Reeds",
        "Launch of the Joint Declaration on Reeds",
    ],
)
def test_a_title_of_another_kind_names_none(title: str) -> None:
    assert read("The sides spoke of reeds.", title=title).agreements == ()


def test_the_day_at_the_end_of_a_title_is_no_part_of_the_name() -> None:
    (row,) = read(OPENING, title="Joint Statement on Reeds, 4 May 2024, Lima").agreements
    assert row.name == "Joint Statement on Reeds"


def test_a_title_stands_outside_the_body() -> None:
    facts = read("The sides spoke of reeds.", "Peru and Kazakhstan issued a joint statement.", title="Joint Statement")
    (row,) = facts.agreements
    assert (row.sentence_no, row.char_start, row.char_end) == (2, None, None)
    assert surfaces(facts, "agreement") == []


@pytest.mark.parametrize(
    ("title", "body", "parties"),
    [
        (
            "Joint Statement on Chile",
            "We, the Ministers of Peru, Ghana, and Kazakhstan, spoke of Chile.",
            ("PE", "GH", "KZ"),
        ),
        ("Kazakhstan-Peru Joint Statement", "Chile is a friend of Ghana and of Kazakhstan.", ("KZ", "PE")),
        ("Joint Statement from the European Union and Kazakhstan", "They spoke of reeds.", ("EU", "KZ")),
        (
            "Joint Statement on Reeds",
            "We, the leaders of Kazakhstan and the European Commission, spoke of reeds.",
            ("KZ", "EU"),
        ),
        ("Joint Statement on Reeds", "Officials of Kazakhstan and Ghana met at noon.", ("KZ", "GH")),
        ("Joint Statement on Reeds", "The guest from Ghana praised Ghana.", ("KZ", "GH")),
    ],
)
def test_those_that_issue_a_statement_are_its_parties(title: str, body: str, parties: tuple[str, ...]) -> None:
    (row,) = read(body, title=title).agreements
    assert row.parties == parties


def test_another_statement_in_the_body_is_one_of_its_own() -> None:
    rows = read(OPENING, "They recalled the joint statement on fish.", title="Joint Statement on Reeds").agreements
    assert [row.name for row in rows] == ["Joint Statement on Reeds", "joint statement on fish"]


def test_a_joint_statement_is_not_dated_by_history() -> None:
    facts = read(
        "Recalling the talks in Oslo on January 9, 2024, the sides agreed on more trade.",
        title="Joint Statement of Kazakhstan and Norway on Trade",
    )
    assert [one.date_edtf for one in facts.agreements] == ["2024-05"]


def test_what_was_adopted_is_not_dated_ahead() -> None:
    facts = read("Norway adopted the Oslo Declaration on Ports ahead of the Conference of 6 December 2024.")
    assert [(one.status, one.date_on) for one in facts.agreements] == [("adopted", None)]
