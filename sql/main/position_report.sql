-- One row for each sentence that gives a person an office.
create table if not exists main.position_report (
    release_id text,
    sentence_no integer,
    person_id text,
    title text,
    rank text,
    organization_id text,
    country_code text,
    rule text
);

comment on table main.position_report is 'One row for each sentence that gives a person an office.';
comment on column main.position_report.release_id is 'The release: see release.';
comment on column main.position_report.sentence_no is 'The sentence that is the evidence, counted from 1 through the release.';
comment on column main.position_report.person_id is 'The person: see person.';
comment on column main.position_report.title is 'The office as stated, without the country.';
comment on column main.position_report.rank is 'Its level: head_of_state, head_of_government, minister, deputy_minister, ambassador and so on; null when undecided.';
comment on column main.position_report.organization_id is 'The body it belongs to: see organization; null when undecided.';
comment on column main.position_report.country_code is 'The country it belongs to; null for international bodies or when undecided, ISO 3166-1 alpha-2.';
comment on column main.position_report.rule is 'The name of the rule that read this out of the text.';

delete from main.position_report
where release_id in (select release_id from incoming.touched);

insert into main.position_report by name
with
positions as (
    select release_id, unnest(facts.positions) as position
    from incoming.latest
)

select
    positions.release_id,
    positions.position.sentence_no,
    person.person_id,
    positions.position.title,
    positions.position.rank,
    organization.organization_id,
    positions.position.country_code,
    positions.position.rule
from positions
inner join incoming.person as person
    on
        positions.release_id = person.release_id
        and positions.position.person_no = person.person_no
left join incoming.organization as organization
    on
        positions.release_id = organization.release_id
        and positions.position.organization_no = organization.organization_no
order by positions.release_id, positions.position.sentence_no;
