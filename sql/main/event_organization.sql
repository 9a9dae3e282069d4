-- One row for each organization that took part in an event.
create table if not exists main.event_organization (
    event_id text,
    organization_id text,
    release_id text,
    role text,
    rule text,
    sentence_no integer
);

comment on table main.event_organization is 'One row for each organization that took part in an event.';
comment on column main.event_organization.event_id is 'The event: see event.';
comment on column main.event_organization.organization_id is 'The organization: see organization.';
comment on column main.event_organization.release_id is 'The release that shows it: see release.';
comment on column main.event_organization.role is 'Its part, or that of the person who stood for it: chair, host, guest, participant, speaker, recipient; signatory of an agreement signed there.';
comment on column main.event_organization.rule is 'event_organization: the release says so of the event; signatory: it signed there; office: one who holds an office in it took part; side: it is a side of the event.';
comment on column main.event_organization.sentence_no is 'The sentence that is the evidence, counted from 1 through the release.';

delete from main.event_organization
where event_id in (select event_id from incoming.changed_event);

insert into main.event_organization by name
with
reports as (
    select event_report.*
    from main.event_report as event_report
    semi join incoming.changed_event as changed_event on event_report.event_id = changed_event.event_id
),

told as (
    select event_id, release_id, is_main, sentence_no, unnest(organizations) as part
    from reports
),

signatories as (
    select
        reports.event_id,
        reports.release_id,
        reports.is_main,
        agreement_report.sentence_no,
        unnest(agreement_report.signatories) as organization_id
    from reports
    inner join main.agreement_report as agreement_report
        on
            reports.release_id = agreement_report.release_id
            and reports.event_id = agreement_report.event_id
),

participants as (
    select event_id, release_id, is_main, unnest(persons) as part
    from reports
),

sides as (
    select event_id, release_id, is_main, sentence_no, unnest(sides) as side
    from reports
),

parts as (
    select
        1 as preference,
        event_id,
        part.organization_id,
        release_id,
        part.role,
        'event_organization' as rule,
        sentence_no,
        is_main
    from told
    union all
    select 2, event_id, organization_id, release_id, 'signatory', 'signatory', sentence_no, is_main
    from signatories
    union all
    select
        3,
        participants.event_id,
        position_report.organization_id,
        participants.release_id,
        participants.part.role,
        'office',
        position_report.sentence_no,
        participants.is_main
    from participants
    inner join main.position_report as position_report
        on
            participants.release_id = position_report.release_id
            and participants.part.person_id = position_report.person_id
    where position_report.organization_id is not null
    union all
    select
        4,
        sides.event_id,
        report.organization_id,
        sides.release_id,
        'participant',
        'side',
        sides.sentence_no,
        sides.is_main
    from sides
    inner join main.organization_report as report
        on
            sides.release_id = report.release_id
            and report.country_code is null
            and (sides.side = report.acronym or sides.side = report.name)
)

select event_id, organization_id, release_id, role, rule, sentence_no
from parts
qualify
    row_number() over (
        partition by event_id, organization_id
        order by preference, is_main desc, release_id, sentence_no, role
    ) = 1
order by event_id, organization_id;
