-- One row for each part that is new, was read by another version, or is no longer in the archive.
create or replace table incoming.changed_part as
select
    coalesce(part.part, loaded_part.part) as part,
    coalesce(part.source_id, loaded_part.source_id) as source_id,
    part.archive_path,
    part.reading_path,
    part.part is null as is_vanished
from incoming.part as part
full join incoming.loaded_part as loaded_part on part.part = loaded_part.part
where
    part.part is null
    or loaded_part.part is null
    or part.parser_version != loaded_part.parser_version
    or part.extractor_version != loaded_part.extractor_version;

set variable archive_paths = (
    select
        list_prepend(
            run.empty_archive_path,
            coalesce((select list(archive_path) from incoming.changed_part where not is_vanished), [])
        )
    from incoming.run as run
);

set variable changed_reading_paths = (
    select
        list_prepend(
            run.empty_reading_path,
            coalesce((select list(reading_path) from incoming.changed_part where not is_vanished), [])
        )
    from incoming.run as run
);

-- An address that a vanished part listed may stand in other parts too, so those of its source are asked again.
set variable listing_paths = (
    select
        list_prepend(
            run.empty_archive_path,
            coalesce(
                (
                    select list(part.archive_path)
                    from incoming.part as part
                    where
                        part.part in (select part from incoming.changed_part)
                        or part.source_id in (select source_id from incoming.changed_part where is_vanished)
                ),
                []
            )
        )
    from incoming.run as run
);
