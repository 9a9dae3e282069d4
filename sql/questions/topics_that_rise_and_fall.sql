-- Which subjects did each ministry's releases speak of more, or less, in the last year than in the year before?
with
newest as (
    select max(published_on) as day_on
    from main.release
),

recent_releases as (
    select
        release.release_id,
        release.issuer_country,
        release.published_on > newest.day_on - interval 12 months as is_last_year
    from main.release as release
    inner join newest on release.published_on > newest.day_on - interval 24 months
    anti join main.release_copy as release_copy on release.release_id = release_copy.release_id
),

published as (
    select
        issuer_country,
        count(*) filter (where is_last_year) as last_count,
        count(*) filter (where not is_last_year) as before_count
    from recent_releases
    group by issuer_country
),

spoken_of as (
    select
        releases.issuer_country,
        release_topic.topic_id,
        count(*) filter (where releases.is_last_year) as last_count,
        count(*) filter (where not releases.is_last_year) as before_count
    from main.release_topic as release_topic
    inner join recent_releases as releases on release_topic.release_id = releases.release_id
    group by releases.issuer_country, release_topic.topic_id
)

select
    coalesce(issuer.name, spoken_of.issuer_country) as ministry_of,
    topic.label as topic,
    spoken_of.last_count as releases_last_year,
    spoken_of.before_count as releases_year_before,
    round(100 * spoken_of.last_count / published.last_count, 1) as percent_last_year,
    round(100 * spoken_of.before_count / published.before_count, 1) as percent_year_before,
    round(
        100 * spoken_of.last_count / published.last_count - 100 * spoken_of.before_count / published.before_count, 1
    ) as change_in_points
from spoken_of
inner join published on spoken_of.issuer_country = published.issuer_country
inner join main.topic as topic on spoken_of.topic_id = topic.topic_id
left join main.country as issuer on spoken_of.issuer_country = issuer.country_code
where published.last_count > 0 and published.before_count > 0
order by ministry_of, abs(change_in_points) desc, topic;
