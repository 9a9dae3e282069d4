-- One row for each look at one page of a listing in a changed part.
create or replace table incoming.listing as
select
    fetched.source_id,
    part.part,
    fetched.visit_id,
    fetched.url,
    fetched.verdict,
    fetched.reason,
    fetched.status as http_status,
    fetched.page_no,
    coalesce(len(fetched.entries), 0) as entry_count,
    coalesce(fetched.last, false) as is_last,
    fetched.fetched_at
from read_parquet(getvariable('archive_paths'), filename = true) as fetched
inner join incoming.changed_part as part on fetched.filename = part.archive_path
where fetched.role = 'listing';
