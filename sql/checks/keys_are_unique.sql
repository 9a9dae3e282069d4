-- No two rows of a table have the same key.
-- severity: error
-- Of facts, only those of releases that the last build made anew are looked at: the others were found so before.
with
keys as (
    select 'source' as named, source_id as key_text
    from main.source
    union all
    select 'release', release_id
    from main.release
    union all
    select 'release_copy', release_id
    from main.release_copy
    union all
    select 'edition', concat_ws('|', release_id, edition_no)
    from main.edition
    where release_id in (select release_id from ops.changed_release)
    union all
    select 'sentence', concat_ws('|', release_id, sentence_no)
    from main.sentence
    where release_id in (select release_id from ops.changed_release)
    union all
    select 'mention', concat_ws('|', release_id, char_start, char_end, kind, entity_id)
    from main.mention
    where release_id in (select release_id from ops.changed_release)
    union all
    select 'country', country_code
    from main.country
    union all
    select 'place', place_id
    from main.place
    union all
    select 'person', person_id
    from main.person
    union all
    select 'person_alias', concat_ws('|', person_id, name)
    from main.person_alias
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
    select 'event_report', concat_ws('|', event_id, release_id)
    from main.event_report
    where release_id in (select release_id from ops.changed_release)
    union all
    select 'agreement', agreement_id
    from main.agreement
    union all
    select 'agreement_report', concat_ws('|', agreement_id, release_id)
    from main.agreement_report
    where release_id in (select release_id from ops.changed_release)
    union all
    select 'figure', figure_id
    from main.figure
    where release_id in (select release_id from ops.changed_release)
    union all
    select 'quotation', quotation_id
    from main.quotation
    where release_id in (select release_id from ops.changed_release)
    union all
    select 'ops.visit', visit_id
    from ops.visit
    union all
    select 'ops.page', concat_ws('|', source_id, url, fetched_at)
    from ops.page
)

select named, key_text, count(*) as row_count
from keys
group by named, key_text
having count(*) > 1
order by named, key_text;
