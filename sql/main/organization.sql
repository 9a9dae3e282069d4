-- One row for each body that a release names: ministry, agency, parliament, company, university, international body.
create table if not exists main.organization (
    organization_id text,
    name text,
    acronym text,
    kind text,
    country_code text,
    release_count bigint
);

comment on table main.organization is 'One row for each body that a release names: ministry, agency, parliament, company, university, international body.';
comment on column main.organization.organization_id is 'The organization.';
comment on column main.organization.name is 'Its name in English.';
comment on column main.organization.acronym is 'Its usual acronym; null when it has none.';
comment on column main.organization.kind is 'What it is: ministry, agency, parliament, company, university, international_body and so on; null when undecided.';
comment on column main.organization.country_code is 'The country it belongs to; null for international bodies, ISO 3166-1 alpha-2.';
comment on column main.organization.release_count is 'How many releases name it.';
