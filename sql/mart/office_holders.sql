-- One row for each person and office: who was seen to hold which office, and between which days.
create or replace view mart.office_holders as
select
    position.person_id,
    person.name as person,
    position.title,
    position.rank,
    position.country_code,
    country.name as country,
    organization.name as organization,
    position.release_count,
    position.first_seen_on,
    position.last_seen_on
from main.position as position
inner join main.person as person on position.person_id = person.person_id
left join main.country as country on position.country_code = country.country_code
left join main.organization as organization on position.organization_id = organization.organization_id;

comment on view mart.office_holders is 'One row for each person and office: who was seen to hold which office, and between which days.';
comment on column mart.office_holders.person_id is 'The person: see person.';
comment on column mart.office_holders.person is 'Their name.';
comment on column mart.office_holders.title is 'The office as stated, without the country.';
comment on column mart.office_holders.rank is 'Its level: head_of_state, head_of_government, minister and so on; null when undecided.';
comment on column mart.office_holders.country_code is 'The country of the office, ISO 3166-1 alpha-2; null for international bodies or when undecided.';
comment on column mart.office_holders.country is 'Name of that country.';
comment on column mart.office_holders.organization is 'The body it belongs to; null when undecided.';
comment on column mart.office_holders.release_count is 'How many releases say so.';
comment on column mart.office_holders.first_seen_on is 'Publication day of the first release that says so; null when none bears a date.';
comment on column mart.office_holders.last_seen_on is 'Publication day of the last one; null when none bears a date.';
