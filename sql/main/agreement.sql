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
comment on column main.agreement.name is 'Its name, as the latest release that names it states it.';
comment on column main.agreement.kind is 'treaty, agreement, memorandum, protocol, roadmap, joint_statement, declaration, programme, contract, convention or other.';
comment on column main.agreement.status is 'The latest known: signed, adopted, ratified, in_force, under_ratification, under_negotiation, proposed or mentioned.';
comment on column main.agreement.event_id is 'The event at which it was signed: see event; null when unknown.';
comment on column main.agreement.date_precision is 'How much of the date is known: day, month or year; null without a date.';
comment on column main.agreement.date_edtf is 'The date as derived, in EDTF, such as 2024-04; null when unknown.';
comment on column main.agreement.date_basis is 'Where the date comes from: stated, relative to the publication day, or publication (told as news without a date); null without a date.';
comment on column main.agreement.date_on is 'The day of signing or adoption, or the first day of the span that it can be; null when unknown.';

delete from main.agreement
where agreement_id in (select agreement_id from incoming.changed_agreement);

-- What an agreement is, its latest report says; the date and the event, the latest that knows them.
insert into main.agreement by name
with
reports as (
    select
        agreement_report.*,
        row_number() over (
            partition by agreement_report.agreement_id
            order by release.published_on desc nulls last, agreement_report.release_id
        ) as recency
    from main.agreement_report as agreement_report
    inner join incoming.changed_agreement as changed_agreement
        on agreement_report.agreement_id = changed_agreement.agreement_id
    inner join main.release as release on agreement_report.release_id = release.release_id
),

latest_reports as (
    select * from reports
    where recency = 1
),

dates as (
    select agreement_id, date_precision, date_edtf, date_basis, date_on
    from reports
    where date_on is not null
    qualify row_number() over (partition by agreement_id order by recency) = 1
),

events as (
    select agreement_id, event_id
    from reports
    where event_id is not null
    qualify row_number() over (partition by agreement_id order by recency) = 1
)

select
    latest_reports.agreement_id,
    latest_reports.name,
    latest_reports.kind,
    latest_reports.status,
    events.event_id,
    dates.date_precision,
    dates.date_edtf,
    dates.date_basis,
    dates.date_on
from latest_reports
left join dates on latest_reports.agreement_id = dates.agreement_id
left join events on latest_reports.agreement_id = events.agreement_id
order by latest_reports.agreement_id;
