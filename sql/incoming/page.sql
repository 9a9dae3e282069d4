-- One row for each fetch in a changed part, with what the reader made of it.
create or replace table incoming.page as
with
fetches as (
    select part.part, fetched.* exclude (filename)
    from read_parquet(getvariable('archive_paths'), filename = true) as fetched
    inner join incoming.changed_part as part on fetched.filename = part.archive_path
    where fetched.role = 'page'
),

readings as (
    select part.part, reading.* exclude (filename)
    from read_parquet(getvariable('changed_reading_paths'), filename = true) as reading
    inner join incoming.changed_part as part on reading.filename = part.reading_path
)

select
    fetches.source_id,
    fetches.url,
    fetches.final_url,
    fetches.part,
    fetches.visit_id,
    fetches.verdict,
    coalesce(readings.outcome, 'failed') as outcome,
    coalesce(readings.reason, fetches.reason) as reason,
    coalesce(readings.page_sha256, fetches.sha256) as page_sha256,
    readings.text_sha256,
    readings.release_id,
    fetches.status as http_status,
    coalesce(readings.byte_count, 0) as byte_count,
    fetches.elapsed_seconds,
    fetches.fetched_at
from fetches
left join readings
    on
        fetches.part = readings.part
        and fetches.url = readings.url
        and fetches.fetched_at = readings.fetched_at
qualify row_number() over (partition by fetches.part, fetches.url, fetches.fetched_at order by readings.outcome) = 1;
