-- One row for each change of a release after it was first seen: what went, what came, what the ministry says.
create or replace view mart.edits as
with
wordings as (
    select
        release_id,
        edition_no,
        title,
        change_note,
        fetched_at,
        string_split(body, chr(10) || chr(10)) as paragraphs,
        lag(title) over by_edition as previous_title,
        lag(string_split(body, chr(10) || chr(10))) over by_edition as previous_paragraphs,
        lag(fetched_at) over by_edition as previous_fetched_at
    from main.edition
    window by_edition as (partition by release_id order by edition_no)
)

select
    wordings.release_id,
    release.source_id,
    wordings.title,
    case when wordings.previous_title != wordings.title then wordings.previous_title end as previous_title,
    wordings.change_note,
    release.url,
    list_filter(
        wordings.previous_paragraphs, lambda paragraph: not list_contains(wordings.paragraphs, paragraph)
    ) as removed,
    list_filter(
        wordings.paragraphs, lambda paragraph: not list_contains(wordings.previous_paragraphs, paragraph)
    ) as added,
    wordings.edition_no,
    release.published_on,
    wordings.previous_fetched_at,
    wordings.fetched_at
from wordings
inner join main.release as release on wordings.release_id = release.release_id
where wordings.edition_no > 1;

comment on view mart.edits is 'One row for each change of a release after it was first seen: what went, what came, what the ministry says.';
comment on column mart.edits.release_id is 'The release: see release.';
comment on column mart.edits.source_id is 'The source: see source.';
comment on column mart.edits.title is 'The headline after the change.';
comment on column mart.edits.previous_title is 'The headline before, where it changed; else null.';
comment on column mart.edits.change_note is 'What the ministry itself says about the change; null when it says nothing.';
comment on column mart.edits.url is 'Address of the release.';
comment on column mart.edits.removed is 'Paragraphs that are no longer there, or no longer so.';
comment on column mart.edits.added is 'Paragraphs that are new, or newly worded.';
comment on column mart.edits.edition_no is 'The edition that the change made: see edition.';
comment on column mart.edits.published_on is 'Publication day of the release; null when it states none.';
comment on column mart.edits.previous_fetched_at is 'When the wording before was first seen, in UTC: the change came after this.';
comment on column mart.edits.fetched_at is 'When the change was first seen, in UTC.';
