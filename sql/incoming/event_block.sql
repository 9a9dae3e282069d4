-- One row for each block of names in which a touched release names an event.
create or replace table incoming.event_block (
    block text
);
