-- No form of a name, office, copy, redirect or release is left without what it belongs to.
-- severity: error
with
hanging as (
    select 'person_alias' as named, person_id as id, 'person' as kind
    from main.person_alias
    union all
    select 'person_report', person_id, 'person'
    from main.person_report
    union all
    select 'position', person_id, 'person'
    from main.position
    union all
    select 'position', organization_id, 'organization'
    from main.position
    union all
    select 'event_person without event_report', event_id, 'event_report'
    from main.event_person
    union all
    select 'event_side without event_report', event_id, 'event_report'
    from main.event_side
    union all
    select 'release_copy', release_id, 'release'
    from main.release_copy
    union all
    select 'redirect of a ' || kind, new_id, kind
    from main.redirect
    union all
    select 'release without page', release_id, 'page'
    from main.release
),

known as (
    select 'person' as kind, person_id as id
    from main.person
    union all
    select 'organization', organization_id
    from main.organization
    union all
    select 'mechanism', mechanism_id
    from main.mechanism
    union all
    select 'event', event_id
    from main.event
    union all
    select 'agreement', agreement_id
    from main.agreement
    union all
    select 'event_report', event_id
    from main.event_report
    union all
    select 'release', release_id
    from main.release
    union all
    select 'page', release_id
    from ops.page
)

select hanging.named, hanging.id, count(*) as row_count
from hanging
anti join known on hanging.kind = known.kind and hanging.id = known.id
where hanging.id is not null
group by hanging.named, hanging.id
order by all;
