-- Which sums of money do ministries claim, the largest first, and in which sentence?
with
largest as (
    select figure.*
    from main.figure as figure
    anti join main.release_copy as release_copy on figure.release_id = release_copy.release_id
    where figure.kind = 'money'
    order by figure.value desc, figure.unit, figure.figure_id
    limit 50
)

select
    largest.value,
    largest.unit,
    largest.qualifier,
    largest.subject,
    coalesce(country.name, release.issuer_country) as claimed_by,
    release.published_on,
    sentence.text as sentence,
    release.url
from largest
inner join main.release as release on largest.release_id = release.release_id
inner join main.sentence as sentence
    on largest.release_id = sentence.release_id and largest.sentence_no = sentence.sentence_no
left join main.country as country on release.issuer_country = country.country_code
order by largest.value desc, largest.unit, release.published_on, release.url;
