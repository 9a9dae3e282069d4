-- No part in an event, party to an agreement, subject or other form of a name is told twice.
-- severity: error
-- Of facts, only those of releases that the last build made anew are looked at: the others were found so before.
with
keys as (
    select 'event_person' as named, concat_ws('|', event_id, person_id) as key_text
    from main.event_person
    union all
    select 'event_side', concat_ws('|', event_id, side)
    from main.event_side
    union all
    select 'event_organization', concat_ws('|', event_id, organization_id)
    from main.event_organization
    union all
    select 'event_topic', concat_ws('|', event_id, topic_id)
    from main.event_topic
    union all
    select 'agreement_party', concat_ws('|', agreement_id, coalesce(party, '?'), coalesce(organization_id, '?'))
    from main.agreement_party
    union all
    select 'organization_alias', concat_ws('|', organization_id, name)
    from main.organization_alias
    union all
    select 'organization_report', concat_ws('|', release_id, organization_no)
    from main.organization_report
    where release_id in (select release_id from ops.changed_release)
    union all
    select 'person_report', concat_ws('|', release_id, person_no)
    from main.person_report
    where release_id in (select release_id from ops.changed_release)
    union all
    select 'release_topic', concat_ws('|', release_id, topic_id)
    from main.release_topic
    where release_id in (select release_id from ops.changed_release)
    union all
    select 'diplomatic_tie', concat_ws('|', release_id, sentence_no, country_code, partner_code, established_on)
    from main.diplomatic_tie
    where release_id in (select release_id from ops.changed_release)
)

select named, key_text, count(*) as row_count
from keys
group by named, key_text
having count(*) > 1
order by named, key_text;
