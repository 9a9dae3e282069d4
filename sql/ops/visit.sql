-- One row for each visit to a source: a look at its listing and the fetches that followed.
create table if not exists ops.visit (
    visit_id text,
    source_id text,
    verdict text,
    reason text,
    warning text,
    listing_count bigint,
    entry_count bigint,
    new_entry_count bigint,
    fetched_count bigint,
    page_count bigint,
    unchanged_count bigint,
    redirect_count bigint,
    gone_count bigint,
    refused_count bigint,
    failed_count bigint,
    backlog_count bigint,
    started_at timestamptz,
    ended_at timestamptz
);

comment on table ops.visit is 'One row for each visit to a source: a look at its listing and the fetches that followed.';
comment on column ops.visit.visit_id is 'The visit.';
comment on column ops.visit.source_id is 'The source: see source.';
comment on column ops.visit.verdict is 'What the visit turned out to be, in the words of ops.page; null when it was interrupted.';
comment on column ops.visit.reason is 'Why, in words; `interrupted` when the visit never came to its end; null when there is nothing to explain.';
comment on column ops.visit.warning is 'That the source had been silent for longer than its rhythm lets expect: see ops.rhythm; null when it had not.';
comment on column ops.visit.listing_count is 'How many listing pages were looked at.';
comment on column ops.visit.entry_count is 'How many entries these named.';
comment on column ops.visit.new_entry_count is 'How many addresses were named for the first time ever.';
comment on column ops.visit.fetched_count is 'How many pages were fetched, with whatever verdict.';
comment on column ops.visit.page_count is 'Fetches that brought a page.';
comment on column ops.visit.unchanged_count is 'Fetches of which the server said that nothing has changed.';
comment on column ops.visit.redirect_count is 'Fetches of pages that only say that the text is elsewhere.';
comment on column ops.visit.gone_count is 'Fetches of pages that exist no longer.';
comment on column ops.visit.refused_count is 'Fetches refused: disallowed, blocked or challenge.';
comment on column ops.visit.failed_count is 'Fetches that failed otherwise: soft_error, empty, broken or unreachable.';
comment on column ops.visit.backlog_count is 'Addresses named so far that had not been read conclusively when the visit ended.';
comment on column ops.visit.started_at is 'When it began, in UTC.';
comment on column ops.visit.ended_at is 'The time of its last fetch, in UTC.';

delete from ops.visit;

insert into ops.visit by name
with
looks as (
    select visit_id, source_id, started_at as looked_at
    from ops.visit_outcome
    union all
    select visit_id, source_id, fetched_at
    from ops.listing
    union all
    select visit_id, source_id, fetched_at
    from ops.page
),

visits as (
    select
        visit_id,
        any_value(source_id) as source_id,
        min(looked_at) as started_at,
        max(looked_at) as ended_at
    from looks
    group by visit_id
),

listings as (
    select visit_id, count(*) as listing_count, sum(entry_count) as entry_count
    from ops.listing
    group by visit_id
),

pages as (
    select
        visit_id,
        count(*) as fetched_count,
        count(*) filter (where verdict = 'page') as page_count,
        count(*) filter (where verdict = 'unchanged') as unchanged_count,
        count(*) filter (where verdict = 'redirect') as redirect_count,
        count(*) filter (where verdict = 'gone') as gone_count,
        count(*) filter (where verdict in ('disallowed', 'blocked', 'challenge')) as refused_count,
        count(*) filter (where verdict in ('soft_error', 'empty', 'broken', 'unreachable')) as failed_count
    from ops.page
    group by visit_id
),

first_namings as (
    select visits.visit_id, count(*) as new_entry_count
    from ops.entry as entry
    asof inner join visits on entry.source_id = visits.source_id and entry.first_listed_at >= visits.started_at
    group by visits.visit_id
),

readings as (
    select source_id, url, min(fetched_at) as held_at
    from ops.page
    where outcome in ('release', 'fallback', 'redirect', 'gone', 'skipped', 'quarantined')
    group by source_id, url
),

steps as (
    select null as visit_id, source_id, first_listed_at as stepped_at, 1 as step
    from ops.entry
    union all
    select null, entry.source_id, greatest(entry.first_listed_at, readings.held_at), -1
    from ops.entry as entry
    inner join readings on entry.source_id = readings.source_id and entry.url = readings.url
    union all
    select visit_id, source_id, ended_at, 0
    from visits
),

newest_days as (
    select source_id, first_fetched_at, max(published_on) over so_far as newest_on
    from main.release
    where published_on is not null
    window so_far as (partition by source_id order by first_fetched_at)
),

silences as (
    select
        visits.visit_id,
        format(
            'silent for {} days, where {} are the longest to be expected',
            date_diff('day', newest_days.newest_on, visits.ended_at::date),
            rhythm.expected_gap_days::integer
        ) as warning
    from visits
    asof inner join newest_days
        on visits.source_id = newest_days.source_id and visits.ended_at >= newest_days.first_fetched_at
    inner join ops.rhythm as rhythm on visits.source_id = rhythm.source_id
    where date_diff('day', newest_days.newest_on, visits.ended_at::date) > rhythm.expected_gap_days
),

backlogs as (
    select visit_id, sum(step) over (partition by source_id order by stepped_at) as backlog_count
    from steps
    qualify visit_id is not null
)

select
    visits.visit_id,
    visits.source_id,
    outcome.verdict,
    case when outcome.visit_id is null then 'interrupted' else outcome.reason end as reason,
    silences.warning,
    coalesce(listings.listing_count, 0) as listing_count,
    coalesce(listings.entry_count, 0) as entry_count,
    coalesce(first_namings.new_entry_count, 0) as new_entry_count,
    coalesce(pages.fetched_count, 0) as fetched_count,
    coalesce(pages.page_count, 0) as page_count,
    coalesce(pages.unchanged_count, 0) as unchanged_count,
    coalesce(pages.redirect_count, 0) as redirect_count,
    coalesce(pages.gone_count, 0) as gone_count,
    coalesce(pages.refused_count, 0) as refused_count,
    coalesce(pages.failed_count, 0) as failed_count,
    coalesce(backlogs.backlog_count, 0) as backlog_count,
    visits.started_at,
    visits.ended_at
from visits
left join ops.visit_outcome as outcome on visits.visit_id = outcome.visit_id
left join listings on visits.visit_id = listings.visit_id
left join pages on visits.visit_id = pages.visit_id
left join first_namings on visits.visit_id = first_namings.visit_id
left join backlogs on visits.visit_id = backlogs.visit_id
left join silences on visits.visit_id = silences.visit_id;
