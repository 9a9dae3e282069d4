-- The words of every mention, sentence, quotation and agreement stand in the body exactly where they are said to.
-- severity: error
with
spans as (
    select 'mention' as named, release_id, char_start, char_end, surface as words
    from main.mention
    union all
    select 'sentence', release_id, char_start, char_end, text
    from main.sentence
    union all
    select 'quotation', release_id, char_start, char_end, text
    from main.quotation
    union all
    select 'agreement_report', release_id, char_start, char_end, name
    from main.agreement_report
)

select
    spans.named,
    spans.release_id,
    spans.char_start,
    spans.char_end,
    spans.words,
    substr(release.body, spans.char_start + 1, spans.char_end - spans.char_start) as found
from spans
inner join main.release as release on spans.release_id = release.release_id
where substr(release.body, spans.char_start + 1, spans.char_end - spans.char_start) is distinct from spans.words
order by all;
