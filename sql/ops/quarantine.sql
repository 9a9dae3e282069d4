-- One row for each address whose newest page could not be read, and why.
create or replace view ops.quarantine as
with
unread as (
    select distinct source_id, url
    from ops.page
    where outcome in ('quarantined', 'failed')
),

looks as (
    select page.*
    from ops.page as page
    semi join unread on page.source_id = unread.source_id and page.url = unread.url
    where page.outcome != 'unchanged'
    qualify row_number() over (partition by page.source_id, page.url order by page.fetched_at desc, page.part desc) = 1
)

select
    source_id,
    url,
    outcome,
    verdict,
    reason,
    page_sha256,
    part,
    http_status,
    byte_count,
    fetched_at
from looks
where outcome in ('quarantined', 'failed');

comment on view ops.quarantine is 'One row for each address whose newest page could not be read, and why.';
comment on column ops.quarantine.source_id is 'The source: see source.';
comment on column ops.quarantine.url is 'The address that was asked for.';
comment on column ops.quarantine.outcome is 'quarantined: a page came, but could not be read; failed: no page came.';
comment on column ops.quarantine.verdict is 'What the response was, in the words of ops.page.';
comment on column ops.quarantine.reason is 'Why it could not be read.';
comment on column ops.quarantine.page_sha256 is 'SHA-256 of the body as fetched; null when there was none.';
comment on column ops.quarantine.part is 'The part of the archive that keeps the body: see ops.loaded_part.';
comment on column ops.quarantine.http_status is 'The HTTP status; null when nothing answered.';
comment on column ops.quarantine.byte_count is 'Size of the body in bytes.';
comment on column ops.quarantine.fetched_at is 'When it was fetched, in UTC.';
