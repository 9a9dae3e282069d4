-- One row for each release that names an agreement, with its status as told there.
create table if not exists main.agreement_report (
    agreement_id text,
    release_id text,
    sentence_no integer,
    char_start integer,
    char_end integer,
    agreement_no integer,
    own_id text,
    block text,
    event_id text,
    name text,
    kind text,
    status text,
    date_precision text,
    date_edtf text,
    date_basis text,
    rule text,
    parties text[],
    signatories text[],
    date_on date
);

comment on table main.agreement_report is 'One row for each release that names an agreement, with its status as told there.';
comment on column main.agreement_report.agreement_id is 'The agreement: see agreement.';
comment on column main.agreement_report.release_id is 'The release: see release.';
comment on column main.agreement_report.sentence_no is 'The sentence that is the evidence, counted from 1 through the release.';
comment on column main.agreement_report.char_start is 'Where the name begins in the body of the release, in characters from 0; null where the title alone names it.';
comment on column main.agreement_report.char_end is 'Where it ends: the first character after it; null where the title alone names it.';
comment on column main.agreement_report.agreement_no is 'Counted from 1 in the order of the text of the release.';
comment on column main.agreement_report.own_id is 'The id that this account would have alone: see redirect.';
comment on column main.agreement_report.block is 'What accounts of one agreement have in common; only those of one block are compared; null when it cannot be compared.';
comment on column main.agreement_report.event_id is 'The event of this release at which it was signed: see event; null when it does not say.';
comment on column main.agreement_report.name is 'Its name, as this release states it.';
comment on column main.agreement_report.kind is 'The kind, as this release has it, in the words of agreement.kind.';
comment on column main.agreement_report.status is 'The status as this release has it, in the words of agreement.status.';
comment on column main.agreement_report.date_precision is 'How much of the date is known: day, month or year; null without a date.';
comment on column main.agreement_report.date_edtf is 'The date as derived from this release, in EDTF; null when unknown.';
comment on column main.agreement_report.date_basis is 'Where the date comes from: stated, relative or publication; null without a date.';
comment on column main.agreement_report.rule is 'The name of the rule that read this out of the text.';
comment on column main.agreement_report.parties is 'Countries (alpha-2) and international bodies (acronym) that are parties, as this release has it.';
comment on column main.agreement_report.signatories is 'The bodies that signed, where the release names bodies rather than states: see organization.';
comment on column main.agreement_report.date_on is 'The day of signing or adoption, as this release has it; null when it does not say.';

delete from main.agreement_report
where release_id in (select release_id from incoming.touched);

insert into main.agreement_report by name
with
agreements as (
    select release_id, unnest(facts.agreements) as agreement
    from incoming.latest
),

told as (
    select release_id, agreement.* exclude (signatories, event_no), agreement.event_no as told_event_no
    from agreements
),

signatory_numbers as (
    select release_id, agreement.agreement_no, unnest(agreement.signatories) as organization_no
    from agreements
),

signatories as (
    select
        numbers.release_id,
        numbers.agreement_no,
        list(distinct organization.organization_id order by organization.organization_id) as signatories
    from signatory_numbers as numbers
    inner join incoming.organization as organization
        on
            numbers.release_id = organization.release_id
            and numbers.organization_no = organization.organization_no
    group by numbers.release_id, numbers.agreement_no
)

select
    identified.agreement_id,
    identified.own_id,
    identified.block,
    event.event_id,
    told.* exclude (told_event_no),
    coalesce(signatories.signatories, []) as signatories
from told
inner join incoming.agreement as identified
    on told.release_id = identified.release_id and told.agreement_no = identified.agreement_no
left join incoming.event as event
    on told.release_id = event.release_id and told.told_event_no = event.event_no
left join signatories
    on told.release_id = signatories.release_id and told.agreement_no = signatories.agreement_no
-- A resolver may find that a release names one agreement twice.
qualify row_number() over (partition by told.release_id, identified.agreement_id order by told.agreement_no) = 1
order by told.release_id, told.agreement_no;
