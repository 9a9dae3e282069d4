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
comment on column main.organization.organization_id is 'The organization: a function of name and country.';
comment on column main.organization.name is 'The form of the name that most releases use.';
comment on column main.organization.acronym is 'The acronym that most releases use; null when none gives one.';
comment on column main.organization.kind is 'What it is: ministry, agency, parliament, mission, company, bank, university, think_tank, international and so on; null when undecided.';
comment on column main.organization.country_code is 'The country it belongs to; null for international bodies or when undecided, ISO 3166-1 alpha-2.';
comment on column main.organization.release_count is 'How many releases name it.';

delete from main.organization
where organization_id in (select organization_id from incoming.changed_organization);

insert into main.organization by name
with
reports as (
    select *
    from main.organization_report
    where organization_id in (select organization_id from incoming.changed_organization)
),

forms as (
    select organization_id, name, count(distinct release_id) as release_count
    from reports
    group by all
),

acronyms as (
    select organization_id, acronym, count(distinct release_id) as release_count
    from reports
    where acronym is not null
    group by all
),

kinds as (
    select organization_id, kind, count(distinct release_id) as release_count
    from reports
    where kind is not null
    group by all
),

names as (
    select organization_id, name
    from forms
    qualify
        row_number() over (partition by organization_id order by release_count desc, length(name) desc, name) = 1
),

usual_acronyms as (
    select organization_id, acronym
    from acronyms
    qualify row_number() over (partition by organization_id order by release_count desc, acronym) = 1
),

usual_kinds as (
    select organization_id, kind
    from kinds
    qualify row_number() over (partition by organization_id order by release_count desc, kind) = 1
),

-- The country is part of what the id is made of, so that all reports of one id agree on it.
appearances as (
    select
        organization_id,
        min(country_code) as country_code,
        count(distinct release_id) as release_count
    from reports
    group by organization_id
)

select
    appearances.organization_id,
    names.name,
    usual_acronyms.acronym,
    usual_kinds.kind,
    appearances.country_code,
    appearances.release_count
from appearances
inner join names on appearances.organization_id = names.organization_id
left join usual_acronyms on appearances.organization_id = usual_acronyms.organization_id
left join usual_kinds on appearances.organization_id = usual_kinds.organization_id
order by appearances.organization_id;
