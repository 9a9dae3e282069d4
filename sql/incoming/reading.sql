-- One row for each reading of a touched release, whichever part holds it; the newest says what the release is now.
set variable reading_paths = (
    with
    pages as (
        select part, release_id from incoming.page
        union
        select part, release_id from ops.page
    ),

    holders as (
        select distinct pages.part
        from pages
        semi join incoming.touched as touched on pages.release_id = touched.release_id
    )

    select
        list_prepend(
            run.empty_reading_path,
            coalesce(
                (
                    select list(part.reading_path)
                    from incoming.part as part
                    semi join holders on part.part = holders.part
                ),
                []
            )
        )
    from incoming.run as run
);

create or replace table incoming.reading as
select
    reading.* exclude (filename),
    row_number() over (
        partition by reading.release_id
        order by reading.fetched_at desc, reading.page_sha256 desc, reading.url desc
    ) = 1 as is_latest
from read_parquet(getvariable('reading_paths'), filename = true) as reading
semi join incoming.touched as touched on reading.release_id = touched.release_id
where reading.outcome in ('release', 'fallback');
