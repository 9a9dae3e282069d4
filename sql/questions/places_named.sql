-- Which cities and towns are named most, and by whom?
select
    place.name as place,
    place.country_code,
    count(distinct release.release_id) as release_count,
    list(distinct release.issuer_country order by release.issuer_country) as named_by
from main.mention as mention
inner join main.place as place on mention.entity_id = place.place_id
inner join main.release as release on mention.release_id = release.release_id
where mention.kind = 'place'
group by place.place_id, place.name, place.country_code
order by release_count desc, place, place.country_code
limit 50;
