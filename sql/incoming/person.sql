-- One row for each person of a touched release: who it is, as the resolver says.
create or replace table incoming.person (
    release_id text,
    person_no integer,
    person_id text,
    own_id text,
    block text
);
