-- No release is so short that its text may have been missed: fewer than 20 words.
-- severity: warn
select release_id, url, word_count
from main.release
where word_count < 20
order by word_count, release_id;
