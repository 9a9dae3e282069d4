-- What could not be read, and why?
select
    source_id,
    outcome,
    verdict,
    reason,
    count(*) as address_count,
    min(url) as example,
    max(fetched_at) as last_fetched_at
from ops.quarantine
group by source_id, outcome, verdict, reason
order by address_count desc, source_id, reason;
