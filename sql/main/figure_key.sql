-- One id for each figure: a function of its release and its number there.
create or replace macro main.figure_key(release_id, figure_no) as
left(sha256('figure|' || release_id || '|' || figure_no), 16);

comment on macro main.figure_key is 'The figure_id of a figure, from its release and its number there.'; -- noqa: PRS
