-- One row for each official and visit to a country, with where they came from and when.
create or replace view mart.travel as
with
reports as (
    select event_report.event_id, list(release.url order by release.published_on, release.url) as reports
    from main.event_report as event_report
    inner join main.release as release on event_report.release_id = release.release_id
    where event_report.kind = 'visit'
    group by event_report.event_id
)

select
    event.event_id,
    person.person_id,
    person.name as person,
    event_person.title,
    person.country_code as from_country_code,
    event.country_code as to_country_code,
    origin.name as from_country,
    destination.name as to_country,
    place.name as place,
    event.status,
    event.date_precision,
    event.date_edtf,
    reports.reports,
    event.start_on,
    event.end_on
from main.event as event
inner join main.event_person as event_person on event.event_id = event_person.event_id
inner join main.person as person on event_person.person_id = person.person_id
left join main.place as place on event.place_id = place.place_id
left join main.country as origin on person.country_code = origin.country_code
left join main.country as destination on event.country_code = destination.country_code
left join reports on event.event_id = reports.event_id
where
    event.kind = 'visit'
    and event_person.role is distinct from 'host'
    and person.country_code is distinct from event.country_code;

comment on view mart.travel is 'One row for each official and visit to a country, with where they came from and when.';
comment on column mart.travel.event_id is 'The visit: see event.';
comment on column mart.travel.person_id is 'Who travelled: see person.';
comment on column mart.travel.person is 'Their name.';
comment on column mart.travel.title is 'The office in which they travelled; null when not stated.';
comment on column mart.travel.from_country_code is 'The country of their office, ISO 3166-1 alpha-2; null when unknown.';
comment on column mart.travel.to_country_code is 'The country visited, ISO 3166-1 alpha-2; null when unknown.';
comment on column mart.travel.from_country is 'Name of the country of their office; null when unknown.';
comment on column mart.travel.to_country is 'Name of the country visited; null when unknown.';
comment on column mart.travel.place is 'The city, town or region visited; null when no release says.';
comment on column mart.travel.status is 'held, planned or cancelled.';
comment on column mart.travel.date_precision is 'How much of the date is known: day, month or year; null without a date.';
comment on column mart.travel.date_edtf is 'The date as derived, in EDTF; null when unknown.';
comment on column mart.travel.reports is 'Addresses of the releases that tell of the visit as one, oldest first.';
comment on column mart.travel.start_on is 'The day it began; null when unknown.';
comment on column mart.travel.end_on is 'The day it ended; null when unknown.';
