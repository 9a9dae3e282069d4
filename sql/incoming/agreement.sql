-- One row for each agreement of a touched release: which it is, as the resolver says.
create or replace table incoming.agreement (
    release_id text,
    agreement_no integer,
    agreement_id text,
    own_id text,
    block text
);
