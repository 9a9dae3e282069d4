-- Every fact points at a release that is here.
-- severity: error
-- Of the longest tables, only what the last build made anew is looked at: the rest was found so before.
with
facts as (
    select 'edition' as named, release_id
    from main.edition
    union all
    select 'sentence', release_id
    from main.sentence
    where release_id in (select release_id from ops.changed_release)
    union all
    select 'mention', release_id
    from main.mention
    where release_id in (select release_id from ops.changed_release)
    union all
    select 'person_report', release_id
    from main.person_report
    union all
    select 'organization_report', release_id
    from main.organization_report
    union all
    select 'position_report', release_id
    from main.position_report
    union all
    select 'event_report', release_id
    from main.event_report
    union all
    select 'event_topic', release_id
    from main.event_topic
    union all
    select 'event_organization', release_id
    from main.event_organization
    union all
    select 'agreement_report', release_id
    from main.agreement_report
    union all
    select 'figure', release_id
    from main.figure
    union all
    select 'quotation', release_id
    from main.quotation
    union all
    select 'release_topic', release_id
    from main.release_topic
    union all
    select 'diplomatic_tie', release_id
    from main.diplomatic_tie
    union all
    select 'ops.term', release_id
    from ops.term
    where release_id in (select release_id from ops.changed_release)
)

select facts.named, facts.release_id, count(*) as row_count
from facts
anti join main.release as release on facts.release_id = release.release_id
group by facts.named, facts.release_id
order by facts.named, facts.release_id;
