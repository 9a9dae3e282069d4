-- Who travelled where and when, and who is about to?
select
    person,
    title,
    from_country_code,
    to_country_code,
    place,
    status,
    start_on,
    end_on
from mart.travel
order by start_on desc nulls last, person, event_id;
