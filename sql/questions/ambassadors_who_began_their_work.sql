-- Which ambassadors presented their credentials, to which country and when, the latest first?
with
ceremonies as (
    select *
    from main.event
    where kind = 'credentials' and status = 'held'
    order by start_on desc nulls last, event_id
    limit 200
),

-- Whoever receives the letters, or has sent them, holds a higher office.
receivers as (
    select distinct position.person_id
    from main.position as position
    where position.rank in ('head_of_state', 'head_of_government', 'minister', 'deputy_minister')
),

reports as (
    select event_report.event_id, min(release.url) as url
    from main.event_report as event_report
    semi join ceremonies on event_report.event_id = ceremonies.event_id
    inner join main.release as release on event_report.release_id = release.release_id
    group by event_report.event_id
)

select
    ceremonies.date_edtf as date,
    person.name as ambassador,
    event_person.title as office,
    home.name as sent_by,
    country.name as presented_in,
    reports.url
from ceremonies
inner join main.event_person as event_person on ceremonies.event_id = event_person.event_id
inner join main.person as person on event_person.person_id = person.person_id
inner join reports on ceremonies.event_id = reports.event_id
left join main.country as home on person.country_code = home.country_code
left join main.country as country on ceremonies.country_code = country.country_code
anti join receivers on event_person.person_id = receivers.person_id
order by ceremonies.start_on desc nulls last, ambassador, reports.url;
