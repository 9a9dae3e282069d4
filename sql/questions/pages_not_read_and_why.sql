-- Which addresses could not be read as releases when last fetched, and why?
with
unread as (
    select distinct source_id, url
    from ops.page
    where outcome not in ('release', 'unchanged')
),

looks as (
    select page.*
    from ops.page as page
    semi join unread on page.source_id = unread.source_id and page.url = unread.url
    where page.outcome != 'unchanged'
    qualify row_number() over (partition by page.source_id, page.url order by page.fetched_at desc, page.part desc) = 1
)

select
    source.name as source,
    looks.outcome,
    looks.verdict,
    looks.reason,
    count(*) as addresses,
    max(looks.fetched_at) as last_fetched_at,
    min(looks.url) as example
from looks
inner join main.source as source on looks.source_id = source.source_id
where looks.outcome != 'release'
group by source.name, looks.outcome, looks.verdict, looks.reason
order by looks.outcome not in ('quarantined', 'failed'), addresses desc, source, looks.reason
limit 500;
