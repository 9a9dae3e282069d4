-- One row for each person who took part in an event.
create table if not exists main.event_person (
    event_id text,
    person_id text,
    role text,
    title text,
    side text
);

comment on table main.event_person is 'One row for each person who took part in an event.';
comment on column main.event_person.event_id is 'The event: see event.';
comment on column main.event_person.person_id is 'The person: see person.';
comment on column main.event_person.role is 'chair, host, guest, participant, speaker or recipient.';
comment on column main.event_person.title is 'The office in which they took part; null when not stated.';
comment on column main.event_person.side is 'The country or international body they stood for, by alpha-2 code or acronym; null when undecided.';

delete from main.event_person
where event_id in (select event_id from incoming.changed_event);

insert into main.event_person by name
with
reports as (
    select
        event_report.event_id,
        event_report.release_id,
        event_report.is_main,
        unnest(event_report.persons) as part
    from main.event_report as event_report
    semi join incoming.changed_event as changed_event on event_report.event_id = changed_event.event_id
)

select
    event_id,
    part.person_id,
    part.role,
    part.title,
    part.side
from reports
qualify
    row_number() over (
        partition by event_id, part.person_id
        order by is_main desc, release_id, part.role, part.title, part.side
    ) = 1
order by event_id, part.person_id;
