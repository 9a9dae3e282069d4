-- One row for each person that a touched release names: what the resolver of persons sees.
create or replace view incoming.named_person as
with
persons as (
    select release_id, unnest(facts.persons) as person
    from incoming.latest
)

select
    release_id,
    person.person_no,
    person.name,
    person.country_code
from persons;
