"""For each source the pages that the archive holds, and the readings made of them."""

from collections.abc import Iterator
from datetime import timedelta
from time import perf_counter

import dagster as dg

from pipelines.collect import Visit, visit
from pipelines.defs.lifelines import hold
from pipelines.defs.shown import Value, glance, page_rows, release_rows
from pipelines.defs.source_checks import ANSWERS, answers, check_specs, file_is_broken, keeps_its_rhythm
from pipelines.defs.web import offered_sources, open_client
from pipelines.fetch.archive import Archive
from pipelines.home import warehouse_home
from pipelines.read import Task, read_parts, tasks
from pipelines.source import Source, SourceError

OWNERS = ["team:communique"]
_AGAIN = dg.RetryPolicy(max_retries=2, delay=30, backoff=dg.Backoff.EXPONENTIAL, jitter=dg.Jitter.PLUS_MINUS)


class VisitConfig(dg.Config):
    """How one visit differs from what the source's file says."""

    max_pages: int | None = None  # fetch no more pages; 0 is no limit
    look_again_days: int = 0  # look again at every release whose wording is younger, due or not


@dg.definitions
def source_assets() -> dg.Definitions:
    """Two assets a source; of a source whose file is broken too, so that it is seen."""
    offered = offered_sources()
    sound = [asset for source in offered.sources.values() for asset in (_pages(source), _readings(source))]
    return dg.Definitions(assets=[*sound, *(_broken(name, error) for name, error in offered.errors.items())])


def pages_key(source_id: str) -> dg.AssetKey:
    """The asset of a source's part of the archive."""
    return dg.AssetKey(["pages", source_id])


def readings_key(source_id: str) -> dg.AssetKey:
    """The asset of a source's readings."""
    return dg.AssetKey(["readings", source_id])


def pages_op(source_id: str) -> str:
    """How run configuration names the step that visits a source."""
    return pages_key(source_id).to_python_identifier()


def _pages(source: Source) -> dg.AssetsDefinition:
    key = pages_key(source.source_id)

    @dg.asset(
        key=key,
        group_name="pages",
        description=_pages_told(source),
        owners=OWNERS,
        kinds={"http", "parquet"},
        pool=source.source_id,
        retry_policy=_AGAIN,
        check_specs=check_specs(key),
        freshness_policy=_freshness(source),
        metadata=_links(source),
    )
    def pages(
        context: dg.AssetExecutionContext, config: VisitConfig
    ) -> Iterator[dg.MaterializeResult[None] | dg.AssetCheckResult]:
        hold(context.run.run_id)
        started_at = perf_counter()
        young = timedelta(days=config.look_again_days)
        with open_client() as client:
            outcome = visit(source, warehouse_home(), client, max_pages=config.max_pages, young=young)
        if outcome.failed:
            context.log.warning("%s: %s: %s", source.source_id, outcome.verdict, outcome.reason)
        yield dg.MaterializeResult(metadata=_visited(source, outcome, perf_counter() - started_at))
        yield answers(key, outcome)
        yield keeps_its_rhythm(key, source, outcome)

    return pages


def _readings(source: Source) -> dg.AssetsDefinition:
    @dg.asset(
        key=readings_key(source.source_id),
        deps=[pages_key(source.source_id)],
        group_name="readings",
        description=(
            f"What parser and extractor read out of each page of {source.name}: the release, and the facts in it,"
            " each with its sentence and the rule that read it. One file a part of the archive; a changed rule,"
            " lexicon or source file makes them anew, without touching the web."
        ),
        owners=OWNERS,
        kinds={"python", "parquet"},
        pool=source.source_id,
        metadata=_links(source),
    )
    def readings(context: dg.AssetExecutionContext) -> dg.MaterializeResult[None]:
        hold(context.run.run_id)
        started_at = perf_counter()
        wanted = tasks(warehouse_home(), source)
        due = [task for task in wanted if not task.is_current]
        counts = read_parts(due)
        told: dict[str, Value] = {
            "new_releases": counts["release"] + counts["fallback"],
            "pages_read": counts.total(),
            "quarantined": counts["quarantined"],
            "parts_read": len(due),
            "parts": len(wanted),
            "seconds": round(perf_counter() - started_at, 3),
            **{f"outcome_{outcome}": count for outcome, count in sorted(counts.items())},
        }
        return dg.MaterializeResult(metadata=told | _newest(due or wanted))

    return readings


def _broken(source_id: str, error: SourceError) -> dg.AssetsDefinition:
    """A source whose file cannot be used: its pages are never fetched, and its check says why."""
    key = pages_key(source_id)

    @dg.asset(
        key=key,
        group_name="pages",
        description=f"The source's file cannot be used. Nothing is fetched until it is mended.\n\n    {error}",
        owners=OWNERS,
        kinds={"http", "parquet"},
        pool=source_id,
        output_required=False,
        check_specs=[check for check in check_specs(key) if check.name == ANSWERS],
    )
    def pages() -> Iterator[dg.AssetCheckResult]:
        yield file_is_broken(key, error)

    return pages


def _pages_told(source: Source) -> str:
    told = {
        "speaks for": f"{source.issuer}, in {source.language}",
        "listed by": source.listing.format,
        "visited": f"`{source.cron}` in {source.timezone}, {source.fetch.max_pages or 'all'} pages a visit at the most",
        "silent": _silence(source),
        "read live": str(source.verified or "not yet: see the comment in its file"),
        "terms": source.terms,
    }
    lines = "\n".join(f"- {name}: {value}" for name, value in told.items())
    return (
        f"Every page of {source.name} as it was fetched, in immutable Parquet parts that are"
        f" never changed: the one thing that cannot be made again.\n\n{lines}"
    )


def _silence(source: Source) -> str:
    days = source.schedule.expected_gap_days
    if source.schedule.is_closed:
        return "for ever: its archive is closed"
    return f"for {days:g} days at the most, until its own past tells" if days else "for as long as its past tells"


def _links(source: Source) -> dict[str, dg.UrlMetadataValue | dg.TextMetadataValue]:
    return {"site": dg.MetadataValue.url(source.homepage), "terms": dg.MetadataValue.text(source.terms)}


def _freshness(source: Source) -> dg.FreshnessPolicy:
    """Amber when two visits were missed, red when none came for two days more."""
    warn = 2 * source.longest_wait + timedelta(hours=1)
    return dg.FreshnessPolicy.time_window(fail_window=warn + timedelta(days=2), warn_window=warn)


def _visited(source: Source, outcome: Visit, seconds: float) -> dict[str, Value]:
    """What a visit tells, as numbers that Dagster plots over time."""
    counts = {f"verdict_{verdict}": count for verdict, count in sorted(outcome.verdict_counts.items())}
    rows = page_rows(Archive(warehouse_home(), source.source_id).parts())
    return {
        "verdict": str(outcome.verdict),
        **({"reason": outcome.reason} if outcome.reason else {}),
        "new_entries": outcome.listed_count,
        "fetched": outcome.fetched_count,
        "new_pages": outcome.verdict_counts["page"],
        "bytes": outcome.byte_count,
        "backlog": outcome.backlog_count,
        "seconds": round(seconds, 3),
        **counts,
        **({"preview": glance(["fetched at", "verdict", "status", "page"], rows)} if rows else {}),
    }


def _newest(read: list[Task]) -> dict[str, Value]:
    rows = release_rows([task.reading for task in read])
    columns = ["published on", "release", "outcome", "events", "figures"]
    return {"preview": glance(columns, rows)} if rows else {}
