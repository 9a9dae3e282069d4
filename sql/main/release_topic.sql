-- One row for each subject of a release.
create table if not exists main.release_topic (
    release_id text,
    topic_id text,
    sentence_no integer
);

comment on table main.release_topic is 'One row for each subject of a release.';
comment on column main.release_topic.release_id is 'The release: see release.';
comment on column main.release_topic.topic_id is 'The subject: see topic.';
comment on column main.release_topic.sentence_no is 'The sentence that shows it, counted from 1 through the release.';
