"""The tables that analysts, BI tools and the scorer read by name: columns may be added, none may go."""

from __future__ import annotations

import pytest

from pipelines.load.dictionary import declared_warehouse
from pipelines.load.files import TABLE_SCHEMAS, sql_files

CONTRACT = """
source: source_id name country_code language homepage listing_format terms verified_on
release: release_id source_id url external_id title summary body language document_type published_on published_at
    issuer_country status edition_no page_sha256 first_fetched_at last_changed_at word_count translation_of
edition: release_id edition_no fetched_at title body text_sha256 change_note
sentence: release_id sentence_no paragraph_no char_start char_end text
mention: release_id sentence_no char_start char_end kind surface entity_id rule
country: country_code alpha3 name official_name region subregion
place: place_id name country_code latitude longitude population
person: person_id name country_code first_seen_on last_seen_on release_count
person_alias: person_id name release_count
organization: organization_id name acronym kind country_code release_count
organization_alias: organization_id name release_count
position: person_id title rank organization_id country_code first_seen_on last_seen_on release_count
position_report: release_id sentence_no person_id title organization_id country_code rule
mechanism: mechanism_id name kind since_year countries
topic: topic_id label eurovoc_uri plover_context
redirect: kind old_id new_id
event: event_id kind plover_type plover_mode status start_on end_on date_precision date_edtf date_basis place_id
    country_code mechanism_id session_no title report_count source_count
event_report: event_id release_id sentence_no is_main rule start_on date_edtf place_id status
event_person: event_id person_id role title side
event_side: event_id side
event_organization: event_id organization_id role
event_topic: event_id topic_id
agreement: agreement_id name kind status date_on date_precision date_edtf date_basis event_id
agreement_party: agreement_id party organization_id
agreement_report: agreement_id release_id sentence_no status rule
figure: figure_id release_id sentence_no kind value value_high unit qualifier subject country_code period_edtf rule
quotation: quotation_id release_id sentence_no person_id text
release_topic: release_id topic_id sentence_no
diplomatic_tie: country_code partner_code established_on release_id sentence_no rule
mart.meetings: participants sides place mechanism reports
mart.who_met_whom: person other_person
mart.bilateral_activity: country_code partner_code month_on kind
mart.travel: person from_country_code to_country_code start_on end_on
mart.dialogue_sessions: mechanism session_no is_missing
mart.agreement_register: name parties status
mart.cited_figures: value unit sentence url
mart.office_holders: person title first_seen_on last_seen_on
mart.topic_trends: topic issuer_country release_count month_on
mart.two_sided: sides reported_by is_two_sided is_disputed
mart.edits: release_id edition_no removed added change_note
mart.source_coverage: source_id release_count backlog_count last_published_on last_visit_at
ops.visit: visit_id source_id verdict reason backlog_count started_at
ops.page: url fetched_at http_status verdict page_sha256 byte_count part
ops.quarantine: url reason
ops.loaded_part: part parser_version extractor_version
ops.alert: alert_id kind subject state what_happened where_to_look what_to_do began_at told_at
ops.build: build_id started_at seconds row_counts
"""


def _contract() -> dict[str, set[str]]:
    lines = CONTRACT.replace("\n    ", " ").strip().splitlines()
    return {line.partition(":")[0]: set(line.partition(":")[2].split()) for line in lines}


@pytest.fixture(scope="module")
def columns() -> dict[str, dict[str, str]]:
    """The comment of each column of the declared warehouse, by table."""
    found: dict[str, dict[str, str]] = {}
    with declared_warehouse() as connection:
        rows = connection.execute(
            "select schema_name, table_name, column_name, comment from duckdb_columns() where not internal"
        ).fetchall()
    for schema, table, column, comment in rows:
        found.setdefault(table if schema == "main" else f"{schema}.{table}", {})[column] = comment
    return found


@pytest.mark.parametrize(("table", "promised"), _contract().items())
def test_the_table_has_its_promised_columns(columns: dict[str, dict[str, str]], table: str, promised: set[str]) -> None:
    assert promised <= columns[table].keys()


def test_every_column_says_what_it_means(columns: dict[str, dict[str, str]]) -> None:
    silent = [f"{table}.{column}" for table, named in columns.items() for column, text in named.items() if not text]
    assert silent == []


def test_every_table_says_what_a_row_is_in_the_words_of_its_file() -> None:
    with declared_warehouse() as connection:
        said = dict(
            connection.execute(
                "select schema_name || '.' || table_name, comment from duckdb_tables() union all"
                " select schema_name || '.' || view_name, comment from duckdb_views() where not internal"
            ).fetchall()
        )
    files = {file.name: file.sentence for file in sql_files(*TABLE_SCHEMAS) if file.name in said}
    assert said == files
    assert all(sentence.startswith("One row for each ") for sentence in files.values())


def test_nothing_is_named_in_camel_case_or_capitals(columns: dict[str, dict[str, str]]) -> None:
    assert all(name == name.lower() for named in columns.values() for name in named)
