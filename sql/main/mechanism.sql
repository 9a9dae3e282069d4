-- One row for each standing dialogue, commission, council, forum or conference.
create table if not exists main.mechanism (
    mechanism_id text,
    name text,
    kind text,
    since_year integer,
    countries text[]
);

comment on table main.mechanism is 'One row for each standing dialogue, commission, council, forum or conference.';
comment on column main.mechanism.mechanism_id is 'The mechanism: a function of its name, and of the two sides where the name tells neither.';
comment on column main.mechanism.name is 'The form of the name that most releases use.';
comment on column main.mechanism.kind is 'What it is: dialogue, commission, council, forum and so on; null when undecided.';
comment on column main.mechanism.since_year is 'The year of its first session; null when no release tells of that one, or when releases disagree.';
comment on column main.mechanism.countries is 'The countries that were seen at its sessions, ISO 3166-1 alpha-2; null when none is known.';

delete from main.mechanism;

insert into main.mechanism by name
with
reports as (
    select
        mechanism_id,
        release_id,
        mechanism as name,
        mechanism_kind as kind,
        event_report.kind as event_kind,
        status,
        session_no,
        start_on,
        sides
    from main.event_report as event_report
    where mechanism_id is not null
),

forms as (
    select mechanism_id, name
    from reports
    group by mechanism_id, name
    qualify
        row_number() over (
            partition by mechanism_id
            order by count(distinct release_id) desc, length(name) desc, name
        ) = 1
),

kinds as (
    select mechanism_id, kind
    from reports
    where kind is not null
    group by mechanism_id, kind
    qualify row_number() over (partition by mechanism_id order by count(distinct release_id) desc, kind) = 1
),

-- Only its first session tells since when it has met; reports that disagree on the year tell nothing.
first_years as (
    select mechanism_id, min(year(start_on))::integer as since_year
    from reports
    where session_no = 1 and status = 'held' and event_kind in ('dialogue', 'conference') and start_on is not null
    group by mechanism_id
    having count(distinct year(start_on)) = 1
),

-- A meeting on the margins of a conference says nothing of those who hold it.
session_sides as (
    select mechanism_id, unnest(sides) as side
    from reports
    where event_kind in ('dialogue', 'conference')
),

countries as (
    select session_sides.mechanism_id, list(distinct country.country_code order by country.country_code) as countries
    from session_sides
    inner join main.country as country on session_sides.side = country.country_code
    group by session_sides.mechanism_id
)

select
    forms.mechanism_id,
    forms.name,
    kinds.kind,
    first_years.since_year,
    countries.countries
from forms
left join kinds on forms.mechanism_id = kinds.mechanism_id
left join first_years on forms.mechanism_id = first_years.mechanism_id
left join countries on forms.mechanism_id = countries.mechanism_id
order by forms.mechanism_id;
