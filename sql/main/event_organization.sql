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
