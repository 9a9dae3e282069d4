-- One row for each subject of an event.
create table if not exists main.event_topic (
    event_id text,
    topic_id text
);

comment on table main.event_topic is 'One row for each subject of an event.';
comment on column main.event_topic.event_id is 'The event: see event.';
comment on column main.event_topic.topic_id is 'The subject: see topic.';

delete from main.event_topic
where event_id in (select event_id from incoming.changed_event);

insert into main.event_topic by name
with
reports as (
    select event_report.event_id, unnest(event_report.topics) as topic_id
    from main.event_report as event_report
    semi join incoming.changed_event as changed_event on event_report.event_id = changed_event.event_id
)

select distinct event_id, topic_id
from reports
order by event_id, topic_id;
