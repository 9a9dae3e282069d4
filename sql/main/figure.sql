-- One row for each quantity that a release claims.
create table if not exists main.figure (
    figure_id text,
    release_id text,
    sentence_no integer,
    char_start integer,
    char_end integer,
    kind text,
    unit text,
    qualifier text,
    subject text,
    country_code text,
    period_edtf text,
    rule text,
    value double,
    value_high double
);

comment on table main.figure is 'One row for each quantity that a release claims.';
comment on column main.figure.figure_id is 'The figure.';
comment on column main.figure.release_id is 'The release: see release.';
comment on column main.figure.sentence_no is 'The sentence that is the evidence, counted from 1 through the release.';
comment on column main.figure.char_start is 'Where its words begin in the body of the release, in characters from 0.';
comment on column main.figure.char_end is 'Where they end: the first character after them.';
comment on column main.figure.kind is 'money, percent, count or measure.';
comment on column main.figure.unit is 'ISO 4217 code for money, % for percent, the counted noun in the plural, or the unit of measure.';
comment on column main.figure.qualifier is 'exact, about, over, under, up_to or at_least.';
comment on column main.figure.subject is 'The words that say what it is about; null when undecided.';
comment on column main.figure.country_code is 'The country it is about; null when undecided, ISO 3166-1 alpha-2.';
comment on column main.figure.period_edtf is 'The time it is about, in EDTF, such as 2024; null when not stated.';
comment on column main.figure.rule is 'The name of the rule that read this out of the text.';
comment on column main.figure.value is 'The number in full: 18 billion is 18000000000.';
comment on column main.figure.value_high is 'The upper end where a range is stated; else null.';

delete from main.figure
where release_id in (select release_id from incoming.touched);

insert into main.figure by name
with
figures as (
    select release_id, unnest(facts.figures) as figure
    from incoming.latest
)

select
    main.figure_key(release_id, figure.figure_no) as figure_id,
    release_id,
    figure.sentence_no,
    figure.char_start,
    figure.char_end,
    figure.kind,
    figure.unit,
    figure.qualifier,
    figure.subject,
    figure.country_code,
    figure.period_edtf,
    figure.rule,
    figure.value,
    figure.value_high
from figures
order by release_id, figure.figure_no;
