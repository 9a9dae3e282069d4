"""Source files are read strictly, and an error says which file, which key and what to do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from pipelines.home import folder_source, live_sources, sample_sources
from pipelines.source import Source, SourceError, load_source, load_sources


def test_a_source_is_named_after_its_file(source: Source) -> None:
    assert (source.source_id, source.issuer, source.verified) == ("test_ministry", "KZ", None)


def test_every_source_in_the_box_can_be_used() -> None:
    for folder in (live_sources(), sample_sources(), folder_source()):
        assert folder.sources
        assert folder.errors == {}


@pytest.mark.parametrize(
    ("old", "new", "key", "mend"),
    [
        ("terms =", "term =", "term", "is no key of this table"),
        ("terms =", "term =", "terms", "is missing"),
        ("links =", "lnks =", "listing.lnks", "is no key of this table"),
        ("links = '/news/", "links = '(/news/", "listing.links", "not a regular expression"),
        ('issuer = "KZ"', 'issuer = "KAZ"', "issuer", "ISO 3166-1"),
        ('language = "en"', 'language = "eng"', "language", "ISO 639-1"),
        ('"Asia/Almaty"', '"Almaty"', "timezone", "IANA"),
        ('format = "html"\nurl', 'format = "htm"\nurl', "listing", "'html'"),
        ("[fetch]", "[fetch]\nheaders = { User-Agent = 'x' }", "fetch.headers", "under our own name"),
        ("delay_seconds = 0", "delay_seconds = -1", "fetch.delay_seconds", "greater than or equal to 0"),
        ("[fetch]", '[schedule]\ncron = "61 * * * *"\n\n[fetch]', "schedule.cron", "five fields of cron"),
        ("[fetch]", '[schedule]\ncron = "0 0 * * * *"\n\n[fetch]', "schedule.cron", "five fields of cron"),
        ('body = "div.body"', "body = 3", "article.0.body", "string"),
        ("verified = false", "verified = ", "", "is not TOML"),
    ],
)
def test_an_error_names_file_key_and_mend(
    write_source: Callable[..., Path], old: str, new: str, key: str, mend: str
) -> None:
    path = write_source((old, new))
    with pytest.raises(SourceError) as caught:
        load_source(path)
    assert str(path) in str(caught.value)
    assert f": {key}" in str(caught.value)
    assert mend in str(caught.value)


def test_a_broken_file_does_not_stop_the_others(write_source: Callable[..., Path], tmp_path: Path) -> None:
    write_source(name="good")
    write_source(("terms =", "term ="), name="bad")
    folder = load_sources(tmp_path)
    assert (list(folder.sources), list(folder.errors)) == (["good"], ["bad"])


def test_a_redesign_is_a_second_block_and_old_pages_keep_the_first(write_source: Callable[..., Path]) -> None:
    second = '[[article]]\nformat = "html"\ntitle = "h2"\nbody = "main"\n\n[fetch]'
    path = write_source(("[article]\n", "[[article]]\nuntil = 2026-06-01\n"), ("[fetch]", second))
    source = load_source(path)
    assert source.article_at(date(2026, 5, 31)) is source.article[0]
    assert source.article_at(date(2026, 6, 1)) is source.article[1]


def test_what_changes_a_reading_changes_the_version_and_nothing_else_does(write_source: Callable[..., Path]) -> None:
    usual = load_source(write_source()).version
    assert load_source(write_source(('body = "div.body"', 'body = "main"'))).version != usual
    assert load_source(write_source(("delay_seconds = 0", "delay_seconds = 9"))).version == usual


@pytest.mark.parametrize(
    ("cron", "told", "hours"),
    [
        ("7 4 * * 1-5", r"7 4 \* \* 1-5", 72),
        ("H * * * *", r"\d+ \* \* \* \*", 1),
        ("H H/3 * * *", r"\d+ [012]-23/3 \* \* \*", 3),
        ("H H * * *", r"\d+ \d+ \* \* \*", 24),
    ],
)
def test_an_h_in_cron_is_a_number_made_from_the_id(
    write_source: Callable[..., Path], cron: str, told: str, hours: int
) -> None:
    stated = ("[fetch]", f'[schedule]\ncron = "{cron}"\n\n[fetch]')
    source = load_source(write_source(stated))
    assert re.fullmatch(told, source.cron)
    assert load_source(write_source(stated)).cron == source.cron
    assert source.longest_wait == timedelta(hours=hours)


def test_sources_do_not_all_start_together() -> None:
    minutes = Counter(source.cron.split()[0] for source in live_sources().sources.values())
    assert max(minutes.values()) <= 3
    assert len(minutes) >= len(live_sources().sources) * 2 // 3
