-- One row for each city, town or region that a release names.
create table if not exists main.place (
    place_id text,
    name text,
    country_code text,
    latitude double,
    longitude double,
    population bigint
);

comment on table main.place is 'One row for each city, town or region that a release names.';
comment on column main.place.place_id is 'GeoNames id.';
comment on column main.place.name is 'Its name in English.';
comment on column main.place.country_code is 'The country it lies in, ISO 3166-1 alpha-2.';
comment on column main.place.latitude is 'Degrees north.';
comment on column main.place.longitude is 'Degrees east.';
comment on column main.place.population is 'Inhabitants, as GeoNames has it.';

delete from main.place
where
    place_id not in (select entity_id from main.mention where kind = 'place' and entity_id is not null)
    and place_id not in (select place_id from main.event_report where place_id is not null);

delete from main.place
where place_id in (select unnest(list_transform(facts.places, lambda place: place.place_id)) from incoming.latest);

insert into main.place by name
with
places as (
    select distinct unnest(facts.places) as place
    from incoming.latest
)

select
    place.place_id,
    place.name,
    place.country_code,
    place.latitude,
    place.longitude,
    place.population
from places
where
    place.place_id in (select entity_id from main.mention where kind = 'place')
    or place.place_id in (select place_id from main.event_report)
qualify row_number() over (partition by place.place_id order by place) = 1
order by place.place_id;
