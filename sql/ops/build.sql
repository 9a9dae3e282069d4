-- One row for each build that was published.
create table if not exists ops.build (
    build_id text,
    mode text,
    definition_sha256 text,
    part_count bigint,
    release_count bigint,
    row_counts map (text, bigint),
    seconds double,
    started_at timestamptz
);

comment on table ops.build is 'One row for each build that was published.';
comment on column ops.build.build_id is 'The build.';
comment on column ops.build.mode is 'delta: only what changed was applied; full: everything was made again from the archive.';
comment on column ops.build.definition_sha256 is 'Fingerprint of the SQL files that made the tables; when it changes, the next build is full.';
comment on column ops.build.part_count is 'How many parts were new, read again, or gone.';
comment on column ops.build.release_count is 'How many releases these touched.';
comment on column ops.build.row_counts is 'Rows of each table afterwards, by schema and table.';
comment on column ops.build.seconds is 'How long it took to bring the tables up to date, in seconds.';
comment on column ops.build.started_at is 'When it began, in UTC.';

insert into ops.build by name
select history.*
from incoming.history as history
anti join ops.build as build on history.build_id = build.build_id;
