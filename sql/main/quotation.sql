-- One row for each passage that a release quotes word for word.
create table if not exists main.quotation (
    quotation_id text,
    release_id text,
    sentence_no integer,
    char_start integer,
    char_end integer,
    person_id text,
    text text,
    rule text
);

comment on table main.quotation is 'One row for each passage that a release quotes word for word.';
comment on column main.quotation.quotation_id is 'The quotation.';
comment on column main.quotation.release_id is 'The release: see release.';
comment on column main.quotation.sentence_no is 'The sentence in which it begins, counted from 1 through the release.';
comment on column main.quotation.char_start is 'Where the words begin in the body of the release, in characters from 0.';
comment on column main.quotation.char_end is 'Where they end: the first character after them.';
comment on column main.quotation.person_id is 'Who said it: see person; null when undecided.';
comment on column main.quotation.text is 'The words between the quotation marks.';
comment on column main.quotation.rule is 'The name of the rule that read this out of the text.';

delete from main.quotation
where release_id in (select release_id from incoming.touched);

insert into main.quotation by name
with
quotations as (
    select release_id, unnest(facts.quotations) as quotation
    from incoming.latest
)

select
    left(sha256('quotation|' || quotations.release_id || '|' || quotations.quotation.quotation_no), 16) as quotation_id,
    quotations.release_id,
    quotations.quotation.sentence_no,
    quotations.quotation.char_start,
    quotations.quotation.char_end,
    person.person_id,
    quotations.quotation.text,
    quotations.quotation.rule
from quotations
left join incoming.person as person
    on
        quotations.release_id = person.release_id
        and quotations.quotation.person_no = person.person_no
order by quotations.release_id, quotations.quotation.quotation_no;
