-- One row for each engagement that releases report or announce, however many report it.
create table if not exists main.event (
    event_id text,
    kind text,
    plover_type text,
    plover_mode text,
    status text,
    place_id text,
    country_code text,
    mechanism_id text,
    title text,
    date_precision text,
    date_edtf text,
    date_basis text,
    session_no integer,
    report_count bigint,
    source_count bigint,
    start_on date,
    end_on date
);

comment on table main.event is 'One row for each engagement that releases report or announce, however many report it.';
comment on column main.event.event_id is 'The event.';
comment on column main.event.kind is 'meeting, call, visit, dialogue, conference, signing, credentials, ceremony, letter, appointment or aid.';
comment on column main.event.plover_type is 'The event type in the PLOVER coding scheme; null when none fits.';
comment on column main.event.plover_mode is 'The mode in the PLOVER coding scheme; null when none fits.';
comment on column main.event.status is 'held, planned or cancelled.';
comment on column main.event.place_id is 'Where: see place; null when no release says.';
comment on column main.event.country_code is 'The country where; null when no release says, ISO 3166-1 alpha-2.';
comment on column main.event.mechanism_id is 'The standing dialogue or conference: see mechanism; null when it belongs to none.';
comment on column main.event.title is 'What happened, in a few words; null when no release says.';
comment on column main.event.date_precision is 'How much of the date is known: day, month or year; null without a date.';
comment on column main.event.date_edtf is 'The date as derived, in EDTF, such as 2024-04; null when unknown.';
comment on column main.event.date_basis is 'Where the date comes from: stated, relative to the publication day, or publication (told as news without a date); null without a date.';
comment on column main.event.session_no is 'Which session of the mechanism; null when not stated.';
comment on column main.event.report_count is 'How many releases report it.';
comment on column main.event.source_count is 'How many sources report it.';
comment on column main.event.start_on is 'The day it began, or the first day of the span that it can be; null when unknown.';
comment on column main.event.end_on is 'The day it ended, for spans; else null.';

delete from main.event
where event_id in (select event_id from incoming.changed_event);

-- What an event is, its leading report says: one that is about it, the first of these. Its date is the most precise one
-- told, its place the first, its status the one told last, but what was held is held.
insert into main.event by name
with
reports as (
    select event_report.*, release.source_id, release.published_on
    from main.event_report as event_report
    inner join incoming.changed_event as changed_event on event_report.event_id = changed_event.event_id
    inner join main.release as release on event_report.release_id = release.release_id
),

counts as (
    select
        event_id,
        count(distinct release_id) as report_count,
        count(distinct source_id) as source_count
    from reports
    group by event_id
),

leading_reports as (
    select *
    from reports
    qualify row_number() over (partition by event_id order by is_main desc, published_on, release_id) = 1
),

dates as (
    select event_id, date_precision, date_edtf, date_basis, start_on, end_on
    from reports
    where start_on is not null
    qualify
        row_number() over (
            partition by event_id
            order by
                list_position(['day', 'month', 'year'], date_precision),
                list_position(['stated', 'relative', 'publication'], date_basis),
                is_main desc,
                published_on,
                release_id
        ) = 1
),

told as (
    select
        event_id,
        arg_min(place_id, struct_pack(is_aside := not is_main, published_on, release_id)) as place_id,
        arg_min(country_code, struct_pack(is_aside := not is_main, published_on, release_id)) as country_code,
        arg_min(mechanism_id, struct_pack(is_aside := not is_main, published_on, release_id)) as mechanism_id,
        arg_min(session_no, struct_pack(is_aside := not is_main, published_on, release_id)) as session_no,
        case
            when bool_or(status = 'held') then 'held'
            else arg_max(status, struct_pack(published_on, release_id))
        end as status
    from reports
    group by event_id
)

select
    leading_reports.event_id,
    leading_reports.kind,
    leading_reports.plover_type,
    leading_reports.plover_mode,
    told.status,
    told.place_id,
    told.country_code,
    told.mechanism_id,
    leading_reports.title,
    dates.date_precision,
    dates.date_edtf,
    dates.date_basis,
    told.session_no,
    counts.report_count,
    counts.source_count,
    dates.start_on,
    dates.end_on
from leading_reports
inner join counts on leading_reports.event_id = counts.event_id
inner join told on leading_reports.event_id = told.event_id
left join dates on leading_reports.event_id = dates.event_id
order by leading_reports.event_id;
