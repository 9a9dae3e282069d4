-- Where were conferences, summits and forums held, how many, and which was the last?
with
places as (
    select
        event.place_id,
        event.country_code,
        count(*) as conference_count,
        max(event.start_on) as last_on,
        arg_max(
            event.event_id,
            (coalesce(event.start_on, date '0001-01-01'), event.mechanism_id is not null, event.event_id)
        ) as event_id
    from main.event as event
    where event.kind = 'conference' and event.status = 'held' and event.country_code is not null
    group by event.place_id, event.country_code
    order by conference_count desc, event.country_code, event.place_id
    limit 200
),

reports as (
    select event_report.event_id, min(release.url) as url
    from main.event_report as event_report
    semi join places on event_report.event_id = places.event_id
    inner join main.release as release on event_report.release_id = release.release_id
    group by event_report.event_id
)

select
    country.name as country,
    place.name as place,
    places.conference_count as conferences,
    coalesce(mechanism.name, event.title) as last_conference,
    places.last_on,
    reports.url
from places
inner join main.country as country on places.country_code = country.country_code
inner join main.event as event on places.event_id = event.event_id
inner join reports on places.event_id = reports.event_id
left join main.place as place on places.place_id = place.place_id
left join main.mechanism as mechanism on event.mechanism_id = mechanism.mechanism_id
order by conferences desc, country, place nulls last;
