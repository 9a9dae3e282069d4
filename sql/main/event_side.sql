-- One row for each country or international body that took part in an event.
create table if not exists main.event_side (
    event_id text,
    side text
);

comment on table main.event_side is 'One row for each country or international body that took part in an event.';
comment on column main.event_side.event_id is 'The event: see event.';
comment on column main.event_side.side is 'ISO 3166-1 alpha-2, or the acronym of an international body.';

delete from main.event_side
where event_id in (select event_id from incoming.changed_event);

insert into main.event_side by name
with
reports as (
    select event_report.event_id, unnest(event_report.sides) as side
    from main.event_report as event_report
    semi join incoming.changed_event as changed_event on event_report.event_id = changed_event.event_id
)

select distinct event_id, side
from reports
order by event_id, side;
