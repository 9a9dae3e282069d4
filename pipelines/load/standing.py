"""How the sources stand, as the published file tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pipelines.load.published import PUBLISHED_NAME
from pipelines.load.query import run_query


@dataclass(frozen=True, slots=True)
class Standing:
    """One source, after its last visit."""

    source_id: str
    verdict: str  # of the last visit that came to its end
    reason: str | None
    failed_count: int  # visits in a row, to that one, that found no listing
    is_silent: bool
    quiet_days: int | None
    expected_gap_days: int | None
    visited_at: datetime


def standings(home: Path) -> list[Standing]:
    """Every source that was visited, by id; none before the first build.

    Raises:
        LoadError: the published file cannot be read.
    """
    if not (home / PUBLISHED_NAME).exists():
        return []
    _, rows = run_query(home, _STANDINGS)
    return [Standing(*row) for row in rows]


_STANDINGS = """
with visit as (
    select
        source_id,
        verdict,
        reason,
        started_at,
        max(started_at) filter (where verdict in ('page', 'unchanged')) over (partition by source_id) as found_at
    from ops.visit
    where verdict is not null
)

select
    visit.source_id,
    arg_max(visit.verdict, visit.started_at),
    arg_max(visit.reason, visit.started_at),
    count(*) filter (where found_at is null or visit.started_at > found_at),
    any_value(rhythm.is_silent),
    any_value(rhythm.quiet_days),
    any_value(rhythm.expected_gap_days)::integer,
    max(visit.started_at)
from visit
inner join ops.rhythm as rhythm on visit.source_id = rhythm.source_id
group by visit.source_id
order by visit.source_id
"""
