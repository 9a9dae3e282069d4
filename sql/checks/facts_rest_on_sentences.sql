-- Every fact rests on a sentence that is there.
-- severity: error
-- Of facts, only those of releases that the last build made anew are looked at: the others were found so before.
with
facts as (
    select 'mention' as named, release_id, sentence_no
    from main.mention
    where release_id in (select release_id from ops.changed_release)
    union all
    select 'position_report', release_id, sentence_no
    from main.position_report
    where release_id in (select release_id from ops.changed_release)
    union all
    select 'event_report', release_id, sentence_no
    from main.event_report
    where release_id in (select release_id from ops.changed_release)
    union all
    select 'event_topic', release_id, sentence_no
    from main.event_topic
    where release_id in (select release_id from ops.changed_release)
    union all
    select 'event_organization', release_id, sentence_no
    from main.event_organization
    where release_id in (select release_id from ops.changed_release)
    union all
    select 'agreement_report', release_id, sentence_no
    from main.agreement_report
    where release_id in (select release_id from ops.changed_release)
    union all
    select 'figure', release_id, sentence_no
    from main.figure
    where release_id in (select release_id from ops.changed_release)
    union all
    select 'quotation', release_id, sentence_no
    from main.quotation
    where release_id in (select release_id from ops.changed_release)
    union all
    select 'release_topic', release_id, sentence_no
    from main.release_topic
    where release_id in (select release_id from ops.changed_release)
    union all
    select 'diplomatic_tie', release_id, sentence_no
    from main.diplomatic_tie
    where release_id in (select release_id from ops.changed_release)
)

select facts.named, facts.release_id, facts.sentence_no
from facts
anti join main.sentence as sentence
    on
        facts.release_id = sentence.release_id
        and facts.sentence_no = sentence.sentence_no
order by all;
