-- One row for each quantity that a release claims, with the sentence that claims it; copies of a release are left out.
create or replace view mart.cited_figures as
select
    figure.figure_id,
    figure.release_id,
    figure.kind,
    figure.unit,
    figure.qualifier,
    figure.subject,
    figure.country_code,
    figure.period_edtf,
    release.issuer_country,
    sentence.text as sentence,
    release.title,
    release.url,
    figure.value,
    figure.value_high,
    release.published_on
from main.figure as figure
inner join main.release as release on figure.release_id = release.release_id
left join main.sentence as sentence
    on
        figure.release_id = sentence.release_id
        and figure.sentence_no = sentence.sentence_no
anti join main.release_copy as release_copy on figure.release_id = release_copy.release_id;

comment on view mart.cited_figures is 'One row for each quantity that a release claims, with the sentence that claims it; copies of a release are left out.';
comment on column mart.cited_figures.figure_id is 'The figure: see figure.';
comment on column mart.cited_figures.release_id is 'The release that claims it: see release.';
comment on column mart.cited_figures.kind is 'money, percent, count or measure.';
comment on column mart.cited_figures.unit is 'ISO 4217 code for money, % for percent, the counted noun in the plural, or the unit of measure.';
comment on column mart.cited_figures.qualifier is 'exact, about, over, under, up_to or at_least.';
comment on column mart.cited_figures.subject is 'The words that say what it is about; null when undecided.';
comment on column mart.cited_figures.country_code is 'The country it is about, ISO 3166-1 alpha-2; null when undecided.';
comment on column mart.cited_figures.period_edtf is 'The time it is about, in EDTF; null when not stated.';
comment on column mart.cited_figures.issuer_country is 'The country whose ministry claims it, ISO 3166-1 alpha-2.';
comment on column mart.cited_figures.sentence is 'The sentence that claims it, word for word.';
comment on column mart.cited_figures.title is 'Headline of the release.';
comment on column mart.cited_figures.url is 'Address of the release.';
comment on column mart.cited_figures.value is 'The number in full.';
comment on column mart.cited_figures.value_high is 'The upper end where a range is stated; else null.';
comment on column mart.cited_figures.published_on is 'Publication day of the release; null when it states none.';
