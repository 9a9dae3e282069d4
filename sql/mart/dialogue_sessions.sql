-- One row for each session of a standing dialogue, those missing from the numbering included.
create or replace view mart.dialogue_sessions as
with
-- A meeting on the margins of a conference is no session of it.
sessions as (
    select *
    from main.event
    where mechanism_id is not null and kind in ('dialogue', 'conference')
),

numbered as (
    select
        mechanism_id,
        unnest(generate_series(min(session_no), max(session_no)))::integer as session_no
    from sessions
    where session_no is not null
    group by mechanism_id
),

chairs as (
    select event_person.event_id, list_sort(list(person.name)) as chairs
    from main.event_person as event_person
    semi join sessions as session on event_person.event_id = session.event_id
    inner join main.person as person on event_person.person_id = person.person_id
    where event_person.role = 'chair'
    group by event_person.event_id
),

reports as (
    select
        event_report.event_id,
        list_transform(
            list_sort(list(struct_pack(day := coalesce(release.published_on, date 'infinity'), url := release.url))),
            lambda one: struct_extract(one, 'url')
        ) as reports
    from main.event_report as event_report
    semi join sessions as session on event_report.event_id = session.event_id
    inner join main.release as release on event_report.release_id = release.release_id
    where event_report.mechanism_id is not null
    group by event_report.event_id
)

select
    mechanism.mechanism_id,
    session.event_id,
    mechanism.name as mechanism,
    mechanism.countries,
    session.status,
    place.name as place,
    session.country_code,
    session.date_edtf,
    chairs.chairs,
    reports.reports,
    coalesce(numbered.session_no, session.session_no) as session_no,
    session.event_id is null as is_missing,
    session.start_on
from numbered
full join sessions as session
    on
        numbered.mechanism_id = session.mechanism_id
        and numbered.session_no = session.session_no
inner join main.mechanism as mechanism
    on coalesce(numbered.mechanism_id, session.mechanism_id) = mechanism.mechanism_id
left join chairs on session.event_id = chairs.event_id
left join reports on session.event_id = reports.event_id
left join main.place as place on session.place_id = place.place_id;

comment on view mart.dialogue_sessions is 'One row for each session of a standing dialogue, those missing from the numbering included.';
comment on column mart.dialogue_sessions.mechanism_id is 'The dialogue: see mechanism.';
comment on column mart.dialogue_sessions.event_id is 'The session: see event; null when no release tells of it.';
comment on column mart.dialogue_sessions.mechanism is 'Name of the dialogue.';
comment on column mart.dialogue_sessions.countries is 'The countries that were seen at its sessions, ISO 3166-1 alpha-2; null when none is known.';
comment on column mart.dialogue_sessions.status is 'held, planned or cancelled; null when missing.';
comment on column mart.dialogue_sessions.place is 'Where it met; null when no release says.';
comment on column mart.dialogue_sessions.country_code is 'The country where, ISO 3166-1 alpha-2; null when no release says.';
comment on column mart.dialogue_sessions.date_edtf is 'The date as derived, in EDTF; null when unknown.';
comment on column mart.dialogue_sessions.chairs is 'Names of the people who chaired it; null when no release says.';
comment on column mart.dialogue_sessions.reports is 'Addresses of the releases that tell of it under the name of the dialogue, oldest first; null when missing.';
comment on column mart.dialogue_sessions.session_no is 'Which session; null when no release numbers it.';
comment on column mart.dialogue_sessions.is_missing is 'True when later sessions have higher numbers but no release tells of this one.';
comment on column mart.dialogue_sessions.start_on is 'The day it began; null when unknown.';
