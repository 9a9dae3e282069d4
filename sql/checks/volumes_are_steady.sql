-- No table of twenty rows and more has lost over a tenth of them since the build before.
-- severity: warn
with
builds as (
    select row_counts, row_number() over (order by started_at desc, build_id) as age
    from ops.build
    qualify age <= 2
),

counts as (
    select age, unnest(map_entries(row_counts)) as entry
    from builds
),

changes as (
    select
        entry.key as named,
        max(entry.value) filter (where age = 2) as before_count,
        coalesce(max(entry.value) filter (where age = 1), 0) as after_count
    from counts
    group by entry.key
)

select named, before_count, after_count
from changes
where before_count >= 20 and after_count < 0.9 * before_count
order by named;
