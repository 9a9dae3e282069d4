-- One row for each place in a release where something is named.
create table if not exists main.mention (
    release_id text,
    sentence_no integer,
    char_start integer,
    char_end integer,
    kind text,
    surface text,
    entity_id text,
    rule text
);

comment on table main.mention is 'One row for each place in a release where something is named.';
comment on column main.mention.release_id is 'The release: see release.';
comment on column main.mention.sentence_no is 'The sentence that is the evidence, counted from 1 through the release.';
comment on column main.mention.char_start is 'Where the words begin in the body of the release, in characters from 0.';
comment on column main.mention.char_end is 'Where they end: the first character after them.';
comment on column main.mention.kind is 'What is named: person, organization, country, place, date, figure or agreement.';
comment on column main.mention.surface is 'The words themselves, literally as in the body.';
comment on column main.mention.entity_id is 'What they name: a person_id, organization_id, country_code, place_id, EDTF date, figure_id or agreement_id, by kind; null when undecided.';
comment on column main.mention.rule is 'The name of the rule that read this out of the text.';

delete from main.mention
where release_id in (select release_id from incoming.touched);

insert into main.mention by name
with
mentions as (
    select release_id, unnest(facts.mentions) as mention
    from incoming.latest
),

numbered as (
    select
        release_id,
        mention,
        case when mention.kind = 'person' then try_cast(mention.entity as integer) end as person_no,
        case when mention.kind = 'organization' then try_cast(mention.entity as integer) end as organization_no,
        case when mention.kind = 'agreement' then try_cast(mention.entity as integer) end as agreement_no
    from mentions
)

select
    numbered.release_id,
    numbered.mention.sentence_no,
    numbered.mention.char_start,
    numbered.mention.char_end,
    numbered.mention.kind,
    numbered.mention.surface,
    case numbered.mention.kind
        when 'person' then person.person_id
        when 'organization' then organization.organization_id
        when 'agreement' then agreement.agreement_id
        when 'figure' then main.figure_key(numbered.release_id, try_cast(numbered.mention.entity as integer))
        else numbered.mention.entity
    end as entity_id,
    numbered.mention.rule
from numbered
left join incoming.person as person
    on
        numbered.release_id = person.release_id
        and numbered.person_no = person.person_no
left join incoming.organization as organization
    on
        numbered.release_id = organization.release_id
        and numbered.organization_no = organization.organization_no
left join incoming.agreement as agreement
    on
        numbered.release_id = agreement.release_id
        and numbered.agreement_no = agreement.agreement_no
order by numbered.release_id, numbered.mention.char_start;
