"""The story of one build: archive → readings → tables → published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from pipelines.alerts.journal import Journal
from pipelines.fetch.joined import holdings
from pipelines.load.builder import Applied, open_builder
from pipelines.load.checks import CheckResult
from pipelines.load.copies import write_copies
from pipelines.load.given import AlertRow, PartFile, SourceRow
from pipelines.load.resolvers import Resolvers
from pipelines.read import Progress, Task, digest, read_parts, tasks, version_of
from pipelines.resolve import agreements, events
from pipelines.resolve.accounts import Accounts
from pipelines.resolve.corrections import Corrections, read_corrections
from pipelines.resolve.mechanisms import resolve_mechanisms
from pipelines.resolve.organizations import Organizations
from pipelines.resolve.persons import Persons
from pipelines.source import Source

_RESOLVING_LIBRARIES = ("anyascii", "pycountry", "rapidfuzz")


def resolvers(corrections: Mapping[str, Corrections] = MappingProxyType({})) -> Resolvers:
    """Who says which is which, with an analyst's corrections by kind."""
    return Resolvers(
        person=Persons(corrections.get("person", {})),
        organization=Organizations(corrections.get("organization", {})),
        mechanism=resolve_mechanisms,
        event=Accounts(events.Account, events.block_of, events.COMPARISON),
        agreement=Accounts(agreements.Naming, agreements.block_of, agreements.COMPARISON),
    )


RESOLVERS = resolvers()


class BuildError(RuntimeError):
    """A build that cannot begin; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Built:
    """What one build did."""

    applied: Applied
    checks: list[CheckResult]
    outcome_counts: Counter[str]  # of the pages read in this build
    published: Path

    @property
    def warnings(self) -> list[CheckResult]:
        """The checks that found something and did not stop the build."""
        return [check for check in self.checks if not check.passed]


def build(
    home: Path,
    sources: Mapping[str, Source],
    *,
    full: bool = False,
    copies: bool = True,
    progress: Progress = lambda _done, _due: None,
) -> Built:
    """Bring the published file up to date with the archive.

    Args:
        home: the folder that holds `archive/`; `readings/` and the published file are made in it.
        sources: the sources as their files say, by id.
        full: start from nothing instead of from the last published file; the rows are the same.
        copies: make the Parquet copies too.
        progress: told after each part that is read.

    Raises:
        BuildError: the archive holds a source that has no file and never had, or the disk is closed to us.
        CorrectionError: a file of corrections cannot be used.
        ReadError: a part is damaged, or the disk is full; the published file is as it was.
        LoadError: another build is running, or a check of level error failed; the published file is as it was.
            Or it is published, and only its Parquet copies could not be made.
    """
    held = [_source(home, sources, name) for name in archived_ids(home)]
    _keep(home, held)
    wanted = [task for source in held for task in tasks(home, source)]
    counts = read_parts(wanted, progress=progress)
    texts = _correction_texts(home)
    corrected = {path.stem: read_corrections(path, text.splitlines()) for path, text in texts.items()}
    with open_builder(home, full=full, version=resolving_version(texts)) as builder:
        alerts = _alert_rows(home)
        applied = builder.apply(map(_part_file, wanted), map(_source_row, held), resolvers(corrected), alerts)
        checks = builder.check()
        published = builder.publish()
        if copies:
            write_copies(home)
        return Built(applied, checks, counts, published)


def _correction_texts(home: Path) -> dict[Path, str]:
    """The files of corrections: `<home>/corrections/person.csv` and `organization.csv`."""
    paths = [home / "corrections" / f"{kind}.csv" for kind in ("person", "organization")]
    return {path: path.read_text(encoding="utf-8-sig") for path in paths if path.exists()}


def resolving_version(corrections: Mapping[Path, str]) -> str:
    """A digest of all by which things are told apart: when it changes, all are told apart anew."""
    return digest(version_of(("resolve",), _RESOLVING_LIBRARIES), *corrections.values())


def archived_ids(home: Path) -> list[str]:
    """The ids of the sources that the archive holds something of."""
    return sorted(folder.name for folder in (home / "archive").glob("*") if any(folder.glob("[0-9]*.parquet")))


def _source(home: Path, sources: Mapping[str, Source], source_id: str) -> Source:
    """The source as its file says, or as it last did: a file that broke or went must not empty the tables."""
    if source_id in sources:
        return sources[source_id]
    kept = _kept(home, source_id)
    if not kept.exists():
        raise BuildError(
            f"{home / 'archive' / source_id}: no source of this name is known. "
            f"Put pipelines/sources/{source_id}.toml back, or move the folder away."
        )
    return Source.model_validate_json(kept.read_text(encoding="utf-8"))


def _keep(home: Path, sources: list[Source]) -> None:
    for source in sources:
        path = _kept(home, source.source_id)
        unfinished = path.with_suffix(".tmp")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_text(source.model_dump_json(indent=1), encoding="utf-8")
            unfinished.replace(path)
        except OSError as error:
            raise BuildError(
                f"the published file was left as it was, because {path} could not be written: {error};"
                " free the disk or mend the rights, then build again"
            ) from error


def _kept(home: Path, source_id: str) -> Path:
    return home / "sources" / f"{source_id}.json"


def _part_file(task: Task) -> PartFile:
    return PartFile(
        source_id=task.source.source_id,
        name=task.part.stem,
        archive_path=task.part,
        reading_path=task.reading,
        parser_version=task.parser_version,
        extractor_version=task.extractor_version,
        holds=tuple(f"{task.source.source_id}/{one.part}" for one in holdings(task.part)),
    )


def _alert_rows(home: Path) -> list[AlertRow]:
    told = Journal(home).read()
    return [
        AlertRow(
            alert_id=alert.alert_id,
            kind=alert.trouble.kind,
            subject=alert.trouble.subject,
            state=alert.state,
            what_happened=alert.trouble.what,
            where_to_look=alert.trouble.where,
            what_to_do=alert.trouble.to_do,
            channels=alert.channels,
            taken_by=told.taken.get(alert.alert_id, ()),
            began_at=alert.began_at,
            told_at=alert.told_at,
        )
        for alert in told.alerts
    ]


def _source_row(source: Source) -> SourceRow:
    return SourceRow(
        source_id=source.source_id,
        name=source.name,
        country_code=source.issuer,
        language=source.language,
        homepage=source.homepage,
        listing_format=source.listing.format,
        terms=source.terms,
        republishes=source.republishes,
        expected_gap_days=source.schedule.expected_gap_days,
        is_closed=source.schedule.is_closed,
        verified_on=source.verified,
    )
