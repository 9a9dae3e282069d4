from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipelines.load.readings import reading_version, write_readings
from pipelines.load.rows import plain, schema_of
from pipelines.model import Reading
from tests.load.hand_made import Look, at, body

if TYPE_CHECKING:
    from pathlib import Path


def test_a_reading_comes_back_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "deeper" / "part.parquet"
    readings = [Look("https://kz.example/1", 1, body("Murat Nurtleu")).reading("kz_today")]
    readings.append(Look("https://kz.example/2", 2, outcome="gone", verdict="gone").reading("kz_today"))
    write_readings(path, readings, parser_version="p1", extractor_version="e1")
    rows = pq.read_table(path).to_pylist()
    assert rows == [plain(reading) for reading in readings]
    assert rows[0]["facts"]["persons"] == [
        {"person_no": 1, "name": "Murat Nurtleu", "country_code": "KZ", "aliases": ["Nurtleu"]}
    ]
    assert rows[1]["document"] is None
    assert rows[1]["fetched_at"] == at(2)


def test_the_version_of_the_reader_is_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "part.parquet"
    assert reading_version(path) is None
    write_readings(path, [], parser_version="p1", extractor_version="e1")
    assert reading_version(path) == ("p1", "e1")
    path.write_bytes(path.read_bytes()[:-9])
    assert reading_version(path) is None
    pq.write_table(pa.table({"a": [1]}), path)
    assert reading_version(path) is None


def test_a_reading_that_fails_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "part.parquet"
    write_readings(path, [], parser_version="p1", extractor_version="e1")

    def broken() -> object:
        yield Look("https://kz.example/1", 1, body("Murat Nurtleu")).reading("kz_today")
        raise OSError("no space left")

    with pytest.raises(OSError, match="no space"):
        write_readings(path, broken(), parser_version="p2", extractor_version="e2")  # type: ignore[arg-type]
    assert reading_version(path) == ("p1", "e1")
    assert [file.name for file in tmp_path.iterdir()] == ["part.parquet"]


def test_the_schema_follows_the_type_hints() -> None:
    schema = schema_of(Reading)
    assert schema.field("fetched_at").type == pa.timestamp("us", tz="UTC")
    assert schema.field("byte_count").type == pa.int64()
    document = schema.field("document").type
    assert document.field("paragraphs").type == pa.list_(pa.string())
    assert document.field("published_on").type == pa.date32()


def test_a_type_without_an_arrow_shape_is_named() -> None:
    @dataclass(frozen=True)
    class Odd:
        numbers: complex

    Odd.__annotations__["numbers"] = complex
    with pytest.raises(TypeError, match=r"complex.*has no Arrow type here"):
        schema_of(Odd)
