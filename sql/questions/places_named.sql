-- Which cities and towns were named most in the last year of releases, and by whose ministries?
with
newest as (
    select max(published_on) as day_on
    from main.release
),

recent_releases as (
    select release.release_id, coalesce(country.name, release.issuer_country) as issuer
    from main.release as release
    left join main.country as country on release.issuer_country = country.country_code
    inner join newest on release.published_on > newest.day_on - interval 12 months
    anti join main.release_copy as release_copy on release.release_id = release_copy.release_id
),

named as (
    select
        mention.entity_id as place_id,
        count(distinct mention.release_id) as release_count,
        list(distinct releases.issuer order by releases.issuer) as named_by
    from main.mention as mention
    inner join recent_releases as releases on mention.release_id = releases.release_id
    where mention.kind = 'place'
    group by mention.entity_id
)

select
    place.name as place,
    country.name as country,
    named.release_count as releases,
    named.named_by
from named
inner join main.place as place on named.place_id = place.place_id
left join main.country as country on place.country_code = country.country_code
order by releases desc, place, country
limit 50;
