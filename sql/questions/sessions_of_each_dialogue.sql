-- Which sessions of each standing dialogue were held, where and under whom, and which does no release tell of?
with
sessions as (
    select *
    from mart.dialogue_sessions
    where session_no is not null
    order by mechanism, mechanism_id, session_no, start_on, event_id
    limit 1000
),

reports as (
    select event_report.event_id, min(release.url) as url
    from main.event_report as event_report
    semi join sessions on event_report.event_id = sessions.event_id
    inner join main.release as release on event_report.release_id = release.release_id
    group by event_report.event_id
)

select
    sessions.mechanism as dialogue,
    sessions.session_no as session,
    sessions.date_edtf as date,
    sessions.place,
    sessions.chairs,
    sessions.status,
    sessions.is_missing,
    reports.url
from sessions
left join reports on sessions.event_id = reports.event_id
order by dialogue, sessions.mechanism_id, session, sessions.start_on, reports.url;
