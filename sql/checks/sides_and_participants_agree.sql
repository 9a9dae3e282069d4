-- Every side for which a person took part in an event is a side of that event.
-- severity: warn
select event_person.event_id, event_person.person_id, event_person.side
from main.event_person as event_person
anti join main.event_side as event_side
    on
        event_person.event_id = event_side.event_id
        and event_person.side = event_side.side
where event_person.side is not null
order by event_person.event_id, event_person.person_id;
