-- How often was each country whose ministry is read in contact with each partner, month by month, and how?
with
newest as (
    select max(published_on) as day_on
    from main.release
),

recent_events as (
    select
        event.event_id,
        event.kind,
        date_trunc('month', event.start_on)::date as month_on
    from main.event as event
    inner join newest on event.start_on > newest.day_on - interval 24 months
    where event.status = 'held' and event.date_precision != 'year'
),

sides as (
    select recent_events.*, event_side.side
    from main.event_side as event_side
    inner join recent_events on event_side.event_id = recent_events.event_id
),

pairs as (
    select one.event_id, one.kind, one.month_on, one.side as country_code, other.side as partner_code
    from sides as one
    inner join sides as other on one.event_id = other.event_id and one.side != other.side
    where one.side in (select country_code from main.source)
)

select
    country.name as country,
    partner.name as partner,
    pairs.month_on as month,
    count(*) as contacts,
    count(*) filter (where pairs.kind = 'meeting') as meetings,
    count(*) filter (where pairs.kind = 'call') as calls,
    count(*) filter (where pairs.kind = 'visit') as visits,
    count(*) filter (where pairs.kind = 'dialogue') as dialogues,
    count(*) filter (where pairs.kind = 'conference') as conferences,
    count(*) filter (where pairs.kind not in ('meeting', 'call', 'visit', 'dialogue', 'conference')) as others
from pairs
inner join main.country as country on pairs.country_code = country.country_code
inner join main.country as partner on pairs.partner_code = partner.country_code
group by country.name, partner.name, pairs.month_on
order by country, partner, month desc;
