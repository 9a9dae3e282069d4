-- No session of a standing dialogue was held twice, more than sixty days apart, under one number.
-- severity: warn
select
    mechanism.name,
    event.session_no,
    min(event.start_on) as first_on,
    max(event.start_on) as last_on,
    list(event.event_id order by event.start_on, event.event_id) as event_ids
from main.event as event
inner join main.mechanism as mechanism on event.mechanism_id = mechanism.mechanism_id
where
    event.kind in ('dialogue', 'conference')
    and event.status = 'held'
    and event.session_no is not null
    and event.date_precision != 'year'
group by mechanism.mechanism_id, mechanism.name, event.session_no
having max(event.start_on) - min(event.start_on) > 60
order by mechanism.name, event.session_no;
