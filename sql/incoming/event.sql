-- One row for each event of a touched release: which it is, as the resolver says.
create or replace table incoming.event (
    release_id text,
    event_no integer,
    event_id text,
    own_id text,
    block text
);
