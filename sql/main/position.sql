-- One row for each office that a person is seen to hold.
create table if not exists main.position (
    person_id text,
    title text,
    rank text,
    organization_id text,
    country_code text,
    release_count bigint,
    first_seen_on date,
    last_seen_on date
);

comment on table main.position is 'One row for each office that a person is seen to hold.';
comment on column main.position.person_id is 'The person: see person.';
comment on column main.position.title is 'The office as stated, without the country.';
comment on column main.position.rank is 'Its level: head_of_state, head_of_government, minister, deputy_minister, ambassador and so on; null when undecided.';
comment on column main.position.organization_id is 'The body it belongs to: see organization; null when undecided.';
comment on column main.position.country_code is 'The country it belongs to; null for international bodies or when undecided, ISO 3166-1 alpha-2.';
comment on column main.position.release_count is 'How many releases say so.';
comment on column main.position.first_seen_on is 'Publication day of the first release that says so; null when none bears a date.';
comment on column main.position.last_seen_on is 'Publication day of the last one; null when none bears a date.';

delete from main.position
where person_id in (select person_id from incoming.changed_person);

insert into main.position by name
select
    report.person_id,
    report.title,
    min(report.rank) as rank,
    report.organization_id,
    report.country_code,
    count(distinct report.release_id) as release_count,
    min(release.published_on) as first_seen_on,
    max(release.published_on) as last_seen_on
from main.position_report as report
semi join incoming.changed_person as changed on report.person_id = changed.person_id
inner join main.release as release on report.release_id = release.release_id
group by report.person_id, report.title, report.organization_id, report.country_code
order by all;
