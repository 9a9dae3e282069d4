-- Which sessions of each standing dialogue were held, where and under whom, and which does no release tell of?
select
    mechanism as dialogue,
    session_no as session,
    date_edtf as date,
    place,
    chairs,
    status,
    is_missing,
    reports[1] as url
from mart.dialogue_sessions
where session_no is not null
order by dialogue, mechanism_id, session, start_on, url
limit 1000;
