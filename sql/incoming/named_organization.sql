-- One row for each organization that a touched release names: what the resolver of organizations sees.
create or replace view incoming.named_organization as
with
organizations as (
    select release_id, unnest(facts.organizations) as organization
    from incoming.latest
)

select
    release_id,
    organization.organization_no,
    organization.name,
    organization.country_code
from organizations;
