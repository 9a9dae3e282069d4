-- One row for each block of names in which a touched release names an agreement.
create or replace table incoming.agreement_block (
    block text
);
