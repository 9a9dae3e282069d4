-- One row for each part that earlier builds loaded, a joined part standing for the parts that it holds.
create or replace table incoming.joined_part as
with
joined_parts as (
    select part.*
    from incoming.part as part
    anti join ops.loaded_part as loaded_part on part.part = loaded_part.part
    where len(part.holds) > 0
),

held_parts as (
    select
        joined_parts.part,
        joined_parts.source_id,
        joined_parts.parser_version,
        joined_parts.extractor_version,
        joined_parts.holds,
        loaded_part.part as held_part,
        loaded_part.page_count,
        greatest(len(loaded_part.holds), 1) as held_count
    from joined_parts
    inner join ops.loaded_part as loaded_part
        on
            joined_parts.source_id = loaded_part.source_id
            and joined_parts.parser_version = loaded_part.parser_version
            and joined_parts.extractor_version = loaded_part.extractor_version
            and list_has_all(
                joined_parts.holds,
                case when len(loaded_part.holds) > 0 then loaded_part.holds else [loaded_part.part] end
            )
)

-- All that it holds must be loaded, and read as it is itself; else it is a changed part like any other.
select *
from held_parts
qualify sum(held_count) over (partition by part) = len(holds);

update ops.page
set part = joined_part.part
from incoming.joined_part as joined_part
where page.part = joined_part.held_part;

update ops.listing
set part = joined_part.part
from incoming.joined_part as joined_part
where listing.part = joined_part.held_part;

update ops.visit_outcome
set part = joined_part.part
from incoming.joined_part as joined_part
where visit_outcome.part = joined_part.held_part;

delete from ops.loaded_part
where part in (select held_part from incoming.joined_part);

insert into ops.loaded_part by name
select
    part,
    source_id,
    parser_version,
    extractor_version,
    holds,
    sum(page_count)::bigint as page_count
from incoming.joined_part
group by all;

create or replace table incoming.loaded_part as
from ops.loaded_part;
