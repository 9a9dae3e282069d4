-- One row for each part of the archive that the warehouse holds, with the versions that read it.
create table if not exists ops.loaded_part (
    part text,
    source_id text,
    parser_version text,
    extractor_version text,
    holds text[],
    page_count bigint
);

comment on table ops.loaded_part is 'One row for each part of the archive that the warehouse holds, with the versions that read it.';
comment on column ops.loaded_part.part is 'The part: its source and its file name in the archive.';
comment on column ops.loaded_part.source_id is 'The source: see source.';
comment on column ops.loaded_part.parser_version is 'The version of the parser that read it.';
comment on column ops.loaded_part.extractor_version is 'The version of the extractor that read it.';
comment on column ops.loaded_part.holds is 'The parts of a month that were joined into it; empty for a part as it was fetched.';
comment on column ops.loaded_part.page_count is 'How many fetches it holds.';

delete from ops.loaded_part
where part in (select part from incoming.changed_part);

insert into ops.loaded_part by name
with
pages as (
    select part, count(*) as page_count
    from incoming.page
    group by part
)

select
    part.part,
    part.source_id,
    part.parser_version,
    part.extractor_version,
    part.holds,
    coalesce(pages.page_count, 0) as page_count
from incoming.part as part
semi join incoming.changed_part as changed_part on part.part = changed_part.part
left join pages on part.part = pages.part;
