"""A page is read by its source's selectors, and says so where it does not fit them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pipelines.model import Document, Page, Verdict
from pipelines.parse.page import parse_page
from pipelines.parse.parsed import Parsed, ParseError
from pipelines.source import Source, load_source
from tests.faults import article


def parse(source: Source, markup: str, url: str = "https://ministry.example/news/7") -> Parsed:
    page = Page(url, url, datetime(2026, 5, 6, tzinfo=UTC), Verdict.PAGE, body=markup.encode())
    return parse_page(source, page)


def read(source: Source, markup: str) -> Document:
    document = parse(source, markup).document
    assert document is not None
    return document


def test_a_page_gives_title_body_number_and_address(source: Source) -> None:
    got = read(source, article("A &amp; B", "<p>One.</p><p>Two.</p>"))
    assert (got.title, got.paragraphs, got.external_id) == ("A & B", ("One.", "Two."), "7")
    assert (got.url, got.body) == ("https://ministry.example/news/7", "One.\n\nTwo.")


def test_a_stated_time_is_kept_in_utc_and_its_day_as_stated(source: Source) -> None:
    got = read(source, article("A", when="05.05.2026, 02:04"))
    assert got.published_on == date(2026, 5, 5)
    assert got.published_at == datetime(2026, 5, 4, 21, 4, tzinfo=UTC)


def test_a_day_without_a_time_stays_without_one(write_source: Callable[..., Path]) -> None:
    source = load_source(write_source(('format = "%d.%m.%Y, %H:%M"', 'format = "%d.%m.%Y"')))
    got = read(source, article("A", when="05.05.2026"))
    assert (got.published_on, got.published_at) == (date(2026, 5, 5), None)


@pytest.mark.parametrize("when", ["", "soon", "31.02.2026, 10:00", "01.01.1881, 00:00"])
def test_no_date_is_made_up(source: Source, when: str) -> None:
    got = read(source, article("A", when=when))
    assert (got.published_on, got.published_at) == (None, None)


def test_a_day_without_its_year_takes_it_from_where_the_source_says(write_source: Callable[..., Path]) -> None:
    pick = (
        """[{ at = "time", format = "%d.%m %Y", year = { at = "img", attribute = "src", pattern = '/(\\d{4})/' } }]"""
    )
    source = load_source(write_source(('{ at = "time", format = "%d.%m.%Y, %H:%M" }', pick)))
    assert read(source, article("A", "<p>x</p><img src='/2018/a.jpg'>", "12.09")).published_on == date(2018, 9, 12)
    assert read(source, article("A", "<p>x</p>", "12.09")).published_on is None


def test_a_title_that_is_not_there_raises_near_the_line(source: Source) -> None:
    with pytest.raises(ParseError, match=r"article.title: nothing matches 'h1'"):
        parse(source, "<html><body><div class='body'><p>Text.</p></div></body></html>")


def test_a_body_that_is_not_there_raises_near_the_line(source: Source) -> None:
    with pytest.raises(ParseError, match=r"article.body: nothing matches 'div.body'"):
        parse(source, "<html><body><h1>A</h1></body></html>")


def test_a_body_without_text_raises(source: Source) -> None:
    with pytest.raises(ParseError, match="holds no text"):
        parse(source, article("A", "<script>x</script>"))


def test_only_the_first_of_several_articles_on_a_page_is_read(write_source: Callable[..., Path]) -> None:
    source = load_source(write_source(('title = "h1"', 'title = "h1"\nonly_first = "h1"')))
    first = "<h1>First</h1><div class='body'><p>One.</p></div>"
    got = read(source, f"<html><body>{first}<h1>Next</h1><time>05.05.2026, 13:04</time></body></html>")
    assert (got.title, got.paragraphs) == ("First", ("One.",))
    assert got.published_on is None, "the next article's date is not this one's"


def test_a_page_of_another_issuer_is_skipped_by_name(write_source: Callable[..., Path]) -> None:
    source = load_source(write_source(('body = "div.body"', 'body = "div.body"\nkeep_if = "the Ministry reports"')))
    assert parse(source, article("A", "<p>Sport.</p>")).outcome == "skipped"
    assert parse(source, article("A", "<p>Talks, the Ministry reports.</p>")).outcome == "release"


def test_what_is_to_be_dropped_from_the_body_is(write_source: Callable[..., Path]) -> None:
    source = load_source(write_source(('body = "div.body"', 'body = "div.body"\ndrop = [".share", "div"]')))
    assert read(source, article("A", "<p>One.</p><p class='share'>Share!</p><div>x</div>")).paragraphs == ("One.",)


def test_a_text_in_pieces_is_read_in_the_order_of_the_page_and_each_piece_once(
    write_source: Callable[..., Path],
) -> None:
    body = "<p>One.</p></div><nav>Menu</nav><q>Two.<q>Three.</q></q><div class='body'><p>Four.</p>"
    pieces = 'body = "div.body, q"\ndrop = ["p:contains(\'x\')"]\nin_pieces = true'
    source = load_source(write_source(('body = "div.body"', pieces)))
    assert read(source, article("A", body + "<p>x</p>")).paragraphs == ("One.", "Two.Three.", "Four.")


@pytest.mark.parametrize(
    ("lead", "read_as"),
    [("<p class='intro'>Talks.</p>", ("Talks.", "One.")), ("<p class='intro'>One.</p>", ("One.",)), ("", ("One.",))],
)
def test_opening_words_outside_the_body_come_first_and_once(
    write_source: Callable[..., Path], lead: str, read_as: tuple[str, ...]
) -> None:
    source = load_source(write_source(('body = "div.body"', 'body = "div.body"\nlead = "p.intro"')))
    assert read(source, f"<h1>A</h1>{lead}<div class='body'><p>One.</p></div>").paragraphs == read_as


def test_a_text_in_another_language_says_so(source: Source) -> None:
    french = "<p>Le ministre a reçu ce matin son homologue et ils ont évoqué les relations entre les deux pays. </p>"
    assert read(source, article("Entretien", french * 3)).language == "fr"
    assert (
        read(source, article("A", "<p>The ministers met and spoke about relations of both countries.</p>")).language
        == "en"
    )


def test_what_is_no_text_is_still_there_for_the_title_and_the_date(write_source: Callable[..., Path]) -> None:
    source = load_source(write_source(('body = "div.body"', 'body = "main"\ndrop = ["h1", "time"]')))
    got = read(source, "<main><h1>A</h1><time>05.05.2026, 13:04</time><p>One.</p></main>")
    assert (got.title, got.paragraphs, got.published_on) == ("A", ("One.",), date(2026, 5, 5))


def test_the_generic_reader_does_not_take_the_headline_for_text(write_source: Callable[..., Path]) -> None:
    source = load_source(write_source(('body = "div.body"', 'body = "div.gone"\nfall_back = "generic"')))
    text = (
        "The ministers of the two states met in the old town hall and spoke of bridges, ferries and the price of salt. "
    )
    markup = f"<main><h1>Ministers met</h1><p>{text}</p><p>{text.replace('bridges', 'roads')}</p></main>"
    parsed = parse(source, f"<html><body>{markup}</body></html>")
    assert parsed.outcome == "fallback"
    assert parsed.document is not None
    assert parsed.document.paragraphs == (text.strip(), text.replace("bridges", "roads").strip())


def test_a_translation_names_its_original_by_number(write_source: Callable[..., Path]) -> None:
    words = 'body = "div.body"\noriginal = { at = "link[hreflang=en]", attribute = "href" }'
    source = load_source(write_source(('body = "div.body"', words)))
    markup = article("A").replace("<html>", "<html><head><link hreflang='en' href='/news/7'></head>")
    assert read(source, markup).translation_of == "7"
    assert read(source, article("A")).translation_of is None
