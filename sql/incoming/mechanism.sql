-- One row for each event of a touched release that names a mechanism: which it is, as the resolver says.
create or replace table incoming.mechanism (
    release_id text,
    event_no integer,
    mechanism_id text,
    own_id text,
    block text
);
