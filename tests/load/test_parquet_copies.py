from __future__ import annotations

import json
import shutil
import threading
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest
from frictionless import Package

from pipelines.load import datapackage
from pipelines.load.copies import write_copies
from pipelines.load.errors import CopiesFailedError
from tests.load.hand_made import Archive, Look, body


@pytest.fixture
def home(eventful: Archive, tmp_path: Path) -> Path:
    """A home with a published file and its copies."""
    shutil.copyfile(eventful.home / "communique.duckdb", tmp_path / "communique.duckdb")
    write_copies(tmp_path)
    return tmp_path


def package(home: Path) -> dict[str, Any]:
    return json.loads((home / "parquet" / "datapackage.json").read_text())  # type: ignore[no-any-return]


def test_every_table_and_mart_is_copied_row_for_row(home: Path) -> None:
    names = {path.relative_to(home / "parquet").with_suffix("") for path in (home / "parquet").rglob("*.parquet")}
    with duckdb.connect(str(home / "communique.duckdb"), read_only=True) as connection:
        known = connection.execute(
            "select schema_name, table_name from duckdb_tables() where schema_name in ('main', 'mart') union all"
            " select schema_name, view_name from duckdb_views() where not internal and schema_name in ('main', 'mart')"
        ).fetchall()
        assert names == {Path(*name) for name in known}
        for schema, table in known:
            copy = f"'{home}/parquet/{schema}/{table}.parquet'"
            for one, other in ((f"{schema}.{table}", copy), (copy, f"{schema}.{table}")):
                assert connection.sql(f"from {one} except all from {other}").fetchall() == [], table
            assert connection.sql(f"from {copy}").types == connection.sql(f"from {schema}.{table}").types


def test_the_data_package_holds_before_its_own_standard(home: Path) -> None:
    descriptor = package(home)
    assert list(Package.metadata_validate(descriptor)) == []
    fields = descriptor["resources"][0]["schema"]["fields"]
    fields.append(fields[0])
    assert list(Package.metadata_validate(descriptor)), "the judge sees a name that is there twice"


def test_the_data_package_tells_columns_types_sources_and_the_time_of_the_build(home: Path, eventful: Archive) -> None:
    descriptor = package(home)
    for resource in descriptor["resources"]:
        path = home / "parquet" / resource["path"]
        assert [field["name"] for field in resource["schema"]["fields"]] == pq.read_schema(path).names
        assert all(field["description"] for field in resource["schema"]["fields"]), resource["name"]
        assert resource["bytes"] == path.stat().st_size
    release = next(resource for resource in descriptor["resources"] if resource["name"] == "main.release")
    types = {field["name"]: field["type"] for field in release["schema"]["fields"]}
    assert (types["published_on"], types["published_at"], types["word_count"]) == ("date", "datetime", "integer")
    assert descriptor["sources"][0] == {
        "title": "GOV.UK",
        "path": "https://uk.example/",
        "source_id": "gov_uk",
        "terms": "OGL 3.0",
    }
    latest = "select build_id, strftime(max(started_at), '%Y-%m-%dT%H:%M:%SZ') from ops.build group by all"
    assert eventful.query(latest) == [(descriptor["id"], descriptor["created"])]


def test_a_type_that_the_data_package_has_no_word_for_is_named(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.delitem(datapackage._TYPES, "date")  # noqa: SLF001 - as though DuckDB had a new one
    with pytest.raises(KeyError, match="date"):
        write_copies(home)


def test_a_table_whose_rows_are_as_they_were_is_linked_and_not_written_again(archive: Archive) -> None:
    archive.build("kz_today/a")
    before = inodes(write_copies(archive.home))
    archive.build()
    after = inodes(write_copies(archive.home))
    assert after["main/country"] == before["main/country"]
    assert after["main/release"] != before["main/release"]
    archive.build()
    assert inodes(write_copies(archive.home)) == after


def test_a_damaged_copy_is_written_anew(archive: Archive) -> None:
    archive.build()
    path = write_copies(archive.home) / "main" / "release.parquet"
    path.write_bytes(b"half")
    archive.build()
    write_copies(archive.home)
    assert pq.read_table(path).num_rows == 4


def test_the_copies_before_last_and_what_a_killed_build_left_are_swept_up(archive: Archive) -> None:
    for _ in range(3):
        archive.build()
        (archive.home / ".parquet" / "unfinished" / "main").mkdir(parents=True, exist_ok=True)
        (archive.home / ".parquet" / "parquet.link").symlink_to("nowhere")
        write_copies(archive.home)
    builds = archive.query("select build_id from ops.build order by started_at desc limit 2")
    assert {path.name for path in (archive.home / ".parquet").iterdir()} == {build_id for (build_id,) in builds}


def test_a_home_that_was_copied_with_a_folder_in_place_of_the_link_gets_its_link_back(
    archive: Archive, tmp_path: Path
) -> None:
    archive.build()
    write_copies(archive.home)
    shutil.copytree(archive.home, tmp_path / "copied")
    copies = tmp_path / "copied" / "parquet"
    assert not copies.is_symlink()
    assert write_copies(tmp_path / "copied") == copies
    assert copies.is_symlink()


def test_a_folder_that_holds_something_else_is_left_alone(archive: Archive) -> None:
    archive.build()
    (archive.home / "parquet").mkdir()
    (archive.home / "parquet" / "mine.txt").write_text("not yours")
    with pytest.raises(CopiesFailedError, match="Is a directory"):
        write_copies(archive.home)
    assert (archive.home / "parquet" / "mine.txt").read_text() == "not yours"


def test_copies_that_cannot_be_made_leave_the_old_ones_and_say_so(archive: Archive) -> None:
    archive.build("kz_today/a")
    copies = write_copies(archive.home)
    link, before = copies.readlink(), package(archive.home)
    archive.build()
    (archive.home / ".parquet" / "unfinished").write_text("in the way")
    with pytest.raises(CopiesFailedError, match=r"published, but .*parquet was left as it was.*mend what it names"):
        write_copies(archive.home)
    assert (copies.readlink(), package(archive.home)) == (link, before)


@pytest.mark.prove
def test_readers_of_the_copies_never_see_half_of_them(archive: Archive) -> None:
    archive.build("kz_today/a")
    write_copies(archive.home)
    failures: list[str] = []
    looks = 0
    stop = threading.Event()

    def read() -> None:
        nonlocal looks
        while not stop.is_set():
            try:
                resources = package(archive.home)["resources"]
                for resource in resources[::6]:
                    pq.read_table(archive.home / "parquet" / resource["path"])
                looks += 1
            except Exception as error:  # noqa: BLE001 - whatever a reader may meet
                failures.append(repr(error))

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(5):
        archive.add(f"n{number}", [Look(f"https://kz.example/n{number}", 500 + number, body("Murat Nurtleu"))])
        archive.build()
        write_copies(archive.home)
    stop.set()
    reader.join()
    assert failures == []
    assert looks > 1


def inodes(copies: Path) -> dict[str, int]:
    """Which files of the tables these are."""
    return {f"main/{path.stem}": path.stat().st_ino for path in (copies / "main").iterdir()}
