-- Which countries did each ministry name most in the last year of its releases, apart from its own?
with
newest as (
    select max(published_on) as day_on
    from main.release
),

recent_releases as (
    select release.release_id, release.issuer_country
    from main.release as release
    inner join newest on release.published_on > newest.day_on - interval 12 months
    anti join main.release_copy as release_copy on release.release_id = release_copy.release_id
),

named as (
    select
        releases.issuer_country,
        mention.entity_id as country_code,
        count(distinct mention.release_id) as release_count,
        count(*) as mention_count
    from main.mention as mention
    inner join recent_releases as releases on mention.release_id = releases.release_id
    where mention.kind = 'country' and mention.entity_id != releases.issuer_country
    group by releases.issuer_country, mention.entity_id
)

select
    coalesce(issuer.name, named.issuer_country) as ministry_of,
    country.name as country,
    named.release_count as releases,
    named.mention_count as mentions
from named
inner join main.country as country on named.country_code = country.country_code
left join main.country as issuer on named.issuer_country = issuer.country_code
qualify
    row_number() over (
        partition by named.issuer_country
        order by named.release_count desc, named.mention_count desc, country.name
    ) <= 10
order by ministry_of, releases desc, mentions desc, country;
