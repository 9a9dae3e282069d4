-- One row for each organization that took part in an event.
create table if not exists main.event_organization (
    event_id text,
    organization_id text,
    role text
);

comment on table main.event_organization is 'One row for each organization that took part in an event.';
comment on column main.event_organization.event_id is 'The event: see event.';
comment on column main.event_organization.organization_id is 'The organization: see organization.';
comment on column main.event_organization.role is 'host, participant or sponsor; null when undecided.';

delete from main.event_organization
where event_id in (select event_id from incoming.changed_event);

insert into main.event_organization by name
with
reports as (
    select
        event_report.event_id,
        event_report.release_id,
        event_report.is_main,
        unnest(event_report.organizations) as part
    from main.event_report as event_report
    semi join incoming.changed_event as changed_event on event_report.event_id = changed_event.event_id
)

select
    event_id,
    part.organization_id,
    part.role
from reports
qualify
    row_number() over (
        partition by event_id, part.organization_id
        order by is_main desc, release_id, part.role
    ) = 1
order by event_id, part.organization_id;
