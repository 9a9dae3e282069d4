-- One row for each treaty, memorandum, declaration or other instrument that releases name.
create table if not exists main.agreement (
    agreement_id text,
    name text,
    kind text,
    status text,
    event_id text,
    date_precision text,
    date_edtf text,
    date_basis text,
    date_on date
);

comment on table main.agreement is 'One row for each treaty, memorandum, declaration or other instrument that releases name.';
comment on column main.agreement.agreement_id is 'The agreement.';
comment on column main.agreement.name is 'Its name as stated, in the fullest form.';
comment on column main.agreement.kind is 'treaty, agreement, memorandum, protocol, roadmap, joint_statement, declaration, programme, contract, convention or other.';
comment on column main.agreement.status is 'The latest known: signed, adopted, ratified, in_force, under_ratification, under_negotiation, proposed or mentioned.';
comment on column main.agreement.event_id is 'The event at which it was signed: see event; null when unknown.';
comment on column main.agreement.date_precision is 'How much of the date is known: day, month or year; null without a date.';
comment on column main.agreement.date_edtf is 'The date as derived, in EDTF, such as 2024-04; null when unknown.';
comment on column main.agreement.date_basis is 'Where the date comes from: stated, relative to the publication day, or publication (told as news without a date); null without a date.';
comment on column main.agreement.date_on is 'The day of signing or adoption, or the first day of the span that it can be; null when unknown.';
