-- One row for each two people who took part in the same engagement that was held, however often.
create or replace view mart.who_met_whom as
with
encounters as (
    select
        one.person_id,
        other.person_id as other_person_id,
        event.event_id,
        event.kind,
        place.name as place,
        event.start_on
    from main.event_person as one
    inner join main.event_person as other on one.event_id = other.event_id and one.person_id < other.person_id
    inner join main.event as event on one.event_id = event.event_id
    left join main.place as place on event.place_id = place.place_id
    where event.status = 'held' and event.kind in ('meeting', 'call', 'dialogue', 'conference', 'visit', 'signing')
)

select
    encounters.person_id,
    encounters.other_person_id,
    person.name as person,
    other_person.name as other_person,
    person.country_code,
    other_person.country_code as other_country_code,
    list(distinct encounters.kind order by encounters.kind) as kinds,
    list(distinct encounters.place order by encounters.place)
    filter (where encounters.place is not null) as places,
    count(distinct encounters.event_id) as event_count,
    min(encounters.start_on) as first_on,
    max(encounters.start_on) as last_on
from encounters
inner join main.person as person on encounters.person_id = person.person_id
inner join main.person as other_person on encounters.other_person_id = other_person.person_id
group by all;

comment on view mart.who_met_whom is 'One row for each two people who took part in the same engagement that was held, however often.';
comment on column mart.who_met_whom.person_id is 'One of the two: see person.';
comment on column mart.who_met_whom.other_person_id is 'The other: see person.';
comment on column mart.who_met_whom.person is 'Name of the one.';
comment on column mart.who_met_whom.other_person is 'Name of the other.';
comment on column mart.who_met_whom.country_code is 'Country of the one, ISO 3166-1 alpha-2; null when unknown.';
comment on column mart.who_met_whom.other_country_code is 'Country of the other, ISO 3166-1 alpha-2; null when unknown.';
comment on column mart.who_met_whom.kinds is 'The kinds of engagement at which they met.';
comment on column mart.who_met_whom.places is 'The cities, towns and regions in which they met; null when no release says.';
comment on column mart.who_met_whom.event_count is 'How many engagements they shared.';
comment on column mart.who_met_whom.first_on is 'Day of the first; null when no date is known.';
comment on column mart.who_met_whom.last_on is 'Day of the last; null when no date is known.';
