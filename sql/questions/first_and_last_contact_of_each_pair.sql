-- When was each country whose ministry is read first and last in contact with each other one, as told, and how?
with
own_sides as (
    select event_side.event_id, event_side.side as country_code, event.start_on
    from main.event_side as event_side
    inner join main.event as event on event_side.event_id = event.event_id
    where
        event_side.side in (select country_code from main.source)
        and event.status = 'held'
        and event.start_on is not null
        and event.date_precision != 'year'
),

spans as (
    select
        own_sides.country_code,
        other.side as partner_code,
        count(*) as contact_count,
        min(own_sides.start_on) as first_on,
        max(own_sides.start_on) as last_on
    from own_sides
    inner join main.event_side as other
        on own_sides.event_id = other.event_id and own_sides.country_code != other.side
    group by own_sides.country_code, other.side
),

-- Only events of these few days are looked at again.
days as (
    select first_on as day_on from spans
    union
    select last_on from spans
),

events_of_these_days as (
    select event.event_id, event.start_on, event.kind, event.date_edtf
    from main.event as event
    semi join days on event.start_on = days.day_on
    where event.status = 'held' and event.date_precision != 'year'
),

sides as (
    select event_side.event_id, event_side.side, events_of_these_days.start_on
    from main.event_side as event_side
    inner join events_of_these_days on event_side.event_id = events_of_these_days.event_id
),

pairs as (
    select
        spans.country_code,
        spans.partner_code,
        spans.contact_count,
        min(one.event_id) filter (where one.start_on = spans.first_on) as first_id,
        min(one.event_id) filter (where one.start_on = spans.last_on) as last_id
    from sides as one
    inner join sides as other on one.event_id = other.event_id
    inner join spans
        on
            one.side = spans.country_code
            and other.side = spans.partner_code
            and one.start_on in (spans.first_on, spans.last_on)
    group by spans.country_code, spans.partner_code, spans.contact_count
),

ends as (
    select first_id as event_id from pairs
    union
    select last_id from pairs
),

reports as (
    select event_report.event_id, min(release.url) as url
    from main.event_report as event_report
    semi join ends on event_report.event_id = ends.event_id
    inner join main.release as release on event_report.release_id = release.release_id
    group by event_report.event_id
)

select
    country.name as country,
    partner.name as partner,
    pairs.contact_count as contacts,
    first_event.date_edtf as first_contact,
    first_event.kind as first_kind,
    first_report.url as first_report,
    last_event.date_edtf as last_contact,
    last_event.kind as last_kind,
    last_report.url as last_report
from pairs
inner join main.country as country on pairs.country_code = country.country_code
inner join main.country as partner on pairs.partner_code = partner.country_code
inner join events_of_these_days as first_event on pairs.first_id = first_event.event_id
inner join events_of_these_days as last_event on pairs.last_id = last_event.event_id
inner join reports as first_report on pairs.first_id = first_report.event_id
inner join reports as last_report on pairs.last_id = last_report.event_id
order by country, contacts desc, partner;
