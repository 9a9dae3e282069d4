-- One row for each organization that a release names: what that release calls it.
create table if not exists main.organization_report (
    release_id text,
    organization_no integer,
    organization_id text,
    name text,
    acronym text,
    kind text,
    country_code text,
    aliases text[]
);

comment on table main.organization_report is 'One row for each organization that a release names: what that release calls it.';
comment on column main.organization_report.release_id is 'The release: see release.';
comment on column main.organization_report.organization_no is 'Counted from 1 in the order of first mention in the release.';
comment on column main.organization_report.organization_id is 'Which it is: see organization.';
comment on column main.organization_report.name is 'The fullest form of the name in the release.';
comment on column main.organization_report.acronym is 'The acronym that the release gives; null when it gives none.';
comment on column main.organization_report.kind is 'What it is, in the words of organization.kind; null when undecided.';
comment on column main.organization_report.country_code is 'The country it belongs to, as this release has it; null for international bodies or when undecided, ISO 3166-1 alpha-2.';
comment on column main.organization_report.aliases is 'Other forms of the name in the release.';

delete from main.organization_report
where release_id in (select release_id from incoming.touched);

insert into main.organization_report by name
with
organizations as (
    select release_id, unnest(facts.organizations) as organization
    from incoming.latest
)

select
    organizations.release_id,
    organizations.organization.organization_no,
    identified.organization_id,
    organizations.organization.name,
    organizations.organization.acronym,
    organizations.organization.kind,
    organizations.organization.country_code,
    organizations.organization.aliases
from organizations
inner join incoming.organization as identified
    on
        organizations.release_id = identified.release_id
        and organizations.organization.organization_no = identified.organization_no
order by organizations.release_id, organizations.organization.organization_no;
