-- One row for each agreement that a touched release names, or named before.
create or replace view incoming.changed_agreement as
select agreement_id from incoming.reported_agreement
union
select agreement_id from incoming.agreement;
