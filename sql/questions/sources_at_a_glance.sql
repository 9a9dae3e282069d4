-- How complete and how fresh is each source?
select *
from mart.source_coverage
order by source_id;
