"""Each recorded source is read as a person has reviewed it, one test a field."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import Any

import pytest
from pydantic import ValidationError

from pipelines.home import known_sources, live_sources, sample_sources
from pipelines.parse.page import parse_page
from pipelines.parse.parsed import ListingError, ParseError
from pipelines.source import SOURCES, Source
from tests.recordings import FOLDER, expected, load_page, names_of, propose, read_recordings, written_text

RECORDED = sorted(folder.name for folder in FOLDER.iterdir() if folder.is_dir())
FIELDS = [
    (source_id, name, field)
    for source_id in RECORDED
    for name, fields in (expected(source_id) or {"unreviewed": {"": ""}}).items()
    for field in fields
]
TEXTS = [(source_id, name) for source_id in RECORDED for name in names_of(source_id) if written_text(source_id, name)]


@cache
def read(source_id: str) -> dict[str, dict[str, Any]]:
    return read_recordings(known_sources()[source_id])


@pytest.mark.parametrize(("source_id", "name", "field"), FIELDS)
def test_a_field_is_read_as_reviewed(source_id: str, name: str, field: str) -> None:
    wanted = expected(source_id)
    if wanted is None:
        path = propose(source_id, read(source_id))
        pytest.fail(f"{path} was missing and is written now: review it, then run the tests again")
    assert read(source_id)[name][field] == wanted[name][field]


@pytest.mark.parametrize("source_id", RECORDED)
def test_no_field_is_left_unreviewed(source_id: str) -> None:
    found, wanted = read(source_id), expected(source_id) or {}
    assert {name: set(fields) for name, fields in found.items()} == {name: set(wanted[name]) for name in wanted}


@pytest.mark.parametrize(("source_id", "name"), TEXTS)
def test_the_body_is_the_text_that_a_person_reads(source_id: str, name: str) -> None:
    document = parse_page(known_sources()[source_id], load_page(source_id, name)).document
    assert document is not None
    assert list(document.paragraphs) == written_text(source_id, name)


def test_every_source_in_the_box_is_recorded() -> None:
    assert set(RECORDED) == {*sample_sources().sources, *live_sources().sources}


@pytest.mark.parametrize("source_id", sorted(live_sources().sources))
def test_without_any_one_word_of_its_file_a_source_reads_something_else(source_id: str) -> None:
    words = tomllib.loads((SOURCES / f"{source_id}.toml").read_text(encoding="utf-8"))
    idle = [path for path, less in _without_each_word(words) if not _is_missed(source_id, less)]
    assert idle == [], "no recording shows what these words are for"


def _without_each_word(words: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The file without one word of its listing, its articles or its phrases of error and refusal, each in turn."""
    for path in [*_paths(words["listing"], ("listing",)), *_paths(words["article"], ("article",)), *_phrases(words)]:
        less = deepcopy(words)
        parent: Any = less
        for step in path[:-1]:
            parent = parent[step]
        del parent[path[-1]]
        yield ".".join(map(str, path)), less


def _phrases(words: dict[str, Any]) -> list[tuple[Any, ...]]:
    fetch = words.get("fetch", {})
    return [("fetch", key, no) for key in ("soft_errors", "refusals") for no in range(len(fetch.get(key, ())))]


def _paths(value: Any, path: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, below in steps:
        yield (*path, step)
        yield from _paths(below, (*path, step))


def _is_missed(source_id: str, words: dict[str, Any]) -> bool:
    """Whether a source with these words no longer reads its recordings as reviewed."""
    try:
        source = Source(source_id=source_id, **words)
        return read_recordings(source) != expected(source_id) or not _reads_texts(source)
    except (ValidationError, ListingError, ParseError):
        return True


def _reads_texts(source: Source) -> bool:
    names = [name for name in names_of(source.source_id) if written_text(source.source_id, name)]
    documents = {name: parse_page(source, load_page(source.source_id, name)).document for name in names}
    return all(
        document is not None and list(document.paragraphs) == written_text(source.source_id, name)
        for name, document in documents.items()
    )
