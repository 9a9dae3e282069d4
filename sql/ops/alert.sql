-- One row for each alert: that something went wrong, still is wrong a day later, or has ended.
create table if not exists ops.alert (
    alert_id text,
    kind text,
    subject text,
    state text,
    what_happened text,
    where_to_look text,
    what_to_do text,
    channels text[],
    taken_by text[],
    began_at timestamptz,
    told_at timestamptz
);

comment on table ops.alert is 'One row for each alert: that something went wrong, still is wrong a day later, or has ended.';
comment on column ops.alert.alert_id is 'The alert, as webhooks get it.';
comment on column ops.alert.kind is 'run_failed; check_failed: a check of level error, so that nothing was published; source_failed: the last visit did not find a listing, its verdict being in the words; source_silent: for longer than its rhythm lets expect.';
comment on column ops.alert.subject is 'The run, the check or the source.';
comment on column ops.alert.state is 'began; lasts: told again after a day; ended.';
comment on column ops.alert.what_happened is 'What is wrong, in words; of what has ended, what was.';
comment on column ops.alert.where_to_look is 'Where it shows.';
comment on column ops.alert.what_to_do is 'What to do about it.';
comment on column ops.alert.channels is 'How it was to go out besides: webhook, mail; empty where no channel was set.';
comment on column ops.alert.taken_by is 'The channels that have taken it.';
comment on column ops.alert.began_at is 'When the trouble was first told of, in UTC.';
comment on column ops.alert.told_at is 'When this alert was noted, in UTC.';

delete from ops.alert;

insert into ops.alert by name
from incoming.alert;
