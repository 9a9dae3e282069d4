-- One row for each own id whose rows have another id now; refilled for each kind.
create or replace table incoming.moved_id (
    own_id text
);
