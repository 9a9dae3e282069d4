-- Every fact rests on a sentence that is there.
-- severity: error
with
facts as (
    select 'mention' as named, release_id, sentence_no
    from main.mention
    union all
    select 'position_report', release_id, sentence_no
    from main.position_report
    union all
    select 'event_report', release_id, sentence_no
    from main.event_report
    union all
    select 'event_topic', release_id, sentence_no
    from main.event_topic
    union all
    select 'event_organization', release_id, sentence_no
    from main.event_organization
    union all
    select 'agreement_report', release_id, sentence_no
    from main.agreement_report
    union all
    select 'figure', release_id, sentence_no
    from main.figure
    union all
    select 'quotation', release_id, sentence_no
    from main.quotation
    union all
    select 'release_topic', release_id, sentence_no
    from main.release_topic
    union all
    select 'diplomatic_tie', release_id, sentence_no
    from main.diplomatic_tie
)

select facts.named, facts.release_id, facts.sentence_no
from facts
anti join main.sentence as sentence
    on
        facts.release_id = sentence.release_id
        and facts.sentence_no = sentence.sentence_no
order by all;
