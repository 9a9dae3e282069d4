-- Of which engagements do the releases that report them give different dates, places or outcomes?
with
told_often as (
    select event_id, kind, title, start_on
    from main.event
    where report_count > 1
),

accounts as (
    select
        event_report.event_id,
        event_report.date_edtf,
        event_report.status,
        place.name as place,
        coalesce(country.name, release.issuer_country) as issuer,
        release.url
    from main.event_report as event_report
    semi join told_often on event_report.event_id = told_often.event_id
    inner join main.release as release on event_report.release_id = release.release_id
    left join main.place as place on event_report.place_id = place.place_id
    left join main.country as country on release.issuer_country = country.country_code
),

differences as (
    select
        event_id,
        list_sort(list(distinct date_edtf)) as dates,
        list_sort(list(distinct place)) as places,
        list_sort(list(distinct status)) as statuses,
        list_sort(list(distinct issuer)) as told_by,
        list_sort(list(distinct url)) as urls
    from accounts
    group by event_id
)

select
    told_often.kind,
    told_often.title,
    differences.dates,
    differences.places,
    differences.statuses,
    differences.told_by,
    differences.urls
from differences
inner join told_often on differences.event_id = told_often.event_id
where len(differences.dates) > 1 or len(differences.places) > 1 or len(differences.statuses) > 1
order by told_often.start_on desc nulls last, told_often.kind, differences.urls
limit 200;
