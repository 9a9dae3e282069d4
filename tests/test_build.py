"""From the archive come the tables, the same whichever way the builds went."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from pipelines.build import BuildError, build
from pipelines.home import known_sources, sample_sources
from pipelines.load import checks
from pipelines.load.errors import ChecksFailedError
from tests.road import ask, build_all, collect_sample, hashes

STAGES = [date(2025, 2, 12), date(2025, 2, 20), date(2025, 3, 10), date(2025, 11, 27), date(2026, 10, 31)]

_YEARS = timedelta(days=3650)  # the sample's releases are old, so that looks for edits are years apart


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that has seen the sample site grow, with a build after each look."""
    home = tmp_path_factory.mktemp("grown")
    now = datetime.now(UTC)
    for number, day in enumerate(STAGES):
        collect_sample(home, as_of=day, now=now + number * _YEARS)
        build_all(home)
    return home


@pytest.fixture
def home(grown: Path, tmp_path: Path) -> Path:
    """A copy of it to work on."""
    shutil.copytree(grown, tmp_path / "home")
    return tmp_path / "home"


def test_the_sample_gives_releases_of_three_issuers(grown: Path) -> None:
    issuers = dict(ask(grown, "select issuer_country, count(*) from release group by all"))
    assert set(issuers) == {"GB", "KZ", "UZ"}
    assert sum(issuers.values()) >= 45  # type: ignore[arg-type]


def test_every_release_has_words_and_facts_rest_on_them(grown: Path) -> None:
    assert ask(grown, "select count(*) from release where body = '' or title = ''") == [(0,)]
    literal = "substr(body, char_start + 1, char_end - char_start) = surface"
    off = f"from mention join release using (release_id) where not ({literal})"
    assert ask(grown, f"select count(*) {off}") == [(0,)]
    assert ask(grown, "select count(*) > 500 from mention") == [(True,)]


def test_a_text_in_another_language_keeps_its_place_without_facts(grown: Path) -> None:
    found = ask(grown, "select language, count(*) from release where language <> 'en' group by all")
    assert found == [("ru", 2)]
    assert ask(grown, "select count(*) from mention join release using (release_id) where language <> 'en'") == [(0,)]


def test_what_is_not_the_ministrys_is_left_out_and_stays_countable(grown: Path) -> None:
    assert ask(grown, "select count(distinct url) from ops.page where outcome = 'skipped' and verdict = 'page'") == [
        (4,)
    ]


def test_a_day_without_a_time_and_a_page_without_a_date_are_not_made_up(grown: Path) -> None:
    assert ask(grown, "select count(*) > 0 from release where published_on is not null and published_at is null") == [
        (True,)
    ]
    assert ask(grown, "select count(*) from release where published_on is null") == [(1,)]


def test_an_edited_release_has_its_editions_with_the_ministrys_notes(grown: Path) -> None:
    url = "https://gov-uk.example/government/news/uk-and-kazakhstan-hold-eighth-strategic-dialogue"
    editions = ask(
        grown,
        f"select edition.edition_no, change_note from edition join release using (release_id) where url = '{url}'"
        " order by all",
    )
    assert [number for number, _ in editions] == [1, 2, 3]
    assert all(note for _, note in editions[1:])


def test_withdrawn_and_gone_releases_keep_their_text_and_say_so(grown: Path) -> None:
    status = dict(ask(grown, "select status, count(*) from release where body <> '' group by all"))
    assert (status["withdrawn"], status["gone"]) == (1, 2)
    assert status["live"] > 40  # type: ignore[operator]


def test_a_translation_knows_its_original(grown: Path) -> None:
    pair = (
        "select original.language, release.language"
        " from release join release as original on release.translation_of = original.release_id"
    )
    assert ask(grown, pair) == [("en", "ru")]


@pytest.mark.prove
def test_a_full_build_gives_the_rows_of_the_deltas_and_twice_the_same(home: Path) -> None:
    deltas = hashes(home)
    build_all(home, full=True)
    first = hashes(home)
    build_all(home, full=True)
    assert deltas == first == hashes(home)


@pytest.mark.prove
def test_readings_can_be_deleted_and_come_out_the_same(home: Path) -> None:
    before = hashes(home)
    shutil.rmtree(home / "readings")
    (home / "communique.duckdb").unlink()
    build_all(home)
    assert hashes(home) == before


@pytest.mark.prove
def test_many_pages_are_read_in_a_pool_with_the_same_result(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = hashes(home)
    shutil.rmtree(home / "readings")
    monkeypatch.setattr("pipelines.read._ROWS_WORTH_A_POOL", 1)
    assert build_all(home, full=True).outcome_counts["release"] > 60
    assert hashes(home) == before


def test_a_reading_is_made_again_when_its_source_changes(home: Path) -> None:
    sources = known_sources()
    changed = sources["sample_kazakhstan"].model_copy(update={"timezone": "Asia/Tokyo"})
    built = build(home, {**sources, "sample_kazakhstan": changed})
    assert built.outcome_counts["release"] > 20
    assert build_all(home).applied.release_count > 20
    assert build_all(home).applied.release_count == 0


def test_a_source_whose_file_broke_keeps_its_tables(home: Path) -> None:
    before = hashes(home)
    others = {name: source for name, source in known_sources().items() if name != "sample_kazakhstan"}
    build(home, others)
    assert hashes(home) == before


def test_an_archive_folder_that_no_source_explains_says_what_to_do(tmp_path: Path) -> None:
    collect_sample(tmp_path, as_of=date(2024, 6, 1))
    with pytest.raises(BuildError, match=r"Put pipelines/sources/sample_.*\.toml back"):
        build(tmp_path, {})


def test_a_page_that_its_source_does_not_fit_goes_to_quarantine_and_nothing_else_does(home: Path) -> None:
    sources = known_sources()
    article = sources["sample_uzbekistan"].article[0].model_copy(update={"body": "div.txt"})
    changed = sources["sample_uzbekistan"].model_copy(update={"article": [article]})
    build(home, {**sources, "sample_uzbekistan": changed})
    reasons = ask(home, "select distinct source_id, reason from ops.quarantine")
    assert reasons == [("sample_uzbekistan", "article.body: nothing matches 'div.txt'")]
    assert ask(home, "select count(*) from release where source_id = 'sample_uzbekistan'") == [(0,)]


def test_a_folder_of_releases_travels_the_road_whole(tmp_path: Path) -> None:
    folder, home = tmp_path / "releases", tmp_path / "home"
    folder.mkdir()
    releases = [
        {
            "id": "a",
            "title": "With all",
            "url": "https://mfa.example/1",
            "issuer": "FR",
            "language": "fr",
            "published_at": "2025-02-12T23:30:00-05:00",
            "paragraphs": ["Un < deux & trois.", "Deux."],
        },
        {
            "id": "b",
            "title": "Day only",
            "url": None,
            "issuer": "PL",
            "published_at": "2025-02-12",
            "paragraphs": ["A."],
        },
        {"id": "c", "title": "No date", "url": None, "issuer": "PL", "published_at": None, "paragraphs": ["B."]},
    ]
    for release in releases:
        (folder / f"{release['id']}.json").write_text(json.dumps(release))
    collect_sample(home, folder=folder)
    build_all(home)
    found = ask(
        home,
        "select title, url, body, issuer_country, language, published_on, published_at is null"
        " from release order by title",
    )
    assert found[2] == (
        "With all",
        "https://mfa.example/1",
        "Un < deux & trois.\n\nDeux.",
        "FR",
        "fr",
        date(2025, 2, 12),
        False,
    )
    assert [(row[0], row[5], row[6]) for row in found[:2]] == [
        ("Day only", date(2025, 2, 12), True),
        ("No date", None, True),
    ]


def test_a_failing_check_leaves_yesterdays_file(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing = tmp_path / "checks"
    failing.mkdir()
    (failing / "nothing_is_right.sql").write_text("-- Nothing is right.\n-- severity: error\nselect 1 as wrong;\n")
    before = (home / "communique.duckdb").read_bytes()
    copies = (home / "parquet" / "datapackage.json").read_bytes()
    monkeypatch.setattr(checks, "check_files", lambda: [checks.SqlFile(failing / "nothing_is_right.sql")])
    with pytest.raises(ChecksFailedError, match="nothing_is_right"):
        build_all(home, full=True)
    assert (home / "communique.duckdb").read_bytes() == before
    assert (home / "parquet" / "datapackage.json").read_bytes() == copies


def test_each_build_makes_the_parquet_copies_of_what_it_published(home: Path) -> None:
    built = build_all(home)
    assert (home / "parquet").readlink() == Path(".parquet") / built.applied.build_id
    releases = ask(home, "select count(*) from release")
    assert ask(home, f"select count(*) from '{home}/parquet/main/release.parquet'") == releases


def test_every_sample_source_is_visited_well(tmp_path: Path) -> None:
    outcomes = collect_sample(tmp_path)
    assert {outcome.source_id for outcome in outcomes} == set(sample_sources().sources)
    assert not [outcome for outcome in outcomes if outcome.failed]


def test_corrections_of_an_analyst_survive_every_rebuild(home: Path) -> None:
    merged = (
        "select count(*) > 0 from person_report as one inner join person_report as other using (person_id)"
        " where one.name = 'Bakhtiyor Saidov' and other.name = 'Murat Nurtleu'"
    )
    assert ask(home, merged) == [(False,)]
    (home / "corrections").mkdir()
    lines = "name,country_code,true_name,true_country_code\nBakhtiyor Saidov,UZ,Murat Nurtleu,KZ\n"
    (home / "corrections" / "person.csv").write_text(lines)
    for full in (False, True, False):
        build_all(home, full=full)
        assert ask(home, merged) == [(True,)]
    (home / "corrections" / "person.csv").unlink()
    build_all(home)
    assert ask(home, merged) == [(False,)]


def test_an_organization_is_corrected_by_a_file_of_its_own(home: Path) -> None:
    names = "('UNESCO', 'London Stock Exchange')"
    told = f"select count(distinct organization_id) from organization_alias where name in {names}"
    assert ask(home, told) == [(2,)]
    (home / "corrections").mkdir()
    lines = "name,country_code,true_name,true_country_code\nUNESCO,,London Stock Exchange,GB\n"
    (home / "corrections" / "organization.csv").write_text(lines)
    build_all(home)
    assert ask(home, told) == [(1,)]
