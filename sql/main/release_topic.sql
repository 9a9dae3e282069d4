-- One row for each subject of a release.
create table if not exists main.release_topic (
    release_id text,
    topic_id text,
    sentence_no integer,
    rule text
);

comment on table main.release_topic is 'One row for each subject of a release.';
comment on column main.release_topic.release_id is 'The release: see release.';
comment on column main.release_topic.topic_id is 'The subject: see topic.';
comment on column main.release_topic.sentence_no is 'The first sentence that shows it, counted from 1 through the release.';
comment on column main.release_topic.rule is 'The name of the rule that read this out of the text.';

delete from main.release_topic
where release_id in (select release_id from incoming.touched);

insert into main.release_topic by name
with
topics as (
    select release_id, unnest(facts.topics) as topic
    from incoming.latest
)

select
    release_id,
    topic.topic_id,
    topic.sentence_no,
    topic.rule
from topics
qualify row_number() over (partition by release_id, topic.topic_id order by topic.sentence_no, topic.rule) = 1
order by release_id, topic.topic_id;
