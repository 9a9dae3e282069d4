-- One row for each source: how long it is usually silent between releases, and how long it has been silent now.
create or replace view ops.rhythm as
with
days as (
    select distinct source_id, published_on
    from main.release
    where published_on is not null
),

gaps as (
    select
        source_id,
        published_on,
        published_on - lag(published_on) over (partition by source_id order by published_on) as gap_days
    from days
    qualify row_number() over (partition by source_id order by published_on desc) <= 200
),

pasts as (
    select
        source_id,
        count(gap_days) as gap_count,
        median(gap_days) as usual_gap_days,
        greatest(2, ceil(1.5 * quantile_cont(gap_days, 0.98))) as learned_gap_days,
        max(published_on) as last_published_on
    from gaps
    group by source_id
),

looks as (
    select source_id, max(fetched_at) as last_look_at
    from ops.listing
    where verdict = 'page'
    group by source_id
),

rhythms as (
    select
        source.source_id,
        coalesce(pasts.gap_count, 0) as gap_count,
        pasts.usual_gap_days,
        case
            when source.is_closed then null
            when pasts.gap_count >= 20 then pasts.learned_gap_days else source.expected_gap_days
        end as longest_gap_days,
        date_diff('day', pasts.last_published_on, looks.last_look_at::date) as quiet_days,
        pasts.last_published_on,
        looks.last_look_at
    from main.source as source
    left join pasts on source.source_id = pasts.source_id
    left join looks on source.source_id = looks.source_id
)

select
    source_id,
    gap_count,
    usual_gap_days,
    longest_gap_days as expected_gap_days,
    quiet_days,
    coalesce(quiet_days > longest_gap_days, false) as is_silent,
    last_published_on,
    last_look_at
from rhythms;

comment on view ops.rhythm is 'One row for each source: how long it is usually silent between releases, and how long it has been silent now.';
comment on column ops.rhythm.source_id is 'The source: see source.';
comment on column ops.rhythm.gap_count is 'How many gaps between days with releases are known, of its last 200 such days.';
comment on column ops.rhythm.usual_gap_days is 'The median gap in days; null when there are not two days with releases.';
comment on column ops.rhythm.expected_gap_days is 'The longest silence in days that is nothing unusual: half as long again as all but the longest 2 in 100 of its gaps, at least 2; with fewer than 20 gaps what its file expects, or null; null for a closed source.';
comment on column ops.rhythm.quiet_days is 'Days from its newest release to the last look at its listing; null when either is missing.';
comment on column ops.rhythm.is_silent is 'Whether it has been silent for longer than expected.';
comment on column ops.rhythm.last_published_on is 'Publication day of its newest release; null when none bears a date.';
comment on column ops.rhythm.last_look_at is 'When its listing was last read, in UTC; null when never.';
