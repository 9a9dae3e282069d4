-- How many releases and words did each source publish in each month?
with
months as (
    select
        source_id,
        date_trunc('month', published_on)::date as month_on,
        count(*) as release_count,
        sum(word_count)::bigint as word_count
    from main.release
    where published_on is not null
    group by all
)

select
    source.name as source,
    months.month_on as month,
    months.release_count as releases,
    months.word_count as words
from months
inner join main.source as source on months.source_id = source.source_id
order by source, month;
