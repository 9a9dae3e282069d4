-- Every release has a title and a body.
-- severity: error
select release_id, url, title
from main.release
where coalesce(trim(title), '') = '' or coalesce(trim(body), '') = ''
order by release_id;
