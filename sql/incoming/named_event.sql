-- One row for each event that a touched release tells: what the resolver of events sees.
create or replace view incoming.named_event as
with
events as (
    select
        release_id,
        document.issuer_country,
        document.published_on,
        unnest(facts.events) as event
    from incoming.latest
)

select
    events.release_id,
    events.event.event_no,
    events.event.kind,
    events.event.status,
    events.event.start_on,
    events.event.end_on,
    events.event.date_precision,
    events.event.sides,
    list_transform(part.persons, lambda one: struct_extract(one, 'person_id')) as person_ids,
    events.event.place_id,
    mechanism.mechanism_id,
    events.event.session_no,
    events.issuer_country,
    events.published_on
from events
inner join incoming.event_part as part
    on events.release_id = part.release_id and events.event.event_no = part.event_no
left join incoming.mechanism as mechanism
    on events.release_id = mechanism.release_id and events.event.event_no = mechanism.event_no;
