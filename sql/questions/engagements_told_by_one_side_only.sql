-- Which engagements did only one of the ministries that could have told of them report, in the last two years?
with
-- From when to when each country's ministry is read here: outside of that its silence says nothing.
spans as (
    select source.country_code, min(release.published_on) as first_on, max(release.published_on) as last_on
    from main.release as release
    inner join main.source as source on release.source_id = source.source_id
    where source.republishes is null
    group by source.country_code
),

recent_events as (
    select event.*
    from main.event as event
    where
        event.status = 'held'
        and event.source_count = 1
        and event.start_on > (select max(last_on) from spans) - interval 24 months
),

-- Two or more of these ministries could have told of it.
shared as (
    select recent_events.event_id, list(spans.country_code order by spans.country_code) as countries
    from main.event_side as event_side
    inner join recent_events on event_side.event_id = recent_events.event_id
    inner join spans
        on
            event_side.side = spans.country_code
            and recent_events.start_on between spans.first_on and spans.last_on
    group by recent_events.event_id
    having count(*) > 1
),

reports as (
    select event_report.event_id, min(release.issuer_country) as issuer_country, min(release.url) as url
    from main.event_report as event_report
    semi join shared on event_report.event_id = shared.event_id
    inner join main.release as release on event_report.release_id = release.release_id
    group by event_report.event_id
),

newest_silences as (
    select recent_events.*, shared.countries, reports.issuer_country, reports.url
    from shared
    inner join reports
        on shared.event_id = reports.event_id and list_contains(shared.countries, reports.issuer_country)
    inner join recent_events on shared.event_id = recent_events.event_id
    order by recent_events.start_on desc, recent_events.kind, reports.url
    limit 500
),

silent as (
    select silences.event_id, list(country.name order by country.name) as names
    from newest_silences as silences
    inner join main.country as country
        on list_contains(silences.countries, country.country_code) and silences.issuer_country != country.country_code
    group by silences.event_id
)

select
    silences.date_edtf as date,
    silences.kind,
    silences.title,
    country.name as told_by,
    silent.names as not_told_by,
    place.name as place,
    silences.url
from newest_silences as silences
inner join silent on silences.event_id = silent.event_id
inner join main.country as country on silences.issuer_country = country.country_code
left join main.place as place on silences.place_id = place.place_id
order by silences.start_on desc, silences.kind, silences.url;
