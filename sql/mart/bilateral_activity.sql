-- One row for each two countries, month and kind of engagement; every pair stands there from either side.
create or replace view mart.bilateral_activity as
select
    one.side as country_code,
    other.side as partner_code,
    country.name as country,
    partner.name as partner,
    event.kind,
    count(distinct event.event_id) as event_count,
    date_trunc('month', event.start_on)::date as month_on
from main.event as event
inner join main.event_side as one on event.event_id = one.event_id
inner join main.event_side as other on event.event_id = other.event_id and one.side != other.side
inner join main.country as country on one.side = country.country_code
inner join main.country as partner on other.side = partner.country_code
where event.status = 'held' and event.start_on is not null and event.date_precision != 'year'
group by all;

comment on view mart.bilateral_activity is 'One row for each two countries, month and kind of engagement; every pair stands there from either side.';
comment on column mart.bilateral_activity.country_code is 'One country, ISO 3166-1 alpha-2.';
comment on column mart.bilateral_activity.partner_code is 'The other country, ISO 3166-1 alpha-2.';
comment on column mart.bilateral_activity.country is 'Name of the one country.';
comment on column mart.bilateral_activity.partner is 'Name of the other country.';
comment on column mart.bilateral_activity.kind is 'The kind of engagement: see event.';
comment on column mart.bilateral_activity.event_count is 'How many were held.';
comment on column mart.bilateral_activity.month_on is 'The first day of the month in which they began.';
