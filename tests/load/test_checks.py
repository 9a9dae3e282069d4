from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import duckdb
import pytest

from pipelines.load.checks import check_files, run_check, run_checks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.load.hand_made import Archive

BREAKS = {
    "agreements_and_ties_lie_in_the_past": "update main.agreement set date_on = date '2031-01-01'",
    "countries_are_known": "update main.place set country_code = 'QQ'",
    "dates_agree_with_their_precision": "update main.event set date_edtf = '2024-06' where date_edtf = '2024-04-24'",
    "editions_are_counted": "delete from main.edition where edition_no = 2",
    "everything_is_reported": "delete from main.agreement_report",
    "evidence_is_literal": "update main.mention set char_start = char_start + 1, char_end = char_end + 1",
    "facts_belong_to_releases": "update main.figure set release_id = 'nowhere'",
    "facts_rest_on_sentences": "update main.figure set sentence_no = 99",
    "held_events_lie_in_the_past": """
        insert into main.event by name select 'e' as event_id, 'held' as status, date '2031-01-01' as start_on;
        insert into main.event_report by name select 'e' as event_id, release_id from main.release limit 1""",
    "keys_are_unique": "insert into main.sentence from main.sentence limit 1",
    "lists_repeat_nothing": "insert into main.event_side from main.event_side limit 1",
    "names_lead_somewhere": "delete from main.person where name = 'Murat Nurtleu'",
    "no_row_hangs_loose": "insert into main.redirect values ('event', 'old', 'nowhere')",
    "parts_lead_somewhere": "delete from main.mechanism",
    "publication_days_are_sane": "update main.release set published_on = date '2052-01-01'",
    "quarantine_is_bounded": "update ops.page set outcome = 'quarantined'",
    "releases_are_long_enough": "update main.release set word_count = 19",
    "releases_have_words": "update main.release set title = ' '",
    "selectors_fit_their_pages": "update ops.page set outcome = 'fallback'",
    "sessions_are_held_once": """
        insert into main.event by name
        select * replace ('later' as event_id, start_on + 61 as start_on) from main.event where session_no = 8""",
    "sides_and_participants_agree": "update main.event_person set side = 'FR' where side = 'GB'",
    "sources_have_releases": "delete from main.release where source_id = 'gov_uk'",
    "sources_keep_their_rhythm": """
        update main.source set expected_gap_days = 3;
        update main.release set published_on = date '2020-01-01'""",
    "visits_end_well": "update ops.visit set verdict = 'empty'",
    "volumes_are_steady": """
        insert into ops.build by name
        select 'later' as build_id, map(['main.sentence'], [40]) as row_counts, date '2098-01-01' as started_at
        union all select 'last', map(['main.sentence'], [35]), date '2099-01-01'""",
}

MORE_BREAKS = [
    ("agreements_and_ties_lie_in_the_past", "update main.diplomatic_tie set established_on = date '1799-12-31'"),
    ("facts_belong_to_releases", "update main.event_topic set release_id = 'nowhere'"),
    ("facts_belong_to_releases", "update main.event_organization set release_id = 'nowhere'"),
    ("facts_rest_on_sentences", "update main.event_topic set sentence_no = 99"),
    ("facts_rest_on_sentences", "update main.event_organization set sentence_no = 99"),
    ("no_row_hangs_loose", "update main.person_alias set person_id = 'nobody'"),
    ("no_row_hangs_loose", "update main.person_report set person_id = 'nobody'"),
    ("no_row_hangs_loose", "update main.position set person_id = 'nobody'"),
    ("no_row_hangs_loose", "update main.position set organization_id = 'nothing'"),
    ("no_row_hangs_loose", "update main.event_person set event_id = 'never'"),
    ("no_row_hangs_loose", "update main.event_side set event_id = 'never'"),
    ("no_row_hangs_loose", "insert into main.release_copy values ('nowhere', 'nowhere', 1.0)"),
    ("no_row_hangs_loose", "update ops.page set release_id = null"),
    ("countries_are_known", "update main.diplomatic_tie set partner_code = 'QQ'"),
    ("countries_are_known", "update main.organization set country_code = 'QQ'"),
    ("dates_agree_with_their_precision", "update main.agreement set date_basis = null"),
    ("dates_agree_with_their_precision", "update main.event set date_precision = 'month'"),
    ("everything_is_reported", "update main.event set event_id = event_id || 'x'"),
    ("everything_is_reported", "update main.event_report set mechanism_id = null"),
    ("everything_is_reported", "delete from main.organization_report"),
    ("evidence_is_literal", "update main.quotation set text = 'We never said so'"),
    ("evidence_is_literal", "update main.agreement_report set name = 'Another name'"),
    ("facts_belong_to_releases", "update main.organization_report set release_id = 'nowhere'"),
    ("facts_rest_on_sentences", "update main.event_report set sentence_no = 99"),
    ("facts_rest_on_sentences", "update main.agreement_report set sentence_no = 99"),
    ("facts_rest_on_sentences", "update main.quotation set sentence_no = 99"),
    ("facts_rest_on_sentences", "update main.release_topic set sentence_no = 99"),
    ("facts_rest_on_sentences", "update main.diplomatic_tie set sentence_no = 99"),
    ("held_events_lie_in_the_past", "update main.event set end_on = start_on - 1"),
    ("held_events_lie_in_the_past", "update main.event set start_on = date '1899-12-31'"),
    ("keys_are_unique", "insert into main.event from main.event limit 1"),
    ("keys_are_unique", "insert into main.agreement_report from main.agreement_report limit 1"),
    ("lists_repeat_nothing", "insert into main.agreement_party from main.agreement_party limit 1"),
    ("lists_repeat_nothing", "insert into main.diplomatic_tie from main.diplomatic_tie limit 1"),
    ("lists_repeat_nothing", "insert into main.event_person from main.event_person limit 1"),
    ("lists_repeat_nothing", "insert into main.release_topic from main.release_topic limit 1"),
    ("names_lead_somewhere", "delete from main.organization"),
    ("names_lead_somewhere", "delete from main.agreement"),
    ("parts_lead_somewhere", "delete from main.place where name = 'London'"),
    ("parts_lead_somewhere", "delete from main.event where kind = 'dialogue'"),
    ("parts_lead_somewhere", "update main.event_topic set topic_id = 'astrology'"),
    ("parts_lead_somewhere", "delete from main.organization where name = 'Samruk Energy'"),
]


@pytest.fixture
def opened(eventful: Archive, tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A copy of the built warehouse that a test may break."""
    copy = tmp_path / "copy.duckdb"
    shutil.copyfile(eventful.home / "communique.duckdb", copy)
    with duckdb.connect(str(copy)) as connection:
        yield connection


def test_every_check_has_something_that_it_finds() -> None:
    assert {file.path.stem for file in check_files()} == set(BREAKS)


@pytest.mark.parametrize("file", check_files(), ids=lambda file: str(file.path.stem))
def test_the_check_finds_what_it_is_for(opened: duckdb.DuckDBPyConnection, file) -> None:  # noqa: ANN001
    before = run_check(opened, file)
    opened.execute(BREAKS[file.path.stem])
    after = run_check(opened, file)
    assert after.row_count > before.row_count
    assert len(after.rows) == min(after.row_count, 5)
    assert len(after.columns) == len(after.rows[0])


@pytest.mark.parametrize(("name", "sql"), MORE_BREAKS)
def test_the_check_finds_that_too(opened: duckdb.DuckDBPyConnection, name: str, sql: str) -> None:
    (file,) = [file for file in check_files() if file.path.stem == name]
    before = run_check(opened, file)
    opened.execute(sql)
    assert run_check(opened, file).row_count > before.row_count


@pytest.mark.parametrize(("after", "row_count"), [(36, 0), (35, 1), (0, 1)])
def test_a_tenth_of_the_rows_may_go(opened: duckdb.DuckDBPyConnection, after: int, row_count: int) -> None:
    (file,) = [file for file in check_files() if file.path.stem == "volumes_are_steady"]
    for day, count in (("2098-01-01", 40), ("2099-01-01", after)):
        opened.execute(
            "insert into ops.build by name select $day as build_id, map(['main.sentence'], [$count]) as row_counts,"
            " $day::date as started_at",
            {"day": day, "count": count},
        )
    assert run_check(opened, file).row_count == row_count


def test_the_hand_made_archive_has_no_errors(opened: duckdb.DuckDBPyConnection) -> None:
    failed = [result.name for result in run_checks(opened) if result.severity == "error" and not result.passed]
    assert failed == []


def test_a_check_must_say_how_severe_it_is(opened: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    file = tmp_path / "vague.sql"
    file.write_text("-- Something holds.\nselect 1;\n")
    with pytest.raises(ValueError, match=r"vague\.sql must say `-- severity: error`"):
        run_check(opened, type(check_files()[0])(file))
