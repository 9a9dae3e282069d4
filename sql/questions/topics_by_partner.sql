-- Of what did each country whose ministry is read speak with each partner in the last three years, oftenest first?
with
newest as (
    select max(published_on) as day_on
    from main.release
),

recent_events as (
    select event.event_id, event.start_on
    from main.event as event
    inner join newest on event.start_on > newest.day_on - interval 36 months
    where event.status = 'held'
),

sides as (
    select recent_events.event_id, recent_events.start_on, event_side.side
    from main.event_side as event_side
    inner join recent_events on event_side.event_id = recent_events.event_id
),

pairs as (
    select one.event_id, one.start_on, one.side as country_code, other.side as partner_code
    from sides as one
    inner join sides as other on one.event_id = other.event_id and one.side != other.side
    where one.side in (select country_code from main.source)
),

counts as (
    select
        pairs.country_code,
        pairs.partner_code,
        event_topic.topic_id,
        count(*) as event_count,
        max(pairs.start_on) as last_on,
        arg_max(event_topic.release_id, (pairs.start_on, event_topic.release_id)) as release_id
    from pairs
    inner join main.event_topic as event_topic on pairs.event_id = event_topic.event_id
    group by pairs.country_code, pairs.partner_code, event_topic.topic_id
)

select
    country.name as country,
    partner.name as partner,
    topic.label as topic,
    counts.event_count as engagements,
    counts.last_on,
    release.url as last_report
from counts
inner join main.country as country on counts.country_code = country.country_code
inner join main.country as partner on counts.partner_code = partner.country_code
inner join main.topic as topic on counts.topic_id = topic.topic_id
inner join main.release as release on counts.release_id = release.release_id
order by country, partner, engagements desc, topic;
