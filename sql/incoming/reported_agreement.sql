-- One row for each agreement that a touched release named before this build.
create or replace table incoming.reported_agreement as
select distinct agreement_report.agreement_id
from main.agreement_report as agreement_report
semi join incoming.touched as touched on agreement_report.release_id = touched.release_id;
