-- One row for each release that a changed part tells something about, or that names what has another id now.
create or replace table incoming.touched as
with
changed_pages as (
    select source_id, url, release_id from incoming.page
    union
    select page.source_id, page.url, page.release_id
    from ops.page as page
    semi join incoming.changed_part as part on page.part = part.part
),

addresses as (
    select source_id, url, release_id from changed_pages
    union
    select source_id, url, release_id from ops.page
)

select release_id
from addresses
semi join changed_pages on addresses.source_id = changed_pages.source_id and addresses.url = changed_pages.url
where release_id is not null
union
select release_id from incoming.moved;
