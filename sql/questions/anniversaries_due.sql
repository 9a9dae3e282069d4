-- Which anniversaries of relations and agreements fall into the twelve months after the last visit to a source?
with
today as (
    select max(started_at)::date as day_on
    from ops.visit
),

founded as (
    select
        'diplomatic relations' as occasion,
        tie.established_on as since_on,
        list_sort([country.name, partner.name]) as parties,
        min(release.url) as url
    from main.diplomatic_tie as tie
    inner join main.release as release on tie.release_id = release.release_id
    inner join main.country as country on tie.country_code = country.country_code
    inner join main.country as partner on tie.partner_code = partner.country_code
    group by all
),

agreed as (
    select agreement.agreement_id, agreement.name as occasion, agreement.date_on as since_on
    from main.agreement as agreement
    where
        agreement.date_precision = 'day'
        and agreement.status in ('signed', 'adopted', 'ratified', 'in_force', 'under_ratification')
),

parties as (
    select
        agreement_party.agreement_id,
        list_sort(list(distinct coalesce(country.name, agreement_party.party))) as parties
    from main.agreement_party as agreement_party
    semi join agreed on agreement_party.agreement_id = agreed.agreement_id
    left join main.country as country on agreement_party.party = country.country_code
    where agreement_party.party is not null
    group by agreement_party.agreement_id
),

reports as (
    select report.agreement_id, min(release.url) as url
    from main.agreement_report as report
    semi join agreed on report.agreement_id = agreed.agreement_id
    inner join main.release as release on report.release_id = release.release_id
    group by report.agreement_id
),

occasions as (
    select occasion, since_on, parties, url
    from founded
    union all
    select agreed.occasion, agreed.since_on, parties.parties, reports.url
    from agreed
    inner join reports on agreed.agreement_id = reports.agreement_id
    left join parties on agreed.agreement_id = parties.agreement_id
),

-- Whole years on the last day of the twelve months: the anniversary of the latest of them may lie within.
counted as (
    select
        occasions.*,
        today.day_on,
        date_sub('year', occasions.since_on, (today.day_on + interval 12 months)::date)::integer as years
    from occasions
    cross join today
),

due as (
    select *, (since_on + to_years(years))::date as due_on
    from counted
    where years > 0
)

select
    due_on,
    years,
    years % 5 = 0 as is_round,
    occasion,
    parties,
    since_on,
    url
from due
where due_on > day_on
order by due_on, years desc, occasion, parties, url
limit 500;
