-- Which sessions of each standing dialogue were held, where and by whom, and which does no release tell of?
select
    mechanism,
    session_no,
    start_on,
    date_edtf,
    place,
    chairs,
    status,
    is_missing
from mart.dialogue_sessions
order by mechanism, mechanism_id, session_no nulls last, start_on, event_id;
