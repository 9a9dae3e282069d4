-- One row for each form in which a person's name is written.
create table if not exists main.person_alias (
    person_id text,
    name text,
    release_count bigint
);

comment on table main.person_alias is 'One row for each form in which a person''s name is written.';
comment on column main.person_alias.person_id is 'The person: see person.';
comment on column main.person_alias.name is 'The form of the name.';
comment on column main.person_alias.release_count is 'How many releases use it.';

delete from main.person_alias
where person_id in (select person_id from incoming.changed_person);

insert into main.person_alias by name
with
forms as (
    select person_id, release_id, unnest(list_append(aliases, name)) as name
    from main.person_report
    where person_id in (select person_id from incoming.changed_person)
)

select person_id, name, count(distinct release_id) as release_count
from forms
group by person_id, name
order by person_id, name;
