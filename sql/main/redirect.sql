-- One row for each id that a merge retired.
create table if not exists main.redirect (
    kind text,
    old_id text,
    new_id text
);

comment on table main.redirect is 'One row for each id that a merge retired.';
comment on column main.redirect.kind is 'What it names: person, organization, event, mechanism or agreement.';
comment on column main.redirect.old_id is 'The id that is no longer used.';
comment on column main.redirect.new_id is 'The id to use in its place.';
delete from main.redirect;

insert into main.redirect by name
with
merged as (
    select 'person' as kind, own_id as old_id, person_id as new_id
    from main.person_report
    union
    select 'event', own_id, event_id
    from main.event_report
    union
    select 'agreement', own_id, agreement_id
    from main.agreement_report
)

select kind, old_id, new_id
from merged
where old_id != new_id
order by kind, old_id;
