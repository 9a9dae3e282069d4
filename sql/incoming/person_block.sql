-- One row for each block of names in which a touched release names a person.
create or replace table incoming.person_block (
    block text
);
