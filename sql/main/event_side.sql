-- One row for each country or international body that took part in an event.
create table if not exists main.event_side (
    event_id text,
    side text
);

comment on table main.event_side is 'One row for each country or international body that took part in an event.';
comment on column main.event_side.event_id is 'The event: see event.';
comment on column main.event_side.side is 'ISO 3166-1 alpha-2, or the acronym of an international body.';
