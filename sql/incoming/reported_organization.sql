-- One row for each organization that a touched release named before.
create or replace table incoming.reported_organization as
select distinct organization_id
from main.organization_report
where release_id in (select release_id from incoming.touched);
