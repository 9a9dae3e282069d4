-- Who is quoted most, on which subjects, by whose ministries, and what did they say last?
with
quoted as (
    select person_id, count(*) as quotation_count
    from main.quotation
    where person_id is not null
    group by person_id
    order by quotation_count desc, person_id
    limit 100
),

quotations as (
    select quotation.*, coalesce(country.name, release.issuer_country) as issuer, release.published_on, release.url
    from main.quotation as quotation
    semi join quoted on quotation.person_id = quoted.person_id
    inner join main.release as release on quotation.release_id = release.release_id
    left join main.country as country on release.issuer_country = country.country_code
),

topics as (
    select quotations.person_id, topic.label, count(distinct quotations.release_id) as release_count
    from main.release_topic as release_topic
    inner join quotations on release_topic.release_id = quotations.release_id
    inner join main.topic as topic on release_topic.topic_id = topic.topic_id
    group by quotations.person_id, topic.label
    qualify row_number() over (partition by quotations.person_id order by release_count desc, topic.label) <= 5
),

subjects as (
    select person_id, list(label order by release_count desc, label) as subjects
    from topics
    group by person_id
),

last_words as (
    select
        person_id,
        list(distinct issuer order by issuer) as quoted_by,
        max(published_on) as last_on,
        arg_max(text, (coalesce(published_on, date '0001-01-01'), quotation_id)) as text,
        arg_max(url, (coalesce(published_on, date '0001-01-01'), quotation_id)) as url
    from quotations
    group by person_id
)

select
    person.name as person,
    country.name as country,
    quoted.quotation_count as quotations,
    subjects.subjects,
    last_words.quoted_by,
    last_words.last_on,
    last_words.text as last_words,
    last_words.url
from quoted
inner join main.person as person on quoted.person_id = person.person_id
inner join last_words on quoted.person_id = last_words.person_id
left join subjects on quoted.person_id = subjects.person_id
left join main.country as country on person.country_code = country.country_code
order by quotations desc, person, last_words.url;
