-- One row for each address that a changed part lists or leads to, joined with what was known of it before.
create or replace table incoming.entry as
with
listings as (
    select source_id, fetched_at, unnest(entries) as entry
    from read_parquet(getvariable('listing_paths'))
    where role in ('listing', 'page')
),

lines as (
    select
        source_id,
        entry.url,
        fetched_at as first_listed_at,
        fetched_at as last_listed_at,
        entry.external_id,
        entry.title,
        entry.updated as stated_update
    from listings
),

known as (
    select
        entry.source_id,
        entry.url,
        entry.first_listed_at,
        entry.last_listed_at,
        entry.external_id,
        entry.title,
        entry.stated_update
    from ops.entry as entry
    where entry.source_id not in (select source_id from incoming.changed_part where is_vanished)
),

together as (
    select * from lines
    union all by name
    select * from known semi join lines on known.source_id = lines.source_id and known.url = lines.url
)

select
    source_id,
    url,
    max(
        struct_pack(
            last_listed_at := last_listed_at,
            external_id := external_id,
            title := title,
            stated_update := stated_update
        )
    ) as newest,
    min(first_listed_at) as first_listed_at
from together
group by source_id, url;
