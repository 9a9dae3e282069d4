-- Who met whom, when and where, and in which release does it stand?
select
    start_on,
    kind,
    participants,
    sides,
    place,
    country,
    mechanism,
    reports
from mart.meetings
where status = 'held' and len(participants) > 1
order by start_on desc nulls last, kind, event_id;
