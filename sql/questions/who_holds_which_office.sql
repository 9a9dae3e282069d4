-- Who was seen in which office in the last two years of releases, by country and rank?
with
newest as (
    select max(published_on) as day_on
    from main.release
)

select
    holder.country,
    holder.title,
    holder.person,
    holder.rank,
    holder.organization,
    holder.release_count as releases,
    holder.first_seen_on,
    holder.last_seen_on
from mart.office_holders as holder
inner join newest on holder.last_seen_on > newest.day_on - interval 24 months
where holder.country is not null
order by holder.country, holder.rank, holder.last_seen_on desc, holder.person, holder.title, holder.organization;
