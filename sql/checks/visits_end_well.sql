-- The last visit to every source found its listing.
-- severity: warn
select source_id, last_verdict, last_reason, last_visit_at
from mart.source_coverage
where last_visit_at is not null and coalesce(last_verdict not in ('page', 'unchanged'), true)
order by source_id;
