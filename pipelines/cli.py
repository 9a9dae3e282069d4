"""The command line: thin, over the same functions that Dagster calls."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from pipelines.alerts.journal import JournalError
from pipelines.build import BuildError, Built, build
from pipelines.collect import Visit
from pipelines.fetch.archive import ArchiveError
from pipelines.fetch.client import PoliteClient
from pipelines.home import folder_source, known_sources, live_sources, sample_sources, warehouse_home
from pipelines.load.errors import LoadError
from pipelines.load.query import run_query
from pipelines.parse.parsed import ListingError
from pipelines.read import ReadError
from pipelines.record import RecordError
from pipelines.record import record as record_pages
from pipelines.resolve.corrections import CorrectionError
from pipelines.sample.folder import FolderError
from pipelines.sample.site import SampleSite
from pipelines.source import Source, SourceError, SourceFolder
from pipelines.terminal import ERR, progress, show, table, warn
from pipelines.upkeep import alerts_command, health_command, maintain_command
from pipelines.verify import verify
from pipelines.visits import visit_all
from pipelines.watch import look_at_sources, telling_of

_SHOWN_TABLES = (
    "release",
    "sentence",
    "mention",
    "person",
    "position",
    "organization",
    "event",
    "mechanism",
    "agreement",
    "figure",
    "quotation",
    "place",
)
_SAID_IN_WORDS = (
    CorrectionError,
    SourceError,
    LoadError,
    BuildError,
    ReadError,
    ArchiveError,
    RecordError,
    ListingError,
    FolderError,
    JournalError,
)
_FAILED = 1
_INTERRUPTED = 130  # as shells have it
_SHOWN_FINDINGS = 50


class _Commands(click.Group):
    """Turns the project's own errors into a line on standard error and exit status 1."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own shape
        """Run a command."""
        try:
            return super().invoke(ctx)
        except _SAID_IN_WORDS as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=_Commands)
@click.version_option(package_name="communique")
def main() -> None:
    """Foreign-ministry press releases as tables: fetch them, read them, query them."""


@main.command()
@click.argument("names", nargs=-1, metavar="[SOURCE]...")
@click.option("--sample", is_flag=True, help="Read the built-in sample site instead of the web.")
@click.option(
    "--dir",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="With --sample: serve this folder of releases.",
)
@click.option("--max-pages", type=click.IntRange(min=0), help="Fetch no more pages a source; 0 is no limit.")
def run(names: tuple[str, ...], folder: Path | None, max_pages: int | None, *, sample: bool) -> None:
    """Visit sources, read what is new, build the tables and publish them."""
    if folder and not sample:
        raise click.UsageError("--dir needs --sample: a folder is served by the sample site")
    home = warehouse_home()
    offered = _offered(folder, sample=sample)
    sources = _chosen(names, offered)
    with telling_of(home, "run", warn):
        with _client(sample=sample, folder=folder) as client:
            visits, is_whole = visit_all(sources, home, client, max_pages)
        _show_visits(visits)
        if not is_whole:
            click.echo(_STOPPED)
            sys.exit(_INTERRUPTED)
        built = _build(home, full=False)
    look_at_sources(home, offered, warn)
    _show_built(home, built)
    broken = [error for name, error in offered.errors.items() if name in names or not names]
    for error in broken:
        ERR.print(f"broken: {error}", highlight=False, soft_wrap=True, markup=False)
    if broken or any(one.failed for one in visits):
        sys.exit(_FAILED)


@main.command("build")
@click.option("--full", is_flag=True, help="Start from nothing; the rows come out the same.")
def build_command(*, full: bool) -> None:
    """Read the archive and publish the tables, without touching the web."""
    home = warehouse_home()
    with telling_of(home, "build", warn):
        built = _build(home, full=full)
    _show_built(home, built)


@main.command("verify")
def verify_command() -> None:
    """Hash the archive again, make all tables from it anew elsewhere, and compare them with those published."""
    with progress() as bars:
        bar = bars.add_task("hashing", total=None)
        verified = verify(
            warehouse_home(), known_sources(), progress=lambda done, due: bars.update(bar, completed=done, total=due)
        )
    looked_at = f"{verified.page_count} pages, {verified.table_count} tables and marts"
    if not verified.findings:
        click.echo(f"{looked_at}: every page is what was fetched, and every table what the archive gives.")
        return
    for finding in verified.findings[:_SHOWN_FINDINGS]:
        click.echo(finding)
    raise click.ClickException(f"{looked_at}: {len(verified.findings)} findings, of which the first are shown above")


@main.command()
@click.argument("sql", required=False)
@click.option(
    "--file", "path", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Read SQL from here."
)
@click.option("--csv", "form", flag_value="csv", help="Print comma-separated values.")
@click.option("--json", "form", flag_value="json", help="Print a JSON array of objects.")
def query(sql: str | None, path: Path | None, form: str | None) -> None:
    """Ask the published tables, read-only."""
    if (sql is None) == (path is None):
        raise click.UsageError("give the SQL in quotes, or a file of it with --file")
    columns, rows = run_query(warehouse_home(), sql or path.read_text(encoding="utf-8"))  # type: ignore[union-attr]
    match form:
        case "csv":
            writer = csv.writer(sys.stdout)
            writer.writerows([columns, *rows])
        case "json":
            objects = [dict(zip(columns, row, strict=True)) for row in rows]
            click.echo(json.dumps(objects, ensure_ascii=False, indent=2, default=str))
        case _:
            show(table(columns, rows))


@main.command("sources")
def sources_command() -> None:
    """Show each source with its last verdict, its backlog, its newest release and whether it keeps its rhythm."""
    home = warehouse_home()
    seen: dict[str, tuple[Any, ...]] = {}
    if (home / "communique.duckdb").exists():
        _, rows = run_query(home, _SOURCES_SQL)
        seen = {row[0]: row[1:] for row in rows}
    unseen = ("never visited", None, None, None, None, None)
    everything = {
        **live_sources().sources,
        **{name: source for name, source in known_sources().items() if name in seen},
    }
    rows = [(name, source.issuer, *seen.get(name, unseen)) for name, source in everything.items()]
    columns = ["source", "issuer", "last verdict", "last visit", "releases", "backlog", "newest release", "rhythm"]
    show(table(columns, rows))


@main.command()
@click.argument("name", metavar="SOURCE")
@click.option("--sample", is_flag=True, help="Record from the built-in sample site.")
@click.option("--to", "folder", type=click.Path(path_type=Path), default=Path("tests/recordings"), show_default=True)
def record(name: str, folder: Path, *, sample: bool) -> None:
    """Save a listing and an article of a source as a test recording."""
    offered = _offered(None, sample=sample)
    if name in offered.errors:
        raise offered.errors[name]
    source = _chosen((name,), offered)[0]
    with _client(sample=sample, folder=None) as client:
        saved = record_pages(source, client, folder)
    click.echo(f"Recorded in {saved}. Run `make test`: it writes what it reads into expected.json, for you to review.")


@main.command()
@click.option(
    "--dir", "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Serve this folder."
)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="0 is any free port.", show_default=True)
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Show the sites as they stood on this day.")
def sample(folder: Path | None, port: int, as_of: datetime | None) -> None:
    """Serve the sample site, or a folder of releases, on this machine until interrupted."""
    with SampleSite(folder=folder, port=port, as_of=as_of and as_of.date()) as site:
        click.echo(f"Serving {', '.join(site.hosts)} at {site.origin}/ (Ctrl-C ends it)")
        site.wait()


main.add_command(alerts_command)
main.add_command(maintain_command)
main.add_command(health_command)


def _offered(folder: Path | None, *, sample: bool) -> SourceFolder:
    if folder:
        return folder_source()
    return sample_sources() if sample else live_sources()


def _chosen(names: tuple[str, ...], offered: SourceFolder) -> list[Source]:
    unknown = [name for name in names if name not in offered.sources and name not in offered.errors]
    if unknown:
        raise click.UsageError(f"no source is called {', '.join(unknown)}; there are: {', '.join(offered.sources)}")
    return [source for name, source in offered.sources.items() if name in names or not names]


@contextmanager
def _client(*, sample: bool, folder: Path | None) -> Iterator[PoliteClient]:
    if not sample:
        with PoliteClient() as client:
            yield client
        return
    with SampleSite(folder=folder) as site, PoliteClient(routes=dict.fromkeys(site.hosts, site.origin)) as client:
        yield client


def _build(home: Path, *, full: bool) -> Built:
    with progress() as bars:
        bar = bars.add_task("reading", total=None)
        return build(
            home, known_sources(), full=full, progress=lambda done, due: bars.update(bar, completed=done, total=due)
        )


def _show_visits(visits: list[Visit]) -> None:
    columns = ["source", "verdict", "listed anew", "fetched", "with", "backlog"]
    rows = [
        (
            one.source_id,
            str(one.verdict),
            one.listed_count,
            one.fetched_count,
            ", ".join(f"{count} {name}" for name, count in sorted(one.verdict_counts.items())) or "-",
            one.backlog_count,
        )
        for one in visits
    ]
    show(table(columns, rows, title="Visits"))
    if all(not one.verdict_counts["page"] and not one.failed for one in visits):
        click.echo("Nothing new: every release that is listed is held already.")
    for one in visits:
        if one.reason:
            ERR.print(f"[bold]{one.source_id}[/]: {one.verdict}: {one.reason}", highlight=False, soft_wrap=True)


def _show_built(home: Path, built: Built) -> None:
    counts = built.applied.row_counts
    show(table(["table", "rows"], [(name, counts[f"main.{name}"]) for name in _SHOWN_TABLES], title="Published"))
    for check in built.warnings:
        ERR.print(f"warning: {check.sentence} {check.row_count} rows: {check.rows[:3]}", highlight=False)
    click.echo(f"{built.published}: {built.applied.release_count} releases changed in {built.applied.seconds:.1f} s.")
    click.echo(_NEXT.format(home=home))


_STOPPED = """Stopped. What was fetched is kept: the same command goes on from here.
To make tables of it now: communique build"""

_NEXT = """
Try next:
  .venv/bin/communique query "from mart.office_holders limit 20"
  .venv/bin/communique query "select name, title, p.country_code from position p join person using (person_id) limit 20"
  .venv/bin/communique query "select title, url from search('strategic partnership') limit 5"
  .venv/bin/communique query --file sql/questions/who_met_whom_and_where.sql
  make ui"""

_SOURCES_SQL = """
select
    source_id,
    coalesce(arg_max(verdict, started_at), 'interrupted'),
    strftime(max(started_at), '%Y-%m-%d %H:%M'),
    (select count(*) from release where release.source_id = visit.source_id),
    arg_max(backlog_count, started_at),
    (select max(published_on) from release where release.source_id = visit.source_id),
    (
        select
            case when is_silent then 'silent for ' || quiet_days || ' days, ' else '' end
            || 'gaps of up to ' || expected_gap_days::integer || ' days'
        from ops.rhythm
        where rhythm.source_id = visit.source_id
    )
from ops.visit as visit
group by source_id
"""

if __name__ == "__main__":
    main()
