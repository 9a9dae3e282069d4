-- One row for each release that reports an event, with what that release says of it.
create table if not exists main.event_report (
    event_id text,
    release_id text,
    sentence_no integer,
    event_no integer,
    own_id text,
    block text,
    place_id text,
    country_code text,
    mechanism_id text,
    kind text,
    plover_type text,
    plover_mode text,
    status text,
    title text,
    mechanism text,
    mechanism_kind text,
    date_precision text,
    date_edtf text,
    date_basis text,
    rule text,
    sides text[],
    topics text[],
    persons struct(person_id text, role text, title text, side text)[],
    organizations struct(organization_id text, role text)[],
    session_no integer,
    is_main boolean,
    start_on date,
    end_on date
);

comment on table main.event_report is 'One row for each release that reports an event, with what that release says of it.';
comment on column main.event_report.event_id is 'The event: see event.';
comment on column main.event_report.release_id is 'The release: see release.';
comment on column main.event_report.sentence_no is 'The sentence that is the evidence, counted from 1 through the release.';
comment on column main.event_report.event_no is 'Counted from 1 in the order of the text of the release.';
comment on column main.event_report.own_id is 'The id that this account would have alone: see redirect.';
comment on column main.event_report.block is 'What accounts of one event have in common; only those of one block are compared; null when it cannot be compared.';
comment on column main.event_report.place_id is 'Where, as this release has it: see place; null when it does not say.';
comment on column main.event_report.country_code is 'The country where, as this release has it, ISO 3166-1 alpha-2; null when it does not say.';
comment on column main.event_report.mechanism_id is 'The standing dialogue or conference: see mechanism; null when the release names none.';
comment on column main.event_report.kind is 'The kind, as this release has it, in the words of event.kind.';
comment on column main.event_report.plover_type is 'The event type in the PLOVER coding scheme; null when none fits.';
comment on column main.event_report.plover_mode is 'The mode in the PLOVER coding scheme; null when none fits.';
comment on column main.event_report.status is 'held, planned or cancelled, as this release has it.';
comment on column main.event_report.title is 'What happened, in a few words; null when the release gives none.';
comment on column main.event_report.mechanism is 'The standing dialogue or conference, as this release names it.';
comment on column main.event_report.mechanism_kind is 'What it is, in the words of mechanism.kind; null when undecided.';
comment on column main.event_report.date_precision is 'How much of the date is known: day, month or year; null without a date.';
comment on column main.event_report.date_edtf is 'The date as derived from this release, in EDTF; null when unknown.';
comment on column main.event_report.date_basis is 'Where the date comes from: stated, relative or publication; null without a date.';
comment on column main.event_report.rule is 'The name of the rule that read this out of the text.';
comment on column main.event_report.sides is 'Countries (alpha-2) and international bodies (acronym) that took part, as this release has it.';
comment on column main.event_report.topics is 'What was discussed, as this release has it: see topic.';
comment on column main.event_report.persons is 'The people who took part, as this release has it: see event_person.';
comment on column main.event_report.organizations is 'The organizations that took part, as this release has it: see event_organization.';
comment on column main.event_report.session_no is 'Which session of the mechanism; null when not stated.';
comment on column main.event_report.is_main is 'Whether the release is about this event, not only mentioning it.';
comment on column main.event_report.start_on is 'The day it began, as this release has it; null when it does not say.';
comment on column main.event_report.end_on is 'The day it ended, for spans; else null.';

delete from main.event_report
where release_id in (select release_id from incoming.touched);

insert into main.event_report by name
with
events as (
    select release_id, unnest(facts.events) as event
    from incoming.latest
),

told as (
    select release_id, event.* exclude (persons, organizations)
    from events
)

select
    identified.event_id,
    identified.own_id,
    identified.block,
    mechanism.mechanism_id,
    told.*,
    part.persons,
    part.organizations
from told
inner join incoming.event as identified
    on told.release_id = identified.release_id and told.event_no = identified.event_no
inner join incoming.event_part as part
    on told.release_id = part.release_id and told.event_no = part.event_no
left join incoming.mechanism as mechanism
    on told.release_id = mechanism.release_id and told.event_no = mechanism.event_no
-- A resolver may find that a release tells one event twice.
qualify
    row_number() over (
        partition by told.release_id, identified.event_id
        order by told.is_main desc, told.event_no
    ) = 1
order by told.release_id, told.event_no;
