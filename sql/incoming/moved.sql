-- One row for each release that no changed part touches, and that names something which has another id now.
create table if not exists incoming.moved (
    release_id text
);
