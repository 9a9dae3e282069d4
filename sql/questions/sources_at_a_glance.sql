-- How complete and how fresh is each source?
select
    coverage.name as source,
    coalesce(country.name, coverage.country_code) as ministry_of,
    coverage.release_count as releases,
    coverage.first_published_on,
    coverage.last_published_on,
    coverage.backlog_count as backlog,
    coverage.quarantine_count as in_quarantine,
    coverage.not_live_count as withdrawn_or_gone,
    coverage.last_verdict,
    coverage.last_reason,
    coverage.last_visit_at
from mart.source_coverage as coverage
left join main.country as country on coverage.country_code = country.country_code
order by source;
