-- One row for each touched release: its newest reading.
create or replace view incoming.latest as
select
    reading.* exclude (is_latest),
    array_to_string(reading.document.paragraphs, chr(10) || chr(10)) as body
from incoming.reading as reading
where reading.is_latest;
