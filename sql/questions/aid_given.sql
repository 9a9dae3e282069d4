-- Which aid was given, by and to which countries, when, and of what size as told?
with
deliveries as (
    select *
    from main.event
    where kind = 'aid'
    order by start_on desc nulls last, event_id
    limit 200
),

sides as (
    select event_side.event_id, list(country.name order by country.name) as countries
    from main.event_side as event_side
    semi join deliveries on event_side.event_id = deliveries.event_id
    inner join main.country as country on event_side.side = country.country_code
    group by event_side.event_id
),

reports as (
    select event_report.event_id, event_report.release_id, event_report.sentence_no, release.url, release.issuer_country
    from main.event_report as event_report
    semi join deliveries on event_report.event_id = deliveries.event_id
    inner join main.release as release on event_report.release_id = release.release_id
    qualify
        row_number() over (
            partition by event_report.event_id
            order by event_report.is_main desc, release.published_on, release.release_id
        ) = 1
),

amounts as (
    select
        reports.event_id,
        list(
            concat_ws(
                ' ',
                nullif(figure.qualifier, 'exact'),
                case
                    when figure.value = floor(figure.value) then format('{:,}', figure.value::bigint)
                    else figure.value::text
                end,
                figure.unit
            )
            order by figure.sentence_no, figure.figure_id
        ) as amounts
    from reports
    inner join main.figure as figure on reports.release_id = figure.release_id
    where figure.kind in ('money', 'measure', 'count') and figure.value < 1e15
    group by reports.event_id
)

select
    deliveries.date_edtf as date,
    deliveries.status,
    coalesce(issuer.name, reports.issuer_country) as told_by,
    sides.countries,
    country.name as given_in,
    deliveries.title,
    amounts.amounts,
    sentence.text as sentence,
    reports.url
from deliveries
inner join reports on deliveries.event_id = reports.event_id
inner join main.sentence as sentence
    on reports.release_id = sentence.release_id and reports.sentence_no = sentence.sentence_no
left join sides on deliveries.event_id = sides.event_id
left join amounts on deliveries.event_id = amounts.event_id
left join main.country as country on deliveries.country_code = country.country_code
left join main.country as issuer on reports.issuer_country = issuer.country_code
order by deliveries.start_on desc nulls last, reports.url, deliveries.title;
