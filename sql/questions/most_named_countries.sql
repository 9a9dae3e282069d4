-- Which countries does each ministry name most, apart from its own?
select
    release.issuer_country,
    country.name as country,
    count(distinct release.release_id) as release_count,
    count(*) as mention_count
from main.mention as mention
inner join main.release as release on mention.release_id = release.release_id
inner join main.country as country on mention.entity_id = country.country_code
where mention.kind = 'country' and mention.entity_id != release.issuer_country
group by release.issuer_country, country.name
qualify
    row_number() over (
        partition by release.issuer_country
        order by count(distinct release.release_id) desc, count(*) desc, country.name
    ) <= 10
order by release.issuer_country, release_count desc, mention_count desc, country;
