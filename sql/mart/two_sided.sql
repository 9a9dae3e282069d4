-- One row for each engagement of two or more countries: whose ministries reported it, and where they differ.
create or replace view mart.two_sided as
with
sides as (
    select event_side.event_id, list(event_side.side order by event_side.side) as sides
    from main.event_side as event_side
    inner join main.country as country on event_side.side = country.country_code
    group by event_side.event_id
    having count(*) > 1
),

accounts as (
    select
        event_report.event_id,
        list(release.issuer_country) as issuers,
        list(event_report.date_edtf) filter (where event_report.date_edtf is not null) as dates,
        list(place.name) filter (where place.name is not null) as places,
        list(event_report.status) filter (where event_report.status is not null) as statuses,
        list(event_report.session_no) filter (where event_report.session_no is not null) as session_nos,
        list(release.url order by release.published_on, release.url) as reports
    from main.event_report as event_report
    semi join sides on event_report.event_id = sides.event_id
    inner join main.release as release on event_report.release_id = release.release_id
    left join main.place as place on event_report.place_id = place.place_id
    group by event_report.event_id
),

reports as (
    select
        event_id,
        list_sort(list_distinct(issuers)) as reported_by,
        list_sort(list_distinct(dates)) as dates,
        list_sort(list_distinct(places)) as places,
        list_sort(list_distinct(statuses)) as statuses,
        list_sort(list_distinct(session_nos)) as session_nos,
        reports
    from accounts
),

compared as (
    select
        *,
        list_filter(
            [
                if(len(dates) > 1, 'date', null),
                if(len(places) > 1, 'place', null),
                if(len(statuses) > 1, 'status', null),
                if(len(session_nos) > 1, 'session', null)
            ],
            lambda difference: difference is not null
        ) as differs_in
    from reports
)

select
    event.event_id,
    event.kind,
    event.title,
    sides.sides,
    compared.reported_by,
    list_filter(sides.sides, lambda side: not list_contains(compared.reported_by, side)) as not_reported_by,
    compared.dates,
    compared.places,
    compared.statuses,
    compared.session_nos,
    compared.differs_in,
    compared.reports,
    len(list_intersect(sides.sides, compared.reported_by)) > 1 as is_two_sided,
    len(compared.differs_in) > 0 as is_disputed,
    event.start_on
from main.event as event
inner join sides on event.event_id = sides.event_id
inner join compared on event.event_id = compared.event_id;

comment on view mart.two_sided is 'One row for each engagement of two or more countries: whose ministries reported it, and where they differ.';
comment on column mart.two_sided.event_id is 'The event: see event.';
comment on column mart.two_sided.kind is 'meeting, call, visit, dialogue and so on: see event.';
comment on column mart.two_sided.title is 'What happened, in a few words; null when no release says.';
comment on column mart.two_sided.sides is 'The countries that took part, ISO 3166-1 alpha-2.';
comment on column mart.two_sided.reported_by is 'The countries whose ministries reported it.';
comment on column mart.two_sided.not_reported_by is 'The countries that took part but whose ministries did not report it, or are not read here.';
comment on column mart.two_sided.dates is 'The dates as told, in EDTF; more than one when the reports differ.';
comment on column mart.two_sided.places is 'The places as told; more than one when the reports differ.';
comment on column mart.two_sided.statuses is 'The statuses as told; more than one when the reports differ.';
comment on column mart.two_sided.session_nos is 'The numbers of the session as told; more than one when the reports differ; null when none numbers it.';
comment on column mart.two_sided.differs_in is 'In what the reports differ: date, place, status, session; empty when in nothing.';
comment on column mart.two_sided.reports is 'Addresses of the releases that report it, oldest first.';
comment on column mart.two_sided.is_two_sided is 'True when two of the countries that took part reported it.';
comment on column mart.two_sided.is_disputed is 'True when the reports differ in date, place, status or session.';
comment on column mart.two_sided.start_on is 'The day it began; null when unknown.';
