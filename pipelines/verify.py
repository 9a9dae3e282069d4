"""The story of one verification: are the pages what was fetched, and do they give the tables that are published?"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from pipelines.build import BuildError, archived_ids, build
from pipelines.fetch.archive import Archive
from pipelines.fetch.joined import holdings
from pipelines.fetch.rehash import rehash
from pipelines.load.compare import differences, hold_published, loaded_parts
from pipelines.load.errors import LoadError
from pipelines.read import ReadError
from pipelines.resolve.corrections import CorrectionError
from pipelines.source import Source

Progress = Callable[[int, int], None]  # parts hashed again, parts to hash


@dataclass(slots=True)
class Verified:
    """What was looked at, and everything that was found wrong: each finding says where and what."""

    page_count: int = 0
    table_count: int = 0
    findings: list[str] = field(default_factory=list)


def verify(home: Path, sources: Mapping[str, Source], *, progress: Progress = lambda _done, _due: None) -> Verified:
    """Hash every page of the archive again, make all tables from it anew elsewhere, and compare with those published.

    Nothing of the home is changed. The tables are made in the system's folder for temporary files (`TMPDIR`), which
    needs as much room as the published file and the readings take.

    Raises:
        LoadError: nothing has been published yet, or the published file cannot be opened.
    """
    verified = Verified()
    parts = {
        f"{source_id}/{part.stem}": part
        for source_id in archived_ids(home)
        for part in Archive(home, source_id).parts()
    }
    with hold_published(home) as connection, TemporaryDirectory(prefix="communique-verify-") as folder:
        for done, (name, part) in enumerate(parts.items(), start=1):
            _rehash(verified, name, part)
            progress(done, len(parts))
        held = {name: _names(name, part) for name, part in parts.items()}
        verified.findings += _unlike(held, loaded_parts(connection))
        try:
            remade = _remake(home, Path(folder), parts, sources)
        except (BuildError, CorrectionError, LoadError, ReadError) as error:
            told = str(error).replace(folder, str(home))
            verified.findings.append(f"the tables cannot be made again from the archive: {told}")
            return verified
        for difference in differences(connection, remade):
            verified.table_count += 1
            if difference:
                verified.findings.append(f"{difference.table} {difference.what}")
    return verified


def _rehash(verified: Verified, name: str, part: Path) -> None:
    for page in rehash(part):
        verified.page_count += 1
        if page.damage:
            verified.findings.append(f"archive/{name}.parquet: {page.where} {page.damage}")


def _names(name: str, part: Path) -> frozenset[str]:
    """The parts, as they were fetched, that a part stands for."""
    source_id = name.partition("/")[0]
    return frozenset(f"{source_id}/{one.part}" for one in holdings(part)) or frozenset({name})


def _unlike(held: Mapping[str, frozenset[str]], loaded: Mapping[str, frozenset[str]]) -> Iterator[str]:
    in_archive, in_tables = (frozenset().union(*parts.values()) for parts in (held, loaded))
    for name, names in sorted(held.items()):
        if not names <= in_tables:
            yield f"archive/{name}.parquet is not in the published file yet: run `communique build`, then verify again"
    for name, names in sorted(loaded.items()):
        if not names <= in_archive:
            yield f"archive/{name}.parquet is gone, and the published file was made from it"


def _remake(home: Path, folder: Path, parts: Mapping[str, Path], sources: Mapping[str, Source]) -> Path:
    """Build from nothing in an empty folder that borrows the parts and what the sources were last known as."""
    for name, part in parts.items():
        borrowed = folder / "archive" / f"{name}.parquet"
        borrowed.parent.mkdir(parents=True, exist_ok=True)
        borrowed.symlink_to(part.resolve())
    for kept in ("sources", "corrections"):
        if (home / kept).exists():
            shutil.copytree(home / kept, folder / kept)
    return build(folder, sources, full=True, copies=False).published
