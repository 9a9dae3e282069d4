-- One row for each statement of when two countries took up diplomatic relations.
create table if not exists main.diplomatic_tie (
    country_code text,
    partner_code text,
    release_id text,
    sentence_no integer,
    rule text,
    established_on date
);

comment on table main.diplomatic_tie is 'One row for each statement of when two countries took up diplomatic relations.';
comment on column main.diplomatic_tie.country_code is 'One country, ISO 3166-1 alpha-2.';
comment on column main.diplomatic_tie.partner_code is 'The other country, ISO 3166-1 alpha-2.';
comment on column main.diplomatic_tie.release_id is 'The release: see release.';
comment on column main.diplomatic_tie.sentence_no is 'The sentence that is the evidence, counted from 1 through the release.';
comment on column main.diplomatic_tie.rule is 'The name of the rule that read this out of the text.';
comment on column main.diplomatic_tie.established_on is 'The day on which relations were taken up.';

delete from main.diplomatic_tie
where release_id in (select release_id from incoming.touched);

insert into main.diplomatic_tie by name
with
ties as (
    select release_id, unnest(facts.ties) as tie
    from incoming.latest
)

select distinct
    tie.country_code,
    tie.partner_code,
    release_id,
    tie.sentence_no,
    tie.rule,
    tie.established_on
from ties
order by release_id, tie.sentence_no, tie.country_code, tie.partner_code;
