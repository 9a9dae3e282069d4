"""Who is who and what is what do not depend on the order in which releases came."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.load.hand_made import Archive, Look, body

NAMES = {"a": "Asqar Dzhumabaev", "b": "Askar Jumabayev", "c": "Asqar Jumabaev", "d": "Oleg Jumabayev"}


@pytest.fixture
def named(tmp_path: Path) -> Callable[[], Archive]:
    """Archives of four parts, each a release that names somebody."""
    homes = iter(range(100))

    def make() -> Archive:
        archive = Archive(tmp_path / str(next(homes)))
        for minute, (part, name) in enumerate(NAMES.items(), start=1):
            look = Look(
                f"https://kz.example/{part}", minute, body(name), document={"published_on": date(2025, 3, minute)}
            )
            archive.add(part, [look])
        return archive

    return make


def persons(archive: Archive) -> list[tuple[object, ...]]:
    return archive.query("select name, release_count from person order by name")


def test_a_form_that_comes_later_takes_the_earlier_release_with_it(named: Callable[[], Archive]) -> None:
    archive = named()
    archive.build("kz_today/a")
    (old,) = archive.query("select person_id from person")
    archive.build("kz_today/a", "kz_today/b")
    (new,) = archive.query("select person_id from person")
    assert old != new
    assert archive.query("select kind, old_id, new_id from redirect where kind = 'person'") == [("person", *old, *new)]
    assert archive.query("select distinct person_id from position_report") == [new]
    assert archive.query("select distinct entity_id from mention where kind = 'person'") == [new]


@pytest.mark.prove
@pytest.mark.parametrize("order", ["dcba", "abcd", "bdac"])
def test_any_order_of_builds_gives_the_same_rows(named: Callable[[], Archive], order: str) -> None:
    whole = named()
    whole.build()
    archive = named()
    for count in range(1, len(order) + 1):
        archive.build(*(f"kz_today/{part}" for part in order[:count]))
    assert persons(archive) == persons(whole)
    assert archive.hashes() == whole.hashes()


def test_a_release_that_vanishes_gives_the_others_their_ids_back(named: Callable[[], Archive]) -> None:
    without = named()
    without.build("kz_today/a", "kz_today/c", "kz_today/d")
    archive = named()
    archive.build()
    archive.build("kz_today/a", "kz_today/c", "kz_today/d")
    assert archive.hashes() == without.hashes()
