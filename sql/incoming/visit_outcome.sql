-- One row for each visit that a changed part saw through to its end.
create or replace table incoming.visit_outcome as
select
    fetched.visit_id,
    fetched.source_id,
    part.part,
    fetched.verdict,
    fetched.reason,
    fetched.fetched_at as started_at
from read_parquet(getvariable('archive_paths'), filename = true) as fetched
inner join incoming.changed_part as part on fetched.filename = part.archive_path
where fetched.role = 'visit';
