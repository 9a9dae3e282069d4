-- One row for each id that a merge retired.
create table if not exists main.redirect (
    kind text,
    old_id text,
    new_id text
);

comment on table main.redirect is 'One row for each id that a merge retired.';
comment on column main.redirect.kind is 'What it names: person, organization, event, mechanism or agreement.';
comment on column main.redirect.old_id is 'The id that is no longer used.';
comment on column main.redirect.new_id is 'The id to use in its place.';
