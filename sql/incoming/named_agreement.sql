-- One row for each agreement that a touched release names: what the resolver of agreements sees.
create or replace view incoming.named_agreement as
with
agreements as (
    select release_id, unnest(facts.agreements) as agreement
    from incoming.latest
)

select
    release_id,
    agreement.agreement_no
from agreements;
