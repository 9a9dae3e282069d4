-- One row for each subject, ministry and month: how many of its releases were about it, copies aside.
create or replace view mart.topic_trends as
with
published as (
    select
        issuer_country,
        date_trunc('month', published_on)::date as month_on,
        count(*) as published_count
    from main.release
    where published_on is not null and release_id not in (select release_id from main.release_copy)
    group by all
),

told as (
    select
        release_topic.topic_id,
        release.issuer_country,
        date_trunc('month', release.published_on)::date as month_on,
        count(distinct release.release_id) as release_count
    from main.release_topic as release_topic
    inner join main.release as release on release_topic.release_id = release.release_id
    anti join main.release_copy as release_copy on release.release_id = release_copy.release_id
    where release.published_on is not null
    group by all
)

select
    told.topic_id,
    topic.label as topic,
    told.issuer_country,
    told.release_count,
    round(told.release_count / published.published_count, 3) as share,
    told.month_on
from told
inner join published on told.issuer_country = published.issuer_country and told.month_on = published.month_on
inner join main.topic as topic on told.topic_id = topic.topic_id;

comment on view mart.topic_trends is 'One row for each subject, ministry and month: how many of its releases were about it, copies aside.';
comment on column mart.topic_trends.topic_id is 'The subject: see topic.';
comment on column mart.topic_trends.topic is 'The subject in plain words.';
comment on column mart.topic_trends.issuer_country is 'The country whose ministry speaks, ISO 3166-1 alpha-2.';
comment on column mart.topic_trends.release_count is 'How many of its releases in that month were about it.';
comment on column mart.topic_trends.share is 'The same as a share of all its releases in that month, from 0 to 1.';
comment on column mart.topic_trends.month_on is 'The first day of the month of publication.';
