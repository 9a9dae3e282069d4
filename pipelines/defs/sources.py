"""For each source the pages that the archive holds, and the readings made of them."""

import dagster as dg

from pipelines.collect import Visit, visit
from pipelines.defs.web import offered_sources, open_client
from pipelines.home import warehouse_home
from pipelines.read import read_parts, tasks
from pipelines.source import Source

_AGAIN = dg.RetryPolicy(max_retries=2, delay=30, backoff=dg.Backoff.EXPONENTIAL, jitter=dg.Jitter.PLUS_MINUS)


@dg.definitions
def source_assets() -> dg.Definitions:
    """Two assets a source."""
    sources = offered_sources().sources.values()
    return dg.Definitions(assets=[asset for source in sources for asset in (_pages(source), _readings(source))])


def pages_key(source: Source) -> dg.AssetKey:
    """The asset of a source's part of the archive."""
    return dg.AssetKey([source.source_id, "pages"])


def readings_key(source: Source) -> dg.AssetKey:
    """The asset of a source's readings."""
    return dg.AssetKey([source.source_id, "readings"])


def _pages(source: Source) -> dg.AssetsDefinition:
    @dg.asset(
        key=pages_key(source),
        group_name=source.source_id,
        description=f"{source.name}: every page as it was fetched, in immutable Parquet parts.",
        kinds={"http", "parquet"},
        pool=source.source_id,
        retry_policy=_AGAIN,
        metadata={"site": dg.MetadataValue.url(source.homepage), "terms": source.terms},
    )
    def pages(context: dg.AssetExecutionContext) -> dg.MaterializeResult[None]:
        with open_client() as client:
            outcome = visit(source, warehouse_home(), client)
        if outcome.failed:
            context.log.warning("%s: %s: %s", source.source_id, outcome.verdict, outcome.reason)
        return dg.MaterializeResult(metadata=_told(outcome))

    return pages


def _readings(source: Source) -> dg.AssetsDefinition:
    @dg.asset(
        key=readings_key(source),
        deps=[pages_key(source)],
        group_name=source.source_id,
        description=f"{source.name}: what parser and extractor read out of each page, with evidence.",
        kinds={"python", "parquet"},
        pool=source.source_id,
        metadata={"site": dg.MetadataValue.url(source.homepage)},
    )
    def readings() -> dg.MaterializeResult[None]:
        wanted = tasks(warehouse_home(), source)
        counts = read_parts(wanted)
        return dg.MaterializeResult(
            metadata={"parts": len(wanted), "pages_read": counts.total(), **dict(sorted(counts.items()))}
        )

    return readings


def _told(outcome: Visit) -> dict[str, int | str]:
    """What a visit tells, as numbers that Dagster plots over time."""
    counts = {f"verdict_{verdict}": count for verdict, count in sorted(outcome.verdict_counts.items())}
    return {
        "verdict": str(outcome.verdict),
        "reason": outcome.reason or "",
        "new_entries": outcome.listed_count,
        "fetched": outcome.fetched_count,
        "bytes": outcome.byte_count,
        "backlog": outcome.backlog_count,
        **counts,
    }
