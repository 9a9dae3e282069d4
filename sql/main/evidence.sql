-- One row for each sentence asked for, with its release and address: from evidence('release id', sentence number).
create or replace macro main.evidence(release_id, sentence_no) as table
    select
        release.release_id,
        sentence.sentence_no,
        sentence.text,
        release.title,
        release.published_on,
        release.url,
        release.page_sha256
    from main.sentence as sentence
    inner join main.release as release on sentence.release_id = release.release_id
    where sentence.release_id = release_id and sentence.sentence_no = sentence_no;

comment on macro table main.evidence is 'The sentence that a fact rests on, with its release and address: from evidence(release_id, sentence_no).'; -- noqa: PRS
