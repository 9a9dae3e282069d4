-- Which releases were reworded after publication, what changed, and what does the ministry say of it?
select
    published_on,
    title,
    edition_no,
    change_note,
    removed,
    added,
    fetched_at,
    url
from mart.edits
order by fetched_at desc, url;
