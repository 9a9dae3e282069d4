-- Which releases were reworded after publication, what changed word for word, and what does the ministry say of it?
with
-- What was changed before it was first read here, the ministry alone can tell.
noted as (
    select release_id, edition_no, change_note, fetched_at
    from main.edition
    where edition_no = 1 and change_note is not null and not starts_with(lower(change_note), 'first published')
),

changes as (
    select release_id, edition_no, change_note, words_before, words_after, previous_title, fetched_at as seen_at
    from mart.edits
    union all
    select release_id, edition_no, change_note, null, null, null, fetched_at
    from noted
),

newest_changes as (
    select *
    from changes
    order by edition_no > 1 desc, seen_at desc, release_id
    limit 200
)

select
    newest_changes.seen_at,
    source.name as source,
    release.title,
    newest_changes.previous_title,
    newest_changes.words_before,
    newest_changes.words_after,
    newest_changes.change_note as ministry_says,
    release.published_on,
    release.url
from newest_changes
inner join main.release as release on newest_changes.release_id = release.release_id
inner join main.source as source on release.source_id = source.source_id
order by newest_changes.edition_no > 1 desc, newest_changes.seen_at desc, release.url, newest_changes.edition_no;
