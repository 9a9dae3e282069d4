-- One row for each person that a touched release named before.
create or replace table incoming.reported_person as
select distinct person_id
from main.person_report
where release_id in (select release_id from incoming.touched);
