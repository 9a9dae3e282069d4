-- One row for each look at one page of a listing.
create table if not exists ops.listing (
    source_id text,
    part text,
    visit_id text,
    url text,
    verdict text,
    reason text,
    http_status integer,
    page_no integer,
    entry_count bigint,
    is_last boolean,
    fetched_at timestamptz
);

comment on table ops.listing is 'One row for each look at one page of a listing.';
comment on column ops.listing.source_id is 'The source: see source.';
comment on column ops.listing.part is 'The part of the archive that keeps it: see ops.loaded_part.';
comment on column ops.listing.visit_id is 'The visit: see ops.visit.';
comment on column ops.listing.url is 'The address of the listing page.';
comment on column ops.listing.verdict is 'What the response was, in the words of ops.page.';
comment on column ops.listing.reason is 'Why, in words; null when there is nothing to explain.';
comment on column ops.listing.http_status is 'The HTTP status; null when nothing answered.';
comment on column ops.listing.page_no is 'Which page of the listing, from 1; null where it has no pages.';
comment on column ops.listing.entry_count is 'How many entries it named.';
comment on column ops.listing.is_last is 'Whether the listing ended here.';
comment on column ops.listing.fetched_at is 'When it was fetched, in UTC.';

delete from ops.listing
where part in (select part from incoming.changed_part);

insert into ops.listing by name
select
    source_id,
    part,
    visit_id,
    url,
    verdict,
    reason,
    http_status,
    page_no,
    entry_count,
    is_last,
    fetched_at
from incoming.listing;
