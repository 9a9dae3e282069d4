-- One row for each subject that releases are sorted by.
create table if not exists main.topic (
    topic_id text,
    label text,
    eurovoc_uri text,
    plover_context text
);

comment on table main.topic is 'One row for each subject that releases are sorted by.';
comment on column main.topic.topic_id is 'The code, such as trade.';
comment on column main.topic.label is 'The subject in plain words.';
comment on column main.topic.eurovoc_uri is 'The same subject in EuroVoc; null when not matched.';
comment on column main.topic.plover_context is 'The context of the PLOVER event coding scheme that it falls under; null when not matched.';

delete from main.topic;

insert into main.topic by name
select
    topic_id,
    label,
    eurovoc_uri::text as eurovoc_uri,
    plover_context::text as plover_context
from incoming.topic;
