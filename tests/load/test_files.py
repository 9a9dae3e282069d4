from __future__ import annotations

import re

import duckdb
import pytest

from pipelines.load.files import TABLE_SCHEMAS, SqlFile, lineage, ordered_files, sql_files
from tests.load.hand_made import Archive

ALL = sql_files("incoming", *TABLE_SCHEMAS, "checks", "questions")


def name_of(file: SqlFile) -> str:
    return file.name


def test_lineage_says_what_a_table_is_made_of() -> None:
    found = lineage()
    assert {"main.edition", "main.tokens", "ops.page"} == found["main.release"]
    assert {"main.person_report", "main.release"} == found["main.person"]
    assert found["ops.page"] == set()


@pytest.mark.parametrize("schemas", [("incoming",), TABLE_SCHEMAS])
def test_every_file_comes_after_those_that_it_reads(schemas: tuple[str, ...]) -> None:
    order = [file.name for file in ordered_files(*schemas)]
    assert len(order) == len(sql_files(*schemas))
    for name, needed in lineage(*schemas).items():
        assert all(order.index(name) > order.index(other) for other in needed)


@pytest.mark.parametrize("file", ALL, ids=name_of)
def test_the_file_begins_with_its_sentence(file: SqlFile) -> None:
    assert re.match(r"-- .+[.?]\n", file.text)
    assert file.text.endswith(";\n") or file.text.endswith("; -- noqa: PRS\n")


@pytest.mark.parametrize("file", ALL, ids=name_of)
def test_the_file_names_tables_with_their_schema(file: SqlFile) -> None:
    code = re.sub(r"'(?:[^']|'')*'|--[^\n]*|is (?:not )?distinct from", " ", file.text)
    local = set(re.findall(r"(\w+) as \(\n", code))
    read = set(re.findall(r"\b(?:from|join)\s+(\w+)\b(?![.(\w])", code))
    assert read <= local


@pytest.mark.parametrize("file", sql_files("checks", "questions", "mart"), ids=name_of)
def test_duckdb_runs_the_file(built: Archive, file: SqlFile) -> None:
    sql = f"from {file.name}" if file.schema == "mart" else file.text
    with duckdb.connect(str(built.home / "communique.duckdb"), read_only=True) as connection:
        assert connection.execute(sql).description


@pytest.mark.parametrize("file", sql_files("questions"), ids=name_of)
def test_a_question_ends_with_a_question_mark(file: SqlFile) -> None:
    assert file.sentence.endswith("?")
