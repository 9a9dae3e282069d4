-- What did each ministry claim for trade and investment of Kazakhstan and the United Kingdom, and how did it move?
with
-- Put other countries here.
asked as (
    select 'KZ' as country_code, 'GB' as partner_code
),

releases as (
    select
        release.release_id,
        release.issuer_country,
        release.published_on,
        release.url,
        if(release.issuer_country = asked.country_code, asked.partner_code, asked.country_code) as partner
    from main.release as release
    inner join asked on release.issuer_country in (asked.country_code, asked.partner_code)
    anti join main.release_copy as release_copy on release.release_id = release_copy.release_id
),

sums as (
    select figure.*, releases.issuer_country, releases.published_on, releases.url, releases.partner
    from main.figure as figure
    inner join releases on figure.release_id = releases.release_id
    where figure.kind = 'money'
),

sides as (
    select unnest([country_code, partner_code]) as country_code
    from asked
),

namings as (
    select mention.release_id, mention.sentence_no, mention.entity_id
    from main.mention as mention
    semi join sides on mention.entity_id = sides.country_code
    semi join sums on mention.release_id = sums.release_id and mention.sentence_no = sums.sentence_no
    where mention.kind = 'country'
),

-- A sum is about the relation where its sentence names the partner.
sums_of_relation as (
    select sums.*
    from sums
    semi join namings
        on
            sums.release_id = namings.release_id
            and sums.sentence_no = namings.sentence_no
            and sums.partner = namings.entity_id
),

claims as (
    select
        sums.*,
        sentence.text as sentence,
        coalesce(try_cast(left(sums.period_edtf, 4) as integer), year(sums.published_on)) as claimed_year,
        left(sentence.text, sums.char_start - sentence.char_start) as words_before
    from sums_of_relation as sums
    inner join main.sentence as sentence
        on sums.release_id = sentence.release_id and sums.sentence_no = sentence.sentence_no
),

-- What a sum measures, the last such word before it says, or else the first of the sentence.
measured as (
    select
        *,
        lower(
            coalesce(
                nullif(regexp_extract(words_before, '(?is).*\b(trade|turnover|export|import|invest)', 1), ''),
                regexp_extract(sentence, '(?i)\b(trade|turnover|export|import|invest)', 1)
            )
        ) as word
    from claims
),

-- Of one year, the claim published last stands.
yearly as (
    select
        issuer_country,
        case word
            when 'export' then 'exports'
            when 'import' then 'imports'
            when 'invest' then 'investment'
            else 'trade'
        end as measure,
        unit,
        claimed_year,
        count(*) as claim_count,
        arg_max(
            struct_pack(value := value, sentence := sentence, url := url),
            (coalesce(published_on, date '0001-01-01'), value, url)
        ) as latest
    from measured
    where word != ''
    group by all
)

select
    country.name as claimed_by,
    yearly.measure,
    yearly.claimed_year as year,
    yearly.latest.value,
    yearly.unit,
    lag(yearly.claimed_year) over (
        partition by yearly.issuer_country, yearly.measure, yearly.unit
        order by yearly.claimed_year
    ) as since_year,
    round(
        100 * yearly.latest.value / lag(yearly.latest.value) over (
            partition by yearly.issuer_country, yearly.measure, yearly.unit
            order by yearly.claimed_year
        ) - 100,
        1
    ) as change_percent,
    yearly.claim_count as claims,
    yearly.latest.sentence,
    yearly.latest.url
from yearly
inner join main.country as country on yearly.issuer_country = country.country_code
order by claimed_by, yearly.measure, yearly.unit, year;
