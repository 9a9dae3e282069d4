-- How many releases did each source publish in each month?
select
    source_id,
    date_trunc('month', published_on)::date as month_on,
    count(*) as release_count,
    sum(word_count)::bigint as word_count
from main.release
where published_on is not null
group by all
order by source_id, month_on;
