-- Where may releases be missing: which source is silent for too long, is behind, was interrupted or has holes?
with
days as (
    select distinct source_id, published_on
    from main.release
    where published_on is not null
),

silences as (
    select
        source_id,
        published_on as until_on,
        lag(published_on) over (partition by source_id order by published_on) as from_on
    from days
),

longest_silences as (
    select
        source_id,
        arg_max(from_on, (until_on - from_on, until_on)) as from_on,
        arg_max(until_on, (until_on - from_on, until_on)) as until_on
    from silences
    where from_on is not null
    group by source_id
)

select
    coverage.name as source,
    coverage.last_verdict,
    coverage.backlog_count as backlog,
    coverage.quarantine_count as in_quarantine,
    coverage.undated_count as without_a_date,
    coverage.first_published_on,
    coverage.last_published_on,
    coverage.usual_gap_days,
    coverage.quiet_days,
    coverage.expected_gap_days,
    coverage.is_silent,
    silence.until_on - silence.from_on as longest_gap_days,
    silence.from_on as longest_gap_from,
    silence.until_on as longest_gap_until,
    coverage.last_visit_at
from mart.source_coverage as coverage
left join longest_silences as silence on coverage.source_id = silence.source_id
order by coverage.is_silent desc, coverage.backlog_count desc nulls last, longest_gap_days desc nulls last, source;
