-- One row for each event of which a touched release tells, or told before.
create or replace view incoming.changed_event as
select event_id from incoming.reported_event
union
select event_id from incoming.event;
