-- One row for each form of a name that others, or they before, give to a person in the blocks of the touched releases.
create or replace view incoming.known_person as
with
reports as (
    select report.*, touched.release_id is not null as is_gone
    from main.person_report as report
    semi join incoming.person_block as blocks on report.block = blocks.block
    left join incoming.touched as touched on report.release_id = touched.release_id
)

select
    own_id,
    person_id,
    min(name) as name,
    country_code,
    list_sort(list_distinct(flatten(list(offices)))) as offices,
    is_gone
from reports
group by own_id, person_id, country_code, is_gone;
