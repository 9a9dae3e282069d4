-- Every id that a fact names is a row of its table.
-- severity: error
-- Of mentions, only those of releases that the last build made anew are looked at: the others were found so before.
with
named_ids as (
    select 'release.source_id' as named, source_id as id, 'source' as kind
    from main.release
    union all
    select 'mention.entity_id', entity_id, kind
    from main.mention
    where
        kind in ('person', 'place', 'figure', 'organization', 'agreement')
        and release_id in (select release_id from ops.changed_release)
    union all
    select 'position_report.person_id', person_id, 'person'
    from main.position_report
    union all
    select 'release_topic.topic_id', topic_id, 'topic'
    from main.release_topic
    union all
    select 'quotation.person_id', person_id, 'person'
    from main.quotation
    union all
    select 'position_report.organization_id', organization_id, 'organization'
    from main.position_report
    union all
    select 'organization_report.organization_id', organization_id, 'organization'
    from main.organization_report
    union all
    select 'organization_alias.organization_id', organization_id, 'organization'
    from main.organization_alias
    union all
    select 'release.translation_of', translation_of, 'release'
    from main.release
    union all
    select 'release_copy.original_id', original_id, 'release'
    from main.release_copy
),

known_ids as (
    select 'source' as kind, source_id as id
    from main.source
    union all
    select 'person', person_id
    from main.person
    union all
    select 'place', place_id
    from main.place
    union all
    select 'figure', figure_id
    from main.figure
    union all
    select 'organization', organization_id
    from main.organization
    union all
    select 'agreement', agreement_id
    from main.agreement
    union all
    select 'topic', topic_id
    from main.topic
    union all
    select 'release', release_id
    from main.release
)

select named_ids.named, named_ids.id, count(*) as row_count
from named_ids
anti join known_ids on named_ids.kind = known_ids.kind and named_ids.id = known_ids.id
where named_ids.id is not null
group by named_ids.named, named_ids.id
order by all;
