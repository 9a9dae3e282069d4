-- One row for each agreement, with its parties, its latest status and the releases that name it.
create or replace view mart.agreement_register as
with
parties as (
    select
        agreement_party.agreement_id,
        list(distinct agreement_party.party order by agreement_party.party)
        filter (where agreement_party.party is not null) as parties,
        list(distinct organization.name order by organization.name)
        filter (where organization.name is not null) as organizations
    from main.agreement_party as agreement_party
    left join main.organization as organization on agreement_party.organization_id = organization.organization_id
    group by agreement_party.agreement_id
),

reports as (
    select
        agreement_report.agreement_id,
        count(distinct agreement_report.release_id) as release_count,
        list(release.url order by release.published_on, release.url) as reports,
        min(release.published_on) as first_named_on,
        max(release.published_on) as last_named_on
    from main.agreement_report as agreement_report
    inner join main.release as release on agreement_report.release_id = release.release_id
    group by agreement_report.agreement_id
)

select
    agreement.agreement_id,
    agreement.event_id,
    agreement.name,
    agreement.kind,
    agreement.status,
    agreement.date_precision,
    agreement.date_edtf,
    parties.parties,
    parties.organizations,
    reports.reports,
    coalesce(reports.release_count, 0) as release_count,
    agreement.date_on,
    reports.first_named_on,
    reports.last_named_on
from main.agreement as agreement
left join parties on agreement.agreement_id = parties.agreement_id
left join reports on agreement.agreement_id = reports.agreement_id;

comment on view mart.agreement_register is 'One row for each agreement, with its parties, its latest status and the releases that name it.';
comment on column mart.agreement_register.agreement_id is 'The agreement: see agreement.';
comment on column mart.agreement_register.event_id is 'The event at which it was signed: see event; null when unknown.';
comment on column mart.agreement_register.name is 'Its name, as the latest release that names it states it.';
comment on column mart.agreement_register.kind is 'treaty, agreement, memorandum and so on: see agreement.';
comment on column mart.agreement_register.status is 'The latest known: signed, in_force, under_negotiation and so on: see agreement.';
comment on column mart.agreement_register.date_precision is 'How much of the date is known: day, month or year; null without a date.';
comment on column mart.agreement_register.date_edtf is 'The date of signing or adoption as derived, in EDTF; null when unknown.';
comment on column mart.agreement_register.parties is 'Countries (alpha-2) and international bodies (acronym) that are parties; null when unknown.';
comment on column mart.agreement_register.organizations is 'The bodies that signed, for themselves or for their countries; null when none is named.';
comment on column mart.agreement_register.reports is 'Addresses of the releases that name it, oldest first.';
comment on column mart.agreement_register.release_count is 'How many releases name it.';
comment on column mart.agreement_register.date_on is 'The day of signing or adoption; null when unknown.';
comment on column mart.agreement_register.first_named_on is 'Publication day of the first release that names it; null when none bears a date.';
comment on column mart.agreement_register.last_named_on is 'Publication day of the last one; null when none bears a date.';
