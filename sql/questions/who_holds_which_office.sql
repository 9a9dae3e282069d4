-- Who was last seen in which office, by country?
select
    country,
    title,
    person,
    rank,
    release_count,
    first_seen_on,
    last_seen_on
from mart.office_holders
where country is not null
order by country, rank, last_seen_on desc nulls last, person, title;
