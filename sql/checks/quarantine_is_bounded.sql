-- No source has more than a tenth of its addresses in quarantine.
-- severity: warn
with
addresses as (
    select source_id, count(distinct url) as address_count
    from ops.page
    group by source_id
),

quarantined as (
    select source_id, count(*) as quarantine_count
    from ops.quarantine
    where outcome = 'quarantined'
    group by source_id
)

select addresses.source_id, quarantined.quarantine_count, addresses.address_count
from addresses
inner join quarantined on addresses.source_id = quarantined.source_id
where quarantined.quarantine_count > 0.1 * addresses.address_count
order by addresses.source_id;
