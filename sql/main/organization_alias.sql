-- One row for each form in which an organization's name is written.
create table if not exists main.organization_alias (
    organization_id text,
    name text,
    release_count bigint
);

comment on table main.organization_alias is 'One row for each form in which an organization''s name is written.';
comment on column main.organization_alias.organization_id is 'The organization: see organization.';
comment on column main.organization_alias.name is 'The form of the name.';
comment on column main.organization_alias.release_count is 'How many releases use it.';

delete from main.organization_alias
where organization_id in (select organization_id from incoming.changed_organization);

insert into main.organization_alias by name
with
forms as (
    select
        organization_id,
        release_id,
        unnest(list_concat(aliases, [name, acronym])) as name
    from main.organization_report
    where organization_id in (select organization_id from incoming.changed_organization)
)

select organization_id, name, count(distinct release_id) as release_count
from forms
where name is not null
group by organization_id, name
order by organization_id, name;
