-- Which agreements were announced, and not heard of again for a year and more?
with
newest as (
    select max(published_on) as day_on
    from main.release
),

announced as (
    select *
    from main.agreement
    where status in ('proposed', 'under_negotiation')
),

latest as (
    select
        report.agreement_id,
        arg_max(release.url, (coalesce(release.published_on, date '0001-01-01'), release.url)) as url,
        max(release.published_on) as last_named_on
    from main.agreement_report as report
    semi join announced on report.agreement_id = announced.agreement_id
    inner join main.release as release on report.release_id = release.release_id
    group by report.agreement_id
),

silent as (
    select announced.*, latest.last_named_on, latest.url
    from announced
    inner join latest on announced.agreement_id = latest.agreement_id
    inner join newest on latest.last_named_on < newest.day_on - interval 12 months
    order by latest.last_named_on desc, announced.name, announced.agreement_id
    limit 200
),

parties as (
    select
        agreement_party.agreement_id,
        list_sort(list(distinct coalesce(organization.name, country.name, agreement_party.party))) as parties
    from main.agreement_party as agreement_party
    semi join silent on agreement_party.agreement_id = silent.agreement_id
    left join main.organization as organization on agreement_party.organization_id = organization.organization_id
    left join main.country as country on agreement_party.party = country.country_code
    group by agreement_party.agreement_id
)

select
    silent.name as agreement,
    silent.kind,
    silent.status,
    parties.parties,
    silent.last_named_on,
    silent.url
from silent
left join parties on silent.agreement_id = parties.agreement_id
order by silent.last_named_on desc, silent.name, silent.url;
