-- One row for each passage that a release quotes word for word.
create table if not exists main.quotation (
    quotation_id text,
    release_id text,
    sentence_no integer,
    person_id text,
    text text
);

comment on table main.quotation is 'One row for each passage that a release quotes word for word.';
comment on column main.quotation.quotation_id is 'The quotation.';
comment on column main.quotation.release_id is 'The release: see release.';
comment on column main.quotation.sentence_no is 'The sentence in which it begins, counted from 1 through the release.';
comment on column main.quotation.person_id is 'Who said it: see person; null when undecided.';
comment on column main.quotation.text is 'The words between the quotation marks.';
