-- One row for each party to an agreement.
create table if not exists main.agreement_party (
    agreement_id text,
    party text,
    organization_id text
);

comment on table main.agreement_party is 'One row for each party to an agreement.';
comment on column main.agreement_party.agreement_id is 'The agreement: see agreement.';
comment on column main.agreement_party.party is 'ISO 3166-1 alpha-2, or the acronym of an international body.';
comment on column main.agreement_party.organization_id is 'The body that signed: see organization; null for a state.';
