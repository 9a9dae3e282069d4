-- One row for each event of a touched release that names a mechanism: what the resolver of mechanisms sees.
create or replace view incoming.named_mechanism as
with
events as (
    select release_id, unnest(facts.events) as event
    from incoming.latest
)

select
    release_id,
    event.event_no,
    event.mechanism as name,
    event.kind as event_kind,
    event.sides
from events
where event.mechanism is not null;
