-- The words of mentions, sentences, quotations and agreements stand in the body where said to, or in the title.
-- severity: error
-- Of facts, only those of releases that the last build made anew are looked at: the others were found so before.
with
spans as (
    select 'mention' as named, release_id, char_start, char_end, surface as words
    from main.mention
    where release_id in (select release_id from ops.changed_release)
    union all
    select 'sentence', release_id, char_start, char_end, text
    from main.sentence
    where release_id in (select release_id from ops.changed_release)
    union all
    select 'quotation', release_id, char_start, char_end, text
    from main.quotation
    where release_id in (select release_id from ops.changed_release)
    union all
    select 'agreement_report', release_id, char_start, char_end, name
    from main.agreement_report
    where release_id in (select release_id from ops.changed_release)
),

found as (
    select
        spans.named,
        spans.release_id,
        spans.char_start,
        spans.char_end,
        spans.words,
        case
            when spans.named = 'agreement_report' and spans.char_start is null
                then substr(release.title, strpos(release.title, spans.words), length(spans.words))
            else substr(release.body, spans.char_start + 1, spans.char_end - spans.char_start)
        end as found
    from spans
    inner join main.release as release on spans.release_id = release.release_id
)

select named, release_id, char_start, char_end, words, found
from found
where found is distinct from words
order by all;
