-- Who is quoted, by which ministries and how often, and what did they say last?
select
    person.name as person,
    person.country_code,
    count(*) as quotation_count,
    list(distinct release.issuer_country order by release.issuer_country) as quoted_by,
    max(release.published_on) as last_quoted_on,
    arg_max(quotation.text, (release.published_on, quotation.quotation_id)) as last_words
from main.quotation as quotation
inner join main.release as release on quotation.release_id = release.release_id
inner join main.person as person on quotation.person_id = person.person_id
group by person.person_id, person.name, person.country_code
order by quotation_count desc, person, person.person_id;
