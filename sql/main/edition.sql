-- One row for each wording of a release, in the order in which they were seen.
create table if not exists main.edition (
    release_id text,
    edition_no integer,
    title text,
    body text,
    text_sha256 text,
    change_note text,
    fetched_at timestamptz
);

comment on table main.edition is 'One row for each wording of a release, in the order in which they were seen.';
comment on column main.edition.release_id is 'The release: see release.';
comment on column main.edition.edition_no is 'From 1; a new one begins whenever the words differ from those before.';
comment on column main.edition.title is 'The headline of this wording.';
comment on column main.edition.body is 'The text of this wording, paragraphs joined by a blank line.';
comment on column main.edition.text_sha256 is 'SHA-256 of the cleaned words.';
comment on column main.edition.change_note is 'What the ministry itself says about the change; null when it says nothing.';
comment on column main.edition.fetched_at is 'When this wording was first fetched, in UTC.';

delete from main.edition
where release_id in (select release_id from incoming.touched);

insert into main.edition by name
with
wordings as (
    select
        release_id,
        document,
        text_sha256,
        fetched_at,
        lag(text_sha256) over by_time as previous_sha256
    from incoming.reading
    window by_time as (partition by release_id order by fetched_at, page_sha256, url)
),

editions as (
    select
        release_id,
        document,
        text_sha256,
        fetched_at,
        row_number() over by_time as edition_no,
        lag(document.change_notes) over by_time as known_notes
    from wordings
    where previous_sha256 is distinct from text_sha256
    window by_time as (partition by release_id order by fetched_at)
),

notes as (
    select
        release_id,
        edition_no,
        known_notes,
        unnest(document.change_notes) as change
    from editions
),

newest_notes as (
    select release_id, edition_no, max(struct_pack(noted_at := change.noted_at, note := change.note)) as newest
    from notes
    where known_notes is null or not list_contains(known_notes, change)
    group by release_id, edition_no
)

select
    editions.release_id,
    editions.edition_no,
    editions.document.title,
    array_to_string(editions.document.paragraphs, chr(10) || chr(10)) as body,
    editions.text_sha256,
    newest_notes.newest.note as change_note,
    editions.fetched_at
from editions
left join newest_notes
    on
        editions.release_id = newest_notes.release_id
        and editions.edition_no = newest_notes.edition_no;
