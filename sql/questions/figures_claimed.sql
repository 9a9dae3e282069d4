-- Which sums of money do ministries claim, the largest first, and in which sentence?
select
    value,
    unit,
    qualifier,
    subject,
    published_on,
    issuer_country,
    sentence,
    url
from mart.cited_figures
where kind = 'money'
order by value desc, unit, published_on, url
limit 50;
