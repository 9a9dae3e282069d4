-- Who chairs which standing dialogue, for which side, over how many sessions and since when?
with
chairs as (
    select
        event.mechanism_id,
        event_person.person_id,
        event_person.side,
        count(*) as session_count,
        list(distinct event.session_no order by event.session_no)
        filter (where event.session_no is not null) as sessions,
        min(event.start_on) as first_on,
        max(event.start_on) as last_on,
        arg_max(event_person.title, (event.start_on, event.event_id))
        filter (where event_person.title is not null and event.start_on is not null) as office,
        arg_max(event.event_id, (coalesce(event.start_on, date '0001-01-01'), event.event_id)) as event_id
    from main.event as event
    inner join main.event_person as event_person on event.event_id = event_person.event_id
    where event.mechanism_id is not null and event.status = 'held' and event_person.role = 'chair'
    group by event.mechanism_id, event_person.person_id, event_person.side
),

newest_chairs as (
    select *
    from chairs
    order by last_on desc nulls last, mechanism_id, person_id
    limit 500
),

reports as (
    select event_report.event_id, min(release.url) as url
    from main.event_report as event_report
    semi join newest_chairs on event_report.event_id = newest_chairs.event_id
    inner join main.release as release on event_report.release_id = release.release_id
    group by event_report.event_id
)

select
    mechanism.name as dialogue,
    person.name as chair,
    newest_chairs.office,
    coalesce(country.name, newest_chairs.side) as for_side,
    newest_chairs.session_count as sessions,
    newest_chairs.sessions as session_numbers,
    newest_chairs.first_on,
    newest_chairs.last_on,
    reports.url
from newest_chairs
inner join main.mechanism as mechanism on newest_chairs.mechanism_id = mechanism.mechanism_id
inner join main.person as person on newest_chairs.person_id = person.person_id
left join main.country as country on newest_chairs.side = country.country_code
inner join reports on newest_chairs.event_id = reports.event_id
order by dialogue, newest_chairs.last_on desc nulls last, for_side, chair;
