-- Which organizations sign with which, how often, and what did they sign last?
with
signatories as (
    select distinct agreement_party.agreement_id, agreement_party.organization_id
    from main.agreement_party as agreement_party
    where agreement_party.organization_id is not null
),

pairs as (
    select
        one.organization_id,
        other.organization_id as other_id,
        count(*) as agreement_count,
        arg_max(
            agreement.agreement_id, (coalesce(agreement.date_on, date '0001-01-01'), agreement.agreement_id)
        ) as agreement_id
    from signatories as one
    inner join signatories as other
        on one.agreement_id = other.agreement_id and one.organization_id < other.organization_id
    inner join main.agreement as agreement on one.agreement_id = agreement.agreement_id
    group by one.organization_id, other.organization_id
    order by agreement_count desc, one.organization_id, other.organization_id
    limit 500
),

reports as (
    select report.agreement_id, min(release.url) as url
    from main.agreement_report as report
    semi join pairs on report.agreement_id = pairs.agreement_id
    inner join main.release as release on report.release_id = release.release_id
    group by report.agreement_id
)

select
    least(one.name, other.name) as organization,
    greatest(one.name, other.name) as other_organization,
    pairs.agreement_count as agreements,
    agreement.name as last_agreement,
    agreement.status,
    agreement.date_edtf as date,
    reports.url
from pairs
inner join main.organization as one on pairs.organization_id = one.organization_id
inner join main.organization as other on pairs.other_id = other.organization_id
inner join main.agreement as agreement on pairs.agreement_id = agreement.agreement_id
inner join reports on pairs.agreement_id = reports.agreement_id
order by agreements desc, organization, other_organization;
