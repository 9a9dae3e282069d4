-- One row for each person that a touched release names: what the resolver of persons sees.
create or replace view incoming.named_person as
with
persons as (
    select release_id, unnest(facts.persons) as person
    from incoming.latest
),

positions as (
    select release_id, unnest(facts.positions) as position
    from incoming.latest
),

offices as (
    select
        release_id,
        position.person_no,
        list(distinct position.title order by position.title) as offices
    from positions
    group by all
)

select
    persons.release_id,
    persons.person.person_no,
    persons.person.name,
    persons.person.country_code,
    coalesce(offices.offices, []) as offices
from persons
left join offices
    on
        persons.release_id = offices.release_id
        and persons.person.person_no = offices.person_no;
