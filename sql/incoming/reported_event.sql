-- One row for each event that a touched release reported before this build.
create or replace table incoming.reported_event as
select distinct event_report.event_id
from main.event_report as event_report
semi join incoming.touched as touched on event_report.release_id = touched.release_id;
