-- Who travelled where and when, and who is about to, the latest first?
with
journeys as (
    select event.*, event_person.person_id, event_person.title as office
    from main.event as event
    inner join main.event_person as event_person on event.event_id = event_person.event_id
    inner join main.person as person on event_person.person_id = person.person_id
    where
        event.kind = 'visit'
        and event_person.role is distinct from 'host'
        and person.country_code is distinct from event.country_code
    order by event.start_on desc nulls last, event.event_id, event_person.person_id
    limit 200
),

reports as (
    select event_report.event_id, min(release.url) as url
    from main.event_report as event_report
    semi join journeys on event_report.event_id = journeys.event_id
    inner join main.release as release on event_report.release_id = release.release_id
    group by event_report.event_id
)

select
    journeys.date_edtf as date,
    person.name as person,
    journeys.office,
    origin.name as travelled_from,
    destination.name as travelled_to,
    place.name as place,
    journeys.status,
    reports.url
from journeys
inner join main.person as person on journeys.person_id = person.person_id
inner join reports on journeys.event_id = reports.event_id
left join main.country as origin on person.country_code = origin.country_code
left join main.country as destination on journeys.country_code = destination.country_code
left join main.place as place on journeys.place_id = place.place_id
order by journeys.start_on desc nulls last, person, reports.url;
