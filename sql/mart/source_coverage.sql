-- One row for each source: how much of it is here, from when to when, what is still to come, and how fresh it is.
create or replace view mart.source_coverage as
with
releases as (
    select
        source_id,
        count(*) as release_count,
        count(*) filter (where published_on is null) as undated_count,
        count(*) filter (where status != 'live') as not_live_count,
        min(published_on) as first_published_on,
        max(published_on) as last_published_on
    from main.release
    group by source_id
),

visits as (
    select *
    from ops.visit
    qualify row_number() over (partition by source_id order by started_at desc, visit_id) = 1
),

quarantined as (
    select source_id, count(*) as quarantine_count
    from ops.quarantine
    group by source_id
)

select
    source.source_id,
    source.name,
    source.country_code,
    visits.verdict as last_verdict,
    visits.reason as last_reason,
    coalesce(releases.release_count, 0) as release_count,
    coalesce(releases.undated_count, 0) as undated_count,
    coalesce(releases.not_live_count, 0) as not_live_count,
    coalesce(quarantined.quarantine_count, 0) as quarantine_count,
    visits.backlog_count,
    date_diff('day', releases.last_published_on, visits.ended_at::date) as quiet_days,
    rhythm.usual_gap_days,
    rhythm.expected_gap_days,
    rhythm.is_silent,
    releases.first_published_on,
    releases.last_published_on,
    visits.started_at as last_visit_at
from main.source as source
left join releases on source.source_id = releases.source_id
left join visits on source.source_id = visits.source_id
left join quarantined on source.source_id = quarantined.source_id
left join ops.rhythm as rhythm on source.source_id = rhythm.source_id;

comment on view mart.source_coverage is 'One row for each source: how much of it is here, from when to when, what is still to come, and how fresh it is.';
comment on column mart.source_coverage.source_id is 'The source: see source.';
comment on column mart.source_coverage.name is 'The name of the site.';
comment on column mart.source_coverage.country_code is 'The country whose ministry speaks there, ISO 3166-1 alpha-2.';
comment on column mart.source_coverage.last_verdict is 'What the last visit turned out to be: see ops.visit; null when it was interrupted, or there was none.';
comment on column mart.source_coverage.last_reason is 'Why, in words; null when there is nothing to explain.';
comment on column mart.source_coverage.release_count is 'How many releases are here.';
comment on column mart.source_coverage.undated_count is 'How many of them state no publication day.';
comment on column mart.source_coverage.not_live_count is 'How many of them are withdrawn or gone.';
comment on column mart.source_coverage.quarantine_count is 'How many addresses could not be read: see ops.quarantine.';
comment on column mart.source_coverage.backlog_count is 'How many addresses were listed but not yet read when the last visit ended; null when there was no visit.';
comment on column mart.source_coverage.quiet_days is 'Days between the newest release and the last visit; null when either is missing.';
comment on column mart.source_coverage.usual_gap_days is 'The median gap in days between days with releases; null when there are not two of them.';
comment on column mart.source_coverage.expected_gap_days is 'The longest silence in days that is nothing unusual: see ops.rhythm; null when unknown.';
comment on column mart.source_coverage.is_silent is 'Whether it has been silent for longer than expected.';
comment on column mart.source_coverage.first_published_on is 'Publication day of the oldest release; null when none bears a date.';
comment on column mart.source_coverage.last_published_on is 'Publication day of the newest release; null when none bears a date.';
comment on column mart.source_coverage.last_visit_at is 'When the last visit began, in UTC; null when there was none.';
