-- One row for each release that has a word of the search in it, best first: from search('strategic dialogue').
create or replace macro main.search(words) as table
    -- Okapi BM25 with the usual k1 = 1.2 and b = 0.75; a word in the title counts three times.
    with
    asked as (
        select distinct unnest(main.tokens(words)) as term
    ),

    corpus as (
        select count(*) as release_count, avg(word_count) as mean_count
        from main.release
    ),

    hits as (
        select
            term.release_id,
            term.term_count,
            count(*) over (partition by term.term) as holder_count
        from ops.term as term
        semi join asked on term.term = asked.term
    ),

    scores as (
        select
            hits.release_id,
            sum(
                ln(1 + (corpus.release_count - hits.holder_count + 0.5) / (hits.holder_count + 0.5))
                * hits.term_count * 2.2
                / (hits.term_count + 1.2 * (0.25 + 0.75 * release.word_count / corpus.mean_count))
            ) as score
        from hits
        inner join main.release as release on hits.release_id = release.release_id
        cross join corpus
        group by hits.release_id
    )

    select
        release.release_id,
        round(scores.score, 3) as score,
        release.title,
        release.published_on,
        release.source_id,
        release.url
    from scores
    inner join main.release as release on scores.release_id = release.release_id
    order by scores.score desc, release.release_id;

comment on macro table main.search is 'Releases ranked by how well they match the words (BM25, any script): from search(''strategic dialogue'').'; -- noqa: PRS
