-- One row for each account of an event that others, or they before, give in the blocks of the touched releases.
create or replace view incoming.known_event as
select
    report.release_id,
    report.event_no,
    report.kind,
    report.status,
    report.start_on,
    report.end_on,
    report.date_precision,
    report.sides,
    list_transform(report.persons, lambda one: struct_extract(one, 'person_id')) as person_ids,
    report.place_id,
    report.mechanism_id,
    report.session_no,
    release.issuer_country,
    release.published_on,
    report.event_id,
    touched.release_id is not null as is_gone
from main.event_report as report
semi join incoming.event_block as blocks on report.block = blocks.block
left join incoming.touched as touched on report.release_id = touched.release_id
inner join main.release as release on report.release_id = release.release_id;
