-- One row for each subject of an event.
create table if not exists main.event_topic (
    event_id text,
    topic_id text
);

comment on table main.event_topic is 'One row for each subject of an event.';
comment on column main.event_topic.event_id is 'The event: see event.';
comment on column main.event_topic.topic_id is 'The subject: see topic.';
