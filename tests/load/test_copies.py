"""A release that a site takes over from another is linked to it, and not counted twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipelines.load.builder import open_builder
from pipelines.load.given import SourceRow
from tests.load.hand_made import Archive, Look, body

OWN = SourceRow("kz_mfa", "The ministry", "KZ", "en", "https://mfa.example/", "json")
TAKER = SourceRow("kz_today", "A newspaper", "KZ", "en", "https://kz.example/", "html", republishes="kz_mfa")
TEXT = body("Murat Nurtleu")
RETOLD = TEXT.replace("They spoke of", "The two of them spoke of")
OTHER = body("Roman Vassilenko").replace("They spoke of water and culture", "Nobody spoke of anything but the rain")


def build(archive: Archive, *names: str, full: bool = False) -> None:
    parts = [archive.parts[name] for name in names] if names else list(archive.parts.values())
    with open_builder(archive.home, full=full) as builder:
        builder.apply(parts, [OWN, TAKER], archive.resolvers)
        builder.publish()


def look(name: str, text: str, minute: int, day: int = 1) -> Look:
    return Look(f"https://{name}", minute, text, document={"published_on": date(2025, 3, day)})


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive(tmp_path)
    archive.add("a", [look("mfa.example/1", TEXT, 1)], source_id="kz_mfa")
    archive.add(
        "b",
        [look("kz.example/1", RETOLD, 2, day=2), look("kz.example/2", OTHER, 3), look("kz.example/3", TEXT, 4, day=9)],
    )
    return archive


def copies(archive: Archive) -> list[tuple[object, ...]]:
    return archive.query(
        "select copy.url, original.url from release_copy"
        " inner join release as copy using (release_id)"
        " inner join release as original on original.release_id = original_id order by all"
    )


def test_a_text_taken_over_within_days_is_linked_and_others_are_not(archive: Archive) -> None:
    build(archive)
    assert copies(archive) == [("https://kz.example/1", "https://mfa.example/1")]
    urls = [url for (url,) in archive.query("select distinct url from mart.cited_figures order by url")]
    assert urls == ["https://kz.example/2", "https://kz.example/3", "https://mfa.example/1"]


def test_the_link_does_not_depend_on_which_came_first(archive: Archive) -> None:
    build(archive)
    whole = archive.hashes()
    (archive.home / "communique.duckdb").unlink()
    build(archive, "kz_today/b")
    assert copies(archive) == []
    build(archive)
    assert archive.hashes() == whole


def test_a_second_candidate_does_not_link_a_copy_twice(archive: Archive) -> None:
    build(archive)
    archive.add("c", [look("mfa.example/2", OTHER, 9, day=3)], source_id="kz_mfa")
    build(archive)
    assert copies(archive) == [
        ("https://kz.example/1", "https://mfa.example/1"),
        ("https://kz.example/2", "https://mfa.example/2"),
    ]


def test_a_link_goes_with_its_original(archive: Archive) -> None:
    build(archive)
    build(archive, "kz_today/b")
    assert copies(archive) == []
