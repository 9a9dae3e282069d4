-- No source has been silent for longer than its own past lets expect.
-- severity: warn
select source_id, quiet_days, expected_gap_days, last_published_on, last_look_at
from ops.rhythm
where is_silent
order by source_id;
