-- One row for each form of an agreement's name that others, or they before, give in the blocks of the touched releases.
create or replace view incoming.known_agreement as
with
reports as (
    select report.*, touched.release_id is not null as is_gone
    from main.agreement_report as report
    semi join incoming.agreement_block as blocks on report.block = blocks.block
    left join incoming.touched as touched on report.release_id = touched.release_id
)

select
    min(reports.release_id) as release_id,
    arg_min(reports.agreement_no, reports.release_id) as agreement_no,
    min(reports.name) as name,
    any_value(reports.kind) as kind,
    any_value(reports.parties) as parties,
    reports.date_on,
    reports.date_precision,
    min(release.published_on) as published_on,
    reports.agreement_id,
    reports.is_gone
from reports
inner join main.release as release on reports.release_id = release.release_id
group by reports.own_id, reports.agreement_id, reports.date_on, reports.date_precision, reports.is_gone;
