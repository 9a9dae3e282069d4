-- Which engagements are announced for the time after the last visit to a source, and who is expected?
with
today as (
    select max(started_at)::date as day_on
    from ops.visit
),

planned as (
    select event.*
    from main.event as event
    inner join today on event.start_on >= today.day_on
    where event.status = 'planned'
    order by event.start_on, event.event_id
    limit 200
),

sides as (
    select event_side.event_id, list(coalesce(country.name, event_side.side) order by event_side.side) as sides
    from main.event_side as event_side
    semi join planned on event_side.event_id = planned.event_id
    left join main.country as country on event_side.side = country.country_code
    group by event_side.event_id
),

participants as (
    select event_person.event_id, list(person.name order by person.name) as participants
    from main.event_person as event_person
    semi join planned on event_person.event_id = planned.event_id
    inner join main.person as person on event_person.person_id = person.person_id
    group by event_person.event_id
),

reports as (
    select event_report.event_id, max(release.published_on) as announced_on, min(release.url) as url
    from main.event_report as event_report
    semi join planned on event_report.event_id = planned.event_id
    inner join main.release as release on event_report.release_id = release.release_id
    group by event_report.event_id
)

select
    planned.date_edtf as date,
    planned.kind,
    coalesce(mechanism.name, planned.title) as engagement,
    planned.session_no as session,
    sides.sides,
    participants.participants,
    place.name as place,
    reports.announced_on,
    reports.url
from planned
inner join reports on planned.event_id = reports.event_id
left join sides on planned.event_id = sides.event_id
left join participants on planned.event_id = participants.event_id
left join main.place as place on planned.place_id = place.place_id
left join main.mechanism as mechanism on planned.mechanism_id = mechanism.mechanism_id
order by planned.start_on, engagement, reports.url;
