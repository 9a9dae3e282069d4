-- One row for each release of a re-publisher that a touched one may be the original of, or that is itself touched.
create or replace view incoming.uncertain_copy as
with
originals as (
    select release.source_id, release.published_on
    from main.release as release
    semi join incoming.touched as touched on release.release_id = touched.release_id
)

select release.release_id, release.published_on, release.body, source.republishes
from main.release as release
inner join main.source as source on release.source_id = source.source_id
where
    source.republishes is not null
    and (
        exists (select 1 from incoming.touched as touched where touched.release_id = release.release_id)
        or exists (
            select 1
            from main.release_copy as known
            where known.release_id = release.release_id and known.similarity is null
        )
        or exists (
            select 1
            from originals
            where originals.source_id = source.republishes and abs(originals.published_on - release.published_on) <= 3
        )
    );
