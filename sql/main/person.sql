-- One row for each person, all releases joined.
create table if not exists main.person (
    person_id text,
    name text,
    country_code text,
    release_count bigint,
    first_seen_on date,
    last_seen_on date
);

comment on table main.person is 'One row for each person, all releases joined.';
comment on column main.person.person_id is 'The person: a function of name and country.';
comment on column main.person.name is 'The form of the name that most releases use.';
comment on column main.person.country_code is 'The country of the offices held; null when no release says, ISO 3166-1 alpha-2.';
comment on column main.person.release_count is 'How many releases name the person.';
comment on column main.person.first_seen_on is 'Publication day of the first release that names the person; null when none bears a date.';
comment on column main.person.last_seen_on is 'Publication day of the last one; null when none bears a date.';

delete from main.person
where person_id in (select person_id from incoming.changed_person);

insert into main.person by name
with
reports as (
    select report.*, release.published_on
    from main.person_report as report
    semi join incoming.changed_person as changed on report.person_id = changed.person_id
    inner join main.release as release on report.release_id = release.release_id
),

forms as (
    select
        person_id,
        name,
        row_number() over (
            partition by person_id
            order by count(distinct release_id) desc, length(name) desc, name
        ) as preference
    from reports
    group by person_id, name
),

countries as (
    select
        person_id,
        country_code,
        row_number() over (
            partition by person_id
            order by count(distinct release_id) desc, country_code
        ) as preference
    from reports
    where country_code is not null
    group by person_id, country_code
),

appearances as (
    select
        person_id,
        count(distinct release_id) as release_count,
        min(published_on) as first_seen_on,
        max(published_on) as last_seen_on
    from reports
    group by person_id
)

select
    appearances.person_id,
    forms.name,
    countries.country_code,
    appearances.release_count,
    appearances.first_seen_on,
    appearances.last_seen_on
from appearances
inner join forms on appearances.person_id = forms.person_id and forms.preference = 1
left join countries on appearances.person_id = countries.person_id and countries.preference = 1
order by appearances.person_id;
