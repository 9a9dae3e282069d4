-- One row for each release that the last build made anew.
create table if not exists ops.changed_release (
    release_id text
);

comment on table ops.changed_release is 'One row for each release that the last build made anew.';
comment on column ops.changed_release.release_id is 'The release; not in release any more where its pages vanished.';

delete from ops.changed_release;

insert into ops.changed_release by name
select release_id
from incoming.touched
order by release_id;
