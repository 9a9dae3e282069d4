-- Every id that an event or an agreement names is a row of its table.
-- severity: error
with
named_ids as (
    select 'event_report.event_id' as named, event_id as id, 'event' as kind
    from main.event_report
    union all
    select 'event_report.place_id', place_id, 'place'
    from main.event_report
    union all
    select 'event_report.mechanism_id', mechanism_id, 'mechanism'
    from main.event_report
    union all
    select 'event.place_id', place_id, 'place'
    from main.event
    union all
    select 'event.mechanism_id', mechanism_id, 'mechanism'
    from main.event
    union all
    select 'event_person.event_id', event_id, 'event'
    from main.event_person
    union all
    select 'event_person.person_id', person_id, 'person'
    from main.event_person
    union all
    select 'event_side.event_id', event_id, 'event'
    from main.event_side
    union all
    select 'event_organization.event_id', event_id, 'event'
    from main.event_organization
    union all
    select 'event_organization.organization_id', organization_id, 'organization'
    from main.event_organization
    union all
    select 'event_topic.event_id', event_id, 'event'
    from main.event_topic
    union all
    select 'event_topic.topic_id', topic_id, 'topic'
    from main.event_topic
    union all
    select 'agreement.event_id', event_id, 'event'
    from main.agreement
    union all
    select 'agreement_report.agreement_id', agreement_id, 'agreement'
    from main.agreement_report
    union all
    select 'agreement_report.event_id', event_id, 'event'
    from main.agreement_report
    union all
    select 'agreement_party.agreement_id', agreement_id, 'agreement'
    from main.agreement_party
    union all
    select 'agreement_party.organization_id', organization_id, 'organization'
    from main.agreement_party
),

known_ids as (
    select 'event' as kind, event_id as id
    from main.event
    union all
    select 'agreement', agreement_id
    from main.agreement
    union all
    select 'mechanism', mechanism_id
    from main.mechanism
    union all
    select 'person', person_id
    from main.person
    union all
    select 'organization', organization_id
    from main.organization
    union all
    select 'place', place_id
    from main.place
    union all
    select 'topic', topic_id
    from main.topic
)

select named_ids.named, named_ids.id, count(*) as row_count
from named_ids
anti join known_ids on named_ids.kind = known_ids.kind and named_ids.id = known_ids.id
where named_ids.id is not null
group by named_ids.named, named_ids.id
order by all;
