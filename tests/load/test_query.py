from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from pipelines.load.errors import NotPublishedError, QueryError
from pipelines.load.query import open_published, preview, run_query
from tests.load.hand_made import Archive, Look, body

if TYPE_CHECKING:
    from pathlib import Path


def test_a_query_gives_columns_and_rows(built: Archive) -> None:
    columns, rows = run_query(built.home, "select published_on, count(*) as release_count from release group by all")
    assert columns == ["published_on", "release_count"]
    assert rows == [(date(2025, 3, 1), 4)]


def test_before_the_first_build_the_way_to_one_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotPublishedError, match="does not exist yet: `make run`"):
        run_query(tmp_path, "select 1")


@pytest.mark.parametrize("sql", ["select nothing from nowhere", "selec 1", "delete from release"])
def test_sql_that_is_refused_says_why(built: Archive, sql: str) -> None:
    with pytest.raises(QueryError, match=r"Error: .+"):
        run_query(built.home, sql)


def test_a_preview_counts_a_table_or_view_and_shows_its_first_rows(built: Archive) -> None:
    count, columns, rows = preview(built.home, "main.sentence", row_count=2)
    assert (count, columns[0], len(rows)) == (4, "release_id", 2)
    assert preview(built.home, "mart.source_coverage")[0] == 2


def test_evidence_gives_the_sentence_and_its_address(built: Archive) -> None:
    sql = "from evidence((select release_id from release where url = 'https://kz.example/1'), 1)"
    columns, rows = run_query(built.home, sql)
    found = dict(zip(columns, rows[0], strict=True))
    assert found["text"] == "Foreign Minister Murat Nurtleu said in Astana that trade reached $5 billion."
    assert found["url"] == "https://kz.example/1"
    assert len(rows) == 1


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Releases in several scripts."""
    archive = Archive(tmp_path_factory.mktemp("library"))
    texts = {
        "body": ("Talks", body("Murat Nurtleu", " The strategic dialogue met.")),
        "title": ("Strategic dialogue opens", body("Murat Nurtleu")),
        "russian": ("Встреча в Астане", body("Murat Nurtleu", " Министр провёл встречу.")),
        "chinese": ("外交部", body("Murat Nurtleu", " 外交部长会见大使。")),
        "accents": ("Visite à Genève", body("Murat Nurtleu")),
    }
    looks = [Look(f"https://kz.example/{name}", 1, text, title=title) for name, (title, text) in texts.items()]
    archive.add("a", looks)
    archive.build()
    return archive


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("strategic dialogue", ["title", "body"]),
        ("ВСТРЕЧУ", ["russian"]),
        ("провел", ["russian"]),
        ("大使", ["chinese"]),
        ("geneve", ["accents"]),
        ("nobody", []),
        ("", []),
    ],
)
def test_search_finds_words_in_any_script_and_titles_first(library: Archive, words: str, names: list[str]) -> None:
    with open_published(library.home) as connection:
        rows = connection.execute("select url from search(?)", [words]).fetchall()
    assert [url.rpartition("/")[2] for (url,) in rows] == names


def test_search_prefers_the_rare_word(library: Archive) -> None:
    rows = library.query("select url, score from search('astana strategic')")
    assert len(rows) == 5
    assert rows[0][1] > rows[1][1] > rows[2][1] > 0
