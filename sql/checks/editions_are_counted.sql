-- Every release has the edition that it says is its newest.
-- severity: error
select release.release_id, release.url, release.edition_no
from main.release as release
left join main.edition as edition
    on
        release.release_id = edition.release_id
        and release.edition_no = edition.edition_no
where edition.edition_no is null
order by release.release_id;
