-- One row for each agreement, in the blocks of the touched releases, that other releases name.
create or replace view incoming.known_agreement as
select
    report.release_id,
    report.agreement_no,
    report.name,
    report.kind,
    report.parties,
    report.date_on,
    report.date_precision,
    release.published_on,
    report.agreement_id
from main.agreement_report as report
semi join incoming.agreement_block as blocks on report.block = blocks.block
anti join incoming.touched as touched on report.release_id = touched.release_id
inner join main.release as release on report.release_id = release.release_id;
