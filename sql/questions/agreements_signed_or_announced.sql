-- Which agreements were signed or adopted, which are only announced, and when was each last spoken of?
select
    case
        when status in ('signed', 'adopted', 'ratified', 'in_force') then 'concluded'
        when status in ('under_ratification', 'under_negotiation', 'proposed') then 'announced'
        else 'mentioned'
    end as stage,
    name,
    kind,
    status,
    parties,
    organizations,
    date_edtf,
    last_named_on
from mart.agreement_register
order by stage = 'mentioned', stage desc, date_on desc nulls last, last_named_on desc nulls last, name, agreement_id;
