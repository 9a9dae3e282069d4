-- One row for each fetch of a page, with what the response turned out to be and what was read in it.
create table if not exists ops.page (
    source_id text,
    url text,
    final_url text,
    part text,
    visit_id text,
    verdict text,
    outcome text,
    reason text,
    page_sha256 text,
    text_sha256 text,
    release_id text,
    http_status integer,
    byte_count bigint,
    elapsed_seconds double,
    fetched_at timestamptz
);

comment on table ops.page is 'One row for each fetch of a page, with what the response turned out to be and what was read in it.';
comment on column ops.page.source_id is 'The source: see source.';
comment on column ops.page.url is 'The address that was asked for.';
comment on column ops.page.final_url is 'The address that answered, after redirects; null when none did.';
comment on column ops.page.part is 'The part of the archive that keeps the body: see ops.loaded_part.';
comment on column ops.page.visit_id is 'The visit during which it was fetched: see ops.visit.';
comment on column ops.page.verdict is 'What the response was: page, unchanged, redirect, gone, disallowed, blocked, challenge, soft_error, empty, broken or unreachable.';
comment on column ops.page.outcome is 'What the reader made of it: release; fallback, a release that only the generic reader could read; redirect, gone, unchanged, skipped, quarantined or failed.';
comment on column ops.page.reason is 'Why, in words; null when there is nothing to explain.';
comment on column ops.page.page_sha256 is 'SHA-256 of the body as fetched; null when there was none.';
comment on column ops.page.text_sha256 is 'SHA-256 of the cleaned words; the same for two fetches of one wording; null when it is no release.';
comment on column ops.page.release_id is 'The release that was read: see release; null when it is none.';
comment on column ops.page.http_status is 'The HTTP status; null when nothing answered.';
comment on column ops.page.byte_count is 'Size of the body in bytes.';
comment on column ops.page.elapsed_seconds is 'How long the answer took, in seconds.';
comment on column ops.page.fetched_at is 'When it was fetched, in UTC.';

delete from ops.page
where part in (select part from incoming.changed_part);

insert into ops.page by name
select
    source_id,
    url,
    final_url,
    part,
    visit_id,
    verdict,
    outcome,
    reason,
    page_sha256,
    text_sha256,
    release_id,
    http_status,
    byte_count,
    elapsed_seconds,
    fetched_at
from incoming.page;
