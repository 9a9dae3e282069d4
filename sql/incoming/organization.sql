-- One row for each organization of a touched release: which it is, as the resolver says.
create or replace table incoming.organization (
    release_id text,
    organization_no integer,
    organization_id text,
    own_id text,
    block text
);
