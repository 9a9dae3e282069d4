-- Which agreements were signed, adopted, ratified or came into force, between whom and when, the newest first?
with
concluded as (
    select *
    from main.agreement
    where status in ('signed', 'adopted', 'ratified', 'in_force')
    order by date_on desc nulls last, name, agreement_id
    limit 200
),

parties as (
    select
        agreement_party.agreement_id,
        list_sort(list(distinct coalesce(organization.name, country.name, agreement_party.party))) as parties
    from main.agreement_party as agreement_party
    semi join concluded on agreement_party.agreement_id = concluded.agreement_id
    left join main.organization as organization on agreement_party.organization_id = organization.organization_id
    left join main.country as country on agreement_party.party = country.country_code
    group by agreement_party.agreement_id
),

latest as (
    select
        report.agreement_id,
        arg_max(release.url, (coalesce(release.published_on, date '0001-01-01'), release.url)) as url,
        max(release.published_on) as last_named_on
    from main.agreement_report as report
    semi join concluded on report.agreement_id = concluded.agreement_id
    inner join main.release as release on report.release_id = release.release_id
    group by report.agreement_id
)

select
    concluded.date_edtf as date,
    concluded.name as agreement,
    concluded.kind,
    concluded.status,
    parties.parties,
    latest.last_named_on,
    latest.url
from concluded
inner join latest on concluded.agreement_id = latest.agreement_id
left join parties on concluded.agreement_id = parties.agreement_id
order by concluded.date_on desc nulls last, concluded.name, latest.url;
