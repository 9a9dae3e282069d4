-- No agreement that is concluded, and no tie, has a day after its last report or before 1800.
-- severity: warn
with
last_reports as (
    select agreement_report.agreement_id, max(release.published_on) as reported_on
    from main.agreement_report as agreement_report
    inner join main.release as release on agreement_report.release_id = release.release_id
    group by agreement_report.agreement_id
),

days as (
    select 'agreement' as kind, agreement.name, agreement.date_on as day_on, last_reports.reported_on
    from main.agreement as agreement
    inner join last_reports on agreement.agreement_id = last_reports.agreement_id
    where agreement.status in ('signed', 'adopted', 'ratified', 'in_force')
    union all
    select 'diplomatic_tie', tie.country_code || '-' || tie.partner_code, tie.established_on, release.published_on
    from main.diplomatic_tie as tie
    inner join main.release as release on tie.release_id = release.release_id
)

select kind, name, day_on, reported_on
from days
where day_on > reported_on + interval 1 day or day_on < date '1800-01-01'
order by all;
