-- Who met whom, when and where, most recently, and in which release does it stand?
with
newest_events as (
    select *
    from main.event
    where status = 'held'
    order by start_on desc nulls last, event_id
    limit 2000
),

participants as (
    select event_person.event_id, list(person.name order by person.name) as participants
    from main.event_person as event_person
    semi join newest_events on event_person.event_id = newest_events.event_id
    inner join main.person as person on event_person.person_id = person.person_id
    group by event_person.event_id
    having count(*) > 1
),

reports as (
    select event_report.event_id, list(release.url order by release.published_on, release.url) as urls
    from main.event_report as event_report
    semi join newest_events on event_report.event_id = newest_events.event_id
    inner join main.release as release on event_report.release_id = release.release_id
    group by event_report.event_id
)

select
    newest_events.date_edtf as date,
    newest_events.kind,
    participants.participants,
    place.name as place,
    country.name as country,
    mechanism.name as mechanism,
    reports.urls
from newest_events
inner join participants on newest_events.event_id = participants.event_id
inner join reports on newest_events.event_id = reports.event_id
left join main.place as place on newest_events.place_id = place.place_id
left join main.country as country on newest_events.country_code = country.country_code
left join main.mechanism as mechanism on newest_events.mechanism_id = mechanism.mechanism_id
order by newest_events.start_on desc nulls last, newest_events.kind, participants.participants
limit 200;
