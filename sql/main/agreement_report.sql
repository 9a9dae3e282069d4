-- One row for each release that names an agreement, with its status as told there.
create table if not exists main.agreement_report (
    agreement_id text,
    release_id text,
    sentence_no integer,
    status text,
    rule text
);

comment on table main.agreement_report is 'One row for each release that names an agreement, with its status as told there.';
comment on column main.agreement_report.agreement_id is 'The agreement: see agreement.';
comment on column main.agreement_report.release_id is 'The release: see release.';
comment on column main.agreement_report.sentence_no is 'The sentence that is the evidence, counted from 1 through the release.';
comment on column main.agreement_report.status is 'The status as this release has it, in the words of agreement.status.';
comment on column main.agreement_report.rule is 'The name of the rule that read this out of the text.';
