-- One row for each official and visit to a country, with where they came from and when.
create or replace view mart.travel as
select
    event.event_id,
    person.person_id,
    person.name as person,
    event_person.title,
    person.country_code as from_country_code,
    event.country_code as to_country_code,
    place.name as place,
    event.status,
    event.date_precision,
    event.start_on,
    event.end_on
from main.event as event
inner join main.event_person as event_person on event.event_id = event_person.event_id
inner join main.person as person on event_person.person_id = person.person_id
left join main.place as place on event.place_id = place.place_id
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
comment on column mart.travel.place is 'The city, town or region visited; null when no release says.';
comment on column mart.travel.status is 'held, planned or cancelled.';
comment on column mart.travel.date_precision is 'How much of the date is known: day, month or year; null without a date.';
comment on column mart.travel.start_on is 'The day it began; null when unknown.';
comment on column mart.travel.end_on is 'The day it ended; null when unknown.';
