-- One row for each release that repeats one of the site which its source re-publishes, most of its words the same.
create table if not exists main.release_copy (
    release_id text,
    original_id text,
    similarity double
);

comment on table main.release_copy is 'One row for each release that repeats one of the site which its source re-publishes, most of its words the same.';
comment on column main.release_copy.release_id is 'The copy: see release.';
comment on column main.release_copy.original_id is 'The release that it repeats: see release.';
comment on column main.release_copy.similarity is 'Share of the shorter one''s groups of three words that the other has too, from 0.7 to 1.';

-- What may have changed is marked first, since a copy may now repeat another release than the one that it did.
update main.release_copy set similarity = null
where
    release_id in (select release_id from incoming.touched)
    or original_id in (select release_id from incoming.touched)
    or release_id in (select release_id from incoming.uncertain_copy);

insert into main.release_copy by name
with
pairs as (
    select
        copy.release_id,
        original.release_id as original_id,
        main.tokens(copy.body) as copy_words,
        main.tokens(original.body) as original_words
    from incoming.uncertain_copy as copy
    inner join main.release as original
        on
            copy.republishes = original.source_id
            and abs(original.published_on - copy.published_on) <= 3
),

groups as (
    select
        release_id,
        original_id,
        list_distinct(list_zip(copy_words, copy_words[2:], copy_words[3:])) as copy_groups,
        list_distinct(list_zip(original_words, original_words[2:], original_words[3:])) as original_groups
    from pairs
    where len(copy_words) >= 20 and len(original_words) >= 20
),

similarities as (
    select
        release_id,
        original_id,
        round(
            len(list_intersect(copy_groups, original_groups)) / least(len(copy_groups), len(original_groups)), 3
        ) as similarity
    from groups
)

select release_id, original_id, similarity
from similarities
where similarity >= 0.7
qualify row_number() over (partition by release_id order by similarity desc, original_id) = 1;

delete from main.release_copy
where similarity is null;
