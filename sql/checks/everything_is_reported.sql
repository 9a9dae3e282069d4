-- Every event, agreement, person and organization is told by a release, and every mechanism by an event.
-- severity: error
with
kept as (
    select 'event' as kind, event_id as id
    from main.event
    union all
    select 'agreement', agreement_id
    from main.agreement
    union all
    select 'person', person_id
    from main.person
    union all
    select 'organization', organization_id
    from main.organization
    union all
    select 'mechanism', mechanism_id
    from main.mechanism
),

told as (
    select 'event' as kind, event_id as id
    from main.event_report
    union all
    select 'agreement', agreement_id
    from main.agreement_report
    union all
    select 'person', person_id
    from main.person_report
    union all
    select 'organization', organization_id
    from main.organization_report
    union all
    select 'mechanism', mechanism_id
    from main.event_report
)

select kept.kind, kept.id
from kept
anti join told on kept.kind = told.kind and kept.id = told.id
order by kept.kind, kept.id;
