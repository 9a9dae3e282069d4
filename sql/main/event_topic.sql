-- One row for each subject of an event.
create table if not exists main.event_topic (
    event_id text,
    topic_id text,
    release_id text,
    rule text,
    sentence_no integer
);

comment on table main.event_topic is 'One row for each subject of an event.';
comment on column main.event_topic.event_id is 'The event: see event.';
comment on column main.event_topic.topic_id is 'The subject: see topic.';
comment on column main.event_topic.release_id is 'The release that shows it: see release.';
comment on column main.event_topic.rule is 'event_topic: the release says so of the event; release_topic: the release is about the event, and speaks of the subject.';
comment on column main.event_topic.sentence_no is 'The sentence that is the evidence, counted from 1 through the release.';

delete from main.event_topic
where event_id in (select event_id from incoming.changed_event);

insert into main.event_topic by name
with
reports as (
    select event_report.event_id, event_report.release_id, event_report.sentence_no, event_report.topics
    from main.event_report as event_report
    semi join incoming.changed_event as changed_event on event_report.event_id = changed_event.event_id
),

stated as (
    select event_id, unnest(topics) as topic_id, release_id, 'event_topic' as rule, sentence_no
    from reports
),

main_reports as (
    select event_report.event_id, event_report.release_id, event_report.sentence_no
    from main.event_report as event_report
    semi join reports on event_report.release_id = reports.release_id
    where event_report.is_main
),

-- A release that is about several events speaks of a subject under the one that it told last, or else first.
spoken_of as (
    select
        main_reports.event_id,
        release_topic.topic_id,
        release_topic.release_id,
        'release_topic' as rule,
        release_topic.sentence_no
    from main.release_topic as release_topic
    inner join main_reports on release_topic.release_id = main_reports.release_id
    qualify
        rank() over (
            partition by release_topic.release_id, release_topic.topic_id
            order by
                case
                    when main_reports.sentence_no <= release_topic.sentence_no then main_reports.sentence_no
                    else -main_reports.sentence_no
                end desc
        ) = 1
),

together as (
    select * from stated
    union all
    select spoken_of.*
    from spoken_of
    semi join reports on spoken_of.event_id = reports.event_id
)

select event_id, topic_id, release_id, rule, sentence_no
from together
qualify row_number() over (partition by event_id, topic_id order by rule, release_id, sentence_no) = 1
order by event_id, topic_id;
