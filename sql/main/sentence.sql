-- One row for each sentence of a release.
create table if not exists main.sentence (
    release_id text,
    sentence_no integer,
    paragraph_no integer,
    char_start integer,
    char_end integer,
    text text
);

comment on table main.sentence is 'One row for each sentence of a release.';
comment on column main.sentence.release_id is 'The release: see release.';
comment on column main.sentence.sentence_no is 'Counted from 1 through the whole release.';
comment on column main.sentence.paragraph_no is 'The paragraph that it stands in, from 1.';
comment on column main.sentence.char_start is 'Where it begins in the body, in characters from 0.';
comment on column main.sentence.char_end is 'Where it ends in the body: the first character after it.';
comment on column main.sentence.text is 'Its words: literally body[char_start:char_end].';

delete from main.sentence
where release_id in (select release_id from incoming.touched);

insert into main.sentence by name
with
sentences as (
    select release_id, unnest(facts.sentences) as sentence
    from incoming.latest
)

select
    release_id,
    sentence.sentence_no,
    sentence.paragraph_no,
    sentence.char_start,
    sentence.char_end,
    sentence.text
from sentences
order by release_id, sentence.sentence_no;
