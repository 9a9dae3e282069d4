-- One row for each form in which an organization's name is written.
create table if not exists main.organization_alias (
    organization_id text,
    name text,
    release_count bigint
);

comment on table main.organization_alias is 'One row for each form in which an organization''s name is written.';
comment on column main.organization_alias.organization_id is 'The organization: see organization.';
comment on column main.organization_alias.name is 'The form of the name.';
comment on column main.organization_alias.release_count is 'How many releases use it.';
