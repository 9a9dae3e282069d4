"""How the build bears a growing archive: the whole load, twenty new releases, and the questions.

    .venv/bin/python -m benchmarks.warehouse [RELEASES ...]

The corpus is made of the sample's readings, copied with other ids, days, dialogues and names of persons until there
are so many; so the names that must be told apart grow with it, to some hundred thousand. The whole load stands beside a
bare `create table … from parquet` of the same rows (the limit) and dlt's load of them (the peer, which derives nothing
and tells nothing apart), twenty new releases beside a copy of the file.
"""

from __future__ import annotations

import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
from pyarrow import parquet
from rich.console import Console
from rich.table import Table

from pipelines.build import RESOLVERS
from pipelines.load.builder import Applied, open_builder
from pipelines.load.files import sql_files
from pipelines.load.given import PartFile, SourceRow
from tests.road import build_all, collect_sample

_SIZES = (30_000, 100_000, 300_000)
_NEW = 20
_COPIES_A_PART = 16  # of about sixty releases each
_SLOWEST_SHOWN = 5
_WIDTH = 120
_SEARCHES = (
    "ratification",
    "strategic dialogue London",
    "\u0432\u0441\u0442\u0440\u0435\u0447\u0430 \u043c\u0438\u043d\u0438\u0441\u0442\u0440\u043e\u0432",
)
_SOURCE = "sample_kazakhstan"

_READINGS = """
copy (
    select
        reading.* replace (
            reading.url || '#' || copy_no as url,
            '{source}' as source_id,
            left(sha256(reading.release_id || copy_no), 16) as release_id,
            sha256(reading.text_sha256 || copy_no) as text_sha256,
            struct_update(
                document,
                url := document.url || '#' || copy_no,
                external_id := document.external_id || copy_no,
                published_on := document.published_on - copy_no::integer % 5000
            ) as document,
            struct_update(
                facts,
                persons := list_transform(
                    facts.persons, lambda one: struct_update(one, name := renamed(one.name, copy_no))
                ),
                events := list_transform(
                    facts.events, lambda one: struct_update(
                        one,
                        start_on := one.start_on - copy_no::integer % 5000,
                        end_on := one.end_on - copy_no::integer % 5000,
                        mechanism := one.mechanism || ' on ' || made_word(hash(copy_no % 500)),
                        date_edtf := (one.start_on - copy_no::integer % 5000)::text,
                        date_precision := if(one.start_on is null, null, 'day'))
                )
            ) as facts
        )
    from read_parquet($readings) as reading
    cross join range($first, $last) as copies (copy_no)
    where reading.outcome = 'release'
) to '{path}' (format parquet)
"""
_NAMES = """
create or replace macro syllable(number) as
    substr('bdfgklmnprstvz', 1 + (number % 14)::integer, 1) || substr('aeiou', 1 + (number // 14 % 5)::integer, 1);
create or replace macro made_word(number) as
    upper(syllable(number)[1]) || syllable(number)[2] || syllable(number // 70) || syllable(number // 4900) || 'n';
create or replace macro renamed(name, copy_no) as
    made_word(hash(name || copy_no % 2000)) || ' ' || made_word(hash(copy_no % 2000 || name));
"""
_PAGES = """
copy (
    select page.* replace (page.url || '#' || copy_no as url, '{source}' as source_id, null as body)
    from read_parquet($pages, union_by_name = true) as page
    cross join range($first, $last) as copies (copy_no)
    where page.role = 'page' and page.verdict = 'page'
) to '{path}' (format parquet)
"""


class Corpus:
    """A home whose archive grows by copies of the sample."""

    def __init__(self, home: Path) -> None:
        """Collect and read the sample, to be copied."""
        self.home, self._sample = home / "corpus", home / "sample"
        collect_sample(self._sample)
        build_all(self._sample)
        self.parts: list[PartFile] = []
        self._copies = 0
        duckdb.execute(_NAMES)
        readings = [str(path) for path in self._sample.glob("readings/*/*.parquet")]
        count = "select count(*) from read_parquet($readings) where outcome = 'release'"
        self.releases_a_copy = int((duckdb.execute(count, {"readings": readings}).fetchone() or (0,))[0])

    def grow(self, releases: int) -> None:
        """Add parts until there are at least so many releases."""
        while self._copies * self.releases_a_copy < releases:
            missing = -(-releases // self.releases_a_copy) - self._copies
            self._add(min(_COPIES_A_PART, missing))

    def _add(self, copies: int) -> None:
        name = f"part{len(self.parts):06}"
        archive, reading = (self.home / kind / _SOURCE / f"{name}.parquet" for kind in ("archive", "readings"))
        for path, sql, given in (
            (reading, _READINGS, {"readings": [str(file) for file in self._sample.glob("readings/*/*.parquet")]}),
            (archive, _PAGES, {"pages": [str(file) for file in self._sample.glob("archive/*/*.parquet")]}),
        ):
            path.parent.mkdir(parents=True, exist_ok=True)
            span = {"first": self._copies, "last": self._copies + copies}
            duckdb.execute(sql.format(path=path, source=_SOURCE), {**given, **span})
        self._copies += copies
        self.parts.append(PartFile(_SOURCE, name, archive, reading, parser_version="1", extractor_version="1"))

    def build(self) -> Applied:
        """Build and publish, as `communique build` does, its checks included."""
        source = SourceRow(_SOURCE, "Copies of the sample", "KZ", "en", "https://corpus.example/", "html")
        with open_builder(self.home) as builder:
            applied = builder.apply(self.parts, [source], RESOLVERS)
            builder.check()
            builder.publish()
        return applied


def main() -> None:
    """Measure and print."""
    sizes = [int(word) for word in sys.argv[1:]] or list(_SIZES)
    table = Table(title="The build as the archive grows", title_justify="left")
    for column in (
        "releases",
        "file MB",
        "load s",
        "rows/s",
        "bare load s",
        "dlt load s",
        "copy s",
        "20 new s",
        "memory GB",
    ):
        table.add_column(column, justify="right")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            corpus = Corpus(Path(folder) / str(size))
            corpus.grow(size)
            table.add_row(*_measure(corpus))
            if size == sizes[-1]:
                console = Console(width=_WIDTH)
                console.print(table)
                console.print(_questions(corpus.home / "communique.duckdb"))


def _measure(corpus: Corpus) -> list[str]:
    published = corpus.home / "communique.duckdb"
    with _timed() as load:
        applied = corpus.build()
    rows = sum(count for name, count in applied.row_counts.items() if name.startswith("main."))
    with _timed() as copying:
        shutil.copyfile(published, published.with_suffix(".copy"))
    size = published.stat().st_size / 1e6
    with _exported(published, corpus.home / "exported") as files:
        bare, peer = (load(files, files[0].with_name(f"{load.__name__}.duckdb")) for load in (_bare_load, _dlt_load))
    corpus.grow(_count(published) + _NEW)
    with _timed() as new:
        corpus.build()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    return [
        f"{_count(published):,}",
        f"{size:.0f}",
        f"{load[0]:.1f}",
        f"{rows / load[0]:,.0f}",
        f"{bare:.1f}",
        f"{peer:.1f}",
        f"{copying[0]:.2f}",
        f"{new[0]:.2f}",
        f"{memory:.1f}",
    ]


def _count(published: Path) -> int:
    with duckdb.connect(str(published), read_only=True) as connection:
        return int((connection.execute("select count(*) from release").fetchone() or (0,))[0])


@contextmanager
def _exported(published: Path, folder: Path) -> Iterator[list[Path]]:
    """The rows of every table, each in a Parquet file."""
    with duckdb.connect(str(published), read_only=True) as connection:
        connection.execute(f"export database '{folder}' (format parquet)")
    yield sorted(folder.glob("*.parquet"))
    shutil.rmtree(folder)


def _bare_load(files: list[Path], database: Path) -> float:
    """Seconds that the same rows take from Parquet into a new file, with nothing done to them."""
    with _timed() as taken, duckdb.connect(str(database)) as connection:
        for path in files:
            connection.execute(f"create table \"{path.stem}\" as from '{path}'")
    return taken[0]


def _dlt_load(files: list[Path], database: Path) -> float:
    """Seconds that dlt takes for the same rows, from the same files by way of Arrow, with nothing done to them."""
    os.environ["RUNTIME__DLTHUB_TELEMETRY"] = "false"
    import dlt  # noqa: PLC0415 - a peer, of the group `bench` alone

    def rows(path: Path) -> Iterator[object]:
        yield from parquet.ParquetFile(path).iter_batches(batch_size=100_000)

    pipeline = dlt.pipeline(
        "peer", pipelines_dir=str(database.with_suffix(".dlt")), destination=dlt.destinations.duckdb(str(database))
    )
    resources = [dlt.resource(rows(path), name=path.stem, write_disposition="replace") for path in files]
    with _timed() as taken:
        pipeline.run(resources)
    return taken[0]


def _questions(published: Path) -> Table:
    table = Table(
        "question", "milliseconds", title="The slowest questions, and searches, at the last size", title_justify="left"
    )
    with duckdb.connect(str(published), read_only=True) as connection:
        times = {}
        for file in sql_files("questions"):
            with _timed() as taken:
                connection.execute(file.text).fetchall()
            times[file.path.stem] = taken[0]
        for words in _SEARCHES:
            with _timed() as taken:
                connection.execute("from search($words) limit 10", {"words": words}).fetchall()
            times[f"search('{words}')"] = taken[0]
    slowest = sorted((pair for pair in times.items() if "(" not in pair[0]), key=lambda pair: -pair[1])[:_SLOWEST_SHOWN]
    for name, seconds in [*slowest, *(pair for pair in times.items() if "(" in pair[0])]:
        table.add_row(name, f"{seconds * 1000:.0f}")
    return table


@contextmanager
def _timed() -> Iterator[list[float]]:
    taken: list[float] = []
    started = time.perf_counter()
    yield taken
    taken.append(time.perf_counter() - started)


if __name__ == "__main__":
    main()
