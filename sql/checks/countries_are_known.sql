-- Every country that a row names is one of ISO 3166-1; an issuer may be the EU or the UN.
-- severity: warn
with
codes as (
    select 'mention' as named, entity_id as country_code
    from main.mention
    where kind = 'country'
    union all
    select 'place', country_code
    from main.place
    union all
    select 'person', country_code
    from main.person
    union all
    select 'position_report', country_code
    from main.position_report
    union all
    select 'release', issuer_country
    from main.release
    union all
    select 'source', country_code
    from main.source
    union all
    select 'figure', country_code
    from main.figure
    union all
    select 'event', country_code
    from main.event
    union all
    select 'organization', country_code
    from main.organization
    union all
    select 'diplomatic_tie', unnest([country_code, partner_code])
    from main.diplomatic_tie
)

select codes.named, codes.country_code, count(*) as row_count
from codes
anti join main.country as country on codes.country_code = country.country_code
where
    codes.country_code is not null
    and not (codes.named in ('release', 'source') and codes.country_code in ('EU', 'UN'))
group by codes.named, codes.country_code
order by all;
