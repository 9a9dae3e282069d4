-- One row for each organization that a touched release names, or named before.
create or replace view incoming.changed_organization as
select organization_id from incoming.reported_organization
union
select organization_id from incoming.organization;
