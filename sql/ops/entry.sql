-- One row for each address that a listing has ever named, or a page led to.
create table if not exists ops.entry (
    source_id text,
    url text,
    external_id text,
    title text,
    stated_update text,
    first_listed_at timestamptz,
    last_listed_at timestamptz
);

comment on table ops.entry is 'One row for each address that a listing has ever named, or a page led to.';
comment on column ops.entry.source_id is 'The source: see source.';
comment on column ops.entry.url is 'The address, as given there.';
comment on column ops.entry.external_id is 'The source''s own number, as last listed; null when the listing gives none.';
comment on column ops.entry.title is 'The title, as last listed; null when the listing gives none.';
comment on column ops.entry.stated_update is 'What the listing last said about when it changed, word for word; null when it says nothing.';
comment on column ops.entry.first_listed_at is 'When it was first named, in UTC.';
comment on column ops.entry.last_listed_at is 'When it was last named, in UTC.';

delete from ops.entry
where
    source_id in (select source_id from incoming.changed_part where is_vanished)
    or (source_id, url) in (select (source_id, url) from incoming.entry);

insert into ops.entry by name
select
    source_id,
    url,
    newest.external_id,
    newest.title,
    newest.stated_update,
    first_listed_at,
    newest.last_listed_at
from incoming.entry;
