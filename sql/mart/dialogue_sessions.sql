-- One row for each session of a standing dialogue, those missing from the numbering included.
create or replace view mart.dialogue_sessions as
with
numbered as (
    select
        mechanism_id,
        unnest(generate_series(min(session_no), max(session_no)))::integer as session_no
    from main.event
    where mechanism_id is not null and session_no is not null
    group by mechanism_id
)

select
    mechanism.mechanism_id,
    event.event_id,
    mechanism.name as mechanism,
    mechanism.countries,
    event.status,
    place.name as place,
    event.country_code,
    event.date_edtf,
    coalesce(numbered.session_no, event.session_no) as session_no,
    event.event_id is null as is_missing,
    event.start_on
from numbered
full join main.event as event
    on
        numbered.mechanism_id = event.mechanism_id
        and numbered.session_no = event.session_no
inner join main.mechanism as mechanism
    on coalesce(numbered.mechanism_id, event.mechanism_id) = mechanism.mechanism_id
left join main.place as place on event.place_id = place.place_id;

comment on view mart.dialogue_sessions is 'One row for each session of a standing dialogue, those missing from the numbering included.';
comment on column mart.dialogue_sessions.mechanism_id is 'The dialogue: see mechanism.';
comment on column mart.dialogue_sessions.event_id is 'The session: see event; null when no release tells of it.';
comment on column mart.dialogue_sessions.mechanism is 'Name of the dialogue.';
comment on column mart.dialogue_sessions.countries is 'The countries that hold it, ISO 3166-1 alpha-2.';
comment on column mart.dialogue_sessions.status is 'held, planned or cancelled; null when missing.';
comment on column mart.dialogue_sessions.place is 'Where it met; null when no release says.';
comment on column mart.dialogue_sessions.country_code is 'The country where, ISO 3166-1 alpha-2; null when no release says.';
comment on column mart.dialogue_sessions.date_edtf is 'The date as derived, in EDTF; null when unknown.';
comment on column mart.dialogue_sessions.session_no is 'Which session; null when no release numbers it.';
comment on column mart.dialogue_sessions.is_missing is 'True when later sessions have higher numbers but no release tells of this one.';
comment on column mart.dialogue_sessions.start_on is 'The day it began; null when unknown.';
