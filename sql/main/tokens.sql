-- One list of words for each text: lower case, without accents; scripts without spaces sign by sign.
create or replace macro main.tokens(words) as
regexp_extract_all(
    regexp_replace(
        lower(strip_accents(words)),
        '([\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Khmer}\p{Lao}\p{Myanmar}])',
        ' \1 ',
        'g'
    ),
    '[\p{L}\p{M}\p{N}]+'
);

comment on macro main.tokens is 'The words of a text as search() sees them: lower case, without accents, in any script.'; -- noqa: PRS
