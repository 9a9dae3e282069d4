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
