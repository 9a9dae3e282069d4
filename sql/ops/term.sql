-- One row for each word that occurs in a release: the index that search() reads.
create table if not exists ops.term (
    term text,
    release_id text,
    term_count bigint
);

comment on table ops.term is 'One row for each word that occurs in a release: the index that search() reads.';
comment on column ops.term.term is 'The word, in lower case and without accents.';
comment on column ops.term.release_id is 'The release: see release.';
comment on column ops.term.term_count is 'How often it occurs; each time in the title counts three times.';

delete from ops.term
where release_id in (select release_id from incoming.touched);

insert into ops.term by name
with
terms as (
    select
        release_id,
        unnest(
            main.tokens(concat_ws(' ', document.title, document.title, document.title, document.summary, body))
        ) as term
    from incoming.latest
)

select term, release_id, count(*) as term_count
from terms
group by term, release_id
order by term, release_id;
