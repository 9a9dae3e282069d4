-- One row for each event that a touched release tells: what the resolver of events sees.
create or replace view incoming.named_event as
with
events as (
    select release_id, unnest(facts.events) as event
    from incoming.latest
)

select
    release_id,
    event.event_no
from events;
