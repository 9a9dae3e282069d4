-- One row for each site that is read.
create table if not exists main.source (
    source_id text,
    name text,
    country_code text,
    language text,
    homepage text,
    listing_format text,
    terms text,
    republishes text,
    expected_gap_days double,
    is_closed boolean,
    verified_on date
);

comment on table main.source is 'One row for each site that is read.';
comment on column main.source.source_id is 'The source: the name of its file under pipelines/sources.';
comment on column main.source.name is 'The name of the site.';
comment on column main.source.country_code is 'The country whose ministry speaks there, ISO 3166-1 alpha-2; EU or UN for the body whose press service does.';
comment on column main.source.language is 'The language of its releases, ISO 639-1.';
comment on column main.source.homepage is 'Where a person would start to read.';
comment on column main.source.listing_format is 'How it lists its releases: html, feed, json, wordpress and so on.';
comment on column main.source.terms is 'What the site says about reuse; null when it says nothing.';
comment on column main.source.republishes is 'The source whose releases it repeats among others: see release_copy; null for a ministry''s own site.';
comment on column main.source.expected_gap_days is 'The longest silence in days that its file expects; ops.rhythm tells what its own past does; null when the file says nothing.';
comment on column main.source.is_closed is 'Whether nothing new is published there any more.';
comment on column main.source.verified_on is 'The day on which the source was last read live and found right; null when never.';

delete from main.source;

insert into main.source by name
select
    source_id,
    name,
    country_code,
    language,
    homepage,
    listing_format,
    terms,
    republishes,
    expected_gap_days,
    is_closed,
    verified_on
from incoming.source;
