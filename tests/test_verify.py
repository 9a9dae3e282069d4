"""A flipped byte in the archive and a changed row in the published file are found, and said where."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from pipelines.cli import main
from pipelines.fetch.rehash import rehash
from pipelines.home import known_sources
from pipelines.load.errors import NotPublishedError, PublishedFileError
from pipelines.verify import Verified, verify
from tests.road import build_all, collect_sample


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the sample, built."""
    home = tmp_path_factory.mktemp("published")
    collect_sample(home)
    build_all(home)
    return home


@pytest.fixture
def home(published: Path, tmp_path: Path) -> Path:
    """A copy of it to damage."""
    shutil.copytree(published, tmp_path / "home", symlinks=True)
    return tmp_path / "home"


def look(home: Path) -> Verified:
    return verify(home, known_sources())


def call(home: Path) -> Result:
    return CliRunner().invoke(main, ["verify"], env={"COMMUNIQUE_HOME": str(home)})


def change(home: Path, sql: str) -> None:
    with duckdb.connect(str(home / "communique.duckdb")) as connection:
        connection.execute(sql)


def files(home: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}


def parts(home: Path) -> list[Path]:
    return sorted((home / "archive").glob("*/*.parquet"))


def test_an_honest_home_is_found_so_and_left_as_it_was(home: Path) -> None:
    before = files(home)
    result = call(home)
    assert result.exit_code == 0, result.output
    assert "every page is what was fetched, and every table what the archive gives" in result.output
    assert files(home) == before


def test_a_byte_flipped_in_a_page_is_found_and_so_is_what_follows_from_it(home: Path) -> None:
    part = parts(home)[0]
    table = pq.read_table(part)
    rows = table.to_pylist()
    row = next(row for row in rows if row["role"] == "page" and b"</h1>" in row["body"])
    place = row["body"].index(b"</h1>") - 1
    row["body"] = row["body"][:place] + bytes([row["body"][place] ^ 1]) + row["body"][place + 1 :]
    pq.write_table(pa.Table.from_pylist(rows, schema=table.schema), part)
    result = call(home)
    assert result.exit_code == 1
    assert f"archive/{part.parent.name}/{part.name}: {row['url']} as fetched at" in result.output
    assert f"and had {row['sha256']} when it was fetched" in result.output
    assert "main.release differs, in title: the published file has 1 rows" in result.output


def test_a_byte_flipped_on_the_disk_is_found_wherever_it_changes_a_page(home: Path) -> None:
    part = max(parts(home), key=lambda path: path.stat().st_size)
    whole, bodies = part.read_bytes(), read_bodies(part)
    columns = pq.read_metadata(part).row_group(0)
    (body,) = (
        column
        for column in map(columns.column, range(columns.num_columns))
        if column.path_in_schema == "body" and column.has_dictionary_page
    )
    found = 0
    for at in range(body.dictionary_page_offset, body.data_page_offset, 97):
        part.write_bytes(whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :])
        damaged = [page.damage for page in rehash(part) if page.damage]
        assert damaged or read_bodies(part) == bodies
        found += bool(damaged)
    assert found > 40


def read_bodies(part: Path) -> list[bytes | None]:
    return pq.read_table(part, columns=["body"])["body"].to_pylist()


def test_a_part_that_cannot_be_read_is_named_and_so_is_that_nothing_follows_from_it(home: Path) -> None:
    part = parts(home)[0]
    part.write_bytes(part.read_bytes()[:-20])
    first, last = look(home).findings
    assert f"{part.name}: the part itself cannot be read" in first
    assert "the tables cannot be made again from the archive" in last
    assert "communique-verify-" not in last


CHANGES = {
    "update main.person set name = 'Nobody Known' where person_id = (select min(person_id) from main.person)": (
        "main.person differs, in name: the published file has 1 rows of its own, the first with person_id '"
    ),
    "delete from main.country where country_code = 'KZ'": "has no row of its own; the archive gives 1 rows",
    "insert into main.topic from main.topic limit 1": "main.topic differs, in topic_id, label",
    "alter table main.quotation add column mood text": "main.quotation has the columns quotation_id",
    "create table main.extra as select 1 as one": "main.extra is in the published file only",
    "drop view mart.travel": "mart.travel is in the definition of the tables under sql/ only",
}


def test_each_change_of_the_published_file_is_found_and_said_where(home: Path) -> None:
    for sql in CHANGES:
        change(home, sql)
    findings = look(home).findings
    assert [told for told in CHANGES.values() if not any(told in finding for finding in findings)] == []


def test_a_part_not_built_yet_and_one_that_is_gone_are_told_apart(home: Path) -> None:
    part = parts(home)[-1]
    part.rename(part.with_name("20260101T000000.000000Z.parquet"))
    findings = look(home).findings
    assert any("20260101T000000.000000Z.parquet is not in the published file yet: run" in one for one in findings)
    assert any(f"{part.name} is gone, and the published file was made from it" in one for one in findings)


def test_without_a_published_file_or_with_a_damaged_one_it_says_what_to_do(home: Path, tmp_path: Path) -> None:
    with pytest.raises(NotPublishedError, match="`communique build` makes it"):
        look(tmp_path / "nowhere")
    (home / "communique.duckdb").write_bytes(b"no database")
    with pytest.raises(PublishedFileError, match="move it away"):
        look(home)
