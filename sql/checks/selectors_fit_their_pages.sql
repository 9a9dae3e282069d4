-- No page fetched in the last thirty days had to be read by the generic reader.
-- severity: warn
with
newest_fetches as (
    select max(fetched_at) as fetched_at
    from ops.page
)

select page.source_id, count(distinct page.url) as page_count, any_value(page.reason) as reason
from ops.page as page
cross join newest_fetches as newest_fetch
where page.outcome = 'fallback' and page.fetched_at > newest_fetch.fetched_at - interval 30 days
group by page.source_id
order by page.source_id;
