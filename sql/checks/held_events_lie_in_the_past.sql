-- No event ends before it begins or lies before 1900, and none that was held more than a day after its last report.
-- severity: warn
with
last_reports as (
    select event_report.event_id, max(release.published_on) as reported_on
    from main.event_report as event_report
    inner join main.release as release on event_report.release_id = release.release_id
    group by event_report.event_id
)

select event.event_id, event.title, event.start_on, event.end_on, last_reports.reported_on
from main.event as event
inner join last_reports on event.event_id = last_reports.event_id
where
    event.start_on < date '1900-01-01'
    or event.end_on < event.start_on
    or (event.status = 'held' and event.start_on > last_reports.reported_on + interval 1 day)
order by event.event_id;
