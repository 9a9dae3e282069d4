-- What do each ministry's releases on engagements with each partner speak of, the commonest subject first?
with
partners as (
    select distinct release.release_id, release.issuer_country, event_side.side
    from main.event_report as event_report
    inner join main.release as release on event_report.release_id = release.release_id
    inner join main.event_side as event_side on event_report.event_id = event_side.event_id
    where event_report.is_main and event_side.side != release.issuer_country
)

select
    partners.issuer_country,
    country.name as partner,
    topic.label as topic,
    count(*) as release_count
from partners
inner join main.country as country on partners.side = country.country_code
inner join main.release_topic as release_topic on partners.release_id = release_topic.release_id
inner join main.topic as topic on release_topic.topic_id = topic.topic_id
group by partners.issuer_country, country.name, topic.label
order by partners.issuer_country, partner, release_count desc, topic;
