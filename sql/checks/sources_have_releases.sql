-- Every source that was visited has releases.
-- severity: warn
select source.source_id, source.last_verdict, source.last_reason, source.last_visit_at
from mart.source_coverage as source
where source.release_count = 0 and source.last_visit_at is not null
order by source.source_id;
