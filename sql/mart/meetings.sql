-- One row for each engagement, with who took part, where, under which dialogue, and who reports it.
create or replace view mart.meetings as
with
participants as (
    select event_person.event_id, list(person.name order by person.name) as participants
    from main.event_person as event_person
    inner join main.person as person on event_person.person_id = person.person_id
    group by event_person.event_id
),

sides as (
    select event_id, list(side order by side) as sides
    from main.event_side
    group by event_id
),

organizations as (
    select event_organization.event_id, list(organization.name order by organization.name) as organizations
    from main.event_organization as event_organization
    inner join main.organization as organization
        on event_organization.organization_id = organization.organization_id
    group by event_organization.event_id
),

topics as (
    select event_topic.event_id, list(topic.label order by topic.label) as topics
    from main.event_topic as event_topic
    inner join main.topic as topic on event_topic.topic_id = topic.topic_id
    group by event_topic.event_id
),

reports as (
    select event_report.event_id, list(release.url order by release.published_on, release.url) as reports
    from main.event_report as event_report
    inner join main.release as release on event_report.release_id = release.release_id
    group by event_report.event_id
)

select
    event.event_id,
    event.kind,
    event.status,
    event.title,
    place.name as place,
    country.name as country,
    mechanism.name as mechanism,
    event.date_precision,
    event.date_edtf,
    participants.participants,
    sides.sides,
    organizations.organizations,
    topics.topics,
    reports.reports,
    event.session_no,
    event.report_count,
    event.source_count,
    event.start_on,
    event.end_on
from main.event as event
left join main.place as place on event.place_id = place.place_id
left join main.country as country on event.country_code = country.country_code
left join main.mechanism as mechanism on event.mechanism_id = mechanism.mechanism_id
left join participants on event.event_id = participants.event_id
left join sides on event.event_id = sides.event_id
left join organizations on event.event_id = organizations.event_id
left join topics on event.event_id = topics.event_id
left join reports on event.event_id = reports.event_id;

comment on view mart.meetings is 'One row for each engagement, with who took part, where, under which dialogue, and who reports it.';
comment on column mart.meetings.event_id is 'The event: see event.';
comment on column mart.meetings.kind is 'meeting, call, visit, dialogue, conference and so on: see event.';
comment on column mart.meetings.status is 'held, planned or cancelled.';
comment on column mart.meetings.title is 'What happened, in a few words; null when no release says.';
comment on column mart.meetings.place is 'City, town or region; null when no release says.';
comment on column mart.meetings.country is 'The country where; null when no release says.';
comment on column mart.meetings.mechanism is 'The standing dialogue or conference; null when it belongs to none.';
comment on column mart.meetings.date_precision is 'How much of the date is known: day, month or year; null without a date.';
comment on column mart.meetings.date_edtf is 'The date as derived, in EDTF; null when unknown.';
comment on column mart.meetings.participants is 'Names of the people who took part; null when none is known.';
comment on column mart.meetings.sides is 'Countries (alpha-2) and international bodies (acronym) that took part; null when none is known.';
comment on column mart.meetings.organizations is 'Organizations that took part; null when none is known.';
comment on column mart.meetings.topics is 'What was discussed; null when no release says.';
comment on column mart.meetings.reports is 'Addresses of the releases that report it, oldest first.';
comment on column mart.meetings.session_no is 'Which session of the mechanism; null when not stated.';
comment on column mart.meetings.report_count is 'How many releases report it.';
comment on column mart.meetings.source_count is 'How many sources report it.';
comment on column mart.meetings.start_on is 'The day it began, or the first day of the span that it can be; null when unknown.';
comment on column mart.meetings.end_on is 'The day it ended, for spans; else null.';
