-- One row for each agreement that a touched release names: what the resolver of agreements sees.
create or replace view incoming.named_agreement as
with
agreements as (
    select
        release_id,
        document.published_on,
        unnest(facts.agreements) as agreement
    from incoming.latest
)

select
    release_id,
    agreement.agreement_no,
    agreement.name,
    agreement.kind,
    agreement.parties,
    agreement.date_on,
    agreement.date_precision,
    published_on
from agreements;
