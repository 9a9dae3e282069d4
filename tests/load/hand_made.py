"""A small hand-made archive with its readings, and builds of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from pipelines.build import RESOLVERS
from pipelines.load.builder import Applied, open_builder
from pipelines.load.given import ARCHIVE_SCHEMA, PartFile, SourceRow
from pipelines.load.readings import write_readings
from pipelines.load.resolvers import Resolvers
from pipelines.model import (
    ChangeNote,
    Document,
    Facts,
    Figure,
    Mention,
    Person,
    Place,
    Position,
    Reading,
    Sentence,
)
from tests.road import OF_BUILDS

START = datetime(2025, 3, 1, 6, 0, tzinfo=UTC)
SOURCE = SourceRow("kz_today", "Kazakhstan Today", "KZ", "en", "https://kz.example/", "html")
OTHER = SourceRow(
    "gov_uk", "GOV.UK", "GB", "en", "https://uk.example/", "json", "OGL 3.0", verified_on=date(2025, 1, 1)
)


def at(minute: int) -> datetime:
    """So many minutes after the first visit began."""
    return START + timedelta(minutes=minute)


def release_id(source_id: str, url: str) -> str:
    return hashlib.sha256(f"{source_id}|{url}".encode()).hexdigest()[:16]


def facts(body: str) -> Facts:
    """The facts of a body that begins `Foreign Minister NAME met CITY for 5 talks`, word for word."""
    words = body.split()
    name = " ".join(words[2:4])
    start = body.index(name)
    town = body.index("Astana")
    figure = body.index("$5 billion")
    end = body.index(".") + 1
    return Facts(
        sentences=(Sentence(1, 1, 0, end, body[:end]),),
        mentions=(
            Mention(1, start, start + len(name), "person", name, "1", "person_after_title"),
            Mention(1, town, town + 6, "place", "Astana", "1526273", "gazetteer"),
            Mention(1, figure, figure + 10, "figure", "$5 billion", "1", "money"),
            Mention(1, 0, 0 + 7, "country", "Foreign", "KZ", "adjective"),
        ),
        places=(Place("1526273", "Astana", "KZ", 51.18, 71.45, 1_350_000),),
        persons=(Person(1, name, "KZ", (words[3],)),),
        positions=(Position(1, 1, "Foreign Minister", "minister", "KZ", "title_before_name"),),
        figures=(Figure(1, 1, figure, figure + 10, "money", 5e9, "USD", "exact", "money", subject="trade"),),
    )


def body(name: str, more: str = "") -> str:
    said = f"Foreign Minister {name} said in Astana that trade reached $5 billion.{more}"
    return f"{said}\n\nThey spoke of water and culture, and agreed to meet again before the year ends."


@dataclass
class Look:
    """One fetch of a page with its reading."""

    url: str
    minute: int
    text: str | None = None
    outcome: str = "release"
    verdict: str = "page"
    title: str = "Talks in Astana"
    document: dict[str, Any] = field(default_factory=dict)
    facts: Facts | None = None  # else those of `body`

    def reading(self, source_id: str) -> Reading:
        """What the reader makes of it."""
        if self.text is None:
            return Reading(source_id, self.url, at(self.minute), self.outcome, self.verdict, "as told")
        words = hashlib.sha256(f"{self.title}|{self.text}".encode()).hexdigest()
        document = Document(
            self.url,
            self.title,
            tuple(self.text.split("\n\n")),
            **{"language": "en", "issuer_country": "KZ", "published_on": date(2025, 3, 1), **self.document},
        )
        return Reading(
            source_id,
            self.url,
            at(self.minute),
            "release",
            "page",
            status=200,
            page_sha256=hashlib.sha256(f"{words}{self.minute}".encode()).hexdigest(),
            byte_count=len(self.text),
            release_id=release_id(source_id, self.url),
            text_sha256=words,
            document=document,
            facts=self.facts or facts(self.text),
        )


@dataclass
class Archive:
    """A home folder with parts in it; `add` writes a part and its readings."""

    home: Path
    parts: dict[str, PartFile] = field(default_factory=dict)
    version: str = "1"
    resolvers: Resolvers = RESOLVERS

    def add(
        self,
        name: str,
        looks: list[Look],
        *,
        source_id: str = "kz_today",
        listed: list[str] | None = None,
        ended: bool = True,
    ) -> PartFile:
        """Write one part: a listing that names `listed` (else what was looked at), the looks, the visit's end."""
        minute = min((look.minute for look in looks), default=0)
        visit = {"visit_id": f"{source_id}-{name}", "source_id": source_id, "url": "https://list.example/"}
        entries = [{"url": url, "title": "As listed"} for url in listed or [look.url for look in looks]]
        rows: list[dict[str, Any]] = [
            {**visit, "role": "listing", "fetched_at": at(minute), "status": 200, "verdict": "page", "page_no": 1}
            | {"last": True, "entries": entries}
        ]
        rows += [
            visit
            | {"role": "page", "url": look.url, "final_url": look.url, "fetched_at": at(look.minute)}
            | {"status": 200, "verdict": look.verdict, "elapsed_seconds": 0.5}
            for look in looks
        ]
        if ended:
            rows.append({**visit, "role": "visit", "fetched_at": at(minute), "verdict": "page"})
        archive = self.home / "archive" / source_id / f"{name}.parquet"
        archive.parent.mkdir(parents=True, exist_ok=True)
        schema = ARCHIVE_SCHEMA.append(pa.field("body", pa.binary()))
        pq.write_table(pa.Table.from_pylist(rows, schema=schema), archive)
        readings = self.home / "readings" / source_id / f"{name}.parquet"
        versions = {"parser_version": self.version, "extractor_version": "1"}
        write_readings(readings, [look.reading(source_id) for look in looks], **versions)
        part = PartFile(source_id, name, archive, readings, **versions)
        self.parts[f"{source_id}/{name}"] = part
        return part

    def build(self, *names: str, full: bool = False) -> Applied:
        """Build and publish from these parts, or from all."""
        parts = [self.parts[name] for name in names] if names else list(self.parts.values())
        with open_builder(self.home, full=full) as build:
            applied = build.apply(parts, [SOURCE, OTHER], self.resolvers)
            build.publish()
        return applied

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """Ask the published file."""
        with duckdb.connect(str(self.home / "communique.duckdb"), read_only=True) as connection:
            connection.execute("set timezone = 'UTC'")
            return connection.execute(sql).fetchall()

    def hashes(self) -> dict[str, str]:
        """A hash of the ordered rows of each table but those that tell of builds, and of each view."""
        with duckdb.connect(str(self.home / "communique.duckdb"), read_only=True) as connection:
            names = connection.execute(
                "select schema_name || '.' || table_name from duckdb_tables() union all"
                " select schema_name || '.' || view_name from duckdb_views() where not internal order by all"
            ).fetchall()
            return {name: _hash(connection.sql(f"from {name}")) for (name,) in names if name not in OF_BUILDS}


def _hash(relation: duckdb.DuckDBPyRelation) -> str:
    rows = relation.order("all").fetchall()
    return f"{len(rows)} {hashlib.sha256(repr(rows).encode()).hexdigest()}"


def small_archive(home: Path) -> Archive:
    """Three parts of one source and one of another: an edit, a page gone, one that cannot be read, a killed visit."""
    archive = Archive(home)
    first, second, third = (f"https://kz.example/{number}" for number in (1, 2, 3))
    archive.add("a", [Look(first, 1, body("Murat Nurtleu")), Look(second, 2, body("Roman Vassilenko"))])
    note = ChangeNote(at(90), "Corrected the sum.")
    edited = body("Murat Nurtleu", " More was said.")
    archive.add(
        "b",
        [
            Look(first, 101, edited, document={"change_notes": (note,)}),
            Look(second, 102, outcome="gone", verdict="gone"),
            Look(third, 103, outcome="quarantined"),
        ],
        listed=[first, third, "https://kz.example/4"],
    )
    archive.add("c", [Look(first, 201, outcome="unchanged", verdict="unchanged")], ended=False)
    original = Look("https://uk.example/1", 50, body("David Lammy"), document={"external_id": "en-1"})
    translated = {"external_id": "ru-1", "translation_of": "en-1"}
    archive.add("x", [Look("https://uk.example/2", 10, body("David Lammy"), document=translated)], source_id="gov_uk")
    archive.add("y", [original], source_id="gov_uk")
    return archive
