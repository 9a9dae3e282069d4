-- One row for each person that a release names: what that release calls them.
create table if not exists main.person_report (
    release_id text,
    person_no integer,
    person_id text,
    name text,
    country_code text,
    own_id text,
    block text,
    aliases text[],
    offices text[]
);

comment on table main.person_report is 'One row for each person that a release names: what that release calls them.';
comment on column main.person_report.release_id is 'The release: see release.';
comment on column main.person_report.person_no is 'Counted from 1 in the order of first mention in the release.';
comment on column main.person_report.person_id is 'Who it is: see person.';
comment on column main.person_report.name is 'The fullest form of the name in the release, without honorifics.';
comment on column main.person_report.country_code is 'The country of the office held, as this release has it; null when it does not say, ISO 3166-1 alpha-2.';
comment on column main.person_report.own_id is 'The id that this form of the name would have alone: see redirect.';
comment on column main.person_report.block is 'What spellings of the name have in common; only forms of one block are compared.';
comment on column main.person_report.aliases is 'Other forms of the name in the release.';
comment on column main.person_report.offices is 'The offices that the release gives, as stated without the country.';

delete from main.person_report
where release_id in (select release_id from incoming.touched);

insert into main.person_report by name
with
persons as (
    select release_id, unnest(facts.persons) as person
    from incoming.latest
)

select
    persons.release_id,
    persons.person.person_no,
    identified.person_id,
    persons.person.name,
    persons.person.country_code,
    identified.own_id,
    identified.block,
    persons.person.aliases,
    named.offices
from persons
inner join incoming.person as identified
    on
        persons.release_id = identified.release_id
        and persons.person.person_no = identified.person_no
inner join incoming.named_person as named
    on
        persons.release_id = named.release_id
        and persons.person.person_no = named.person_no
order by persons.release_id, persons.person.person_no;
