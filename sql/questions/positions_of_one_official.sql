-- Which offices was Murat Nurtleu seen to hold, from when to when?
with
-- Put another name here, in any form that a release uses.
asked as (
    select distinct person_id
    from main.person_alias
    where name = 'Murat Nurtleu'
),

latest_reports as (
    select
        report.person_id,
        report.title,
        report.organization_id,
        report.country_code,
        arg_max(release.url, (coalesce(release.published_on, date '0001-01-01'), release.url)) as url
    from main.position_report as report
    semi join asked on report.person_id = asked.person_id
    inner join main.release as release on report.release_id = release.release_id
    group by report.person_id, report.title, report.organization_id, report.country_code
)

select
    person.name as person,
    position.title,
    position.rank,
    organization.name as organization,
    country.name as country,
    position.first_seen_on,
    position.last_seen_on,
    position.release_count as releases,
    latest_reports.url as last_report
from main.position as position
semi join asked on position.person_id = asked.person_id
inner join main.person as person on position.person_id = person.person_id
inner join latest_reports
    on
        position.person_id = latest_reports.person_id
        and position.title = latest_reports.title
        and position.organization_id is not distinct from latest_reports.organization_id
        and position.country_code is not distinct from latest_reports.country_code
left join main.organization as organization on position.organization_id = organization.organization_id
left join main.country as country on position.country_code = country.country_code
order by position.first_seen_on nulls last, position.last_seen_on, position.title, last_report;
