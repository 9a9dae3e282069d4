-- No release was published before 1900, or more than a day after it was fetched.
-- severity: warn
select release_id, url, published_on, published_at, first_fetched_at
from main.release
where
    published_on < date '1900-01-01'
    or published_on > (first_fetched_at + interval 1 day)::date
    or published_at > first_fetched_at + interval 1 day
order by release_id;
