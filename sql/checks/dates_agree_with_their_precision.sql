-- Every date of an event or an agreement has a precision, a basis and an EDTF string that agree with it.
-- severity: warn
with
dates as (
    select 'event' as kind, event_id as id, start_on as day_on, date_precision, date_edtf, date_basis
    from main.event
    union all
    select 'agreement', agreement_id, date_on, date_precision, date_edtf, date_basis
    from main.agreement
)

select *
from dates
where
    (day_on is null) != (date_precision is null)
    or (day_on is null) != (date_edtf is null)
    or (day_on is null) != (date_basis is null)
    or date_precision not in ('day', 'month', 'year')
    or date_basis not in ('stated', 'relative', 'publication')
    or (date_precision = 'month' and day_on != date_trunc('month', day_on))
    or (date_precision = 'year' and day_on != date_trunc('year', day_on))
    or (date_basis = 'publication' and date_precision = 'day')
    or not starts_with(
        date_edtf, left(day_on::text, case date_precision when 'day' then 10 when 'month' then 7 else 4 end)
    )
order by kind, id;
