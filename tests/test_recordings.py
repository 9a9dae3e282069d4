"""Each recorded source is read as a person has reviewed it, one test a field."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from pipelines.home import known_sources, sample_sources
from tests.recordings import FOLDER, expected, propose, read_recording

RECORDED = sorted(folder.name for folder in FOLDER.iterdir() if folder.is_dir())
FIELDS = [(source_id, field) for source_id in RECORDED for field in expected(source_id) or ["unreviewed"]]


@cache
def read(source_id: str) -> dict[str, Any]:
    return read_recording(known_sources()[source_id])


@pytest.mark.parametrize(("source_id", "field"), FIELDS)
def test_a_field_is_read_as_reviewed(source_id: str, field: str) -> None:
    wanted = expected(source_id)
    if wanted is None:
        path = propose(source_id, read(source_id))
        pytest.fail(f"{path} was missing and is written now: review it, then run the tests again")
    assert read(source_id)[field] == wanted[field]


@pytest.mark.parametrize("source_id", RECORDED)
def test_no_field_is_left_unreviewed(source_id: str) -> None:
    assert set(read(source_id)) == set(expected(source_id) or {})


def test_every_shape_of_the_sample_site_is_recorded() -> None:
    assert set(sample_sources().sources) <= set(RECORDED)
