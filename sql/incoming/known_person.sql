-- One row for each form of a name, in the blocks of the touched releases, that other releases give to a person.
create or replace view incoming.known_person as
with
reports as (
    select report.*
    from main.person_report as report
    semi join incoming.person_block as blocks on report.block = blocks.block
    anti join incoming.touched as touched on report.release_id = touched.release_id
)

select
    own_id,
    person_id,
    min(name) as name,
    country_code,
    list_sort(list_distinct(flatten(list(offices)))) as offices
from reports
group by own_id, person_id, country_code;
