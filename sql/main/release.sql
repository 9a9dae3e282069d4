-- One row for each press release, as its newest edition has it.
create table if not exists main.release (
    release_id text,
    source_id text,
    url text,
    external_id text,
    title text,
    summary text,
    body text,
    language text,
    document_type text,
    issuer_country text,
    status text,
    page_sha256 text,
    translation_of text,
    original_external_id text,
    edition_no integer,
    word_count bigint,
    published_on date,
    published_at timestamptz,
    first_fetched_at timestamptz,
    last_changed_at timestamptz
);

comment on table main.release is 'One row for each press release, as its newest edition has it.';
comment on column main.release.release_id is 'The release: a function of its source and its own number or address, the same for ever.';
comment on column main.release.source_id is 'The source: see source.';
comment on column main.release.url is 'Its address.';
comment on column main.release.external_id is 'The source''s own number for it; null when there is none.';
comment on column main.release.title is 'The headline.';
comment on column main.release.summary is 'The lead or teaser, where the page has one apart from the body; else null.';
comment on column main.release.body is 'The text: paragraphs joined by a blank line. Every span counts characters in it.';
comment on column main.release.language is 'The language of the text, ISO 639-1.';
comment on column main.release.document_type is 'What the source calls it, such as press_release or speech; null when it says nothing.';
comment on column main.release.issuer_country is 'The country whose ministry speaks, ISO 3166-1 alpha-2.';
comment on column main.release.status is 'live; withdrawn: the page says so; gone: the address leads to nothing any more, or elsewhere.';
comment on column main.release.page_sha256 is 'SHA-256 of the page as fetched, by which the archive finds it.';
comment on column main.release.translation_of is 'The release that this one translates: see release; null when it is an original, or the original is not here.';
comment on column main.release.original_external_id is 'The source''s own number of the original that the page names; null when it names none.';
comment on column main.release.edition_no is 'How many wordings have been seen: see edition.';
comment on column main.release.word_count is 'Words in the body; characters in scripts without spaces.';
comment on column main.release.published_on is 'The calendar day of publication as the source states it; null when it states none.';
comment on column main.release.published_at is 'The moment of publication in UTC; null when only a day is stated.';
comment on column main.release.first_fetched_at is 'When it was first fetched, in UTC.';
comment on column main.release.last_changed_at is 'When its present wording was first fetched, in UTC.';

delete from main.release
where release_id in (select release_id from incoming.touched);

insert into main.release by name
with
addresses as (
    select distinct page.release_id, page.source_id, page.url
    from ops.page as page
    semi join incoming.touched as touched on page.release_id = touched.release_id
),

newest_looks as (
    select addresses.release_id, page.outcome
    from addresses
    inner join ops.page as page on addresses.source_id = page.source_id and addresses.url = page.url
    where page.outcome in ('release', 'fallback', 'gone', 'redirect')
    qualify
        row_number() over (
            partition by addresses.release_id
            order by page.fetched_at desc, page.outcome, page.url
        ) = 1
),

first_readings as (
    select release_id, min(fetched_at) as first_fetched_at
    from incoming.reading
    group by release_id
),

newest_editions as (
    select release_id, max(edition_no) as edition_no, max(fetched_at) as last_changed_at
    from main.edition
    where release_id in (select release_id from incoming.touched)
    group by release_id
)

select
    latest.release_id,
    latest.source_id,
    latest.document.url,
    latest.document.external_id,
    latest.document.title,
    latest.document.summary,
    latest.body,
    latest.document.language,
    latest.document.document_type,
    latest.document.issuer_country,
    case when newest_looks.outcome in ('gone', 'redirect') then 'gone' else latest.document.status end as status,
    latest.page_sha256,
    latest.document.translation_of as original_external_id,
    newest_editions.edition_no,
    len(main.tokens(latest.body)) as word_count,
    latest.document.published_on,
    latest.document.published_at,
    first_readings.first_fetched_at,
    newest_editions.last_changed_at
from incoming.latest as latest
left join newest_looks on latest.release_id = newest_looks.release_id
left join first_readings on latest.release_id = first_readings.release_id
left join newest_editions on latest.release_id = newest_editions.release_id;

-- An original may arrive after its translation, or vanish.
update main.release
set
    translation_of = (
        select min(original.release_id)
        from main.release as original
        where
            original.source_id = release.source_id
            and original.external_id = release.original_external_id
            and original.release_id != release.release_id
    )
where original_external_id is not null;
