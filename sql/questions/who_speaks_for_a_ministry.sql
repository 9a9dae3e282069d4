-- Who speaks for each ministry in its own releases, in what office and how often, over the last two years?
with
newest as (
    select max(published_on) as day_on
    from main.release
),

recent_releases as (
    select release.release_id, release.issuer_country, release.published_on, release.url
    from main.release as release
    inner join newest on release.published_on > newest.day_on - interval 24 months
    anti join main.release_copy as release_copy on release.release_id = release_copy.release_id
),

spoken as (
    select quotation.release_id, quotation.person_id, 1 as quotation_count
    from main.quotation as quotation
    where quotation.person_id is not null
    union all
    select event_report.release_id, event_person.person_id, 0
    from main.event_person as event_person
    inner join main.event_report as event_report on event_person.event_id = event_report.event_id
    where event_person.role = 'speaker'
),

speakers as (
    select
        releases.issuer_country,
        spoken.person_id,
        sum(spoken.quotation_count)::bigint as quotation_count,
        count(distinct spoken.release_id) as release_count,
        max(releases.published_on) as last_on,
        arg_max(releases.url, (releases.published_on, releases.url)) as url
    from spoken
    inner join recent_releases as releases on spoken.release_id = releases.release_id
    group by releases.issuer_country, spoken.person_id
),

offices as (
    select
        position.person_id,
        position.country_code,
        arg_max(position.title, (position.last_seen_on, position.release_count, position.title)) as title
    from main.position as position
    semi join speakers on position.person_id = speakers.person_id
    where position.last_seen_on is not null
    group by position.person_id, position.country_code
)

select
    country.name as ministry_of,
    person.name as person,
    offices.title as office,
    coalesce(regexp_matches(offices.title, '(?i)spokes|press secretary|press service'), false) as is_spokesperson,
    speakers.release_count as releases,
    speakers.quotation_count as quotations,
    speakers.last_on,
    speakers.url as last_report
from speakers
inner join main.person as person
    on speakers.person_id = person.person_id and speakers.issuer_country = person.country_code
inner join main.country as country on speakers.issuer_country = country.country_code
left join offices
    on speakers.person_id = offices.person_id and speakers.issuer_country = offices.country_code
order by ministry_of, is_spokesperson desc, releases desc, quotations desc, person, last_report
limit 500;
