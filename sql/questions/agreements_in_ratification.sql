-- Which agreements wait for ratification, since when, and when were they last spoken of?
with
waiting as (
    select *
    from main.agreement
    where status = 'under_ratification'
),

parties as (
    select
        agreement_party.agreement_id,
        list_sort(list(distinct coalesce(organization.name, country.name, agreement_party.party))) as parties
    from main.agreement_party as agreement_party
    semi join waiting on agreement_party.agreement_id = waiting.agreement_id
    left join main.organization as organization on agreement_party.organization_id = organization.organization_id
    left join main.country as country on agreement_party.party = country.country_code
    group by agreement_party.agreement_id
),

latest as (
    select
        report.agreement_id,
        arg_max(release.url, (coalesce(release.published_on, date '0001-01-01'), release.url)) as url,
        min(release.published_on) filter (where report.status = 'under_ratification') as since_on,
        max(release.published_on) as last_named_on
    from main.agreement_report as report
    semi join waiting on report.agreement_id = waiting.agreement_id
    inner join main.release as release on report.release_id = release.release_id
    group by report.agreement_id
)

select
    waiting.name as agreement,
    waiting.kind,
    parties.parties,
    waiting.date_edtf as signed,
    latest.since_on as said_to_be_in_ratification_since,
    latest.last_named_on,
    latest.url
from waiting
inner join latest on waiting.agreement_id = latest.agreement_id
left join parties on waiting.agreement_id = parties.agreement_id
order by latest.since_on nulls last, waiting.name, latest.url
limit 200;
