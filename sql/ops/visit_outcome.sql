-- One row for each visit that came to its end, as it noted that end itself; ops.visit tells the whole.
create table if not exists ops.visit_outcome (
    visit_id text,
    source_id text,
    part text,
    verdict text,
    reason text,
    started_at timestamptz
);

comment on table ops.visit_outcome is 'One row for each visit that came to its end, as it noted that end itself; ops.visit tells the whole.';
comment on column ops.visit_outcome.visit_id is 'The visit: see ops.visit.';
comment on column ops.visit_outcome.source_id is 'The source: see source.';
comment on column ops.visit_outcome.part is 'The part of the archive that keeps the note: see ops.loaded_part.';
comment on column ops.visit_outcome.verdict is 'What the visit turned out to be, in the words of ops.page.';
comment on column ops.visit_outcome.reason is 'Why, in words; null when there is nothing to explain.';
comment on column ops.visit_outcome.started_at is 'When the visit began, in UTC.';

delete from ops.visit_outcome
where part in (select part from incoming.changed_part);

insert into ops.visit_outcome by name
select
    visit_id,
    source_id,
    part,
    verdict,
    reason,
    started_at
from incoming.visit_outcome;
