-- One row for each party to an agreement.
create table if not exists main.agreement_party (
    agreement_id text,
    party text,
    organization_id text
);

comment on table main.agreement_party is 'One row for each party to an agreement.';
comment on column main.agreement_party.agreement_id is 'The agreement: see agreement.';
comment on column main.agreement_party.party is 'ISO 3166-1 alpha-2, or the acronym of an international body; null for a body whose country is undecided.';
comment on column main.agreement_party.organization_id is 'The body that signed, for itself or for its country: see organization; null for a state.';

delete from main.agreement_party
where agreement_id in (select agreement_id from incoming.changed_agreement);

insert into main.agreement_party by name
with
reports as (
    select agreement_report.*
    from main.agreement_report as agreement_report
    inner join incoming.changed_agreement as changed_agreement
        on agreement_report.agreement_id = changed_agreement.agreement_id
),

parties as (
    select agreement_id, release_id, unnest(parties) as party
    from reports
),

signatory_ids as (
    select agreement_id, release_id, unnest(signatories) as organization_id
    from reports
),

-- A body that signs stands for its country, or for itself.
signatories as (
    select distinct
        signatory_ids.agreement_id,
        signatory_ids.organization_id,
        coalesce(report.country_code, report.acronym) as party
    from signatory_ids
    inner join main.organization_report as report
        on
            signatory_ids.release_id = report.release_id
            and signatory_ids.organization_id = report.organization_id
),

-- An international body that is a party, by the acronym under which the release names it.
bodies as (
    select
        parties.agreement_id,
        parties.party,
        min(report.organization_id) as organization_id
    from parties
    inner join main.organization_report as report
        on
            parties.release_id = report.release_id
            and report.country_code is null
            and (parties.party = report.acronym or parties.party = report.name)
    group by parties.agreement_id, parties.party
),

with_bodies as (
    select * from signatories
    union
    select agreement_id, organization_id, party
    from bodies
)

select agreement_id, party, organization_id
from with_bodies
union
select parties.agreement_id, parties.party, null
from parties
anti join with_bodies on parties.agreement_id = with_bodies.agreement_id and parties.party = with_bodies.party
order by agreement_id, party, organization_id;
