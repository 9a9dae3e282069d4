"""What each question of sql/questions returns on releases made by hand."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipelines.load.files import SQL_FOLDER, SqlFile, sql_files
from tests.load.hand_made import Archive

OURS, THEIRS = "Kazakhstan", "United Kingdom"
BOTH, MINISTERS = [OURS, THEIRS], ["Ann Rook", "Murat Nurtleu"]
SESSION, SIGNED = date(2022, 6, 10), "2022-06-10"
RIVER, OFFICE = "Kazakhstan-UK River Dialogue", "Minister of Foreign Affairs"
FIRST, THIRD, JOURNEY, LETTERS = (f"https://kz.example/{name}" for name in ("first", "third", "journey", "letters"))
CALL, FORUM, RELIEF = (f"https://gb.example/{name}" for name in ("call", "forum", "relief"))
FIRST_SUM, THIRD_SUM = (
    "Trade with Britain came to $2 billion in 2021.",
    ("Trade with Britain grew to $2.5 billion in 2023."),
)
VISITED = datetime(2025, 3, 1, 6, 0, tzinfo=UTC)
PAIRS = ((OURS, THEIRS), (THEIRS, OURS))

ANSWERS: dict[str, list[tuple[Any, ...]]] = {
    "agreements_in_ratification": [
        ("Lake Treaty", "agreement", BOTH, None, date(2024, 7, 2), date(2024, 7, 2), THIRD),
    ],
    "agreements_never_heard_of_again": [
        (
            "Grain Accord",
            "agreement",
            "under_negotiation",
            ["China", OURS],
            date(2023, 5, 5),
            "https://kz.example/grain",
        ),
    ],
    "agreements_signed": [
        (SIGNED, "River Charter", "agreement", "signed", ["Canal Trust", "Dam Board"], date(2022, 6, 11), FIRST),
    ],
    "aid_given": [
        (
            "2025-02-10",
            "held",
            THEIRS,
            ["Kenya", THEIRS],
            "Kenya",
            "Tents for Kenya",
            ["300 tents"],
            "Britain sent 300 tents to Kenya.",
            RELIEF,
        ),
    ],
    "ambassadors_who_began_their_work": [("2025-02-04", "Tom Reed", "Ambassador", THEIRS, OURS, LETTERS)],
    "anniversaries_due": [
        (date(2025, 6, 10), 3, False, "River Charter", BOTH, SESSION, FIRST),
        (date(2026, 1, 19), 34, False, "diplomatic relations", BOTH, date(1992, 1, 19), FIRST),
    ],
    "contacts_by_partner_and_month": [
        *[
            (one, other, month, *counts)
            for one, other in PAIRS
            for month, counts in (
                (date(2025, 2, 1), (1, 0, 0, 0, 0, 0, 1)),
                (date(2025, 1, 1), (3, 1, 1, 1, 0, 0, 0)),
                (date(2024, 7, 1), (1, 0, 0, 0, 1, 0, 0)),
            )
        ],
        (THEIRS, "Kenya", date(2025, 2, 1), 1, 0, 0, 0, 0, 0, 1),
    ],
    "engagements_told_by_one_side_only": [
        ("2025-02-04", "credentials", None, OURS, [THEIRS], "Astana", LETTERS),
        ("2025-01-19", "call", None, THEIRS, [OURS], None, CALL),
        ("2025-01-13", "meeting", None, OURS, [THEIRS], "London", JOURNEY),
        ("2025-01-12/2025-01-14", "visit", None, OURS, [THEIRS], "London", JOURNEY),
        ("2024-07-01", "dialogue", None, OURS, [THEIRS], "London", THIRD),
    ],
    "figures_claimed": [
        (2.5e9, "USD", "exact", None, OURS, date(2024, 7, 2), THIRD_SUM, THIRD),
        (2e9, "USD", "exact", None, OURS, date(2022, 6, 11), FIRST_SUM, FIRST),
    ],
    "figures_claimed_for_one_relation": [
        (OURS, "trade", 2021, 2e9, "USD", None, None, 1, FIRST_SUM, FIRST),
        (OURS, "trade", 2023, 2.5e9, "USD", 2021, 25.0, 1, THIRD_SUM, THIRD),
    ],
    "first_and_last_contact_of_each_pair": [
        *[(one, other, 6, SIGNED, "dialogue", FIRST, "2025-02-04", "credentials", LETTERS) for one, other in PAIRS],
        (THEIRS, "Kenya", 1, "2025-02-10", "aid", RELIEF, "2025-02-10", "aid", RELIEF),
    ],
    "gaps_in_coverage": [
        (
            "Kazakhstan Today",
            "page",
            0,
            0,
            0,
            date(2022, 6, 11),
            date(2025, 2, 5),
            262.5,
            24,
            None,
            False,
            424,
            date(2023, 5, 5),
            date(2024, 7, 2),
            VISITED,
        ),
        (
            "GOV.UK",
            "page",
            0,
            0,
            0,
            date(2024, 6, 1),
            date(2025, 2, 11),
            14.0,
            18,
            None,
            False,
            233,
            date(2024, 6, 1),
            date(2025, 1, 20),
            VISITED,
        ),
    ],
    "most_named_countries": [(OURS, THEIRS, 1, 1), (THEIRS, "Kenya", 1, 1)],
    "organizations_that_sign_together": [
        ("Canal Trust", "Dam Board", 1, "River Charter", "signed", SIGNED, FIRST),
    ],
    "places_named": [("London", THEIRS, 1, [OURS])],
    "positions_of_one_official": [
        ("Murat Nurtleu", OFFICE, "minister", None, OURS, date(2022, 6, 11), date(2025, 1, 20), 4, CALL),
    ],
    "releases_by_month": [
        ("GOV.UK", date(2024, 6, 1), 1, 9),
        ("GOV.UK", date(2025, 1, 1), 1, 10),
        ("GOV.UK", date(2025, 2, 1), 2, 22),
        ("Kazakhstan Today", date(2022, 6, 1), 1, 51),
        ("Kazakhstan Today", date(2023, 5, 1), 1, 9),
        ("Kazakhstan Today", date(2024, 7, 1), 1, 34),
        ("Kazakhstan Today", date(2025, 1, 1), 1, 26),
        ("Kazakhstan Today", date(2025, 2, 1), 1, 12),
    ],
    "sessions_of_each_dialogue": [
        (RIVER, 1, SIGNED, "Astana", MINISTERS, "held", False, FIRST),
        (RIVER, 2, None, None, None, None, True, None),
        (RIVER, 3, "2024-07-01", "London", MINISTERS, "held", False, THIRD),
    ],
    "sources_at_a_glance": [
        ("GOV.UK", THEIRS, 4, date(2024, 6, 1), date(2025, 2, 11), 0, 0, 0, "page", None, VISITED),
        ("Kazakhstan Today", OURS, 5, date(2022, 6, 11), date(2025, 2, 5), 0, 0, 0, "page", None, VISITED),
    ],
    "topics_by_partner": [
        (one, other, topic, count, day, report)
        for one, other in PAIRS
        for topic, count, day, report in (
            ("Trade", 2, date(2025, 1, 12), JOURNEY),
            ("Water", 2, date(2024, 7, 1), THIRD),
            ("Education", 1, date(2025, 1, 19), CALL),
        )
    ],
    "topics_that_rise_and_fall": [
        (OURS, "Trade", 2, 0, 66.7, 0.0, 66.7),
        (OURS, "Water", 1, 0, 33.3, 0.0, 33.3),
    ],
    "what_is_planned": [
        ("2025-05-20", "conference", "Steppe Forum", None, [OURS], None, "Astana", date(2025, 1, 15), JOURNEY),
    ],
    "where_conferences_were_held": [(THEIRS, "London", 1, "Water Forum", date(2025, 2, 2), FORUM)],
    "who_chairs_which_dialogue": [
        (RIVER, name, office, side, 2, [1, 3], SESSION, date(2024, 7, 1), THIRD)
        for name, office, side in (("Murat Nurtleu", OFFICE, OURS), ("Ann Rook", "Foreign Secretary", THEIRS))
    ],
    "who_holds_which_office": [
        (OURS, "President", "Akim Bolat", "head_of_state", None, 1, date(2025, 2, 5), date(2025, 2, 5)),
        (OURS, OFFICE, "Murat Nurtleu", "minister", None, 4, date(2022, 6, 11), date(2025, 1, 20)),
        (THEIRS, "Ambassador", "Tom Reed", "ambassador", None, 1, date(2025, 2, 5), date(2025, 2, 5)),
        (THEIRS, "Foreign Secretary", "Ann Rook", "minister", None, 4, date(2022, 6, 11), date(2025, 1, 20)),
        (THEIRS, "Spokesperson", "Ida Wren", "spokesperson", None, 1, date(2025, 2, 3), date(2025, 2, 3)),
    ],
    "who_is_quoted_most_and_on_what": [
        ("Ida Wren", THEIRS, 1, None, [THEIRS], date(2025, 2, 3), "The well is deep", FORUM),
        ("Murat Nurtleu", OURS, 1, ["Water"], [OURS], date(2022, 6, 11), "Rivers bind us", FIRST),
    ],
    "who_met_whom_and_where": [
        ("2025-02-04", "credentials", ["Akim Bolat", "Tom Reed"], "Astana", OURS, None, [LETTERS]),
        ("2025-01-19", "call", MINISTERS, None, None, None, [CALL]),
        ("2025-01-13", "meeting", MINISTERS, "London", THEIRS, None, [JOURNEY]),
        ("2024-07-01", "dialogue", MINISTERS, "London", THEIRS, RIVER, [THIRD]),
        (SIGNED, "dialogue", MINISTERS, "Astana", OURS, RIVER, [FIRST]),
    ],
    "who_speaks_for_a_ministry": [(THEIRS, "Ida Wren", "Spokesperson", True, 1, 1, date(2025, 2, 3), FORUM)],
    "who_travelled_where": [
        ("2025-01-12/2025-01-14", "Murat Nurtleu", OFFICE, OURS, THEIRS, "London", "held", JOURNEY),
    ],
}

OF_EDITS_AND_FAILURES: dict[str, list[tuple[Any, ...]]] = {
    "releases_reworded": [
        (
            datetime(2025, 3, 1, 7, 41, tzinfo=UTC),
            "Kazakhstan Today",
            "Talks in Astana",
            None,
            None,
            "More was said.",
            "Corrected the sum.",
            date(2025, 3, 1),
            "https://kz.example/1",
        ),
    ],
    "pages_not_read_and_why": [
        (
            "Kazakhstan Today",
            outcome,
            verdict,
            "as told",
            1,
            datetime(2025, 3, 1, 7, minute, tzinfo=UTC),
            f"https://kz.example/{number}",
        )
        for outcome, verdict, minute, number in (("quarantined", "page", 43, 3), ("gone", "gone", 42, 2))
    ],
}

ELSEWHERE = {"accounts_that_differ"}  # asked where one event is told twice: test_events_told_twice.py


def answer(archive: Archive, question: str) -> list[tuple[Any, ...]]:
    """What a question of `sql/questions` returns."""
    return archive.query((Path(SQL_FOLDER) / "questions" / f"{question}.sql").read_text())


def test_every_question_has_its_answer() -> None:
    assert {file.path.stem for file in sql_files("questions")} == {*ANSWERS, *OF_EDITS_AND_FAILURES, *ELSEWHERE}
    assert len(sql_files("questions")) >= 22


@pytest.mark.parametrize(("question", "rows"), ANSWERS.items())
def test_the_question_is_answered(told_years: Archive, question: str, rows: list[tuple[Any, ...]]) -> None:
    assert answer(told_years, question) == rows


@pytest.mark.parametrize(("question", "rows"), OF_EDITS_AND_FAILURES.items())
def test_the_question_of_what_changed_or_failed_is_answered(
    built: Archive, question: str, rows: list[tuple[Any, ...]]
) -> None:
    assert answer(built, question) == rows


@pytest.mark.parametrize("file", sql_files("questions"), ids=lambda file: str(file.path.stem))
def test_an_answer_has_names_and_no_ids(told_years: Archive, file: SqlFile) -> None:
    with duckdb.connect(os.fspath(told_years.home / "communique.duckdb"), read_only=True) as connection:
        columns = [column[0] for column in connection.execute(file.text).description or ()]
    assert [column for column in columns if column.endswith(("_id", "_code"))] == []
