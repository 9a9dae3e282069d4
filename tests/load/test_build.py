from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipelines.build import RESOLVERS
from pipelines.load.builder import open_builder
from pipelines.load.errors import BuildFailedError
from pipelines.model import ChangeNote
from tests.load.hand_made import OTHER, SOURCE, Archive, Look, at, body, small_archive

if TYPE_CHECKING:
    from pathlib import Path

FIRST = "https://kz.example/1"
PARTS = ("kz_today/a", "kz_today/b", "kz_today/c", "gov_uk/x", "gov_uk/y")


def test_parts_in_another_order_give_the_same_rows(archive: Archive, built: Archive) -> None:
    order = ("gov_uk/y", "kz_today/c", "kz_today/b", "gov_uk/x", "kz_today/a")
    archive.build(*order[:3])
    archive.build(*order)
    assert archive.hashes() == built.hashes()


def test_a_full_build_gives_the_same_rows_as_deltas_and_as_another_full_build(archive: Archive, built: Archive) -> None:
    for count in (2, 4, 5):
        archive.build(*PARTS[:count])
    by_deltas = archive.hashes()
    assert archive.build(full=True).mode == "full"
    assert archive.hashes() == by_deltas == built.hashes()
    rows = archive.query("select mode, part_count, row_counts['main.release'] from ops.build order by started_at")
    assert rows == [("full", 2, 2), ("delta", 2, 3), ("delta", 1, 4), ("full", 5, 4)]


def test_a_build_without_changes_touches_nothing(archive: Archive) -> None:
    archive.build()
    before = archive.hashes()
    applied = archive.build()
    assert (applied.mode, applied.part_count, applied.release_count) == ("delta", 0, 0)
    assert archive.hashes() == before


def test_an_archive_without_parts_gives_empty_tables(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.build()
    assert archive.query("select count(*) from release") == [(0,)]
    assert archive.query("select count(*) from country") == [(250,)]
    assert archive.query("from search('anything')") == []


def test_a_part_that_vanished_takes_its_rows_with_it(tmp_path: Path, archive: Archive) -> None:
    archive.build()
    left = [name for name in PARTS if name != "kz_today/b"]
    archive.build(*left)
    other = small_archive(tmp_path / "other")
    other.build(*left, full=True)
    assert archive.hashes() == other.hashes()
    assert archive.query("select status from release where url = 'https://kz.example/2'") == [("live",)]


def test_a_part_read_by_another_version_is_read_again(archive: Archive) -> None:
    archive.build()
    archive.version = "2"
    other = Look("https://kz.example/2", 2, outcome="skipped")
    archive.add("a", [Look(FIRST, 1, body("Murat Nurtleu"), title="Read better"), other])
    applied = archive.build()
    assert applied.part_count == 1
    by_delta = archive.hashes()
    archive.build(full=True)
    assert archive.hashes() == by_delta
    assert archive.query("select title from edition where edition_no = 1 order by fetched_at limit 1") == [
        ("Read better",)
    ]
    assert archive.query("select count(*) from release where url = 'https://kz.example/2'") == [(0,)]


def test_a_changed_definition_makes_the_build_full(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.build("kz_today/a")
    with open_builder(archive.home) as build:
        assert build.mode == "delta"
    monkeypatch.setattr("pipelines.load.builder.definition_sha256", lambda _version: "another")
    with open_builder(archive.home) as build:
        assert build.mode == "full"


def test_a_new_wording_makes_an_edition_and_the_same_words_do_not(archive: Archive) -> None:
    again = Look(FIRST, 301, body("Murat Nurtleu", " More was said."))
    back = Look(FIRST, 401, body("Murat Nurtleu"))
    archive.add("d", [again])
    archive.add("e", [back])
    archive.build()
    rows = archive.query(
        "select edition.edition_no, fetched_at, edition.body like '%More%' from edition"
        " join release using (release_id) where url = 'https://kz.example/1' order by all"
    )
    assert rows == [(1, at(1), False), (2, at(101), True), (3, at(401), False)]
    release = "select edition_no, first_fetched_at, last_changed_at from release"
    assert archive.query(f"{release} where url = '{FIRST}'") == [(3, at(1), at(401))]


def test_an_edition_bears_the_newest_note_that_came_with_it(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    notes = tuple(ChangeNote(at(minute), f"noted at {minute}") for minute in (-5, 50, 60))
    for minute, count in ((1, 1), (101, 3), (201, 3)):
        look = Look(FIRST, minute, body("Murat Nurtleu", f" {minute}"), document={"change_notes": notes[:count]})
        archive.add(f"part-{minute}", [look])
    archive.build()
    rows = archive.query("select edition_no, change_note from edition order by all")
    assert rows == [(1, "noted at -5"), (2, "noted at 60"), (3, None)]


def test_a_release_is_gone_while_the_newest_look_at_it_says_so(archive: Archive) -> None:
    status = "select status from release where url = 'https://kz.example/2'"
    archive.build("kz_today/a")
    assert archive.query(status) == [("live",)]
    archive.add("d", [Look("https://kz.example/2", 500, outcome="failed", verdict="unreachable")])
    archive.build()
    assert archive.query(status) == [("gone",)]
    archive.add("e", [Look("https://kz.example/2", 600, body("Roman Vassilenko"))])
    archive.build()
    assert archive.query(status) == [("live",)]


def test_a_translation_finds_its_original_when_that_arrives_later(archive: Archive) -> None:
    links = "select translation_of is not null from release where external_id = 'ru-1'"
    archive.build("gov_uk/x")
    assert archive.query(links) == [(False,)]
    archive.build("gov_uk/x", "gov_uk/y")
    assert archive.query(links) == [(True,)]
    archive.build("gov_uk/x")
    assert archive.query(links) == [(False,)]


def test_people_of_one_name_and_country_are_one_person_across_sources(built: Archive) -> None:
    rows = built.query("select name, country_code, release_count, first_seen_on::text from person order by name")
    assert rows == [
        ("David Lammy", "KZ", 2, "2025-03-01"),
        ("Murat Nurtleu", "KZ", 1, "2025-03-01"),
        ("Roman Vassilenko", "KZ", 1, "2025-03-01"),
    ]
    assert built.query("select name, release_count from person_alias where name like '%Lammy' order by all") == [
        ("David Lammy", 2),
        ("Lammy", 2),
    ]
    assert built.query("select title, rank, release_count from position order by all") == [
        ("Foreign Minister", "minister", 1),
        ("Foreign Minister", "minister", 1),
        ("Foreign Minister", "minister", 2),
    ]


def test_mentions_name_rows_of_their_tables(built: Archive) -> None:
    rows = built.query(
        "select mention.kind, coalesce(person.name, place.name, figure.subject, country.name) from mention"
        " left join person on person_id = entity_id left join place on place_id = entity_id"
        " left join figure on figure_id = entity_id left join country on country.country_code = entity_id"
        " where mention.release_id = (select release_id from release where url = 'https://kz.example/1') order by all"
    )
    assert rows == [
        ("country", "Kazakhstan"),
        ("figure", "trade"),
        ("person", "Murat Nurtleu"),
        ("place", "Astana"),
    ]


def test_visits_count_what_they_did_and_what_they_left(built: Archive) -> None:
    rows = built.query(
        "select visit_id, verdict, reason, entry_count, new_entry_count, fetched_count, gone_count, backlog_count"
        " from ops.visit where source_id = 'kz_today' order by started_at"
    )
    assert rows == [
        ("kz_today-a", "page", None, 2, 2, 2, 0, 0),
        ("kz_today-b", "page", None, 3, 2, 3, 1, 1),
        ("kz_today-c", None, "interrupted", 1, 0, 1, 0, 1),
    ]


def test_quarantine_holds_what_could_not_be_read_until_it_can(archive: Archive) -> None:
    archive.build()
    assert archive.query("select url, outcome, reason from ops.quarantine") == [
        ("https://kz.example/3", "quarantined", "as told")
    ]
    archive.add("d", [Look("https://kz.example/3", 700, body("Roman Vassilenko"))])
    archive.build()
    assert archive.query("from ops.quarantine") == []


def test_a_damaged_reading_stops_the_build_and_is_named(archive: Archive) -> None:
    archive.parts["kz_today/b"].reading_path.write_bytes(b"not parquet")
    with (
        pytest.raises(BuildFailedError, match=r"left as it was.*b\.parquet.*in .*page\.sql"),
        open_builder(archive.home) as build,
    ):
        build.apply(archive.parts.values(), [SOURCE, OTHER], RESOLVERS)
    assert not list(archive.home.glob(".building*"))
    assert not (archive.home / "communique.duckdb").exists()
