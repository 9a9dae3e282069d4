-- One row for each change of a release after it was first seen: what went, what came, what the ministry says.
create or replace view mart.edits as
with
wordings as (
    select
        edition.release_id,
        edition.edition_no,
        edition.title,
        edition.change_note,
        edition.fetched_at,
        string_split(edition.body, chr(10) || chr(10)) as paragraphs,
        string_split(previous.body, chr(10) || chr(10)) as previous_paragraphs,
        previous.title as previous_title,
        previous.fetched_at as previous_fetched_at
    from main.edition as edition
    inner join main.edition as previous
        on edition.release_id = previous.release_id and edition.edition_no = previous.edition_no + 1
    where edition.edition_no > 1
),

changes as (
    select
        * exclude (paragraphs, previous_paragraphs),
        list_filter(
            previous_paragraphs, lambda paragraph: not list_contains(paragraphs, paragraph)
        ) as removed,
        list_filter(
            paragraphs, lambda paragraph: not list_contains(previous_paragraphs, paragraph)
        ) as added,
        string_split(replace(array_to_string(removed, ' '), chr(10), ' '), ' ') as words_removed,
        string_split(replace(array_to_string(added, ' '), chr(10), ' '), ' ') as words_added
    from wordings
),

-- How many of these words are the same from the front, and of the others from the back.
fronts as (
    select
        *,
        coalesce(
            list_position(
                list_transform(list_zip(words_removed, words_added), lambda pair: pair[1] is distinct from pair[2]),
                true
            ) - 1,
            len(words_added)
        ) as front_count
    from changes
),

backs as (
    select
        *,
        list_zip(
            list_reverse(words_removed[front_count + 1:]), list_reverse(words_added[front_count + 1:])
        ) as pairs_from_the_back,
        coalesce(
            list_position(
                list_transform(pairs_from_the_back, lambda pair: pair[1] is distinct from pair[2]), true
            ) - 1,
            len(pairs_from_the_back)
        ) as back_count
    from fronts
)

select
    backs.release_id,
    release.source_id,
    backs.title,
    case when backs.previous_title != backs.title then backs.previous_title end as previous_title,
    nullif(
        array_to_string(backs.words_removed[backs.front_count + 1:len(backs.words_removed) - backs.back_count], ' '), ''
    ) as words_before,
    nullif(
        array_to_string(backs.words_added[backs.front_count + 1:len(backs.words_added) - backs.back_count], ' '), ''
    ) as words_after,
    backs.change_note,
    release.url,
    backs.removed,
    backs.added,
    backs.edition_no,
    release.published_on,
    backs.previous_fetched_at,
    backs.fetched_at
from backs
inner join main.release as release on backs.release_id = release.release_id;

comment on view mart.edits is 'One row for each change of a release after it was first seen: what went, what came, what the ministry says.';
comment on column mart.edits.release_id is 'The release: see release.';
comment on column mart.edits.source_id is 'The source: see source.';
comment on column mart.edits.title is 'The headline after the change.';
comment on column mart.edits.previous_title is 'The headline before, where it changed; else null.';
comment on column mart.edits.words_before is 'From the first changed word of the text to the last, as it was; null when words were only added.';
comment on column mart.edits.words_after is 'The same span as it is now; null when words were only taken out.';
comment on column mart.edits.change_note is 'What the ministry itself says about the change; null when it says nothing.';
comment on column mart.edits.url is 'Address of the release.';
comment on column mart.edits.removed is 'Paragraphs that are no longer there, or no longer so.';
comment on column mart.edits.added is 'Paragraphs that are new, or newly worded.';
comment on column mart.edits.edition_no is 'The edition that the change made: see edition.';
comment on column mart.edits.published_on is 'Publication day of the release; null when it states none.';
comment on column mart.edits.previous_fetched_at is 'When the wording before was first seen, in UTC: the change came after this.';
comment on column mart.edits.fetched_at is 'When the change was first seen, in UTC.';
