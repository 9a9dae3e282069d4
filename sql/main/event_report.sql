-- One row for each release that reports an event, with what that release says of it.
create table if not exists main.event_report (
    event_id text,
    release_id text,
    sentence_no integer,
    place_id text,
    status text,
    date_edtf text,
    rule text,
    is_main boolean,
    start_on date
);

comment on table main.event_report is 'One row for each release that reports an event, with what that release says of it.';
comment on column main.event_report.event_id is 'The event: see event.';
comment on column main.event_report.release_id is 'The release: see release.';
comment on column main.event_report.sentence_no is 'The sentence that is the evidence, counted from 1 through the release.';
comment on column main.event_report.place_id is 'Where, as this release has it: see place; null when it does not say.';
comment on column main.event_report.status is 'held, planned or cancelled, as this release has it.';
comment on column main.event_report.date_edtf is 'The date as derived from this release, in EDTF; null when unknown.';
comment on column main.event_report.rule is 'The name of the rule that read this out of the text.';
comment on column main.event_report.is_main is 'Whether the release is about this event, not only mentioning it.';
comment on column main.event_report.start_on is 'The day it began, as this release has it; null when it does not say.';
