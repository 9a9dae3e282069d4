-- One row for each person that a touched release names, or named before.
create or replace view incoming.changed_person as
select person_id from incoming.reported_person
union
select person_id from incoming.person;
